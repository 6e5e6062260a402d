"""Who reads plans, and the one filter of their rows: a row is seen by whoever sees its class of that person."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sees, sight_of
from rihai.casework.plans.models import Need, NeedState, Plan, Step
from rihai.casework.plans.models.base import Kept
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass

WRITES = ("casework.keep", "casework.health", "casework.survivors")
READS = (*WRITES, "casework.supervise", "casework.match", "casework.mentor")
HELD = (DataClass.PERSONAL, DataClass.HEALTH, DataClass.SEALED)
"""The classes that rows of plans have."""
Row = TypeVar("Row", bound=Kept)


def may_read(actor: Actor) -> bool:
    """Whether plans are part of the actor's work; what they see of each is for the filter."""
    return any(actor.may(one) for one in READS)


def may_write(actor: Actor) -> bool:
    """Whether the actor writes in plans."""
    return any(actor.may(one) for one in WRITES)


def seen(actor: Actor, *, at: datetime | None = None) -> Q:
    """The rows whose class the actor sees of their person; none for whom plans do not concern."""
    if not may_read(actor):
        return Q(pk__in=())
    found = Q(pk__in=())
    for one in HELD:
        found |= Q(data_class=one) & sees(actor, one, at=at)
    return found


def rows_for(model: type[Row], actor: Actor, *, at: datetime | None = None) -> QuerySet[Row]:
    """The rows of a table of plans that the actor sees."""
    return model._default_manager.filter(seen(actor, at=at))


def classes_seen(actor: Actor, person_id: UUID, *, at: datetime | None = None) -> frozenset[DataClass]:
    """The classes of a person in which the actor may write here; empty for who writes in no plan."""
    return sight_of(actor, person_id, at=at).seen if may_write(actor) else frozenset()


class Outline:
    """What is told of rows that are withheld: that there is a need, and which steps wait. Never of what is sealed."""

    def __init__(self, needs: int, steps: list[Step]) -> None:
        self.needs = needs
        self.steps = steps

    def __bool__(self) -> bool:
        return bool(self.needs or self.steps)


def outline_of(plan: Plan, *, actor: Actor, at: datetime | None = None) -> Outline:
    """What the actor is told of health where health is withheld and their role has it in outline."""
    sight = sight_of(actor, plan.person_id, at=at)
    if DataClass.HEALTH in sight.seen or DataClass.HEALTH not in sight.outlined or plan.data_class == DataClass.HEALTH:
        return Outline(0, [])
    with as_house(at):
        needs = Need.objects.filter(plan=plan, data_class=DataClass.HEALTH, state=NeedState.OPEN).count()
        steps = Step.objects.filter(plan=plan, data_class=DataClass.HEALTH, done_on=None).defer("what", "outcome_note")
        return Outline(needs, list(steps.order_by("due_on", "pk")[:20]))
