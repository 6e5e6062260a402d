"""What is counted of action plans: activities that fell due, and those that were done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, UUIDField, Value
from django.utils.translation import gettext_lazy as _

from rihai.coordination.plans.queries import activities_for
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure

NOBODY = Value(None, output_field=UUIDField(null=True))


def _rows(actor: Actor, day: str, first: date, end: date) -> Any:
    rows = activities_for(actor).filter(**{f"{day}__gte": first, f"{day}__lt": end}).exclude(status="given_up")
    found = rows.order_by().select_related(None).annotate(on=F(day), person_id=NOBODY, place_id=F("plan__place_id"))
    return found.values("on", "person_id", "place_id")


def due(actor: Actor, first: date, end: date) -> Any:
    """Activities by the day they were to be done."""
    return _rows(actor, "due_on", first, end)


def done(actor: Actor, first: date, end: date) -> Any:
    """Activities by the day they were done."""
    return _rows(actor, "done_on", first, end)


MEASURES = (
    Measure(
        code="coordination.activities_due", title=_("Activities of action plans due"), unit="acts", counted=due,
        definition=_("Activities of institutional action plans, by the day by which they were to be done."),
        includes=_("those done late or not at all"), excludes=_("those given up, with the reason"),
    ),
    Measure(
        code="coordination.activities_done", title=_("Activities of action plans done"), unit="acts", counted=done,
        definition=_("Activities of institutional action plans done, with what shows it, by the day."),
        includes=_("those done late"), excludes=_("what nothing shows"),
    ),
)  # fmt: skip
