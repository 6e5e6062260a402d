"""The calendar of censuses: expected, asked for, come, late, refused; and who sees and writes it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.kit.offers import Done
from rihai.people.intake.calendar import operations
from rihai.people.intake.calendar.days import Turn, first_due, nearest, turns
from rihai.people.intake.calendar.models import CensusRhythm, ExpectedCensus
from rihai.people.intake.calendar.offers import to_chase
from rihai.people.intake.calendar.operations import expect, tick
from rihai.people.intake.models import Census
from rihai.places.models import Place
from tests.people.world import World

pytestmark = pytest.mark.django_db


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


@pytest.fixture
def clerk(world: World) -> Account:
    return world.worker("records_officer", world.province)


def expected(place: Place, due_on: date, **more: Any) -> ExpectedCensus:
    with as_house():
        CensusRhythm.objects.get_or_create(place=place)
        return ExpectedCensus.objects.create(place=place, from_on=due_on - timedelta(days=30), due_on=due_on, **more)


def census(place: Place, on: date) -> Census:
    with as_house():
        return Census.objects.create(
            place=place, true_on=on, author_id=place_author(), author_name="Clerk", made_at=timezone.now()
        )


def place_author() -> Any:
    return Account.objects.order_by("pk").values_list("pk", flat=True)[0]


def now_of(one: ExpectedCensus) -> ExpectedCensus:
    with as_house():
        return ExpectedCensus.objects.get(pk=one.pk)


def test_lists_are_due_by_the_day_of_the_month_up_to_the_next() -> None:
    assert first_due(date(2026, 11, 26), 5) == date(2026, 12, 5)
    assert first_due(date(2026, 11, 5), 5) == date(2026, 11, 5)
    assert turns(date(2026, 11, 5), 3, date(2027, 2, 6)) == [
        Turn(date(2026, 8, 5), date(2026, 11, 5)),
        Turn(date(2026, 11, 5), date(2027, 2, 5)),
        Turn(date(2027, 2, 5), date(2027, 5, 5)),
    ]


@pytest.mark.parametrize(
    ("on", "due"), [((11, 8), (11, 5)), ((11, 30), (12, 5)), ((11, 20), (11, 5)), ((10, 20), (11, 5))]
)
def test_a_list_counts_for_the_one_whose_day_is_nearest(on: tuple[int, int], due: tuple[int, int]) -> None:
    assert nearest([date(2026, 12, 5), date(2026, 11, 5)], date(2026, *on)) == date(2026, *due)


def test_a_census_that_comes_is_late_no_more_and_undone_is_waited_for_again(world: World, clerk: Account) -> None:
    today = timezone.localdate()
    late = expected(world.gulzar, today - timedelta(days=3))
    assert tick(timezone.now()) == 1
    assert tick(timezone.now()) == 0, "it is raised once"
    with acting_as(clerk):
        assert [row.who for row in to_chase(clerk, today)] == [world.gulzar.shown]
    come = census(world.gulzar, today)
    operations.came(Done(act="people.census.taken_in", actor=clerk, at=timezone.now(), detail={"census": come.pk}))
    assert (now_of(late).come_on, now_of(late).census_id) == (today, come.pk)
    operations.went(Done(act="people.census.undone", actor=clerk, at=timezone.now(), detail={"census": come.pk}))
    assert now_of(late).is_open


def test_the_first_census_of_a_prison_brings_it_onto_the_calendar_every_month(world: World, clerk: Account) -> None:
    come = census(world.naya_bagh, timezone.localdate())
    operations.came(Done(act="people.census.taken_in", actor=clerk, at=timezone.now(), detail={"census": come.pk}))
    with as_house():
        assert CensusRhythm.objects.get(place=world.naya_bagh).every == 1
        come_, waited = ExpectedCensus.objects.filter(place=world.naya_bagh).order_by("due_on")
    assert come_.census_id == come.pk
    assert waited.is_open
    assert waited.from_on == come_.due_on


def test_another_rhythm_sets_the_coming_lists_anew_and_leaves_what_happened(world: World, clerk: Account) -> None:
    today = timezone.localdate()
    refused = expected(world.gulzar, today - timedelta(days=40), refused_on=today, refused_by="Superintendent")
    with acting_as(clerk):
        expect(place=world.gulzar, every=3, day=28, version=1, actor=clerk, at=timezone.now())
        days = list(
            ExpectedCensus.objects.filter(place=world.gulzar, due_on__gte=today).values_list("due_on", "from_on")
        )
    assert now_of(refused).refused_by == "Superintendent"
    assert [day.day for day, _from in days] == [28]


def test_a_clerk_asks_is_refused_and_two_at_once_overwrite_nothing(world: World, clerk: Account) -> None:
    today = timezone.localdate()
    one = expected(world.gulzar, today - timedelta(days=1))
    client = signed_in(clerk)
    asked = reverse("people:calendar-asked", args=[one.pk])
    said = {"asked_on": today.isoformat(), "asked_how": "letter", "asked_whom": "Superintendent", "version": "1"}
    assert client.post(asked, said).status_code == 302
    assert now_of(one).asked_by_name == clerk.name
    other = client.post(asked, {**said, "asked_whom": "Clerk"})
    assert other.status_code in {409, 422}
    assert now_of(one).asked_whom == "Superintendent"
    refused = reverse("people:calendar-refused", args=[one.pk])
    said = {"refused_on": today.isoformat(), "refused_by": "Superintendent", "refusal": "No order", "version": "2"}
    assert client.post(refused, said).status_code == 302
    page = client.get(reverse("people:calendar-place", args=[world.gulzar.pk])).content.decode()
    assert "No order" in page
    assert tick(timezone.now()) == 0, "who refused is not late"
    with as_house():
        acts = set(Event.objects.filter(act__startswith="people.census").values_list("act", flat=True))
    assert {"people.census.asked", "people.census.refused"} <= acts


@pytest.mark.parametrize(
    "said",
    [
        {"asked_on": "nonsense", "asked_how": "letter"},
        {"asked_on": "2026-01-01", "asked_how": "pigeon"},
        {"asked_on": "2199-01-01", "asked_how": "letter"},
        {"asked_on": "2026-01-01", "asked_how": "letter", "asked_whom": "x" * 5000},
        {"asked_on": "2026-01-01", "asked_how": "letter", "asked_whom": "a\x00b"},
        {"asked_on": "2026-01-01", "asked_how": "letter", "asked_whom": "a\u202eb", "version": "9" * 40},
    ],
)
def test_what_is_written_wrongly_is_said_beside_its_field(world: World, clerk: Account, said: dict[str, str]) -> None:
    one = expected(world.gulzar, timezone.localdate())
    answer = signed_in(clerk).post(reverse("people:calendar-asked", args=[one.pk]), {"version": "1", **said})
    assert answer.status_code in {409, 422}
    assert now_of(one).asked_on is None


def test_an_impossible_rhythm_is_refused_and_a_possible_one_is_kept(world: World, clerk: Account) -> None:
    client, address = signed_in(clerk), reverse("people:calendar-rhythm", args=[world.gulzar.pk])
    for day in ("0", "29", "9" * 30, "x", ""):
        assert client.post(address, {"every": "1", "day": day, "version": "0"}).status_code == 422, day
    assert client.post(address, {"every": "1", "day": "12", "version": "0"}).status_code == 302
    with as_house():
        assert ExpectedCensus.objects.get(place=world.gulzar).due_on.day == 12


def test_the_letter_that_asks_names_the_prison_and_the_day_in_both_languages(world: World, clerk: Account) -> None:
    one = expected(world.gulzar, timezone.localdate())
    client = signed_in(clerk)
    address = reverse("kit_letter", args=["people.census", str(one.pk)])
    assert "List of persons held" in client.get(address).content.decode()
    for language in ("en", "ur"):
        answer = client.post(address, {"kind": "pdf", "language": language})
        assert answer.status_code == 200
        assert answer.content.startswith(b"%PDF")


def test_who_works_elsewhere_sees_nothing_and_writes_nothing(world: World) -> None:
    one = expected(world.gulzar, timezone.localdate() - timedelta(days=1))
    stranger = signed_in(world.worker("records_officer", world.naya_bagh))
    assert world.gulzar.shown not in stranger.get(reverse("people:calendar")).content.decode()
    for name, pk in (("place", world.gulzar.pk), ("rhythm", world.gulzar.pk), ("asked", one.pk), ("refused", one.pk)):
        assert stranger.get(reverse(f"people:calendar-{name}", args=[pk])).status_code == 404
    assert stranger.get(reverse("people:calendar-place", args=[9**40])).status_code == 404
    caseworker = signed_in(world.worker("caseworker", world.gulzar))
    assert caseworker.get(reverse("people:calendar")).status_code in {403, 404}


def test_the_calendar_asks_as_many_questions_for_many_prisons_as_for_one(world: World, clerk: Account) -> None:
    client, address = signed_in(clerk), reverse("people:calendar")
    expected(world.gulzar, timezone.localdate())
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for months in range(12):
        for place in (world.gulzar, world.naya_bagh):
            expected(place, timezone.localdate() - timedelta(days=31 * months + 1))
    with CaptureQueriesContext(connection) as many:
        text = client.get(address).content.decode()
    assert len(one) == len(many)
    assert "late" in text


def test_an_act_that_is_interrupted_leaves_nothing(
    world: World, clerk: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_args: Any, **_kw: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(operations, "append", dies)
    with acting_as(clerk), pytest.raises(RuntimeError):
        expect(
            place=world.gulzar,
            every=1,
            day=5,
            version=None,
            actor=clerk,
            at=datetime.now(tz=timezone.get_current_timezone()),
        )
    with as_house():
        assert not CensusRhythm.objects.exists()
        assert not ExpectedCensus.objects.exists()
