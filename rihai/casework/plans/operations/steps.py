"""Steps: who does what by when, and what came of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.casework.plans.models import FirstDays, Goal, GoalState, Outcome, OwnedBy, Plan, Step
from rihai.casework.plans.operations.errors import WrongPlan
from rihai.casework.plans.operations.reach import changed, keep_change, open_plan, row_for, written_by
from rihai.casework.plans.tables import step_kinds
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.people.models import Consent


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSaid:
    """A step as a form says it. `owner_id` does it or asks after it; `owner_name` is the family's or the partner's."""

    kind: str
    due_on: date
    what: str = ""
    owned_by: str = OwnedBy.WORKER
    owner_name: str = ""
    owner_id: UUID | None = None
    consent_id: UUID | None = None

    def fields(self, actor: Actor) -> dict[str, Any]:
        """As the row has them."""
        given = {**asdict(self), "what": self.what or None, "owner_name": self.owner_name[:160]}
        return {**given, "owner_id": self.owner_id or actor.pk}


@transaction.atomic
def add_step(*, goal_id: UUID, said: StepSaid, actor: Actor, at: datetime) -> Step:
    """A step towards a goal, of the goal's class. Raises NoSuchPlan, WrongPlan."""
    goal = row_for(Goal, goal_id, actor=actor, at=at)
    plan = open_plan(goal.plan_id, actor=actor, at=at)
    if goal.state != GoalState.OPEN:
        raise WrongPlan(_("This goal is ended. Open it again to write steps for it."))
    _checked(said, goal.person_id, at)
    step = Step.objects.create(
        plan=plan, goal=goal, **said.fields(actor),
        **written_by(goal.person, goal.data_class, actor=actor, at=at),
    )  # fmt: skip
    told = {"what": ["", step.shown], "due_on": ["", said.due_on.isoformat()]}
    keep_change(plan, "step.added", step, told, actor=actor, at=at)
    detail = {"plan": plan.pk, "kind": said.kind, "due": said.due_on, "consent": said.consent_id}
    append("casework.step.added", actor=actor, at=at, subject=step.pk, kind="step", detail=detail)
    return step


def step_of_first_days(first: FirstDays, said: StepSaid, data_class: str, *, actor: Actor, at: datetime) -> Step:
    """The row of a step out of the first days; the act that asks writes the line in the trail."""
    return Step.objects.create(
        first_days=first, **said.fields(actor), **written_by(first.person, data_class, actor=actor, at=at)
    )


@transaction.atomic
def change_step(*, step_id: UUID, version: int, said: StepSaid, actor: Actor, at: datetime) -> Step:
    """Write a step anew before it is ended. Raises NoSuchPlan, WrongPlan, Changed."""
    step, plan = _open(step_id, actor=actor, at=at)
    _checked(said, step.person_id, at)
    fields = said.fields(actor)
    told = changed(step, fields)
    told.pop("owner_id", None)
    save_if_unchanged(step, version=version, fields=[*fields])
    keep_change(plan, "step.changed", step, told, actor=actor, at=at)
    detail = {"due": said.due_on, "consent": said.consent_id}
    append("casework.step.changed", actor=actor, at=at, subject=step.pk, kind="step", detail=detail)
    return step


@transaction.atomic
def end_step(
    *, step_id: UUID, version: int, outcome: str, on: date, note: str = "", actor: Actor, at: datetime
) -> Step:
    """What came of a step. Raises NoSuchPlan, WrongPlan, Changed."""
    step, plan = _open(step_id, actor=actor, at=at)
    if outcome not in Outcome.values or outcome == Outcome.STOPPED or on > local_day(at):
        raise WrongPlan(_("Say what came of it, and on which day that has come."))
    fields = {"outcome": outcome, "done_on": on, "outcome_note": note or None}
    told = changed(step, fields)
    save_if_unchanged(step, version=version, fields=[*fields])
    keep_change(plan, "step.done", step, told, actor=actor, at=at)
    detail = {"outcome": outcome, "on": on}
    after(Done(act="casework.step.ended", actor=actor, at=at, person_ids=(step.person_id,), detail=detail))
    append("casework.step.ended", actor=actor, at=at, subject=step.pk, kind="step", detail=detail)
    return step


def _open(step_id: UUID, *, actor: Actor, at: datetime) -> tuple[Step, Plan | None]:
    step = row_for(Step, step_id, actor=actor, at=at)
    if step.done_on is not None:
        raise WrongPlan(_("This step is ended already."))
    return step, open_plan(step.plan_id, actor=actor, at=at) if step.plan_id else None


def _checked(said: StepSaid, person_id: UUID, at: datetime) -> None:
    if said.kind not in step_kinds() or said.owned_by not in OwnedBy.values:
        raise WrongPlan(_("Say what is to be done, and who does it."))
    if said.owned_by == OwnedBy.PARTNER and not said.owner_name.strip():
        raise WrongPlan(_("Name the organisation that does it."))
    if said.consent_id is None:
        return
    consent = Consent.objects.filter(pk=said.consent_id, person=person_id).first()
    if consent is None or not consent.holds(local_day(at), at):
        raise WrongPlan(_("That leave does not hold any more. Without one nothing is passed to the partner."))
