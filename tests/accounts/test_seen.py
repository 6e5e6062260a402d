"""The filter of need-to-know holds in whatever question it stands: its own tables, nobody named, a person by value."""

from __future__ import annotations

import pytest
from django.db.models import Q, UUIDField, Value
from django.db.models.functions import Cast

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant, Presence
from rihai.accounts.queries import sees
from rihai.kit.classes import DataClass
from tests.accounts.test_walls import ids, scatter
from tests.accounts.world import World, make_world
from tests.walled.models import HealthNote, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(["records_officer", "health_worker"])


@pytest.fixture
def scattered() -> World:
    return scatter(2)


@pytest.mark.parametrize("table", [Presence, Grant])
def test_a_question_to_the_tables_of_access_themselves_finds_the_rows_of_whom_is_seen(
    table: type[Presence | Grant], scattered: World
) -> None:
    found = 0
    for who in scattered.accounts.values():
        with acting_as(who):
            seen = ids(Person.objects.filter(sees(who, DataClass.PERSONAL, column="id")))
            rows = dict(table._default_manager.values_list("pk", "person_id"))
            mine = ids(table._default_manager.filter(sees(who, DataClass.PERSONAL)))
        assert mine == {pk for pk, person in rows.items() if person in seen}
        found += len(mine)
    assert found


def test_within_another_question_and_through_a_relation_it_finds_the_same(world: World) -> None:
    who, amina = world.accounts["health_worker"], world.people["Amina"]
    with acting_as(who):
        notes = HealthNote.objects.filter(sees(who, DataClass.HEALTH, column="person__id"))
        assert set(Person.objects.filter(pk__in=notes.values("person_id")).filter(sees(who, column="id"))) == {amina}
        assert notes.filter(Q(text="") | sees(who, DataClass.HEALTH)).count() == 1


def test_where_no_person_is_named_nobody_is_seen_and_what_is_left_out_stays_left_out(world: World) -> None:
    who = world.accounts["records_officer"]
    with acting_as(who):
        people = Person.objects.filter(sees(who, column="id")).annotate(nobody=Cast(Value(None), UUIDField()))
        assert not people.filter(sees(who, column="nobody")).exists()
        assert people.exclude(sees(who, column="nobody")).count() == people.count() == 1


def test_a_person_given_as_a_value_is_looked_up_too(world: World) -> None:
    who = world.accounts["records_officer"]
    with acting_as(who):
        people = Person.objects.filter(sees(who, column="id"))
        for name, is_seen in (("Amina", True), ("Celia", False)):
            of_one = people.annotate(one=Value(world.people[name].pk, UUIDField()))
            assert of_one.filter(sees(who, column="one")).exists() is is_seen
