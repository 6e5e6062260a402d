"""What the caseworker of the fictional office has led: a group, its sessions, a certificate, two kept apart; once."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.services.models import Enrolment
from rihai.casework.services.queries.reach import rows_for
from rihai.casework.sessions.models import Group, Session
from rihai.casework.sessions.operations import (
    add_member,
    give_certificate,
    keep_apart,
    make_group,
    mark_attendance,
    plan_session,
)
from rihai.casework.sessions.queries.sessions import sheet
from rihai.kit.came import Mark
from rihai.kit.ids import new_id

WEEKS = 4


@transaction.atomic
def play_sessions(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played or nobody is in a service."""
    worker = Account.objects.get(email="caseworker@rihai.example")
    today = localdate(at)
    with as_house(at):
        if Group.objects.exists():
            return False
    with acting_as(worker, at):
        learners = rows_for(Enrolment, worker, at=at).filter(service="skills_training")
        rows = list(learners.filter(ended_on=None).select_related("person__held_at").order_by("pk"))
        place = rows[0].person.held_at if rows else None
        if len(rows) < 4 or place is None:
            return False
        group = make_group(
            service_id="skills_training", name="Tailoring, Monday", place=place,
            on=today - timedelta(weeks=WEEKS), actor=worker, at=at,
        )  # fmt: skip
        for row in rows:
            add_member(group_id=group.pk, enrolment_id=row.pk, on=group.started_on, actor=worker, at=at)
        for week in range(WEEKS, -1, -1):
            _session(group, week, worker, at)
        finished = learners.filter(is_finished=True).order_by("pk").first()
        if finished is not None:
            give_certificate(
                enrolment_id=finished.pk, subject="Tailoring, level 1", subject_ur="سلائی، درجہ ۱",
                trainer="Yasir Misali", on=today, actor=worker, at=at,
            )  # fmt: skip
            keep_apart(
                one_id=rows[0].person_id, other_id=finished.person_id, role_one="witness", role_other="other",
                level="unit", reason="One is a witness in the other’s case (invented).", data_class="personal",
                on=today, review_on=today + timedelta(days=12), actor=worker, at=at,
            )  # fmt: skip
    return True


def _session(group: Group, week: int, worker: Account, at: datetime) -> Session:
    """One a week; most come; that of today is still to be written down."""
    session = plan_session(
        group_id=group.pk, actor=worker, at=at,
        said={"on": localdate(at) - timedelta(weeks=week), "starts_at": time(10, 30), "minutes": 90, "means": "person",
              "leader": "trainer", "leader_name": "Yasir Misali", "topic": "Seams and hems",
              "materials": "cloth, 12 needles"},
    )  # fmt: skip
    if week:
        marks = [
            Mark(row.pk, "prevented" if (number + week) % 6 == 0 else "present", new_id(), at)
            for number, row in enumerate(sheet(session, actor=worker))
        ]
        mark_attendance(session_id=session.pk, marks=marks, actor=worker, at=at)
    return session
