"""What an act on findings and recommendations is about, locked, for those who may."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.monitoring.errors import NoSuchInspection
from rihai.monitoring.inspections.models import Inspection
from rihai.monitoring.inspections.operations.reach import inspection_to_work
from rihai.monitoring.recommendations.models import InspectionFinding, Recommendation
from rihai.monitoring.recommendations.queries import finding_seen, recommendation_seen


def finding_to_work(pk: UUID, *, actor: Actor, states: tuple[str, ...]) -> tuple[InspectionFinding, Inspection]:
    """A finding and its inspection, locked, for an inspector. Raises NoSuchInspection, NotNow."""
    found = finding_seen(pk, actor=actor)
    if found is None:
        raise nothing()
    inspection = inspection_to_work(found.inspection_id, actor=actor, states=states)
    return InspectionFinding.objects.select_for_update(of=("self",)).get(pk=pk), inspection


def recommendation_to_work(pk: UUID, *, actor: Actor) -> Recommendation:
    """A recommendation, locked, for an inspector. Raises NoSuchInspection."""
    found = recommendation_seen(pk, actor=actor)
    if found is None:
        raise nothing()
    inspection_to_work(found.finding.inspection_id, actor=actor)
    return locked(pk)


def locked(pk: UUID) -> Recommendation:
    """A recommendation, locked; who may was asked before."""
    rows = Recommendation.objects.select_for_update(of=("self",)).select_related("finding__inspection")
    return rows.get(pk=pk)


def nothing() -> NoSuchInspection:
    """There is no such thing, for this actor."""
    return NoSuchInspection(_("There is no such recommendation."))
