"""An extract leaves by a link: once or for some days, with a code told apart, as a numbered copy that can be known."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.research import handing
from rihai.advocacy.research.copies import copy_of, in_place_above_chance
from rihai.advocacy.research.extract import made_extract
from rihai.advocacy.research.models import ResearchDownload, ResearchExtract, ResearchLink
from rihai.advocacy.research.operations import end_request, keep_extract
from rihai.kit.audit.models import Event
from tests.advocacy.figures.test_research import LINK, approved, rows
from tests.advocacy.figures.world import Desk, signed_in

CODE = "advocacy:research-shared"


@pytest.fixture
def extract(desk: Desk) -> ResearchExtract:
    """An extract of an approved application."""
    return desk.does(keep_extract, request_id=approved(desk).pk, made=made_extract(rows(300)))


def fetch(address: str, pin: str, **more: str) -> Any:
    """A stranger's browser asks for it."""
    return Client().post(address, {"pin": pin, "agrees": "on", **more})


def table_of(answer: Any) -> bytes:
    """The table in the bundle that came."""
    with ZipFile(BytesIO(answer.content)) as bundle:
        [name] = [one for one in bundle.namelist() if one.endswith(".csv")]
        return bundle.read(name)


@pytest.mark.usefixtures("measured_alike")
def test_a_researcher_fetches_it_by_a_link_with_a_code_as_often_as_was_said(
    desk: Desk, extract: ResearchExtract, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: desk.at)
    analyst, director = signed_in(desk.analyst), signed_in(desk.director)
    page = reverse("advocacy:research-link", args=[extract.pk])
    assert director.post(page, LINK).status_code == 404, "who hands extracts over alone"
    assert analyst.post(page, {**LINK, "most": "9"}).status_code == 422
    shown = analyst.post(page, LINK)
    address, pin = shown.context["address"], shown.context["pin"]
    secret = address.rstrip("/").rsplit("/", 1)[-1]
    assert secret not in str(list(ResearchLink.objects.values())), "only its digest is kept"
    assert pin not in str(list(ResearchLink.objects.values()))

    asked = Client().get(address)
    assert (asked.status_code, asked.headers["X-Robots-Tag"]) == (200, "noindex, nofollow, noarchive")
    assert "Farzi" not in asked.content.decode(), "before the code it says nobody's name"
    wrong = fetch(address, "WRONG")
    assert wrong.status_code == 403
    assert "What was signed" in wrong.content.decode(), "who typed wrong still sees to what they agree"
    assert Client().post(address, {"pin": pin}).status_code == 400, "not without keeping to what was signed"
    first, second = fetch(address, pin), fetch(address, pin.lower())

    assert (first.headers["Content-Type"], second.status_code) == ("application/zip", 200)
    assert [fetch(address, pin).status_code, Client().get(address).status_code] == [404, 404], "twice was said"
    assert Client().get(reverse(CODE, args=["none"])).status_code == 404
    one, two = ResearchDownload.objects.order_by("number")
    assert [(row.number, row.receiver, row.by_name) for row in (one, two)] == [
        (n, "Dr Farzi", desk.analyst.name) for n in (1, 2)
    ]
    assert table_of(first) != table_of(second), "each copy in an order of its own"
    acts = [f"advocacy.research.{act}" for act in ("link_made", "link_refused", "handed_over", "handed_over")]
    assert list(Event.objects.filter(act__in=acts).order_by("number").values_list("act", flat=True)) == acts
    assert {copy_of(table_of(first)), copy_of(table_of(second))} == {one, two}
    changed = table_of(second).replace(b"female", b"f").replace(b"\r\n", b"\n")
    assert copy_of(changed) == two, "saved anew, and a column written otherwise for some"
    heading, *lines = table_of(first).splitlines(keepends=True)
    assert copy_of(heading + b"".join(sorted(lines))) is None, "sorted, it is nobody's"
    found = analyst.post(reverse("advocacy:research-whose"), {"file": BytesIO(table_of(second))})
    assert found.context["found"] == two
    assert str(one.number) in analyst.get(reverse("advocacy:research", args=[extract.request_id])).content.decode()


@pytest.mark.usefixtures("measured_alike")
def test_a_link_ends_with_five_wrong_codes_its_days_by_hand_or_with_the_approval(
    desk: Desk, extract: ResearchExtract
) -> None:
    made = [desk.does(handing.make_link, extract_id=extract.pk, said=LINK) for _n in range(4)]
    guessed, old, closed, ended = made
    for _n in range(5):
        assert handing.fetch_by_link(secret=guessed.secret, pin="GUESS", at=desk.at).state == "wrong"
    link = handing.live_link(closed.secret, at=desk.at)
    assert link is not None
    with pytest.raises(NotThere):
        desk.does(handing.close_link, by=desk.director, link_id=link.pk)
    desk.does(handing.close_link, link_id=link.pk)
    assert handing.fetch_by_link(secret=guessed.secret, pin=guessed.pin, at=desk.at).state == "gone"
    assert handing.fetch_by_link(secret=closed.secret, pin=closed.pin, at=desk.at).state == "gone"
    assert handing.live_link(old.secret, at=desk.at + timedelta(days=2)) is not None
    assert handing.live_link(old.secret, at=desk.at + timedelta(days=4)) is None

    desk.does(end_request, request_id=extract.request_id)
    analyst = signed_in(desk.analyst)
    for name in ("research-make", "research-end"):
        again = analyst.post(reverse(f"advocacy:{name}", args=[extract.request_id]))
        assert again.status_code == 302, "an old page is told why, and breaks nothing"
    assert analyst.post(reverse("advocacy:research-link-close", args=[link.pk])).status_code == 404

    assert handing.fetch_by_link(secret=ended.secret, pin=ended.pin, at=desk.at).state == "gone"
    assert not ResearchLink.objects.filter(closed_at=None).exists()
    assert not ResearchDownload.objects.exists()


def test_nothing_leaves_that_no_known_library_has_measured(desk: Desk, extract: ResearchExtract) -> None:
    for act, said in ((handing.hand_over, {"receiver": "Dr Farzi"}), (handing.make_link, LINK)):
        with pytest.raises(NotSo, match="No known library"):
            desk.does(act, extract_id=extract.pk, said=said)
    analyst = signed_in(desk.analyst)
    refused = analyst.post(reverse("advocacy:research-fetch", args=[extract.pk]), {"receiver": "Dr Farzi"})
    assert refused.status_code == 409
    assert not ResearchDownload.objects.exists()
    assert not ResearchLink.objects.exists()


def test_a_table_whose_rows_hardly_differ_accuses_nobody_by_chance() -> None:
    copy = [["m"], ["m"], ["f"], ["m"]] * 30

    assert in_place_above_chance(copy, copy) == 1
    assert abs(in_place_above_chance(copy[1:] + copy[:1], copy)) < 0.4, "half of them stand right by chance"
    assert in_place_above_chance([["m"]] * 40, [["m"]] * 40) == 0, "in any order it is the same table"
