"""A release from counting to withdrawing: controlled, signed by somebody else, embargoed, corrected, replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.operations.house import as_house
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.figures import operations as do
from rihai.advocacy.figures.counting import count_for_release
from rihai.advocacy.figures.jobs import ask_for_release, link, prepare, step
from rihai.advocacy.figures.models import FigureRelease
from rihai.advocacy.figures.queries import public_release
from rihai.advocacy.figures.work import rows
from rihai.kit.audit.models import Event
from rihai.kit.exports.models import PublishedFigures
from rihai.kit.jobs import Job, Work
from rihai.screening.models import Stale
from tests.advocacy.figures.world import DAY, NOW, Desk, signed_in
from tests.people.world import NOON, TODAY

SAID = {"says_en": "The day was misprinted.", "says_ur": "تاریخ غلط چھپ گئی۔"}
WHY = {"en": "A prison was counted twice.", "ur": "ایک جیل دو بار گنی گئی۔"}


def test_figures_are_signed_by_somebody_else_and_open_at_their_moment(desk: Desk, client: Client) -> None:
    draft = desk.prepared()
    page = reverse("advocacy:figures-release", args=["en", draft.number])
    assert client.get(page).status_code == 404, "a draft is nobody's"
    assert [row.word for row in rows(desk.director, NOW.date())] == ["To sign"]
    assert not rows(desk.analyst, NOW.date())
    with pytest.raises(NotThere):
        desk.does(do.sign_release, release_id=draft.pk)
    desk.at = timezone.now()
    later = desk.at + timedelta(hours=5)

    signed = desk.does(do.sign_release, by=desk.director, release_id=draft.pk, public_at=later)

    assert client.get(page).status_code == 404, "not before its moment"
    assert public_release(None, later - timedelta(seconds=1)) is None
    found = public_release(None, later)
    assert found is not None
    assert found.release.number == signed.number
    sheet = signed_in(desk.director).get(reverse("advocacy:release-sheet", args=[draft.pk, "en"]))
    assert sheet.content.startswith(b"%PDF"), "the press has its page before, and it says until when"
    for by, far in ((desk.director, later + 400 * DAY), (desk.director, None)):
        with pytest.raises(NotSo):
            desk.does(do.sign_release, by=by, release_id=draft.pk, public_at=far)


def test_corrections_are_seen_what_is_replaced_says_so_and_what_is_withdrawn_shows_no_figure(
    desk: Desk, client: Client
) -> None:
    first = desk.published()
    with pytest.raises(NotSo, match="four weeks later"):
        desk.prepared()
    with pytest.raises(NotSo, match="what was wrong"):
        desk.prepared(replaces=first.pk)
    desk.does(do.note_correction, by=desk.director, release_id=first.pk, said=SAID)
    address = reverse("advocacy:figures-release", args=["en", first.number])
    assert SAID["says_en"] in client.get(address).content.decode()

    second = desk.published(replaces=first.pk, why=WHY)

    assert second.period == f"{first.period} r2", "figures of a day that leave twice are guarded as two"
    shown = client.get(address).content.decode()
    assert "A later release replaces this one" in shown
    assert WHY["en"] in shown
    assert "People held in prisons" in shown, "an earlier release stays readable"
    newest = client.get(reverse("advocacy:figures-newest", args=["ur"])).content.decode()
    assert WHY["ur"] in newest
    desk.does(do.withdraw_release, by=desk.director, release_id=second.pk, said=SAID)
    gone = client.get(reverse("advocacy:figures-release", args=["en", second.number]))
    assert gone.status_code == 410
    assert SAID["says_en"] in gone.content.decode()
    assert "400" not in gone.content.decode()
    assert client.get(reverse("advocacy:figures-csv", args=[second.number, "sex"])).status_code == 404
    assert client.get(reverse("advocacy:figures-json", args=[second.number])).json()["tables"] == []
    assert (
        client.get(reverse("advocacy:figures-json", args=[first.number])).json()["replaced_by"]["says"][0] == WHY["en"]
    )
    told = client.get(reverse("advocacy:figures-newest", args=["en"])).content.decode()
    assert "no figures stand at present" in told, "what was wrong is not the newest again"
    assert PublishedFigures.objects.count() == 2, "who kept a copy still has it: the checker goes on reckoning with it"


def test_the_house_counts_who_is_held_in_prisons_and_nothing_is_asked_while_the_law_is(desk: Desk) -> None:
    woman = desk.world.enter(
        desk.world.worker("caseworker", desk.world.gulzar), home_district="Gulistan", pregnant=None
    )
    Stale.objects.get_or_create(person=woman, defaults={"since_at": NOON})
    with pytest.raises(NotSo, match="still being asked"):
        count_for_release(TODAY, NOON)
    Stale.objects.all().delete()
    counted = count_for_release(TODAY, NOON)

    assert counted.stock.persons == 1
    assert counted.stock.breakdowns["standing"].count("under_trial") == 1
    assert [row.code for row in counted.stock.breakdowns["prison"].rows] == [str(desk.world.gulzar.pk)]
    [district] = counted.stock.breakdowns["home_district"].rows
    assert counted.districts[district.code] == ("Gulistan", "Gulistan"), "by our own list, never as somebody typed it"
    type(woman).objects.update(held_at=None)
    with pytest.raises(NotSo, match="Nobody"):
        count_for_release(TODAY, NOON)


def test_a_worker_prepares_what_was_asked_and_leads_to_it(desk: Desk) -> None:
    desk.world.enter(desk.world.worker("caseworker", desk.world.gulzar))
    Stale.objects.all().delete()
    asked = desk.does(ask_for_release, said={})
    work = Work(asked.pk, desk.analyst, asked.arguments, 0, {}, desk.at)
    done = step(replace(work, prepared=prepare(work)))
    Job.objects.filter(pk=asked.pk).update(result=done.result)
    told = link(Job.objects.get(pk=asked.pk))
    assert told is not None
    page = signed_in(desk.director).get(told[1])
    assert page.status_code == 200
    assert "Sign off" in page.content.decode()
    with pytest.raises(NotThere):
        desk.does(ask_for_release, by=desk.lawyer, said={})


def test_the_desk_says_what_is_wrong_and_hides_itself_from_others(desk: Desk) -> None:
    signed = desk.published()
    director, analyst, lawyer = (signed_in(one) for one in (desk.director, desk.analyst, desk.lawyer))
    new = reverse("advocacy:release-new")
    assert analyst.post(new, {"replaces": str(signed.pk)}).status_code == 422
    for bad in ("x" * 601, "a\x00b", "\u202eabc"):
        answer = director.post(reverse("advocacy:release-note", args=[signed.pk]), {"says_en": bad, "says_ur": "ب"})
        assert answer.status_code == 422, bad
    assert director.post(reverse("advocacy:release-sign", args=[signed.pk]), {"public_at": ""}).status_code == 409
    log = analyst.get(reverse("advocacy:release", args=[signed.pk])).content.decode()
    assert "groups/pregnant" in log, "who works on it sees what was withheld and why"
    draft_gone = analyst.post(reverse("advocacy:release-discard", args=[signed.pk]))
    assert draft_gone.status_code == 302
    assert FigureRelease.objects.filter(pk=signed.pk).exists(), "what is signed is never thrown away"
    for name in ("releases", "release-new"):
        assert lawyer.get(reverse(f"advocacy:{name}")).status_code == 404
    assert lawyer.get(reverse("advocacy:release", args=[signed.pk])).status_code == 404


def test_pages_ask_as_often_for_many_releases_as_for_few(desk: Desk, client: Client) -> None:
    def asked() -> list[int]:
        found = []
        for who, url in (
            (client, reverse("advocacy:figures-newest", args=["en"])),
            (client, reverse("advocacy:figures-all", args=["en"])),
            (signed_in(desk.analyst), reverse("advocacy:releases")),
        ):
            with CaptureQueriesContext(connection) as seen:
                assert who.get(url).status_code == 200
            found.append(len(seen))
        return found

    desk.published()
    asked()
    few = asked()
    for _again in range(2):
        desk.at += 28 * DAY
        desk.published()
    assert asked() == few


def test_no_act_on_figures_is_ever_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def one() -> Any:
        return FigureRelease.objects.order_by("number").last()

    def kept() -> dict[str, list[str]]:
        room: list[Any] = list(apps.get_app_config("advocacy").get_models())
        tables: list[Any] = [each for each in room if each.__name__.startswith("Figure")]
        with as_house():
            return {
                each.__name__: sorted(map(str, each._default_manager.values()))
                for each in [*tables, PublishedFigures, Event]
            }

    story: list[tuple[str, Callable[[], Any]]] = [
        ("a draft", desk.prepared),
        ("a draft thrown away", lambda: desk.does(do.discard_release, release_id=one().pk)),
        ("another draft", desk.prepared),
        ("a signature", lambda: desk.does(do.sign_release, by=desk.director, release_id=one().pk)),
        ("a correction", lambda: desk.does(do.note_correction, by=desk.director, release_id=one().pk, said=SAID)),
        ("a withdrawal", lambda: desk.does(do.withdraw_release, by=desk.director, release_id=one().pk, said=SAID)),
    ]

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    for name, act in story:
        with monkeypatch.context() as broken:
            broken.setattr("rihai.advocacy.figures.operations.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                act()
        assert kept() == before, f"{name}, interrupted, left something"
        act()
        before, earlier = kept(), before
        assert before != earlier, f"{name}, uninterrupted, happens"
