"""What this part puts into My work: drafts to answer, recommendations owed, and what is overdue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.monitoring.inspections.models import Inspection, State
from rihai.monitoring.reach import ANSWER, INSPECT, READ, inspections_for
from rihai.monitoring.recommendations.models import Recommendation
from rihai.monitoring.recommendations.queries import drafts_to_answer, live, overdue, recommendations_for

ROWS = 12
SOON = timedelta(days=30)


def draft_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Drafts that wait: for the authority's answer with those who answer, once its time is over with inspectors."""
    if actor.may(ANSWER):
        rows = drafts_to_answer(actor).filter(answer_by__gte=on)
        return [_draft(one, _("Answer the findings before the report is final."), _("Answer")) for one in rows[:ROWS]]
    if actor.may(INSPECT):
        late = inspections_for(actor).filter(state=State.SENT, answer_by__lt=on)
        return [_draft(one, _("The time to answer is over."), _("Make it final")) for one in late[:ROWS]]
    return []


def _draft(one: Inspection, why: str, act: str) -> WorkRow:
    return WorkRow(
        who=one.place.shown, url=reverse("monitoring:inspection", args=[one.pk]), why=why, due_on=one.answer_by,
        status="waiting", word=_("Draft"), act=act,
    )  # fmt: skip


def recommendation_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For who answers: what is owed soon or late; for who reads or inspects: what is overdue."""
    if not actor.may(READ):
        return []
    rows: QuerySet[Recommendation] = recommendations_for(actor)
    rows = live(rows).filter(due_on__lte=on + SOON) if actor.may(ANSWER) else overdue(rows, on)
    return [_row(one, on) for one in rows.order_by("due_on", "code")[:ROWS]]


def _row(one: Recommendation, on: date) -> WorkRow:
    late = one.is_overdue(on)
    return WorkRow(
        who=one.place.shown, url=reverse("monitoring:recommendation", args=[one.pk]), why=one.says, where=one.to_whom,
        due_on=one.due_on, status="overdue" if late else "waiting", word=_("Overdue") if late else _("Owed"),
        act=_("Open"),
    )  # fmt: skip
