"""Whoever works at one prison is asked about from there, and sees no one less: those who left it, and those granted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant, Ground, Presence
from rihai.screening.operations import screen_people
from rihai.screening.queries.sight import findings_for, is_near
from tests.conftest import as_owner
from tests.people.world import World
from tests.screening.cast import keep, woman

pytestmark = pytest.mark.django_db


def test_who_left_a_prison_or_is_granted_is_seen_from_there_too(world: World) -> None:
    today, now = timezone.localdate(), timezone.now()
    clerk, lawyer = world.worker("records_officer", world.gulzar), world.worker("lawyer", world.naya_bagh)
    with acting_as(clerk):
        person = keep(woman(today), world.gulzar, clerk)
        screen_people([person.pk], at=now)
    with acting_as(lawyer):
        assert is_near(lawyer)
        assert not findings_for(lawyer).exists()
    with as_owner():
        left = Presence.objects.create(person_id=person.pk, place=world.naya_bagh, seen_until=today + timedelta(days=9))
    with acting_as(lawyer):
        assert findings_for(lawyer).exists()
    with as_owner():
        left.delete()
        Grant.objects.create(
            account=lawyer, person_id=person.pk, data_class="personal", ground=Ground.SERVICE, started_at=now
        )
    with acting_as(lawyer):
        assert findings_for(lawyer).filter(data_class="personal").exists()


def test_whoever_works_everywhere_is_not_narrowed(world: World) -> None:
    chief = world.worker("supervisor", None)
    with acting_as(chief):
        assert not is_near(chief)
