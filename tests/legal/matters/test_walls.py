"""PostgreSQL’s walls around matters: a query without its filter shows the team its own, and nobody else anything."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from rihai.accounts.acting import acting_as
from rihai.legal.matters.models import (
    BailOrder,
    ConflictCheck,
    ConflictHit,
    Matter,
    MatterHearing,
    Party,
    PartyKey,
    TeamMember,
    TimeEntry,
)
from rihai.legal.matters.operations import add_member, list_hearing, note_time, record_bail
from rihai.legal.matters.queries.reach import matters_for
from tests.legal.matters.office import NOON, TODAY, Office

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="walls stand on PostgreSQL alone"),
]
TABLES: tuple[Any, ...] = (Matter, TeamMember, Party, MatterHearing, BailOrder, TimeEntry)


def _filled(office: Office) -> Matter:
    matter = office.open()
    party = office.client(matter)
    with acting_as(office.lawyer, NOON):
        said = {"listed_on": TODAY, "purpose": "bail"}
        list_hearing(matter_id=matter.pk, said=said, actor=office.lawyer, at=NOON)
        note_time(matter_id=matter.pk, on=TODAY, minutes=30, what="read the file", actor=office.lawyer, at=NOON)
        record_bail(matter_id=matter.pk, party_id=party.pk, said={"granted_on": TODAY}, actor=office.lawyer, at=NOON)
    return matter


def test_the_bare_tables_show_the_team_its_matter_and_nobody_else_anything(office: Office) -> None:
    matter = _filled(office)
    near = office.world.worker("lawyer", office.world.province)
    for actor in (near, office.caseworker, office.chief, office.world.worker("administrator", None), None):
        with acting_as(actor, NOON):
            assert [model.__name__ for model in TABLES if model._default_manager.exists()] == []
    with acting_as(office.lawyer, NOON):
        assert [model.__name__ for model in TABLES if not model._default_manager.exists()] == []
        assert not PartyKey.objects.exists(), "keys of names are the house's alone"
        add_member(matter_id=matter.pk, account_id=office.other.pk, role="helps", actor=office.lawyer, at=NOON)
    with acting_as(office.other, NOON):
        assert [model.__name__ for model in TABLES if not model._default_manager.exists()] == []


def test_the_bare_table_and_the_filter_are_one(office: Office) -> None:
    office.open()
    with acting_as(office.other, NOON):
        gul = office.world.enter(office.other, office.world.naya_bagh, full_name="Gul Farzi", cnic="9040300000024")
    office.open(office.other, gul)
    for actor in (office.lawyer, office.other, office.chief):
        with acting_as(actor, NOON):
            assert set(Matter.objects.values_list("pk")) == set(matters_for(actor).values_list("pk"))


def test_what_a_check_met_is_shown_to_panel_leads_alone(office: Office) -> None:
    office.open(others=[{"side": "witness", "name": "Bilqis Namoona", "number": ""}])
    with acting_as(office.other, NOON):
        bilqis = office.world.enter(
            office.other, office.world.naya_bagh, full_name="Bilqis Namoona", cnic="9040300000016"
        )
    office.open(office.other, bilqis)
    with acting_as(office.other, NOON):
        assert (ConflictCheck.objects.count(), ConflictHit.objects.count()) == (1, 0)
    with acting_as(office.chief, NOON):
        assert (ConflictCheck.objects.count(), ConflictHit.objects.count(), Party.objects.count()) == (1, 1, 0)
