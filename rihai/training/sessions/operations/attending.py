"""Who came on a day of a session, tap by tap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.came import Mark
from rihai.training.errors import NotSo, NotThere
from rihai.training.sessions.models import Attendance, Came, Seat, SessionDay, SessionState
from rihai.training.sessions.operations.planning import open_session


@transaction.atomic
def mark_day(*, day_id: UUID, marks: Sequence[Mark], actor: Actor, at: datetime) -> int:
    """Keep who came; says how many rows changed. A mark sent twice changes nothing, nor does one that comes too late.

    A mark's row is the key of an enrolment; those of somebody without a seat here are left aside. The first mark makes
    the session held. Raises NotThere, NotSo.
    """
    day = SessionDay.objects.filter(pk=day_id).first()
    if day is None:
        raise NotThere(str(day_id))
    session = open_session(day.session_id, actor=actor)
    if day.on > local_day(at):
        raise NotSo(_("This day is still to come."))
    seated = set(session.enrolments.filter(seat=Seat.HELD).values_list("pk", flat=True))
    rows = {one.enrolment_id: one for one in Attendance.objects.filter(day=day)}
    changed: dict[UUID, Attendance] = {}
    for mark in sorted(marks, key=lambda one: one.said_at):
        if mark.row_id not in seated or mark.came not in Came.values:
            continue
        row = rows.get(mark.row_id)
        said_at = min(mark.said_at, at)
        if row is not None and (row.key == mark.key or said_at < row.said_at):
            continue
        if row is None:
            row = rows[mark.row_id] = Attendance(session=session, day=day, enrolment_id=mark.row_id)
        row.came, row.key, row.said_at, row.marked_by_name = mark.came, mark.key, said_at, actor.name[:120]
        changed[mark.row_id] = row
    if not changed:
        return 0
    Attendance.objects.bulk_create(
        changed.values(), update_conflicts=True, unique_fields=["enrolment", "day"],
        update_fields=["came", "key", "said_at", "marked_by_name"],
    )  # fmt: skip
    if session.state == SessionState.PLANNED:
        session.state = SessionState.HELD
        session.save(update_fields=["state"])
    counts = {code: sum(one.came == code for one in changed.values()) for code in Came.values}
    detail = {"day": day.on, **counts}
    append("training.attendance.marked", actor=actor, at=at, subject=session.pk, kind="session", detail=detail)
    return len(changed)
