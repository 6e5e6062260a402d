"""The support plan: opened with her, reviewed, closed; and those on duty write that they saw her."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.notices import notify
from rihai.accounts.standing import local_day
from rihai.casework.health.models import DutyLine, Look, Looked, SupportPlan
from rihai.casework.health.operations.errors import WrongCare
from rihai.casework.health.operations.reach import by, patient_for, row_for, with_was
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done

SOONEST, SELDOM = 15, 1440
"""Minutes between two looks: a quarter of an hour, a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanText:
    """What stands in a plan: for those who see health, and (`to_do`, `call`, `every_minutes`) for those on duty."""

    worries: str
    helps: str
    to_do: str
    call: str
    every_minutes: int
    review_on: date
    wants_to_see: str = ""


@transaction.atomic
def open_plan(*, person_id: UUID, text: PlanText, actor: Actor, at: datetime) -> SupportPlan:
    """Open a plan; those on duty have their line from now on. Raises NoSuchPerson, WrongCare where one is open."""
    person = patient_for(person_id, actor=actor, at=at)
    _check(text)
    if SupportPlan.objects.filter(person=person, closed_on=None).exists():
        raise WrongCare(_("A support plan is open already. Review that one."))
    plan = SupportPlan.objects.create(
        person=person, made_for=person.pk, worries=text.worries, helps=text.helps,
        wants_to_see=text.wants_to_see.strip() or None, opened_on=local_day(at), owner_id=actor.pk,
        due_on=text.review_on, **by(actor, at),
    )  # fmt: skip
    _begin_line(plan, text, actor=actor, at=at)
    after(Done(act="casework.support.opened", actor=actor, at=at, person_ids=(person.pk,)))
    append("casework.support.opened", actor=actor, at=at, subject=plan.pk, kind="health")
    return plan


@transaction.atomic
def review_plan(*, plan_id: UUID, version: int, text: PlanText, actor: Actor, at: datetime) -> SupportPlan:
    """Write the plan as it is now, and when it is looked at again. Raises NoSuchCare, Changed, WrongCare if closed."""
    plan = row_for(SupportPlan, plan_id, actor=actor, at=at)
    _open(plan)
    _check(text)
    if text.review_on <= local_day(at):
        raise WrongCare(_("The next review is on a day to come."))
    was = {"worries": plan.worries, "helps": plan.helps, "wants_to_see": plan.wants_to_see, "review_on": plan.due_on}
    plan.reviews = with_was(plan.reviews, was, actor=actor, at=at)
    plan.worries, plan.helps, plan.wants_to_see = text.worries, text.helps, text.wants_to_see.strip() or None
    plan.due_on, plan.owner_id = text.review_on, actor.pk
    fields = ["reviews", "worries", "helps", "wants_to_see", "due_on", "owner_id"]
    save_if_unchanged(plan, version=version, fields=fields)
    line = DutyLine.objects.filter(plan_id=plan.pk, ended_at=None).first()
    if line is None or (line.to_do, line.call, line.every_minutes) != (text.to_do, text.call, text.every_minutes):
        _end_lines(plan, at)
        _begin_line(plan, text, actor=actor, at=at)
    after(Done(act="casework.support.reviewed", actor=actor, at=at, person_ids=(plan.person_id,)))
    append("casework.support.reviewed", actor=actor, at=at, subject=plan.pk, kind="health")
    return plan


@transaction.atomic
def close_plan(*, plan_id: UUID, version: int, why: str, actor: Actor, at: datetime) -> SupportPlan:
    """The plan is not needed any more; those on duty have nothing more to do. Raises NoSuchCare, Changed, WrongCare."""
    plan = row_for(SupportPlan, plan_id, actor=actor, at=at)
    _open(plan)
    if not why.strip():
        raise WrongCare(_("Say why it is closed, and what goes on."))
    plan.closed_on, plan.closed_why = local_day(at), why
    save_if_unchanged(plan, version=version, fields=["closed_on", "closed_why"])
    _end_lines(plan, at)
    after(Done(act="casework.support.closed", actor=actor, at=at, person_ids=(plan.person_id,)))
    append("casework.support.closed", actor=actor, at=at, subject=plan.pk, kind="health")
    return plan


@transaction.atomic
def write_look(*, line_id: UUID, how: str, actor: Actor, at: datetime) -> Look:
    """Somebody on duty saw her. Whoever keeps the plan is told at once where help was called. Raises NoSuchCare."""
    line = row_for(DutyLine, line_id, actor=actor, at=at, data_class=DataClass.PERSONAL)
    if line.ended_at is not None or how not in Looked.values:
        raise WrongCare(_("This line has ended. Look at the page of the person for what is to be done now."))
    look = Look.objects.create(
        person=line.person, made_for=line.person_id, line=line, how=how, seen_at=at, seen_by=actor.pk,
        seen_by_name=actor.name[:120],
    )  # fmt: skip
    DutyLine.objects.filter(pk=line.pk).update(last_seen_at=at)
    if how == Looked.CALLED and line.owner_id:
        notify([line.owner_id], "casework.help_called", url=f"/people/{line.person_id}/", at=at)
    detail = {"how": how}
    after(Done(act="casework.duty.looked", actor=actor, at=at, person_ids=(line.person_id,), detail=detail))
    append("casework.duty.looked", actor=actor, at=at, subject=line.pk, kind="duty", detail=detail)
    return look


def _begin_line(plan: SupportPlan, text: PlanText, *, actor: Actor, at: datetime) -> None:
    DutyLine.objects.create(
        person_id=plan.person_id, made_for=plan.person_id, plan_id=plan.pk, owner_id=actor.pk, to_do=text.to_do[:300],
        call=text.call[:120], every_minutes=text.every_minutes, started_at=at, written_by_name=actor.name[:120],
    )  # fmt: skip


def _end_lines(plan: SupportPlan, at: datetime) -> None:
    DutyLine.objects.filter(plan_id=plan.pk, ended_at=None).update(ended_at=at)


def _open(plan: SupportPlan) -> None:
    if plan.closed_on is not None:
        raise WrongCare(_("This plan is closed. Open a new one if it is needed again."))


def _check(text: PlanText) -> None:
    if not all(part.strip() for part in (text.worries, text.helps, text.to_do, text.call)):
        raise WrongCare(_("Say what worries, what helps, what those on duty do, and whom they call."))
    if not SOONEST <= text.every_minutes <= SELDOM:
        raise WrongCare(_("They are seen at least once a day, and no more often than every quarter of an hour."))
