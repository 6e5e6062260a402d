"""Health and survivors of the fictional office are played once, through the operations, and tell nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Unit
from rihai.accounts.operations.house import as_house
from rihai.casework.health.models import Appointment, Baby, Dose, HealthReferral, Pregnancy, SupportPlan
from rihai.casework.health.panels import due
from rihai.casework.survivors.models import SurvivorRecord, Watched
from rihai.demo.casework.health import WOMEN, play_health
from rihai.demo.casework.survivors import play_survivors
from tests.casework.survivors.cast import counsellor
from tests.people.world import World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    """Women enough at Gulzar; the health worker and the counsellor of the cast."""
    world = make_world()
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        for number in range(WOMEN):
            world.enter(clerk, full_name=f"Farzi {number}", cnic=f"904030000{number:04}", prison_id=f"UTP-{number}")
    nurse = world.worker("health_worker", world.gulzar)
    Account.objects.filter(pk=nurse.pk).update(email="health@rihai.example")
    zainab = counsellor(world, "zainab", Unit.objects.create(name="Survivor support"))
    Account.objects.filter(pk=zainab.pk).update(email="counsellor@rihai.example")
    return world


def test_mothers_and_children_are_played_where_the_women_are(world: World) -> None:
    at = timezone.now()
    assert play_health(at=at)
    assert not play_health(at=at)
    nurse = Account.objects.get(email="health@rihai.example")
    with as_house():
        assert Pregnancy.objects.count() == SupportPlan.objects.count() == HealthReferral.objects.count() == 1
        assert {one.called for one in Baby.objects.all()} == {"Noor", "Zain"}
        assert {one.given_by for one in Dose.objects.all()} == {"Salma Farzi, vaccinator"}
        assert Appointment.objects.filter(met="no_escort").exists()
    with acting_as(nurse, at):
        rows = [str(one.why) for one in due(nurse, timezone.localdate())]
    assert sum("doses" in one for one in rows) == 2
    assert any("No answer came" in one for one in rows)


def test_sealed_records_are_played_and_only_their_counsellor_finds_them(world: World) -> None:
    at = timezone.now() + timedelta(seconds=1)
    assert play_survivors(at=at)
    assert not play_survivors(at=at)
    with as_house():
        assert sorted(one.subject is None for one in SurvivorRecord.objects.all()) == [False, True]
        assert Watched.objects.count() == 1
