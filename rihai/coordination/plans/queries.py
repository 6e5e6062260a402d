"""Action plans as the actor sees them: those of their places, and those of the whole office for whoever works there."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from rihai.coordination.plans.models import ActionPlan, Activity, ActivityStep, Status
from rihai.coordination.refusals import NotThere
from rihai.coordination.scope import PLAN, READ, covered
from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile

OVER = (Status.DONE, Status.GIVEN_UP)


def plans_for(actor: Actor, capability: str = READ) -> QuerySet[ActionPlan]:
    """The plans in which the actor may do this, the newest first."""
    if not actor.may(capability):
        return ActionPlan.objects.none()
    return ActionPlan.objects.filter(covered(actor, capability)).select_related("place")


def plan_for(pk: UUID, *, actor: Actor, capability: str = PLAN) -> ActionPlan:
    """One of them, to be acted on: locked until the act is done. Raises NotThere."""
    found = plans_for(actor, capability).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def activities_for(actor: Actor, capability: str = READ) -> QuerySet[Activity]:
    """Their activities, in the order of their plan."""
    mine = plans_for(actor, capability).order_by().values("pk")
    return Activity.objects.filter(plan__in=mine).select_related("plan__place").order_by("plan", "number")


def activity_for(pk: UUID, *, actor: Actor, capability: str = PLAN) -> Activity:
    """One of them. Raises NotThere."""
    found = activities_for(actor, capability).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def late(actor: Actor, on: date, capability: str = READ) -> QuerySet[Activity]:
    """Activities whose day has passed and that are neither done nor given up, the longest overdue first."""
    rows = activities_for(actor, capability).filter(plan__closed_on=None, due_on__lt=on).exclude(status__in=OVER)
    return rows.order_by("due_on", "pk")


def may_read_evidence(actor: Actor, stored: StoredFile) -> bool:
    """A file that shows an activity is read by whoever reads its plan."""
    plan = ActivityStep.objects.filter(evidence=stored).values("activity__plan_id")
    return plans_for(actor).order_by().filter(pk__in=plan).exists()
