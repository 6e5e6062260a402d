"""An action plan is written down and closed; its activities are added, begun, done with what shows it, or given up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.coordination.plans.models import ActionPlan, Activity, ActivityStep, Status
from rihai.coordination.plans.queries import activity_for, plan_for
from rihai.coordination.refusals import NotSo
from rihai.coordination.scope import PLAN, is_everywhere, places_for
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep

OWNER = "coordination.activity"
FIELDS = ("institution", "goal", "basis", "started_on", "due_on")


@transaction.atomic
def keep_plan(
    *, said: Mapping[str, Any], plan_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> ActionPlan:
    """Write a plan down, or mend one. `said`: FIELDS and place (None: the whole office). Raises NotThere, NotSo,
    Changed."""
    values = {name: said.get(name) for name in FIELDS}
    if values["due_on"] and values["started_on"] and values["due_on"] < values["started_on"]:
        raise NotSo(_("The plan cannot end before it begins."))
    if plan_id is None:
        place = said.get("place")
        mine = places_for(actor, PLAN)
        if (place is None and not is_everywhere(actor, PLAN)) or (place and not mine.filter(pk=place.pk).exists()):
            raise NotSo(_("Choose one of the places where you plan."))
        plan = ActionPlan.objects.create(place=place, made_by_name=actor.name[:120], made_at=at, **values)
    else:
        plan = _open(plan_id, actor)
        for name, value in values.items():
            setattr(plan, name, value)
        save_if_unchanged(plan, version=version, fields=list(values))
    append("coordination.plan.kept", actor=actor, at=at, subject=plan.pk, kind="plan")
    return plan


@transaction.atomic
def close_plan(*, plan_id: UUID, why: str, actor: Actor, at: datetime) -> ActionPlan:
    """The plan is followed no more; whatever is open in it stays so. Raises NotThere, NotSo."""
    plan = _open(plan_id, actor)
    if not why.strip():
        raise NotSo(_("Say what came of the plan."))
    plan.closed_on, plan.closed_why, plan.version = local_day(at), why.strip(), plan.version + 1
    plan.save(update_fields=["closed_on", "closed_why", "version"])
    append("coordination.plan.closed", actor=actor, at=at, subject=plan.pk, kind="plan")
    return plan


@transaction.atomic
def add_activity(*, plan_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Activity:
    """Add what is to be done: says, responsible (a post), due_on. Raises NotThere, NotSo."""
    plan = _open(plan_id, actor)
    if not said.get("says") or not said.get("responsible") or not said.get("due_on"):
        raise NotSo(_("Say what is done, who does it and by when."))
    last = Activity.objects.filter(plan=plan).aggregate(last=Max("number"))["last"] or 0
    made = Activity.objects.create(
        plan=plan, number=last + 1, says=said["says"], responsible=said["responsible"], due_on=said["due_on"],
        owner_id=actor.pk, made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    detail = {"plan": plan.pk, "number": made.number}
    append("coordination.activity.added", actor=actor, at=at, subject=made.pk, kind="activity", detail=detail)
    return made


@transaction.atomic
def move_activity(
    *, activity_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> Activity:  # fmt: skip
    """Say where an activity stands: status, says, due_on (another day), and perhaps a file as (name, bytes).

    Done asks for what shows it, given up and another day for a reason. Raises NotThere, NotSo, Changed, FileRefused.
    """
    activity = activity_for(activity_id, actor=actor)
    _open(activity.plan_id, actor)
    status, says = said["status"], str(said.get("says") or "").strip()
    due = said.get("due_on") or activity.due_on
    if status == Status.DONE and not says and not said.get("file"):
        raise NotSo(_("Say what shows that it was done, or give a file that does."))
    if not says and (status == Status.GIVEN_UP or due != activity.due_on):
        raise NotSo(_("Say why."))
    activity.status, activity.due_on = status, due
    activity.done_on = local_day(at) if status == Status.DONE else None
    save_if_unchanged(activity, version=version, fields=["status", "due_on", "done_on"])
    stored = None
    if said.get("file"):
        name, content = said["file"]
        stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
    ActivityStep.objects.create(
        activity=activity, status=status, due_on=due, says=says, evidence=stored, by_name=actor.name[:120], at=at
    )
    detail = {"plan": activity.plan_id, "status": status}
    append("coordination.activity.moved", actor=actor, at=at, subject=activity.pk, kind="activity", detail=detail)
    return activity


def _open(plan_id: UUID, actor: Actor) -> ActionPlan:
    plan = plan_for(plan_id, actor=actor)
    if plan.closed_on is not None:
        raise NotSo(_("This plan is closed; what it came to stays to be read."))
    return plan
