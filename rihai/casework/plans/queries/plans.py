"""Plans within need-to-know: the list, one plan with everything of it that is seen, its history."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from rihai.accounts.models import Posting
from rihai.accounts.standing import holding_on
from rihai.casework.plans.models import (
    Goal,
    GoalState,
    Need,
    NeedState,
    Outcome,
    Plan,
    PlanChange,
    PlanPaper,
    PlanReview,
    Step,
)
from rihai.casework.plans.queries.sight import Outline, outline_of, rows_for
from rihai.casework.plans.shown import FIELDS, in_words
from rihai.casework.plans.tables import domains
from rihai.kit.actor import Actor
from rihai.kit.due import waiting

PAGE = 25
HISTORY = 200


@dataclass(frozen=True, slots=True)
class GoalShown:
    """A goal with its steps, those that wait first."""

    goal: Goal
    steps: Sequence[Step]

    @property
    def waiting(self) -> list[Step]:
        """Steps nobody has ended."""
        return [one for one in self.steps if one.done_on is None]

    @property
    def ended(self) -> list[Step]:
        """Steps of which something came."""
        return [one for one in self.steps if one.done_on is not None]


@dataclass(frozen=True, slots=True)
class PlanShown:
    """One plan as the actor sees it. `passed` are partners to whom something went before leave was taken back."""

    plan: Plan
    needs: Sequence[Need]
    goals: Sequence[GoalShown]
    reviews: Sequence[PlanReview]
    papers: Sequence[PlanPaper]
    outline: Outline

    @property
    def open_goals(self) -> list[GoalShown]:
        """Goals on the way."""
        return [one for one in self.goals if one.goal.state == GoalState.OPEN]

    @property
    def ended_goals(self) -> list[GoalShown]:
        """Goals reached, partly reached, or let go."""
        return [one for one in self.goals if one.goal.state != GoalState.OPEN]

    @property
    def open_needs(self) -> list[Need]:
        """Needs that stand, in the order of the domains."""
        return [one for one in self.needs if one.state == NeedState.OPEN]

    @property
    def ended_needs(self) -> list[Need]:
        """Needs that stand no more."""
        return [one for one in self.needs if one.state != NeedState.OPEN]

    @property
    def next_steps(self) -> list[Step]:
        """Every step that waits, what is due first."""
        found = [step for one in self.goals for step in one.waiting]
        return sorted(found, key=lambda one: (one.due_on or date.max, str(one.pk)))

    @property
    def passed(self) -> list[Step]:
        """Steps of partners that were stopped when leave was taken back."""
        return [step for one in self.goals for step in one.ended if step.outcome == Outcome.STOPPED]

    @property
    def without_goal(self) -> list[Need]:
        """Needs for which nobody has written down what she wants."""
        about = {one.goal.need_id for one in self.goals}
        return [one for one in self.open_needs if one.pk not in about]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in a list: how many of its steps wait, and how many are overdue, of those the actor sees."""

    plan: Plan
    waiting: int
    overdue: int


@dataclass(frozen=True, slots=True)
class PlanFilters:
    """What the list is narrowed by."""

    mine: bool = True
    late: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """One page of the list."""

    rows: Sequence[PlanRow] = field(default=())
    has_later: bool = False


def plan_seen(plan_id: UUID, *, actor: Actor, at: datetime | None = None) -> Plan | None:
    """One plan; None for one the actor does not see."""
    found = rows_for(Plan, actor, at=at).select_related("person", "person__held_at", "case")
    return found.filter(pk=plan_id).first()


def plans_of(person_id: UUID, *, actor: Actor) -> list[Plan]:
    """The plans of a person, open ones first, then the newest."""
    found = rows_for(Plan, actor).filter(person=person_id).select_related("person")
    return sorted(found, key=lambda one: (one.done_on is not None, -one.begun_on.toordinal()))


