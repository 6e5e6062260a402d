"""Whatever moment the process is killed at: all of a census is taken in or undone, or nothing; reading goes on."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Presence
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.chain import verify
from rihai.kit.jobs.run import do, take_up
from rihai.people.intake import jobs
from rihai.people.intake.jobs import LONG
from rihai.people.intake.models import Census, CensusState, SourceRow
from rihai.people.intake.operations import Upload, ask_to_take_in, ask_to_undo, upload
from rihai.people.models import (
    Charge,
    CriminalCase,
    CustodyEpisode,
    Identifier,
    Movement,
    NameKey,
    Person,
    Placement,
    Statement,
)
from tests.people.intake.killing import AFTER, BEFORE, followed, killed_at, killed_sometime
from tests.people.intake.lists import DAY, NAMES, csv_of, fresh, give, line, messy, six, taken
from tests.people.world import World

pytestmark = pytest.mark.django_db(transaction=True)
NEXT = date(2026, 11, 24)
TAKING = "rihai.people.intake.operations.taking_in"
UNDOING = "rihai.people.intake.operations.undoing"
PREPARED = "rihai.people.intake.prepared"
WRITTEN = "rihai.people.projection.writes:_execute"
TAKING_POINTS = [
    (f"{PREPARED}:admit", BEFORE, 1), (f"{PREPARED}:work_out", AFTER, 1), (f"{TAKING}:next_version", AFTER, 1),
    (WRITTEN, AFTER, 1), (WRITTEN, AFTER, 9), (f"{TAKING}:hold", AFTER, 1), (f"{TAKING}:bring", AFTER, 1),
    (f"{TAKING}:let_go", AFTER, 1), (f"{TAKING}:after", AFTER, 1), (f"{TAKING}:append", AFTER, 1),
    ("rihai.people.intake.jobs:take_in", AFTER, 1),
]  # fmt: skip
UNDOING_POINTS = [
    (f"{UNDOING}:work_out", AFTER, 1), (f"{UNDOING}:_put_back", BEFORE, 1), (f"{UNDOING}:_put_back", AFTER, 1),
    (f"{UNDOING}:_take_away", AFTER, 1), (WRITTEN, AFTER, 1), (f"{UNDOING}:append", AFTER, 1),
    ("rihai.people.intake.jobs:undo", AFTER, 1),
]  # fmt: skip
TABLES = (Person, Statement, NameKey, Identifier, CriminalCase, Charge, CustodyEpisode, Movement, Placement)


def everything() -> dict[str, Any]:
    """All that a census touches: how many rows, and where everybody is held and seen."""
    with as_house():
        counted: dict[str, Any] = {model.__name__: model._default_manager.count() for model in TABLES}
        counted["believed"] = Statement.objects.filter(withdrawn_at=None).count()
        counted["held"] = sorted(Person.objects.values_list("full_name", "held_at", "version"))
        counted["seen"] = sorted(Presence.objects.values_list("person_id", "place", "seen_until"), key=str)
        counted["open"] = CustodyEpisode.objects.filter(ended_by="").count()
        counted["stays"] = Placement.objects.filter(ended_on=None).count()
        counted["rows"] = SourceRow.objects.filter(is_new=True).count()
    return counted


@pytest.fixture
def second(world: World, clerk: Account) -> Census:
    """A list of Gulzar with somebody new, somebody gone, and somebody who came from Naya Bagh; not yet taken in."""
    other = world.worker("records_officer", world.naya_bagh)
    taken(give(clerk, world.gulzar, six()), clerk)
    taken(give(other, world.naya_bagh, csv_of([line("Sana Misali", 60), line("Rabia Farzi", 61)])), other)
    rows = [line(name, at) for at, name in enumerate(NAMES, 1) if at != 6]
    rows[2]["Remarks"] = "released on bail 22-11-2026"
    return give(clerk, world.gulzar, csv_of([*rows, line("Sana Misali", 60), line("Huma Farzi", 70)]), on=NEXT)


@pytest.mark.parametrize(("point", "when", "turn"), TAKING_POINTS)
def test_taking_in_is_all_or_nothing(second: Census, clerk: Account, point: str, when: str, turn: int) -> None:
    with acting_as(clerk):
        census = ask_to_take_in(census_id=second.pk, actor=clerk, at=timezone.now())
    assert census.job_id is not None
    before = everything()

    killed_at(census.job_id, point, when, turn)

    assert everything() == before
    assert fresh(census).state == CensusState.TAKING_IN
    followed(census.job_id)
    assert fresh(census).state == CensusState.TAKEN_IN
    assert everything()["Person"] == before["Person"] + 1
    with as_house():
        assert verify().holds


@pytest.mark.parametrize(("point", "when", "turn"), UNDOING_POINTS)
def test_undoing_is_all_or_nothing(second: Census, clerk: Account, point: str, when: str, turn: int) -> None:
    before = everything()
    taken(second, clerk)
    in_it = everything()
    with acting_as(clerk):
        census = ask_to_undo(census_id=second.pk, actor=clerk, at=timezone.now())
    assert census.job_id is not None

    killed_at(census.job_id, point, when, turn)

    assert everything() == in_it
    followed(census.job_id)
    assert fresh(census).state == CensusState.UNDONE
    after = everything()
    told_again = {"held", "Statement"}  # versions went on, and what was withdrawn is kept
    assert {name: n for name, n in after.items() if name not in told_again} == {
        name: n for name, n in before.items() if name not in told_again
    }
    assert [one[:2] for one in after["held"]] == [one[:2] for one in before["held"]]
    with as_house():
        assert verify().holds


def test_killed_whenever_it_happens_all_is_taken_in_or_nothing(second: Census, clerk: Account) -> None:
    dice = random.Random(5)
    with acting_as(clerk):
        census = ask_to_take_in(census_id=second.pk, actor=clerk, at=timezone.now())
    assert census.job_id is not None
    before = everything()
    for _ in range(4):
        killed_sometime(census.job_id, dice.uniform(0.02, 0.3))
        if fresh(census).state == CensusState.TAKEN_IN:
            break
        assert everything() == before
        take_up(timezone.now() + LONG * 2)
    do(census.job_id, timezone.now)
    assert fresh(census).state == CensusState.TAKEN_IN
    assert everything()["Person"] == before["Person"] + 1
    with as_house():
        assert verify().holds


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_reading_goes_on_where_the_last_row_stands(
    world: World, clerk: Account, turn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "ROWS", 25)
    with acting_as(clerk):
        census = upload(place=world.gulzar, true_on=DAY, files=[messy(80)], actor=clerk, at=timezone.now())
    assert census.job_id is not None

    killed_at(census.job_id, "rihai.people.intake.jobs:_stage", AFTER, turn)

    with as_house():
        assert SourceRow.objects.filter(census=census).count() == (turn - 1) * 25
    followed(census.job_id)
    census = fresh(census)
    assert census.state == CensusState.TO_REVIEW
    with as_house():
        numbers = list(SourceRow.objects.filter(census=census).order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert sum(n for name, n in census.sum.items() if name != "people") == len(numbers)


def test_a_comparison_that_is_killed_is_done_again(world: World, clerk: Account) -> None:
    with acting_as(clerk):
        census = upload(
            place=world.gulzar, true_on=DAY, files=[Upload("list.csv", six())], actor=clerk, at=timezone.now()
        )
    assert census.job_id is not None

    killed_at(census.job_id, "rihai.people.intake.jobs:compare_with_known", AFTER)

    followed(census.job_id)
    assert (fresh(census).state, fresh(census).tally) == (CensusState.TO_REVIEW, {"new": 6})
