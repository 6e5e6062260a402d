"""A second list of a prison: who is new, gone, moved, changed, missing, perhaps the same; the hand stays believed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Presence
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import is_guarded
from rihai.people.intake.errors import BuiltOn, OlderList, Stale
from rihai.people.intake.models import Census, CensusChange
from rihai.people.intake.operations import ask_to_take_in, ask_to_undo, decide_match, read_again
from rihai.people.models import Difference, LinkDecision, Movement, Person, Statement
from rihai.people.operations import correct_facts, give_consent
from rihai.people.queries.people import people_for, person_seen
from rihai.people.queries.records import record_of
from tests.people.intake.lists import DAY, HEADINGS, NAMES, csv_of, give, line, six, taken, undone, worked
from tests.people.world import World

pytestmark = pytest.mark.django_db
NEXT = date(2026, 11, 24)


def lines(*left_out: int, **changed: Callable[[dict[str, Any]], dict[str, Any]]) -> list[dict[str, Any]]:
    """The six of the first list again, without some, with some changed (by their number, as `n3`)."""
    rows = [line(name, at) for at, name in enumerate(NAMES, 1) if at not in left_out]
    return [change(row) if (change := changed.get(f"n{row['Sr. No']}")) else row for row in rows]


def person(name: str) -> Person:
    with as_house():
        return Person.objects.get(full_name=name, merged_into=None)


def kinds(census: Census) -> dict[str, set[str]]:
    """The names under each kind of change."""
    with as_house():
        names = dict(Person.objects.values_list("pk", "full_name"))
        found: dict[str, set[str]] = {}
        for kind, one in CensusChange.objects.filter(census=census).values_list("kind", "person_id"):
            found.setdefault(kind, set()).add(names[one])
    return found


@pytest.fixture
def first(world: World, clerk: Account) -> Census:
    """The first list, taken in."""
    return taken(give(clerk, world.gulzar, six()), clerk)


def test_who_is_missing_stays_held_and_is_named(world: World, clerk: Account, first: Census) -> None:
    census = give(clerk, world.gulzar, csv_of([*lines(2), line("Sana Misali", 40)]), on=NEXT)
    assert kinds(census) == {"missing": {NAMES[1]}}
    assert census.tally["new"] == 1

    taken(census, clerk)

    assert person(NAMES[1]).held_at_id == world.gulzar.pk
    with acting_as(clerk):
        assert people_for(clerk).count() == 7


def test_whom_the_list_lets_go_is_gone_and_comes_back_when_it_is_undone(
    world: World, clerk: Account, first: Census
) -> None:
    rows = lines(n3=lambda one: {**one, "Remarks": "released on bail 22-11-2026"})
    census = taken(give(clerk, world.gulzar, csv_of(rows), on=NEXT), clerk)
    gone = person(NAMES[2])
    assert kinds(census)["gone"] == {NAMES[2]}
    assert gone.held_at_id is None
    with as_house():
        assert Movement.objects.filter(person=gone).order_by("-sequence").first().kind == "release"  # type: ignore[union-attr]
        assert Presence.objects.get(person_id=gone.pk).seen_until is not None

    undone(census, clerk)

    assert person(NAMES[2]).held_at_id == world.gulzar.pk
    with as_house():
        assert Movement.objects.filter(person=gone).count() == 1
        assert Presence.objects.get(person_id=gone.pk).seen_until is None


def test_who_comes_from_another_prison_is_one_person_and_moved(world: World, clerk: Account, first: Census) -> None:
    other = world.worker("records_officer", world.naya_bagh)
    census = taken(give(other, world.naya_bagh, csv_of([line(NAMES[3], 4), line("Sana Misali", 60)]), on=NEXT), other)

    moved = person(NAMES[3])
    assert moved.held_at_id == world.naya_bagh.pk
    with acting_as(other):
        assert person_seen(moved.pk, actor=other) is not None
    with acting_as(clerk):
        assert person_seen(moved.pk, actor=clerk) is not None, "the former prison goes on seeing for ninety days"

    undone(census, other)

    assert person(NAMES[3]).held_at_id == world.gulzar.pk
    with acting_as(other):
        assert person_seen(moved.pk, actor=other) is None


def test_before_it_is_taken_in_nothing_is_told_of_people_elsewhere(world: World, clerk: Account, first: Census) -> None:
    other = world.worker("records_officer", world.naya_bagh)
    census = give(other, world.naya_bagh, csv_of([line(NAMES[3], 4)]), on=NEXT)
    client = client_of(other)

    page = client.get(reverse("people:census", args=[census.pk])).content.decode()
    moved = client.get(reverse("people:census-changes", args=[census.pk, "moved"])).content.decode()
    new = client.get(reverse("people:census-changes", args=[census.pk, "new"])).content.decode()

    assert kinds(census) == {"moved": {NAMES[3]}}, "the house knows"
    assert "Came from another place" not in page
    assert "Gulzar" not in page + moved
    assert NAMES[3] not in moved
    assert NAMES[3] in new, "the row is new to who asks"


def test_a_doubtful_match_is_decided_by_a_person(world: World, clerk: Account, first: Census) -> None:
    def same_name(one: dict[str, Any]) -> dict[str, Any]:
        return {
            **one,
            "CNIC No.": "",
            "Prisoner No": "X-9",
            "FIR No": "",
            "Date of Arrest": "",
            "Date of Admission": "",
        }

    rows = csv_of(lines(n5=same_name, n6=same_name))
    census = give(clerk, world.gulzar, rows, on=NEXT)
    assert kinds(census)["probably_same"] >= {NAMES[4], NAMES[5]}
    with acting_as(clerk):
        for name, decision in ((NAMES[4], "same"), (NAMES[5], "different")):
            change = CensusChange.objects.get(census=census, kind="probably_same", person_id=person(name).pk)
            decide_match(census_id=census.pk, change_id=change.pk, decision=decision, actor=clerk, at=timezone.now())

    taken(census, clerk)

    with as_house():
        assert Person.objects.filter(full_name=NAMES[4]).count() == 1
        assert Person.objects.filter(full_name=NAMES[5]).count() == 2
        assert LinkDecision.objects.get().verdict == "different"


def test_the_hand_stays_believed_and_the_difference_is_listed(world: World, clerk: Account, first: Census) -> None:
    one = person(NAMES[0])
    with acting_as(clerk):
        correct_facts(
            person_id=one.pk, version=one.version, record={"education": "Middle"}, raw={}, true_on=DAY,
            actor=clerk, at=timezone.now(),
        )  # fmt: skip
    rows = lines(n1=lambda row: {**row, "Remarks": "Matric"})
    headings = [one.replace("Remarks", "Education") for one in HEADINGS]
    census = give(clerk, world.gulzar, csv_of(rows, headings), on=NEXT)
    assert kinds(census)["by_hand"] == {NAMES[0]}

    taken(census, clerk)

    with acting_as(clerk):
        assert record_of(one.pk, actor=clerk)["education"] == "Middle"
    with as_house():
        assert [row.path for row in Difference.objects.filter(person=one)] == ["education"]


def test_a_changed_status_is_named_and_believed(world: World, clerk: Account, first: Census) -> None:
    rows = lines(n1=lambda one: {**one, "Category": "Detenue"})
    census = give(clerk, world.gulzar, csv_of(rows), on=NEXT)
    assert kinds(census) == {"status_changed": {NAMES[0]}}

    taken(census, clerk)

    assert person(NAMES[0]).legal_status == "detained_without_charge"


def test_who_stands_in_a_row_that_was_left_out_is_not_missing(world: World, clerk: Account, first: Census) -> None:
    census = give(clerk, world.gulzar, csv_of(lines(n1=lambda one: {**one, "Category": ""})), on=NEXT)

    assert kinds(census) == {"left_out": {NAMES[0]}}


def test_whom_being_known_can_kill_is_guarded_from_the_taking_in_on(world: World, clerk: Account) -> None:
    section = settings.GUARDING_SECTIONS[0].replace("PPC ", "") + " PPC"
    taken(give(clerk, world.gulzar, csv_of([line("Sana Misali", 9, **{"U/S": section}), *lines()])), clerk)

    one = person("Sana Misali")
    assert is_guarded(one.pk)
    with acting_as(clerk):
        assert person_seen(one.pk, actor=clerk) is None
    chief = world.worker("supervisor", world.gulzar)
    with acting_as(chief):
        assert person_seen(one.pk, actor=chief) is not None


def test_people_who_changed_meanwhile_are_compared_once_more(world: World, clerk: Account, first: Census) -> None:
    census = give(clerk, world.gulzar, csv_of(lines(), title="List of 24-11-2026"), on=NEXT)
    one = person(NAMES[0])
    with acting_as(clerk):
        correct_facts(
            person_id=one.pk, version=one.version, record={"home_district": "Sialkot"}, raw={}, true_on=DAY,
            actor=clerk, at=timezone.now(),
        )  # fmt: skip
        with pytest.raises(Stale):
            ask_to_take_in(census_id=census.pk, actor=clerk, at=timezone.now())
        read_again(census_id=census.pk, actor=clerk, at=timezone.now())
    taken(worked(census), clerk)


def test_an_older_list_is_refused(world: World, clerk: Account, first: Census) -> None:
    with pytest.raises(OlderList):
        give(clerk, world.gulzar, csv_of(lines()), on=date(2026, 10, 1))


def test_it_cannot_be_undone_once_something_is_built_on_it(world: World, clerk: Account, first: Census) -> None:
    with acting_as(clerk):
        give_consent(
            person_id=person(NAMES[0]).pk, purpose="legal", recipient="legal aid", classes=["personal"],
            given_how="read to her", started_on=DAY, actor=clerk, at=timezone.now(),
        )  # fmt: skip
        with pytest.raises(BuiltOn):
            ask_to_undo(census_id=first.pk, actor=clerk, at=timezone.now())
    with as_house():
        assert Statement.objects.filter(withdrawn_at=None).exists()


def test_a_list_told_of_again_is_believed_as_before_when_undone(world: World, clerk: Account, first: Census) -> None:
    one = person(NAMES[0])
    with acting_as(clerk):
        before = record_of(one.pk, actor=clerk)
    rows = lines(n1=lambda row: {**row, "Barrack": "9", "Police Station": "Cantt"})
    census = taken(give(clerk, world.gulzar, csv_of(rows), on=NEXT), clerk)
    with acting_as(clerk):
        assert record_of(one.pk, actor=clerk)["barrack"] == "9"

    undone(census, clerk)

    with acting_as(clerk):
        assert record_of(one.pk, actor=clerk) == before


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client
