"""A list becomes people, each told of by their row; a second list changes what it changes; undone, all is as before."""

from __future__ import annotations

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Presence
from rihai.accounts.operations.house import as_house
from rihai.people.intake.models import CensusState
from rihai.people.models import (
    Alias,
    Charge,
    ChildInside,
    CriminalCase,
    CustodyEpisode,
    Hearing,
    Identifier,
    Movement,
    NameKey,
    Person,
    Sentence,
    Statement,
)
from rihai.people.projection import project
from rihai.people.queries.people import people_for
from tests.people.intake.lists import DAY, NAMES, give, messy, six, taken, undone
from tests.people.world import World

pytestmark = pytest.mark.django_db


def test_a_list_becomes_people_who_are_held_there(world: World, clerk: Account) -> None:
    census = give(clerk, world.gulzar, six())
    assert census.state == CensusState.TO_REVIEW
    assert census.sum["people"] == 6
    assert census.tally == {"new": 6}

    census = taken(census, clerk)

    assert census.state == CensusState.TAKEN_IN
    with acting_as(clerk):
        people = list(people_for(clerk).order_by("full_name"))
    assert [one.full_name for one in people] == sorted(NAMES)
    assert {one.held_at_id for one in people} == {world.gulzar.pk}
    with as_house():
        said = Statement.objects.get(person=people[0], data_class="personal")
        assert (said.kind, said.sheet, said.true_on) == ("census_row", "", DAY)
        assert said.raw["sex"] == "F"
        assert CustodyEpisode.objects.count() == 6
        assert Identifier.objects.filter(number_index="9040300000038").count() == 1


def test_five_hundred_messy_rows_are_all_accounted_for(world: World, clerk: Account) -> None:
    census = give(clerk, world.gulzar, messy(500))
    counted = {name: n for name, n in census.sum.items() if name != "people"}
    with as_house():
        assert sum(counted.values()) == census.rows.count()
    assert counted["rejected"] > 0

    census = taken(census, clerk)

    with acting_as(clerk):
        assert people_for(clerk).count() == census.sum["people"]


def test_the_tables_of_new_people_are_what_their_statements_say(world: World, clerk: Account) -> None:
    taken(give(clerk, world.gulzar, messy(150)), clerk)
    before = _tables()

    with as_house():
        project(list(Person.objects.values_list("pk", flat=True)))

    assert _tables() == before


def test_undone_nothing_of_it_is_left(world: World, clerk: Account) -> None:
    before = _counts()
    census = taken(give(clerk, world.gulzar, six()), clerk)

    census = undone(census, clerk)

    assert census.state == CensusState.UNDONE
    assert _counts() == before


def _tables() -> dict[str, list[str]]:
    """What the typed tables hold, whatever the keys of their rows."""
    with as_house():
        return {
            model.__name__: sorted(
                str([(name, value) for name, value in row.items() if name not in {"id", "criminal_case_id", "number"}])
                for row in model._default_manager.values()
            )
            for model in (Person, NameKey, Identifier, CriminalCase, Charge, Sentence, Hearing, ChildInside, Alias)
        }


def _counts() -> list[int]:
    with as_house():
        return [model.objects.count() for model in (Person, Statement, CustodyEpisode, Movement, Presence, Identifier)]
