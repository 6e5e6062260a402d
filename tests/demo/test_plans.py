"""Plans of the fictional office are played once, through the operations, on people of its lists."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.casework.plans.models import AtOnce, Plan, PlanPaper
from rihai.demo.casework.plans import WOMEN, play_plans
from rihai.demo.cast import GULZAR
from rihai.places.models import Place
from tests.people.world import NOON, TODAY, make_world

pytestmark = pytest.mark.django_db


def test_plans_are_played_once() -> None:
    world = make_world()
    Place.objects.filter(pk=world.gulzar.pk).update(code=GULZAR)
    worker = Account.objects.create_user("caseworker@rihai.example", "Hina")
    give_posting(
        account=worker, role="caseworker", place=world.gulzar, started_on=TODAY - timedelta(days=900), actor=house(),
        at=NOON,
    )  # fmt: skip
    with acting_as(worker, NOON):
        assert not play_plans(at=NOON), "nobody is known yet"
        for number in range(WOMEN):
            told: dict[str, Any] = {"cnic": f"90403000001{number:02}", "prison_id": f"W-{number}", "cases": []}
            world.enter(worker, full_name=f"Farzi {'ABCD'[number]}", **told)
    assert play_plans(at=NOON)
    assert not play_plans(at=NOON), "it was played"
    with as_house(NOON):
        assert (Plan.objects.count(), PlanPaper.objects.count(), AtOnce.objects.count()) == (2, 1, 1)
