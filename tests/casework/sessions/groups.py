"""Groups and sessions for the tests: made by the worker, with people in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from rihai.accounts.acting import acting_as
from rihai.casework.services.models import Enrolment
from rihai.casework.sessions.models import Group, Session
from rihai.casework.sessions.operations import add_member, make_group, plan_session
from rihai.people.models import Person
from rihai.places.models import Place
from tests.casework.services.office import Office
from tests.people.world import NOON, TODAY

SAID: dict[str, Any] = {
    "on": TODAY, "starts_at": None, "minutes": 60, "means": "person", "leader": "trainer",
    "leader_name": "Yasir Misali", "topic": "", "materials": "",
}  # fmt: skip


def a_group(office: Office, service: str = "skills_training", place: Place | None = None) -> Group:
    """A group at Gulzar."""
    actor = office.health if service == "addiction" else office.worker
    with acting_as(actor, NOON):
        return make_group(
            service_id=service, name="Tailoring", place=place or office.world.gulzar, on=TODAY, actor=actor, at=NOON
        )


def take_in(office: Office, group: Group, rows: Sequence[Enrolment]) -> None:
    """Take people in."""
    actor = office.health if group.data_class == "health" else office.worker
    with acting_as(actor, NOON):
        for row in rows:
            add_member(group_id=group.pk, enrolment_id=row.pk, on=TODAY, actor=actor, at=NOON)


def a_session(office: Office, group: Group, on: date = TODAY) -> Session:
    """A session of a group."""
    actor = office.health if group.data_class == "health" else office.worker
    with acting_as(actor, NOON):
        return plan_session(group_id=group.pk, said={**SAID, "on": on}, actor=actor, at=NOON)


def women(office: Office, many: int) -> list[Person]:
    """So many invented women, by name."""
    return [office.person(full_name=f"Farzi {at:02}", cnic=None, prison_id=f"UTP-{at:03}") for at in range(1, many + 1)]
