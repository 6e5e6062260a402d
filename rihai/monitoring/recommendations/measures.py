"""What is counted of recommendations and inspections, as projects and committees ask for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, UUIDField, Value
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.offers import Measure
from rihai.monitoring.inspections.models import SETTLED, Kind
from rihai.monitoring.reach import READ, inspections_for
from rihai.monitoring.recommendations.models import Recommendation, Standing
from rihai.monitoring.recommendations.queries import recommendations_for

NOBODY = Value(None, output_field=UUIDField(null=True))


def inspected(actor: Actor, first: date, end: date) -> Any:
    """Inspections whose answers are settled, by the day of the visit."""
    rows = inspections_for(actor).filter(kind=Kind.INSPECTION, state__in=SETTLED)
    rows = rows.filter(planned_on__gte=first, planned_on__lt=end).order_by()
    return rows.annotate(on=F("planned_on"), person_id=NOBODY).values("on", "person_id", "place_id", "round")


def _asked(actor: Actor) -> Any:
    if not actor.may(READ):
        return Recommendation.objects.none()
    rows = recommendations_for(actor).prefetch_related(None).select_related(None)
    return rows.exclude(standing=Standing.WITHDRAWN).order_by()


def due(actor: Actor, first: date, end: date) -> Any:
    """Recommendations that fell due."""
    rows = _asked(actor).filter(due_on__gte=first, due_on__lt=end)
    return rows.annotate(on=F("due_on"), person_id=NOBODY).values("on", "person_id", "place_id", "level")


def kept(actor: Actor, first: date, end: date) -> Any:
    """Those that fell due and that a later visit found kept."""
    return due(actor, first, end).filter(standing=Standing.KEPT)


MEASURES = (
    Measure(
        code="monitoring.inspections", title=_("Inspections"), unit="acts", counted=inspected, by=("round",),
        definition=_("Visits to a place of detention under a mandate, whose answers are settled."),
        includes=_("every round"), excludes=_("self-assessments, visits given up, answers not settled"),
    ),
    Measure(
        code="monitoring.recommendations_due", title=_("Recommendations due"), unit="acts", counted=due, by=("level",),
        definition=_("Recommendations of inspections, by the day by which they were to be kept."),
        includes=_("those made again, each time"), excludes=_("withdrawn ones"),
    ),
    Measure(
        code="monitoring.recommendations_kept", title=_("Recommendations kept"), unit="acts", counted=kept,
        by=("level",), definition=_("Of those due, those that a later visit found kept."),
        includes=_("kept late too"), excludes=_("what an authority says of itself, what is kept in part"),
    ),
)  # fmt: skip
