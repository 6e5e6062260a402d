"""A plan is begun, changed, looked at together, and closed; steps out of the first days go with it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.casework.cases.models import Case
from rihai.casework.cases.queries import case_seen
from rihai.casework.plans.models import Closed, Plan, PlanReview
from rihai.casework.plans.operations.errors import NoSuchPlan, WrongPlan
from rihai.casework.plans.operations.keeping import tie, untie
from rihai.casework.plans.operations.reach import (
    changed,
    keep_change,
    open_plan,
    person_to_write,
    written_by,
)
from rihai.casework.plans.queries.sight import rows_for
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done


@transaction.atomic
def begin_plan(
    *, person_id: UUID, begun_on: date, review_on: date, case_id: UUID | None = None, actor: Actor, at: datetime
) -> Plan:
    """Begin a plan, kept by the actor, who sees the person until it is closed.

    A plan of a case has the class of that case.
    Raises NoSuchPerson, NoSuchPlan; WrongPlan where an open one is seen already.
    """
    person = person_to_write(person_id, actor=actor, at=at)
    case = _case(case_id, person.pk, actor, at)
    data_class = case.data_class if case else DataClass.PERSONAL
    if rows_for(Plan, actor, at=at).filter(person=person, data_class=data_class, done_on=None).exists():
        raise WrongPlan(_("They have an open plan. Go on with that one."))
    if review_on < begun_on:
        raise WrongPlan(_("A plan is looked at again after it was begun."))
    plan = Plan.objects.create(
        case=case, begun_on=begun_on, owner_id=actor.pk, owner_name=actor.name[:120], due_on=review_on,
        **written_by(person, data_class, actor=actor, at=at),
    )  # fmt: skip
    keep_change(plan, "plan.begun", plan, actor=actor, at=at)
    tie(plan, actor=actor, at=at)
    after(Done(act="casework.plan.begun", actor=actor, at=at, person_ids=(person.pk,), detail={"plan": plan.pk}))
    append("casework.plan.begun", actor=actor, at=at, subject=plan.pk, kind="plan", detail={"review": review_on})
    return plan


def _case(case_id: UUID | None, person_id: UUID, actor: Actor, at: datetime) -> Case | None:
    if case_id is None:
        return None
    found = case_seen(case_id, actor=actor, at=at)
    if found is None or found.person_id != person_id:
        raise NoSuchPlan(_("There is no such case."))
    return found


@transaction.atomic
def change_plan(
    *, plan_id: UUID, version: int, owner_id: UUID, owner_name: str, review_on: date, actor: Actor, at: datetime
) -> Plan:
    """Another keeps the plan, or it is looked at on another day. Raises NoSuchPlan, WrongPlan, Changed."""
    plan = open_plan(plan_id, actor=actor, at=at)
    if review_on < plan.begun_on:
        raise WrongPlan(_("A plan is looked at again after it was begun."))
    said = changed(plan, {"owner_id": owner_id, "owner_name": owner_name[:120], "due_on": review_on})
    said.pop("owner_id", None)
    plan.handed_up_on = None
    save_if_unchanged(plan, version=version, fields=["owner_id", "owner_name", "due_on", "handed_up_on"])
    keep_change(plan, "plan.changed", plan, said, actor=actor, at=at)
    tie(plan, actor=actor, at=at)
    append("casework.plan.changed", actor=actor, at=at, subject=plan.pk, kind="plan", detail={"review": review_on})
    return plan


@transaction.atomic
def review_plan(
    *, plan_id: UUID, version: int, on: date, words: str, note: str, next_on: date, actor: Actor, at: datetime
) -> PlanReview:
    """Both looked at the plan: how it goes in her words and ours, and when again. Raises as `change_plan` does."""
    plan = open_plan(plan_id, actor=actor, at=at)
    if next_on <= on:
        raise WrongPlan(_("The next time is after this one."))
    review = PlanReview.objects.create(
        plan=plan, on=on, words=words or None, note=note or None, next_on=next_on,
        **written_by(plan.person, plan.data_class, actor=actor, at=at),
    )  # fmt: skip
    plan.due_on = next_on
    save_if_unchanged(plan, version=version, fields=["due_on"])
    keep_change(plan, "plan.reviewed", review, {"due_on": ["", next_on.isoformat()]}, actor=actor, at=at)
    detail = {"plan": plan.pk, "on": on}
    after(Done(act="casework.plan.reviewed", actor=actor, at=at, person_ids=(plan.person_id,), detail=detail))
    append("casework.plan.reviewed", actor=actor, at=at, subject=plan.pk, kind="plan", detail=detail)
    return review


@transaction.atomic
def close_plan(*, plan_id: UUID, version: int, how: str, note: str, on: date, actor: Actor, at: datetime) -> Plan:
    """Close a plan with a reason; nothing of it is due any more. Raises NoSuchPlan, WrongPlan, Changed."""
    plan = open_plan(plan_id, actor=actor, at=at)
    if how not in Closed.values or on < plan.begun_on:
        raise WrongPlan(_("Say why it is closed, and on which day after it was begun."))
    plan.done_on, plan.closed_how, plan.closed_note = on, how, note or None
    save_if_unchanged(plan, version=version, fields=["done_on", "closed_how", "closed_note"])
    keep_change(plan, "plan.closed", plan, {"closed_how": ["", how]}, actor=actor, at=at)
    untie([plan.pk], actor=actor, at=at)
    detail = {"how": how, "on": on}
    append("casework.plan.closed", actor=actor, at=at, subject=plan.pk, kind="plan", detail=detail)
    return plan
