"""What complaints show elsewhere: in My work, on the pages of a prison and a person, and for herself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.monitoring.complaints.known import title_of
from rihai.monitoring.complaints.models import Complainant, Complaint
from rihai.monitoring.complaints.queries import COMPLAINTS, complaints_for, of_person, unanswered
from rihai.monitoring.reach import ANSWER

ROWS = 12
SOON = timedelta(days=2)
YEAR = timedelta(days=365)


def work(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For the prison's own: what they owe an answer soon. For ours: what is overdue, and whom to ask back."""
    if actor.may(ANSWER):
        return [_row(one, on, _("Answer")) for one in unanswered(actor).filter(due_on__lte=on + SOON)[:ROWS]]
    if not actor.may(COMPLAINTS):
        return []
    rows = unanswered(actor).filter(due_on__lt=on, appealed_on=None)
    made = [_row(one, on, _("Ask again")) for one in rows[:ROWS]]
    told = complaints_for(actor).filter(owner_id=actor.pk, satisfied="", done_on__gte=on - YEAR).order_by("done_on")
    made += [
        WorkRow(
            who=title_of(one.kind), url=reverse("monitoring:complaint", args=[one.pk]), where=one.place.shown,
            why=_("It is answered. Ask whether they are content."), due_on=one.done_on, status="waiting",
            word=_("Answered"), act=_("Open"),
        )
        for one in told[:ROWS]
    ]  # fmt: skip
    return made


def _row(one: Complaint, on: date, act: str) -> WorkRow:
    late = one.is_overdue(on)
    return WorkRow(
        who=title_of(one.kind), url=reverse("monitoring:complaint", args=[one.pk]), where=one.place.shown,
        why=_("Request no. %(number)s to %(whom)s") % {"number": one.number, "whom": one.to_whom}
        if one.is_request else _("Complaint no. %(number)s to %(whom)s") % {"number": one.number, "whom": one.to_whom},
        due_on=one.due_on, status="overdue" if late else "waiting", word=_("Overdue") if late else _("Owed"), act=act,
    )  # fmt: skip


def of_place(actor: Actor, place_id: int, on: date) -> dict[str, Any] | None:
    """How many came in a year, and how many wait, for who sees complaints there."""
    if not (actor.may(COMPLAINTS) or actor.may(ANSWER)):
        return None
    rows = complaints_for(actor).filter(place=place_id, received_on__gt=on - YEAR).order_by()
    counted = rows.aggregate(
        came=Count("pk"), waiting=Count("pk", filter=Q(done_on=None)),
        late=Count("pk", filter=Q(done_on=None, due_on__lt=on)),
    )  # fmt: skip
    return {**counted, "place_id": place_id}


def on_person(actor: Actor, person_id: UUID, _on: date) -> dict[str, Any] | None:
    """A person's complaints, for who follows them."""
    if not actor.may(COMPLAINTS):
        return None
    rows = [(one, title_of(one.kind)) for one in of_person(person_id, actor=actor)[:6]]
    return {"rows": rows, "person_id": person_id}


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What she asked, and what she was answered, for herself."""
    with as_house():
        rows = list(Complainant.objects.filter(person=person_id).select_related("complaint__place"))
    return [
        (title_of(one.complaint.kind), [
            (_("Came on"), one.complaint.received_on), (_("Prison"), one.complaint.place.shown),
            (_("What is asked"), one.complaint.says), (_("To whom it goes"), one.complaint.to_whom),
            (_("The answer"), one.complaint.answer), (_("On"), one.complaint.done_on),
            (_("How they can be answered safely"), one.safe_way),
        ])
        for one in rows
    ]  # fmt: skip
