"""What families read of a prison: checked facts with their day, nothing guessed; kept by who may, with its history."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.helpline.urgent import operations
from rihai.helpline.urgent.dialled import Piece, pieces
from rihai.helpline.urgent.models import HelpFact, HelpFactBefore
from rihai.helpline.urgent.poster import poster_of
from rihai.kit.audit.models import Event
from rihai.places.models import Place
from tests.helpline.line import Desk

pytestmark = pytest.mark.django_db
FEW = 60_000


def written(desk: Desk, place: Place, topic: str = "days", days_ago: int = 3, **more: Any) -> HelpFact:
    """A fact, as the operator wrote it."""
    said = {"says": "Tuesdays", "says_ur": "منگل", "source": "rang", "checked_on": _day() - timedelta(days=days_ago)}
    return desk.does(operations.write_fact, place=place, topic=topic, version=0, said={**said, **more})


def _day() -> Any:
    return timezone.localdate()


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def read(address: str) -> str:
    """What anybody reads."""
    answer = Client().get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_a_prison_is_found_in_two_taps_and_its_page_weighs_little(desk: Desk) -> None:
    gulzar = desk.world.gulzar
    page, listed = reverse("helpline:prison", args=[gulzar.pk]), read(reverse("helpline:prisons"))
    assert listed.count("<summary>") == 1
    assert f'href="{page}"' in listed
    assert "<script" not in listed
    nothing = read(page)
    for words in ("Not checked yet", "we do not guess", "Help is free", reverse("helpline:ask")):
        assert words in nothing
    assert "<dt>" not in nothing
    written(desk, gulzar)
    written(desk, gulzar, "numbers", 200, says="Gate: 0300 9000001", says_ur="")
    written(desk, desk.world.province, "money", says="By money order")
    shown = read(page)
    assert 'href="tel:03009000001"' in shown
    assert "for all prisons of Wadi" in shown
    assert "we rang and asked" in shown
    assert shown.count("Old:") == 1
    urdu = read(f"{page}?in=ur")
    assert "منگل" in urdu
    assert '<p lang="en" dir="ltr">' in urdu, "what stands in English alone says so"
    style = Path(str(find("helpline/light.css"))).read_bytes()
    assert len(gzip.compress(urdu.encode())) + len(gzip.compress(style)) < FEW


def test_what_was_said_before_is_kept_and_two_who_write_at_once_are_shown_the_difference(desk: Desk) -> None:
    gulzar = desk.world.gulzar
    first = written(desk, gulzar)
    desk.does(operations.check_fact, place=gulzar, topic="days", version=1, source="seen")
    client, address = signed_in(desk.operator), reverse("helpline:fact", args=[gulzar.pk, "days"])
    assert client.post(reverse("helpline:fact-still", args=[gulzar.pk, "days"]), {"source": "rang", "version": 1})
    assert HelpFact.objects.get().source == "seen", "nobody says of words they did not read that they are so"
    told = {"says": "Mondays", "says_ur": "پیر", "source": "notice", "checked_on": f"{_day():%d/%m/%Y}"}
    stale = {**told, "version": first.version, "initial-says": "Tuesdays", "initial-source": "rang"}
    answer = client.post(address, stale)
    assert answer.status_code in {409, 422}, "it was checked again meanwhile"
    assert client.post(address, {**told, "version": 2}).status_code == 302
    assert [one.says for one in HelpFactBefore.objects.all()] == ["Tuesdays", "Tuesdays"]
    assert "Tuesdays" in client.get(address).content.decode()
    assert client.post(reverse("helpline:fact-away", args=[gulzar.pk, "days"])).status_code == 302
    assert not HelpFact.objects.exists()
    assert HelpFactBefore.objects.first().says == "Mondays"  # type: ignore[union-attr]
    with as_house():
        rows = Event.objects.filter(act__startswith="helpline.fact").order_by("number")
        acts = list(rows.values_list("act", flat=True))
    assert [one.rsplit(".", 1)[1] for one in acts] == ["written", "checked", "written", "taken_away"]


def test_bad_input_is_said_beside_its_field_and_nobody_else_keeps_a_page(desk: Desk) -> None:
    client, address = signed_in(desk.operator), reverse("helpline:fact", args=[desk.world.gulzar.pk, "bring"])
    bad = {"says": "x" * 900, "says_ur": "\x00", "source": "dream", "about_source": "\u202e", "checked_on": "31/31/31"}
    answer = client.post(address, bad)
    assert answer.status_code == 422
    assert answer.content.decode().count("invalid-feedback") >= 5
    future = {"says": "x", "source": "rang", "checked_on": f"{_day() + timedelta(days=2):%d/%m/%Y}"}
    assert client.post(address, future).status_code == 409
    assert client.get(reverse("helpline:fact", args=[desk.world.gulzar.pk, "dreams"])).status_code == 404
    assert client.get(reverse("helpline:prison", args=[desk.world.province.pk])).status_code == 404
    with acting_as(desk.caseworker), pytest.raises(operations.NoSuchPage):
        operations.write_fact(
            place=desk.world.gulzar, topic="bring", version=0, said=future, actor=desk.caseworker, at=desk.at
        )
    assert signed_in(desk.caseworker).get(address).status_code == 404


def test_old_facts_wait_in_my_work_and_pages_ask_as_often_of_many(desk: Desk) -> None:
    client = signed_in(desk.operator)
    written(desk, desk.world.gulzar, days_ago=settings.FACT_DAYS + 1)
    asking: list[Callable[[], Any]] = [
        lambda: client.get("/"), lambda: client.get(reverse("helpline:facts-index")),
        lambda: client.get(reverse("helpline:facts", args=[desk.world.gulzar.pk])),
        lambda: Client().get(reverse("helpline:prison", args=[desk.world.gulzar.pk])),
    ]  # fmt: skip
    assert "1 fact for families is old" in asking[0]().content.decode()

    def counted() -> list[int]:
        found = []
        for ask in asking:
            with CaptureQueriesContext(connection) as queries:
                ask()
            found.append(len(queries))
        return found

    few = [counted(), counted()][1]
    for topic in ("hours", "who", "bring", "money", "ask"):
        written(desk, desk.world.gulzar, topic, days_ago=200)
        written(desk, desk.world.naya_bagh, topic, days_ago=200)
    assert counted() == few


def test_the_poster_is_one_sheet_in_each_language_and_prints_nothing_old(desk: Desk) -> None:
    gulzar = desk.world.gulzar
    for topic in ("days", "hours", "who", "bring", "not_bring", "money", "ask", "numbers"):
        words = "Dry food, soap, cotton, books in Urdu. " * 8
        written(desk, gulzar, topic, says=words, says_ur="خشک خوراک، صابن، روئی، کتابیں۔ " * 8)
    desk.does(
        operations.write_fact, place=gulzar, topic="money", version=1,
        said={"says": "Oldwords", "source": "rang", "checked_on": _day() - timedelta(days=400)},
    )  # fmt: skip
    for language, words in (("en", "Help is free"), ("ur", "")):
        pages = PdfReader(BytesIO(poster_of(gulzar, language, on=_day()))).pages
        assert len(pages) == 1
        text = pages[0].extract_text()
        assert words in " ".join(text.split())
        assert "Oldwords" not in text
    got = signed_in(desk.operator).get(reverse("helpline:poster", args=[gulzar.pk, "en"]))
    assert got.content[:4] == b"%PDF"


def test_numbers_within_a_text_can_be_pressed() -> None:
    assert pieces("Gate: 0300 9000001, 2 windows.") == [
        Piece("Gate: "), Piece("0300 9000001", "03009000001"), Piece(", 2 windows."),
    ]  # fmt: skip
    assert pieces("1122") == [Piece("1122", "1122")]
    assert "".join(one.text for one in pieces("+92 (42) 111-22 and 7")) == "+92 (42) 111-22 and 7"
