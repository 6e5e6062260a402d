"""What stays unanswered goes up by itself: the clock raises its level, once a step, and tells who looks after it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.posted import posted_at
from rihai.accounts.standing import local_day
from rihai.kit.audit import append
from rihai.monitoring.complaints.known import steps
from rihai.monitoring.complaints.models import Complaint
from rihai.monitoring.reach import INSPECT

NOTICE = "monitoring.complaint_late"
MOST = 200


def escalate(at: datetime) -> int:
    """Raise the level of complaints whose days are over; says how many. Each in a transaction of its own."""
    today, raised = local_day(at), 0
    for level, late in enumerate(steps(), 1):
        with as_house(at):
            rows = Complaint.objects.filter(done_on=None, level__lt=level, due_on__lt=today - timedelta(days=late))
            found = list(rows.order_by("due_on", "pk").values_list("pk", flat=True)[:MOST])
        for pk in found:
            raised += _raise(pk, level, at)
    return raised


@transaction.atomic
def _raise(pk: UUID, level: int, at: datetime) -> int:
    with as_house(at):
        row = Complaint.objects.select_for_update(of=("self",)).get(pk=pk)
        if row.done_on is not None or row.level >= level:
            return 0
        row.level, row.escalated_at = level, at
        row.version += 1
        row.save(update_fields=["level", "escalated_at", "version"])
        told = {row.made_by} if level == 1 else set(posted_at(row.place_id, {INSPECT}, at=at))
    notify(sorted(told), NOTICE, url=reverse("monitoring:complaint", args=[row.pk]), at=at)
    append(
        "monitoring.complaint.escalated", actor=None, at=at, subject=row.pk, kind="complaint", detail={"level": level}
    )
    return 1
