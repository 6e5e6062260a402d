"""What inspections add to other pages: the newest one on a place's page, what waits in My work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.monitoring.inspections.forms_known import HANDLER
from rihai.monitoring.inspections.models import SETTLED, Inspection, Kind, State, TeamMember
from rihai.monitoring.inspections.queries.scored import result_of
from rihai.monitoring.reach import INSPECT, READ, inspections_for

ROWS = 12


def of_place(actor: Actor, place_id: int, _on: date) -> dict[str, Any] | None:
    """The newest settled inspection of a place, with its critical failures named."""
    if not actor.may(READ):
        return None
    rows = inspections_for(actor).filter(place=place_id, kind=Kind.INSPECTION, state__in=SETTLED)
    newest = rows.first()
    if newest is None:
        return None
    return {"one": newest, "result": result_of(newest), "url": reverse("monitoring:prison", args=[place_id])}


def work(actor: Actor, on: date) -> Sequence[WorkRow]:
    """One's own answers to give, and inspections whose answers are all there."""
    if not actor.may(INSPECT):
        return []
    rows = inspections_for(actor).filter(kind=Kind.INSPECTION, state__in=[State.PLANNED, State.VISITED])
    mine = TeamMember.objects.filter(inspection=OuterRef("pk"), account=actor.pk)
    owes = mine.filter(rates=True, answer_id=None)
    others = TeamMember.objects.filter(inspection=OuterRef("pk"), rates=True, answer_id=None)
    marked = rows.annotate(owes=Exists(owes), waits=Exists(others), is_mine=Exists(mine))
    marked = marked.filter(Q(owes=True) | Q(waits=False, is_mine=True, state=State.VISITED)).order_by("planned_on")
    members = dict(
        TeamMember.objects.filter(account=actor.pk, inspection__in=[one.pk for one in marked[:ROWS]]).values_list(
            "inspection_id", "pk"
        )
    )
    return [_row(one, members.get(one.pk), on) for one in marked[:ROWS]]


def _row(one: Inspection, member: Any, on: date) -> WorkRow:
    owes = getattr(one, "owes", False)
    fill = reverse("instruments:fill", args=[HANDLER, one.form_id, member]) if member else ""
    return WorkRow(
        who=one.place.shown,
        url=fill if owes else reverse("monitoring:settle", args=[one.pk]),
        why=_("Your own answers are missing.") if owes else _("Everybody has given answers; see how far they agree."),
        due_on=one.planned_on,
        status="waiting" if one.planned_on >= on else "overdue",
        word=_("Inspection"),
        act=_("Fill in the form") if owes else _("Settle"),
    )
