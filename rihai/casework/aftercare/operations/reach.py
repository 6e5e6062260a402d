"""Whether the actor may act on a plan or an entry of it; asked first in every operation."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from rihai.accounts.queries import sight_of
from rihai.casework.aftercare.models import PlanState, ReleasePlan
from rihai.casework.aftercare.operations.errors import NoSuchEntry, NoSuchPlan, NotNow
from rihai.casework.aftercare.queries.sight import may_care, may_follow, may_keep
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.people.models import Person
from rihai.people.operations.reach import person_for

Row = TypeVar("Row", bound=models.Model)


def plan_for(
    plan_id: UUID, *, actor: Actor, at: datetime, states: Collection[str] = (), follows: bool = False,
    cares: bool = False,
) -> ReleasePlan:  # fmt: skip
    """The plan, its person locked until the act is done; one of `states` where they are named.

    `follows`: a mentor may do it too; `cares`: so may whoever cares for the person's health.
    Raises NoSuchPlan for one the actor does not see, NotNow for another state.
    """
    plan = ReleasePlan.objects.filter(pk=plan_id).first()
    may = may_follow(actor) if follows else may_keep(actor)
    if plan is None or not (may or (cares and cares_for(plan.person_id, actor=actor, at=at))):
        raise NoSuchPlan(_("There is no such plan."))
    person_for(plan.person_id, actor=actor, at=at)
    if states and plan.state not in states:
        raise NotNow(_("The plan stands at “%(state)s” now.") % {"state": plan.get_state_display()})
    return plan


def open_plan(plan_id: UUID, *, actor: Actor, at: datetime) -> ReleasePlan:
    """A plan that is still being made. Raises NoSuchPlan, NotNow."""
    return plan_for(plan_id, actor=actor, at=at, states=(PlanState.OPEN,))


def live_plan(plan_id: UUID, *, actor: Actor, at: datetime, cares: bool = False) -> ReleasePlan:
    """A plan by which somebody works, before the gate or after. Raises NoSuchPlan, NotNow."""
    return plan_for(plan_id, actor=actor, at=at, states=(PlanState.OPEN, PlanState.AFTER), cares=cares)


def cares_for(person_id: UUID, *, actor: Actor, at: datetime | None = None) -> bool:
    """Whether the actor writes of this person's health."""
    return may_care(actor) and DataClass.HEALTH in sight_of(actor, person_id, at=at).seen


def kept_person(person_id: UUID, *, actor: Actor, at: datetime) -> Person:
    """The person, locked, for whoever keeps casework. Raises NoSuchEntry or NoSuchPerson."""
    if not may_keep(actor):
        raise NoSuchEntry(_("There is no such entry."))
    return person_for(person_id, actor=actor, at=at)


def entry_for(rows: models.QuerySet[Row], key: UUID, *, actor: Actor, at: datetime, follows: bool = False) -> Row:
    """One row about a person, the person locked. Raises NoSuchEntry for one the actor does not see."""
    row = rows.filter(pk=key).first()
    if row is None or not (may_follow(actor) if follows else may_keep(actor)):
        raise NoSuchEntry(_("There is no such entry."))
    person_for(getattr(row, "person_id"), actor=actor, at=at)  # noqa: B009 - every table here has one
    return row
