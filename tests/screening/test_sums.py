"""The sums of places are what counting people one by one would give, whatever was done, and for whoever asks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.db import transaction
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Grant, Ground
from rihai.accounts.operations import guard, unguard
from rihai.accounts.operations.house import as_house
from rihai.legal.response.queries.inside import lost_by
from rihai.people.models import MovementKind, Person
from rihai.people.operations import end_custody, merge_persons, transfer_person
from rihai.screening.models import GapCount, LostSum, Screened
from rihai.screening.operations import forget_people, screen_people
from rihai.screening.queries.figures import parts
from rihai.screening.queries.sight import gaps_for, screened_for
from rihai.screening.queries.sums import days_lost, days_lost_by, lacking, settling
from rihai.screening.sums.keeping import GAP, LOST, contributions
from tests.conftest import as_owner
from tests.people.world import World
from tests.screening.cast import bailed_man, keep, unknown_arrest, woman

pytestmark = pytest.mark.django_db


def assert_sums_hold(*readers: Account) -> None:
    """What is kept is what everybody adds; and what each reader is told is what the rows they see come to."""
    with as_house():
        everybody = contributions(Screened.objects.values_list("pk", flat=True))
        gaps = {tuple(row[:-1]): row[-1] for row in GapCount.objects.values_list(*GAP, "people")}
        lost = {tuple(row[:-2]): row[-2:] for row in LostSum.objects.values_list(*LOST, "people", "days")}
    assert {key: n for key, n in gaps.items() if n} == dict(everybody.gaps)
    assert {key: tuple(n) for key, n in lost.items() if any(n)} == {
        key: (n, everybody.days[key]) for key, n in everybody.people.items()
    }
    for one in readers:
        with acting_as(one):
            assert_told(one)


def assert_told(one: Account) -> None:
    today = timezone.localdate()
    people: defaultdict[str, set[Any]] = defaultdict(set)
    at: defaultdict[int, set[Any]] = defaultdict(set)
    for person, place, fact in gaps_for(one).values_list("person", "place", "fact"):
        people[fact].add(person)
        at[place].add(person)
    assert {(row.fact, row.people) for row in settling(None, actor=one, most=99)} == {
        (fact, len(those)) for fact, those in people.items()
    }
    assert {(row.place.pk, row.people) for row in lacking(actor=one)} == {
        (key, len(those)) for key, those in at.items()
    }
    days: Counter[str] = Counter()
    for met_from, open_from in screened_for(one).values_list("met_from", "open_from"):
        met, open_ = parts(met_from, open_from, today)
        days.update(met=met, open=open_)
    lines = [row for _place, row in days_lost(today, actor=one)]
    for told in (lines, days_lost_by("provision", today, actor=one), days_lost_by("court", today, actor=one)):
        assert sum(row.met_days for row in told) == days["met"]
        assert sum(row.open_days for row in told) == days["open"]
    by = lost_by(None, actor=one, today=today)
    for heading in (by.cause, by.place, by.court):
        assert sum(row.met_days + row.open_days for row in heading.values()) == days["met"] + days["open"]


def version(person: Person) -> int:
    """The version it has now."""
    return Person.objects.values_list("version", flat=True).get(pk=person.pk)


def readers_of(world: World) -> list[Account]:
    """By place with and without the classes, everywhere with the guarded, and by grant alone."""
    with as_owner():
        return [
            world.worker("records_officer", world.gulzar), world.worker("lawyer", world.naya_bagh),
            world.worker("lawyer", world.province), world.worker("supervisor", None),
            world.worker("caseworker", world.naya_bagh),
        ]  # fmt: skip


def test_sums_follow_every_act_for_every_reader(world: World) -> None:
    today, now = timezone.localdate(), timezone.now()
    readers = readers_of(world)
    clerk, chief = readers[0], readers[3]
    with acting_as(chief):
        sick = keep(woman(today, pregnant=True, full_name="Amina Farzi", cnic="9040300000015"), world.gulzar, chief)
        unknown = keep(unknown_arrest(today), world.gulzar, chief)
        twin = keep(unknown_arrest(today), world.gulzar, chief)
        bailed = keep(bailed_man(today), world.naya_bagh, chief)
    assert_sums_hold(*readers)
    with as_owner():
        Grant.objects.create(
            account=readers[4], person_id=unknown.pk, data_class="legal", ground=Ground.SERVICE, started_at=now
        )
    assert_sums_hold(*readers)
    acts: list[Callable[[], object]] = [
        lambda: guard(person_id=unknown.pk, ground="295-C", actor=chief, at=timezone.now()),
        lambda: transfer_person(
            person_id=sick.pk, version=version(sick), place=world.naya_bagh, on=today, actor=chief, at=timezone.now()
        ),
        lambda: merge_persons(keep_id=unknown.pk, gone_id=twin.pk, actor=chief, at=timezone.now()),
        lambda: unguard(person_id=unknown.pk, reason="over", actor=chief, at=timezone.now()),
        lambda: end_custody(
            person_id=bailed.pk,
            version=version(bailed),
            kind=MovementKind.RELEASE,
            on=today,
            actor=chief,
            at=timezone.now(),
        ),
    ]
    for act in acts:
        with acting_as(chief):
            act()
        assert_sums_hold(chief, *readers[2:])
    assert clerk is not None


def test_a_screening_that_breaks_off_leaves_the_sums_as_they_were(world: World) -> None:
    today = timezone.localdate()
    (clerk, *_others, chief, _by_grant) = readers_of(world)
    with acting_as(clerk):
        person = keep(unknown_arrest(today), world.gulzar, clerk)
        with (
            patch("rihai.screening.operations.screening.keep_sums", side_effect=KeyboardInterrupt),
            pytest.raises(KeyboardInterrupt),
            transaction.atomic(),
        ):
            screen_people([person.pk], at=timezone.now())
    assert_sums_hold(clerk, chief)
    with as_house():
        forget_people([person.pk], at=timezone.now())
    assert_sums_hold(clerk, chief)
