"""The caseworkers of the fictional office do their work through the operations of the site, once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Case, CaseState, HandOver, Intake
from rihai.demo.casework.cases import WOMEN, play_cases
from rihai.demo.cast import GULZAR
from rihai.places.models import Place
from tests.people.world import NOON, TODAY, make_world

pytestmark = pytest.mark.django_db


def test_the_caseworkers_have_worked_and_only_once() -> None:
    world = make_world()
    Place.objects.filter(pk=world.gulzar.pk).update(code=GULZAR)
    for key, role in (("caseworker", "caseworker"), ("supervisor", "supervisor"), ("small-office", "supervisor")):
        account = Account.objects.create_user(f"{key}@rihai.example", key)
        give_posting(
            account=account,
            role=role,
            place=world.gulzar,
            started_on=TODAY - timedelta(days=90),
            actor=house(),
            at=NOON,
        )
    worker = Account.objects.get(email="caseworker@rihai.example")
    with acting_as(worker, NOON):
        for number in range(WOMEN):
            told: Any = {"cnic": f"90403000001{number:02}", "prison_id": f"W-{number}", "cases": []}
            world.enter(worker, full_name=f"Farzi {'ABCDEFGHI'[number]}", **told)
    assert play_cases(at=NOON)
    assert not play_cases(at=NOON), "it was played"
    with as_house(NOON):
        states = sorted(Case.objects.values_list("state", flat=True))
        assert states == sorted([CaseState.OPEN] * 7 + [CaseState.CLOSED, CaseState.WAITING])
        assert Intake.objects.filter(answer="waiting").count() == HandOver.objects.count() == 1
