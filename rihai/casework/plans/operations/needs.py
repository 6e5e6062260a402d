"""Needs and goals: written down, changed, ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.casework.plans.models import Goal, GoalState, Level, Need, NeedState, Plan
from rihai.casework.plans.operations.errors import WrongPlan
from rihai.casework.plans.operations.reach import (
    changed,
    class_in,
    keep_change,
    may_hold,
    open_plan,
    row_for,
    written_by,
)
from rihai.casework.plans.tables import class_of, domains
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done

TEXTS = ("strength", "words", "ended_note")


@transaction.atomic
def add_need(
    *, plan_id: UUID, domain: str, said: Mapping[str, Any], assessment_id: UUID | None = None, actor: Actor,
    at: datetime,
) -> Need:  # fmt: skip
    """A need of a domain, with `level`, `priority`, `strength` and `words`. Raises NoSuchPlan, WrongPlan."""
    plan = open_plan(plan_id, actor=actor, at=at)
    need = new_need(plan, domain, said, assessment_id=assessment_id, actor=actor, at=at)
    detail = {"plan": plan.pk, "class": need.data_class}
    append("casework.need.added", actor=actor, at=at, subject=need.pk, kind="need", detail=detail)
    return need


def new_need(
    plan: Plan, domain: str, said: Mapping[str, Any], *, assessment_id: UUID | None, actor: Actor, at: datetime
) -> Need:
    """The row of a need in an open plan, with its line of history; without a line in the trail."""
    if domain not in domains() or said["level"] not in Level.values or not said["level"]:
        raise WrongPlan(_("Say in which domain, and how much is needed."))
    data_class = class_in(plan, class_of(domain))
    may_hold(plan.person_id, data_class, actor=actor, at=at)
    need = Need.objects.create(
        plan=plan, assessment_id=assessment_id, domain=domain, level=said["level"], priority=said.get("priority"),
        strength=said.get("strength") or None, words=said.get("words") or None,
        **written_by(plan.person, data_class, actor=actor, at=at),
    )  # fmt: skip
    keep_change(plan, "need.added", need, {"level": ["", need.level]}, actor=actor, at=at)
    return need


@transaction.atomic
def change_need(*, need_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Need:
    """Write a need anew, or end it (`state`, `ended_on`). Raises NoSuchPlan, WrongPlan, Changed."""
    need = row_for(Need, need_id, actor=actor, at=at)
    plan = open_plan(need.plan_id, actor=actor, at=at)
    state = said.get("state", need.state)
    if state not in NeedState.values or (state != NeedState.OPEN and not said.get("ended_on")):
        raise WrongPlan(_("Say how the need stands, and since which day."))
    fields = {**_texts(said), "ended_on": said.get("ended_on") if state != NeedState.OPEN else None}
    told = changed(need, fields)
    save_if_unchanged(need, version=version, fields=[*fields])
    keep_change(plan, "need.changed", need, told, actor=actor, at=at)
    append("casework.need.changed", actor=actor, at=at, subject=need.pk, kind="need", detail={"state": state})
    return need


@transaction.atomic
def add_goal(
    *, plan_id: UUID, words: str, need_id: UUID | None = None, domain: str = "", wanted_by: date | None = None,
    actor: Actor, at: datetime,
) -> Goal:  # fmt: skip
    """What she wants, in her own words; of a need, a domain or neither. Raises NoSuchPlan, WrongPlan."""
    plan = open_plan(plan_id, actor=actor, at=at)
    need = row_for(Need, need_id, actor=actor, at=at) if need_id else None
    if not words.strip() or (need and need.plan_id != plan.pk):
        raise WrongPlan(_("Write down what they want, in their own words."))
    about = need.domain if need else domain
    data_class = class_in(plan, need.data_class if need else class_of(about))
    may_hold(plan.person_id, data_class, actor=actor, at=at)
    goal = Goal.objects.create(
        plan=plan, need=need, domain=about, words=words, wanted_by=wanted_by,
        **written_by(plan.person, data_class, actor=actor, at=at),
    )  # fmt: skip
    keep_change(plan, "goal.added", goal, {"words": ["", words]}, actor=actor, at=at)
    detail = {"plan": plan.pk, "class": data_class}
    append("casework.goal.added", actor=actor, at=at, subject=goal.pk, kind="goal", detail=detail)
    return goal


@transaction.atomic
def change_goal(*, goal_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Goal:
    """Write a goal anew: `words`, `wanted_by`. Raises NoSuchPlan, WrongPlan, Changed."""
    goal = row_for(Goal, goal_id, actor=actor, at=at)
    plan = open_plan(goal.plan_id, actor=actor, at=at)
    if not str(said.get("words") or "").strip():
        raise WrongPlan(_("Write down what they want, in their own words."))
    fields = {"words": said["words"], "wanted_by": said.get("wanted_by")}
    told = changed(goal, fields)
    save_if_unchanged(goal, version=version, fields=[*fields])
    keep_change(plan, "goal.changed", goal, told, actor=actor, at=at)
    append("casework.goal.changed", actor=actor, at=at, subject=goal.pk, kind="goal")
    return goal


@transaction.atomic
def end_goal(
    *, goal_id: UUID, version: int, state: str, on: date | None, note: str = "", actor: Actor, at: datetime
) -> Goal:
    """Reached, partly reached, let go; or open again, without a day. Raises NoSuchPlan, WrongPlan, Changed."""
    goal = row_for(Goal, goal_id, actor=actor, at=at)
    plan = open_plan(goal.plan_id, actor=actor, at=at)
    if state not in GoalState.values or (state != GoalState.OPEN) != (on is not None):
        raise WrongPlan(_("Say how far it is, and since which day."))
    fields = {"state": state, "ended_on": on, "ended_note": note or None}
    told = changed(goal, fields)
    save_if_unchanged(goal, version=version, fields=[*fields])
    keep_change(plan, "goal.ended", goal, told, actor=actor, at=at)
    detail = {"plan": plan.pk, "goal": goal.pk, "state": state, "on": on}
    after(Done(act="casework.goal.ended", actor=actor, at=at, person_ids=(goal.person_id,), detail=detail))
    append("casework.goal.ended", actor=actor, at=at, subject=goal.pk, kind="goal", detail=detail)
    return goal


def _texts(said: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a need that a form says; an empty text is no text."""
    names = ("level", "priority", "strength", "words", "state")
    return {name: said[name] or None if name in TEXTS else said[name] for name in names if name in said}
