"""PostgreSQL's walls around people: a query that forgot its filter shows what the filter would, and no more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from rihai.accounts.acting import acting_as
from rihai.accounts.queries import sees
from rihai.kit.classes import OF_PEOPLE
from rihai.people.models import (
    Alias,
    Charge,
    Consent,
    CriminalCase,
    CustodyEpisode,
    Hearing,
    Identifier,
    Movement,
    NameKey,
    Person,
    Placement,
    Relationship,
    Statement,
)
from rihai.people.operations import add_relationship, give_consent, guard_person, transfer_person
from rihai.people.queries.people import people_for
from tests.people.world import NOON, TODAY, World

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="walls stand on PostgreSQL alone"),
]
TABLES: tuple[Any, ...] = (
    Person, NameKey, Alias, Identifier, CriminalCase, Charge, Hearing, CustodyEpisode, Movement, Placement,
    Relationship, Consent, Statement,
)  # fmt: skip


def _filled(world: World) -> Person:
    clerk = world.worker("supervisor", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk, alias="Nargo")
        add_relationship(person_id=person.pk, kind="mother", name="Zainab", actor=clerk, at=NOON)
        give_consent(
            person_id=person.pk, purpose="legal", recipient="court", classes=["personal"], given_how="thumb",
            started_on=TODAY, actor=clerk, at=NOON,
        )  # fmt: skip
    return person


def test_whoever_works_elsewhere_or_is_nobody_sees_no_row_of_any_table(world: World) -> None:
    _filled(world)
    for actor in (world.worker("caseworker", world.naya_bagh), world.worker("administrator", None), None):
        with acting_as(actor, NOON):
            assert [model.__name__ for model in TABLES if model._default_manager.exists()] == []


def test_whoever_works_there_sees_the_rows_of_their_classes_alone(world: World) -> None:
    _filled(world)
    seen = {}
    for role in ("caseworker", "health_worker", "lawyer"):
        actor = world.worker(role, world.gulzar)
        with acting_as(actor, NOON):
            assert [model.__name__ for model in TABLES if not model._default_manager.exists()] == []
            seen[role] = set(Statement.objects.values_list("data_class", flat=True))
    assert seen == {
        "caseworker": {"personal"}, "health_worker": {"personal", "health"}, "lawyer": {"personal", "legal"},
    }  # fmt: skip


def test_the_bare_tables_show_what_the_filter_shows(world: World) -> None:
    clerk = world.worker("supervisor", world.province)
    with acting_as(clerk, NOON):
        people = [
            world.enter(clerk, place, cnic=f"90403000{n:05}")
            for n, place in enumerate([world.gulzar, world.naya_bagh] * 3)
        ]
        transfer_person(person_id=people[0].pk, version=1, place=world.naya_bagh, on=TODAY, actor=clerk, at=NOON)
        guard_person(person_id=people[2].pk, ground="honour", actor=clerk, at=NOON)
    for role, place in (("caseworker", world.gulzar), ("lawyer", world.naya_bagh), ("supervisor", world.gulzar)):
        actor = world.worker(role, place)
        for days in (0, 89, 91):
            with acting_as(actor, NOON + timedelta(days=days)):
                assert set(Person.objects.values_list("pk")) == set(people_for(actor).values_list("pk"))
                for one in OF_PEOPLE:
                    bare = Statement.objects.filter(data_class=one)
                    assert set(bare.values_list("pk")) == set(bare.filter(sees(actor, one)).values_list("pk"))


def test_every_table_of_the_room_with_a_person_has_its_wall() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE rowsecurity AND schemaname = 'public'")
        walled = {name for (name,) in cursor.fetchall()}
    ours = {
        model._meta.db_table
        for model in apps.get_app_config("people").get_models()
        if any(field.related_model is Person for field in model._meta.concrete_fields)
    } | {"people_person"}
    assert ours - walled == set()
