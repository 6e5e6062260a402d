"""Reminders of actions, which the clock brings: a week before their day and after it, once each, naming nobody."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.coordination.bodies.models import Holder
from rihai.coordination.decisions.models import Action, ActionState
from rihai.kit.audit import append

SOON = timedelta(days=7)
DUE, LATE = "coordination.action_due", "coordination.action_late"
MOST = 200


def remind(at: datetime) -> int:
    """Tell owners of what falls due within a week, and of what is overdue; says how many. Each in a transaction."""
    today, told = local_day(at), 0
    for level, until in ((2, today), (1, today + SOON + timedelta(days=1))):
        with as_house(at):
            rows = Action.objects.filter(state=ActionState.OPEN, reminded__lt=level, due_on__lt=until)
            found = list(rows.order_by("due_on", "pk").values_list("pk", flat=True)[:MOST])
        told += sum(_tell(pk, level, at) for pk in found)
    return told


@transaction.atomic
def _tell(pk: UUID, level: int, at: datetime) -> int:
    with as_house(at):
        row = Action.objects.select_for_update(of=("self",)).select_related("body").get(pk=pk)
        if row.state != ActionState.OPEN or row.reminded >= level:
            return 0
        row.reminded = level
        row.save(update_fields=["reminded"])
        owner, secretary = _owner(row, local_day(at)), row.body.secretary_id
    kind = LATE if level == 2 else DUE
    if owner:
        notify([owner], kind, url=reverse("coordination:own-action", args=[row.pk]), at=at)
    if secretary and secretary != owner and (level == 2 or owner is None):
        notify([secretary], kind, url=reverse("coordination:action", args=[row.pk]), at=at)
    append("coordination.action.reminded", actor=None, at=at, subject=row.pk, kind="action", detail={"level": level})
    return 1


def _owner(row: Action, on: date) -> UUID | None:
    """The account that has to do it: its owner, or whoever holds its post now."""
    if row.owner_id:
        return row.owner_id
    held = Holder.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), started_on__lte=on, post=row.post_id)
    return held.values_list("account_id", flat=True).first() if row.post_id else None
