"""What sealed records show elsewhere: to their counsellor alone, and the same to every counsellor but her own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.casework.survivors.models import RecordState
from rihai.casework.survivors.queries.records import MAY, offered_to, record_of, records_for, to_confirm, untold
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow

ROWS = 15
SOON = timedelta(days=1)


def of_person(actor: Actor, person_id: UUID, _today: date) -> dict[str, Any] | None:
    """The counsellor's own record of this person, or how to open one; whether another has one is never told."""
    if not actor.may(MAY):
        return None
    record = record_of(person_id, actor=actor)
    nameless = records_for(actor).filter(subject_index=None, state=RecordState.OPEN)[:5] if record is None else []
    return {"person_id": person_id, "record": record, "nameless": nameless}


def due(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Reviews, releases to tell of, records offered, and askings to stand beside; by code, never by name."""
    rows = [
        WorkRow(
            who=one.record.code, url=reverse("casework:sealed-record", args=[one.record_id]),
            why=_("Somebody she asked about was released. Tell her first."), due_on=one.left_on, status="overdue",
            word=_("Tell her"), act=_("Open"),
        )
        for one in untold(actor)[:ROWS]
    ]  # fmt: skip
    rows += [
        WorkRow(
            who=one.code, url=reverse("casework:sealed-record", args=[one.pk]), why=_("You look at it together."),
            due_on=one.due_on, status="overdue" if one.due_on and one.due_on < on else "waiting",
            word=_("Overdue") if one.due_on and one.due_on < on else _("Due"), act=_("Open"),
        )
        for one in records_for(actor).filter(state=RecordState.OPEN, due_on__lte=on + SOON)[:ROWS]
    ]  # fmt: skip
    rows += [
        WorkRow(
            who=one.code, url=reverse("casework:sealed"), why=_("A colleague offers you a record."),
            due_on=one.offered_at.date(), status="waiting", word=_("Waits"), act=_("Answer"),
        )
        for one in offered_to(actor)[:ROWS]
    ]  # fmt: skip
    rows += [
        WorkRow(
            who=one.code, url=reverse("casework:sealed-beside"), why=_("Asks you to stand beside them."),
            due_on=one.asked_at.date(), status="waiting", word=_("Waits"), act=_("Answer"),
        )
        for one in to_confirm(actor)[:ROWS]
    ]  # fmt: skip
    return rows
