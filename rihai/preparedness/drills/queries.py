"""Drills, their rules and what is to be mended, as the actor sees them: those of the places a posting covers."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from rihai.days import anniversary
from rihai.kit.actor import Actor
from rihai.preparedness.drills.models import AfterAction, Drill, DrillRule, DrillState, ItemState
from rihai.preparedness.errors import NotThere
from rihai.preparedness.reach import ACT, APPROVE, KEEP, READ, covered

HELD = (DrillState.HELD, DrillState.EVALUATED)
OPEN = (ItemState.OPEN, ItemState.DONE)


def drills_for(actor: Actor, *capabilities: str) -> QuerySet[Drill]:
    """The drills with which the actor may do one of these, those due first; with `still`, items not closed."""
    mine = Q(pk=None)
    for one in capabilities or (READ,):
        mine |= covered(actor, one) if actor.may(one) else Q(pk=None)
    still = Count("items", filter=Q(items__state__in=OPEN))
    return Drill.objects.filter(mine).select_related("place").annotate(still=still)


def rules_for(actor: Actor, capability: str = READ) -> QuerySet[DrillRule]:
    """The rules of drills in force or ended, of the places that are covered."""
    if not actor.may(capability):
        return DrillRule.objects.none()
    return DrillRule.objects.filter(covered(actor, capability)).select_related("place")


def items_for(actor: Actor, *capabilities: str) -> QuerySet[AfterAction]:
    """What is to be mended, of the places where the actor may do one of these, or looked after by the actor."""
    mine = Q(owner_id=actor.pk) if actor.may(READ) else Q(pk=None)
    for one in capabilities or (READ,):
        mine |= covered(actor, one) if actor.may(one) else Q(pk=None)
    return AfterAction.objects.filter(mine).select_related("place", "drill")


def drill_to_work(pk: UUID, *, actor: Actor) -> Drill:
    """A drill, locked, for who keeps or acts. Raises NotThere."""
    found = drills_for(actor, KEEP, ACT).order_by("pk").filter(pk=pk).values_list("pk", flat=True).first()
    if found is None:
        raise NotThere(_("There is no such drill."))
    return Drill.objects.select_for_update(of=("self",)).select_related("place").get(pk=pk)


def item_to_work(pk: UUID, *, actor: Actor) -> AfterAction:
    """An item, locked, for its owner and for who keeps, acts or approves there. Raises NotThere."""
    rows = items_for(actor, KEEP, ACT, APPROVE).select_for_update(of=("self",))
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotThere(_("There is no such item."))
    return found


def next_due(rule: DrillRule, last_held: date | None) -> date:
    """The day by which a rule wants the next drill: so many months after the last one, or after the rule began."""
    return max(anniversary(last_held, rule.every), rule.started_on) if last_held else rule.started_on