def shown(plan: Plan, *, actor: Actor) -> PlanShown:
    """Everything of a plan that the actor sees, in a constant number of queries."""
    steps: dict[UUID | None, list[Step]] = defaultdict(list)
    for step in rows_for(Step, actor).filter(plan=plan).order_by("done_on", "due_on", "pk"):
        steps[step.goal_id].append(step)
    order = [*domains()]
    needs = sorted(
        rows_for(Need, actor).filter(plan=plan),
        key=lambda one: (order.index(one.domain) if one.domain in order else len(order), one.made_at),
    )
    goals = [GoalShown(one, steps[one.pk]) for one in rows_for(Goal, actor).filter(plan=plan)]
    reviews = list(rows_for(PlanReview, actor).filter(plan=plan)[:12])
    papers = list(rows_for(PlanPaper, actor).filter(plan=plan)[:6])
    return PlanShown(plan, needs, goals, reviews, papers, outline_of(plan, actor=actor))


def list_plans(filters: PlanFilters, *, actor: Actor, on: date, after: UUID | None = None) -> Planned:
    """Open plans, what is looked at next first, a page at a time, in a constant number of queries."""
    found = waiting(rows_for(Plan, actor)).select_related("person", "person__held_at")
    if filters.mine:
        found = found.filter(owner_id=actor.pk)
    if filters.late:
        late = rows_for(Step, actor).filter(done_on=None, due_on__lt=on)
        found = found.filter(Q(due_on__lt=on) | Q(pk__in=late.values("plan")))
    anchor = found.filter(pk=after).values_list("due_on", "pk").first() if after else None
    if anchor:
        found = found.filter(Q(due_on__gt=anchor[0]) | Q(due_on=anchor[0], pk__gt=anchor[1]))
    page = list(found.order_by("due_on", "pk")[: PAGE + 1])
    counted = _counted([one.pk for one in page[:PAGE]], actor, on)
    rows = [PlanRow(one, *counted.get(one.pk, (0, 0))) for one in page[:PAGE]]
    return Planned(rows, len(page) > PAGE)


def _counted(plan_ids: Sequence[UUID], actor: Actor, on: date) -> dict[UUID, tuple[int, int]]:
    steps = rows_for(Step, actor).filter(plan__in=plan_ids, done_on=None).order_by()
    counted = steps.values("plan").annotate(n=Count("pk"), late=Count("pk", filter=Q(due_on__lt=on)))
    return {row["plan"]: (row["n"], row["late"]) for row in counted}


def steps_due(actor: Actor, *, on: date, days: int, most: int) -> list[Step]:
    """Steps the actor does or asks after, of open plans and of the first days: overdue, or due within some days."""
    mine = waiting(rows_for(Step, actor)).filter(owner_id=actor.pk, due_on__lte=on + timedelta(days=days))
    open_now = mine.filter(Q(plan=None) | Q(plan__done_on=None)).select_related("person", "person__held_at")
    return list(open_now.order_by("due_on", "pk")[:most])


def reviews_due(actor: Actor, *, on: date, days: int, most: int) -> list[Plan]:
    """Plans the actor keeps that are to be looked at again."""
    mine = waiting(rows_for(Plan, actor)).filter(owner_id=actor.pk, due_on__lte=on + timedelta(days=days))
    return list(mine.select_related("person", "person__held_at").order_by("due_on", "pk")[:most])


def unkept(actor: Actor, *, on: date, most: int) -> list[Plan]:
    """Open plans that came to the actor because whoever kept them left; for a supervisor, those nobody keeps too."""
    which = Q(owner_id=actor.pk, handed_up_on__isnull=False)
    if actor.may("casework.supervise"):
        posted = Posting.objects.filter(holding_on(on), account=OuterRef("owner_id"), account__is_active=True)
        which |= Q(~Exists(posted))
    found = waiting(rows_for(Plan, actor)).filter(which).select_related("person", "person__held_at")
    return list(found.order_by("due_on", "pk")[:most])


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """One line of the history; `fields` are words for each field, with what stood there before and after."""

    change: PlanChange
    fields: Sequence[tuple[str, str, str]]


def history_of(plan: Plan, *, actor: Actor) -> list[ChangeShown]:
    """What was changed, newest first, of what the actor sees."""
    found = rows_for(PlanChange, actor).filter(plan=plan)[:HISTORY]
    return [ChangeShown(one, _fields(one)) for one in found]


def _fields(change: PlanChange) -> list[tuple[str, str, str]]:
    said: dict[str, list[Any]] = json.loads(change.said) if change.said else {}
    named = {name: both for name, both in said.items() if name in FIELDS}
    return [(str(FIELDS[name]), in_words(name, both[0]), in_words(name, both[1])) for name, both in named.items()]
