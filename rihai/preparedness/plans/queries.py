"""Contingency plans as the actor sees them: those of the places a posting covers."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.places.models import Inside
from rihai.preparedness.editions import EditionState
from rihai.preparedness.errors import NotThere
from rihai.preparedness.plans.models import ContingencyPlan, PlanVersion
from rihai.preparedness.reach import KEEP, READ, covered

AHEAD = (EditionState.DRAFT, EditionState.ASKED)


def plans_for(actor: Actor, capability: str = READ) -> QuerySet[ContingencyPlan]:
    """The plans with which the actor may do this, by prison and hazard."""
    if not actor.may(capability):
        return ContingencyPlan.objects.none()
    return ContingencyPlan.objects.filter(covered(actor, capability)).select_related("place")


def with_versions(rows: QuerySet[ContingencyPlan]) -> QuerySet[ContingencyPlan]:
    """The plans with `now`: the versions that are in force or on their way, the newest first; one query more."""
    live = PlanVersion.objects.filter(state__in=(*AHEAD, EditionState.IN_FORCE))
    return rows.prefetch_related(Prefetch("versions", queryset=live, to_attr="now"))


def editions_for(actor: Actor, capability: str = READ) -> QuerySet[PlanVersion]:
    """Every version of these plans."""
    plans = plans_for(actor, capability).order_by().values("pk")
    return PlanVersion.objects.filter(plan__in=plans).select_related("plan__place")


def in_force(place_id: int, hazard: str, *, actor: Actor) -> PlanVersion | None:
    """The version in force of the plan for a hazard of a prison, also for a part of it; None where there is none or it
    is not seen."""
    here = Inside.objects.filter(inner=place_id).values("outer_id")
    return editions_for(actor).filter(
        state=EditionState.IN_FORCE, plan__place__in=here, plan__hazard=hazard
    ).first()  # fmt: skip


def plan_to_work(pk: UUID, *, actor: Actor, capability: str = KEEP) -> ContingencyPlan:
    """A plan, locked so that two at once begin no two versions. Raises NotThere."""
    found = plans_for(actor, capability).filter(pk=pk).select_for_update(of=("self",)).first()
    if found is None:
        raise NotThere(_("There is no such plan."))
    return found


def edition_to_work(pk: UUID, *, actor: Actor, capability: str = KEEP) -> PlanVersion:
    """A version, locked. Raises NotThere."""
    found = editions_for(actor, capability).filter(pk=pk).select_for_update(of=("self",)).first()
    if found is None:
        raise NotThere(_("There is no such plan."))
    return found


def open_version(plan: ContingencyPlan) -> PlanVersion | None:
    """The version that is on its way: a draft, or one that waits for approval."""
    return plan.versions.filter(state__in=AHEAD).first()


def standing_version(plan: ContingencyPlan) -> PlanVersion | None:
    """The version in force."""
    return plan.versions.filter(state=EditionState.IN_FORCE).first()
