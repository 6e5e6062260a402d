"""The caseworker of the fictional office gives services and leads a group through the operations of the site, once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.casework.services.models import Enrolment, JobPlacement, MaterialHelp
from rihai.casework.sessions.models import Apart, Attendance, Certificate, Session
from rihai.demo.casework.services import LEARNERS, play_services
from rihai.demo.casework.sessions import WEEKS, play_sessions
from tests.people.world import NOON, TODAY, make_world

pytestmark = pytest.mark.django_db


def test_services_are_given_and_a_group_meets_and_only_once() -> None:
    world = make_world()
    worker = Account.objects.create_user("caseworker@rihai.example", "Hina Namoona")
    give_posting(
        account=worker, role="caseworker", place=world.gulzar, started_on=TODAY - timedelta(days=90), actor=house(),
        at=NOON,
    )  # fmt: skip
    with acting_as(worker, NOON):
        for number in range(LEARNERS):
            told: Any = {"cnic": f"90403000002{number:02}", "prison_id": f"W-{number}", "cases": []}
            world.enter(worker, full_name=f"Farzi {'ABCDEFGHIJKLMNOP'[number]}", **told)
    assert not play_sessions(at=NOON), "nobody is in a service yet"
    for play in (play_services, play_sessions):
        assert play(at=NOON)
        assert not play(at=NOON), "it was played"
    with as_house(NOON):
        assert Enrolment.objects.values("person").distinct().count() == LEARNERS
        assert Session.objects.filter(state="held").count() == WEEKS
        assert Session.objects.filter(state="planned").count() == 1
        assert Attendance.objects.filter(came="present").exists()
        assert (MaterialHelp.objects.count(), JobPlacement.objects.count()) == (2, 1)
        assert (Certificate.objects.count(), Apart.objects.count()) == (1, 1)
