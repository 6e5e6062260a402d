"""What action plans put into My work: activities whose day has passed or is near."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.coordination.plans.queries import OVER, activities_for
from rihai.coordination.scope import PLAN
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow

ROWS = 12
SOON = timedelta(days=14)


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For whoever plans: what is overdue and what falls due within a fortnight, at their places."""
    if not actor.may(PLAN):
        return []
    waiting = activities_for(actor, PLAN).filter(plan__closed_on=None, due_on__lte=on + SOON)
    return [
        WorkRow(
            who=one.responsible, url=reverse("coordination:plan", args=[one.plan_id]), why=one.says,
            where=one.plan.institution, due_on=one.due_on, status="overdue" if one.is_late(on) else "waiting",
            word=_("Overdue") if one.is_late(on) else _("Falls due"), act=_("Open"),
        )
        for one in waiting.exclude(status__in=OVER).order_by("due_on", "pk")[:ROWS]
    ]  # fmt: skip
