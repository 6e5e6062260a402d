"""Python's filter and PostgreSQL's walls show the same, for generated worlds, every actor and every class."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, models, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID, Account, Grant, Presence
from rihai.accounts.operations import guard
from rihai.accounts.queries import sees, sights_of
from rihai.accounts.roles import ROLES, Where
from rihai.kit.classes import OF_PEOPLE, DataClass
from tests.accounts import world as worlds
from tests.accounts.world import World, account, let, make_world
from tests.walled.models import HealthNote, Person, SealedNote
from tests.walled.queries import health_notes_for, people_for, sealed_notes_for

pytestmark = pytest.mark.django_db
postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="walls stand on PostgreSQL alone")
ASKS: dict[type[models.Model], Callable[[Any], models.QuerySet[Any]]] = {
    Person: people_for,
    HealthNote: health_notes_for,
    SealedNote: sealed_notes_for,
}


def scatter(seed: int) -> World:
    """A world thrown by dice: people in places with days gone, guarded or not; accounts with postings and grants."""
    dice = random.Random(seed)
    world = make_world()
    places = [world.places[name] for name in ("A", "B", "C")]
    spots: list[Any] = [*world.places.values(), world.unit, None]
    for number in range(12):
        one = worlds.person(f"Person {number}", *dice.sample(places, dice.randint(0, 2)))
        if dice.random() < 0.4:
            worlds.gone(one, dice.choice(places), dice.choice([0, 1, 89, 90, 91, 400]))
        if dice.random() < 0.3:
            guard(person_id=one.pk, ground="dice", actor=None, at=worlds.now())
        world.people[str(number)] = one
    today = timezone.localdate()
    for number in range(10):
        who = account(f"account {number}")
        for role in dice.sample(sorted(set(ROLES) - {"system"}), dice.randint(0, 3)):
            at = dice.choice(spots)
            since = today - timedelta(days=dice.choice([-1, 0, 1, 50]))
            until = dice.choice([None, None, today, today + timedelta(days=1)])
            worlds.post(who, role, at, since, until if until is None or until > since else None)
        for name in dice.sample(sorted(world.people), 4):
            classes = dice.sample(list(OF_PEOPLE), dice.randint(1, 3))
            ends = dice.choice([None, None, worlds.now() - timedelta(minutes=1), worlds.now() + timedelta(hours=1)])
            let(who, world.people[name], *classes, ground=dice.choice(["assignment", "glass"]), until=ends)
        world.accounts[str(number)] = who
    Account.objects.filter(pk=world.accounts["9"].pk).update(is_active=False)
    return world


@pytest.fixture(params=range(6), ids=lambda seed: f"world {seed}")
def scattered(request: pytest.FixtureRequest) -> World:
    return scatter(request.param)


def ids(rows: models.QuerySet[Any]) -> set[UUID]:
    return set(rows.values_list("pk", flat=True))


@postgresql
def test_a_query_without_the_filter_returns_what_the_filter_returns(scattered: World) -> None:
    for who in [*scattered.accounts.values(), Account(pk=SYSTEM_ID, name="house")]:
        with acting_as(who):
            for model, asked in ASKS.items():
                assert ids(model._default_manager.all()) == ids(asked(who)), (who, model)


def test_the_filter_returns_what_plain_values_decide(scattered: World) -> None:
    persons = [one.pk for one in scattered.people.values()]
    for who in scattered.accounts.values():
        with acting_as(SYSTEM_ID):  # plain values are read by the house, which sees every presence and grant
            sights = sights_of(Account.objects.get(pk=who.pk), persons)
        for data_class in OF_PEOPLE:
            with acting_as(who):
                seen = ids(Person.objects.filter(sees(who, data_class, column="id")))
            assert {one for one in persons if data_class in sights[one].seen} == seen, (who, data_class)


@postgresql
def test_plain_values_decide_alike_behind_the_actors_own_walls(scattered: World) -> None:
    persons = [one.pk for one in scattered.people.values()]
    for who in scattered.accounts.values():
        with acting_as(SYSTEM_ID):
            by_house = sights_of(who, persons)
        with acting_as(who):
            assert sights_of(who, persons) == by_house


@postgresql
def test_nobody_sees_nothing(scattered: World) -> None:
    assert not Person.objects.exists()
    with acting_as(None):
        assert [model for model in (Person, HealthNote, SealedNote, Presence, Grant) if model.objects.exists()] == []


@postgresql
def test_the_application_owns_nothing_and_cannot_write_what_it_may_not_see() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, count(*) FILTER (WHERE tableowner = current_user) FROM pg_tables")
        assert cursor.fetchone() == ("rihai_app", 0)
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Person.objects.create(name="Nobody", number="9")


class TestWriting:
    @pytest.fixture
    def world(self) -> World:
        return make_world(["records_officer", "health_worker"])

    @postgresql
    def test_an_officer_changes_their_own_and_nobody_else(self, world: World) -> None:
        with acting_as(world.accounts["records_officer"]):
            assert Person.objects.update(name="changed") == 1
            assert HealthNote.objects.update(text="changed") == 0
        with acting_as(world.accounts["health_worker"]):
            assert HealthNote.objects.filter(person=world.people["Bilal"]).delete()[0] == 0
            assert HealthNote.objects.update(text="seen") == 1

    @postgresql
    def test_nobody_writes_the_tables_of_access_but_the_house(self, world: World) -> None:
        who = world.accounts["records_officer"]
        with acting_as(who):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Grant.objects.create(
                    account=who, person_id=world.people["Celia"].pk, data_class=DataClass.PERSONAL,
                    ground="assignment", started_at=worlds.now(),
                )  # fmt: skip
            assert Presence.objects.update(place=world.places["C"]) == 0


def test_every_role_with_grave_matter_has_personal_too() -> None:
    for role in ROLES.values():
        grave = {DataClass.HEALTH, DataClass.LEGAL, DataClass.SEALED}
        assert not role.classes & grave or DataClass.PERSONAL in role.classes, role.key
        assert not role.by_place & grave or DataClass.PERSONAL in role.by_place, role.key
        assert DataClass.SEALED not in role.by_place, role.key
        assert role.by_place <= role.classes, role.key
        assert role.where <= set(Where), role.key
