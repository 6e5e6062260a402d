"""After the gate: what came of asking after her, and of the days with an officer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.casework.aftercare.models import Contact, FollowUp, Kept, OfficerDay, Outcome, PlanState
from rihai.casework.aftercare.operations.errors import NothingSaid, NotNow
from rihai.casework.aftercare.operations.plans import follow_word, keep_care
from rihai.casework.aftercare.operations.reach import entry_for, live_plan
from rihai.casework.cases.models import Case, CaseState
from rihai.casework.cases.operations.reach import touch
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done

SHE_IS = ("how", "roof", "money", "cared_for", "safe", "supervision")
DONE = "casework.followup.done"
AGAIN = (Outcome.NOT_REACHED, Outcome.NOT_FOUND)


@transaction.atomic
def record_follow_up(
    *, followup_id: UUID, version: int, outcome: str, on: date, said: Mapping[str, Any], care: str = "",
    again_on: date | None = None, actor: Actor, at: datetime,
) -> FollowUp:  # fmt: skip
    """What came of asking after her: reached and how she is, not reached, not to be found, or she wants no contact.

    Who was not reached is asked after again on `again_on`. Who wants no contact is asked after no more.
    Raises NoSuchEntry, NotNow where it was answered or is asked no more, NothingSaid, Changed.
    """
    row = entry_for(FollowUp.objects.select_related("plan"), followup_id, actor=actor, at=at, follows=True)
    plan = row.plan
    if row.outcome or row.dropped_at is not None or plan.state != PlanState.AFTER:
        raise NotNow(_("This was answered already, or is not asked any more."))
    if outcome not in Outcome.values or (plan.left_on is not None and on < plan.left_on):
        raise NothingSaid(_("Say what came of it, on a day after the release."))
    reached = outcome == Outcome.REACHED
    for name in SHE_IS:
        setattr(row, name, str(said.get(name) or "") if reached or name == "how" else "")
    row.outcome, row.done_on, row.by_name = outcome, on, actor.name[:120]
    row.note, row.next_step = str(said.get("note") or "")[:600], str(said.get("next_step") or "")[:300]
    fields = [*SHE_IS, "outcome", "done_on", "by_name", "note", "next_step"]
    save_if_unchanged(row, version=version, fields=fields)
    if care.strip():
        keep_care(plan, about=row.pk, text=care, actor=actor, at=at)
    if again_on is not None and outcome in AGAIN:
        _again(row, again_on)
    if outcome == Outcome.NO_CONTACT:
        plan.contact = Contact.NO
        plan.version += 1
        plan.save(update_fields=["contact", "version"])
        follow_word(plan, at=at)
    if reached:
        touch(_cases_of(row.person_id), on=on, at=at)
    detail = {"followup": row.pk, "interval": row.interval, "outcome": outcome}
    after(Done(act=DONE, actor=actor, at=at, person_ids=(row.person_id,), detail=detail))
    append(DONE, actor=actor, at=at, subject=plan.pk, kind="release_plan", detail=detail)
    return row


def _again(row: FollowUp, on: date) -> None:
    FollowUp.objects.create(
        plan=row.plan, person_id=row.person_id, made_for=row.made_for, interval=row.interval, attempt=row.attempt + 1,
        due_on=on, owner_id=row.owner_id,
    )  # fmt: skip


def _cases_of(person_id: UUID) -> list[UUID]:
    return list(Case.objects.filter(person=person_id, state=CaseState.OPEN).values_list("pk", flat=True))


@transaction.atomic
def list_officer_day(*, plan_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> OfficerDay:
    """A day with a probation or parole officer, or to report. Raises NoSuchPlan, NotNow, NothingSaid."""
    plan = live_plan(plan_id, actor=actor, at=at)
    if not said.get("due_on") or not str(said.get("where") or "").strip():
        raise NothingSaid(_("Say on which day and where."))
    row = OfficerDay.objects.create(
        plan=plan, person_id=plan.person_id, made_for=plan.made_for, owner_id=plan.owner_id, kind=said["kind"],
        due_on=said["due_on"], officer=str(said.get("officer") or "")[:120], where=str(said["where"])[:160],
        at_time=said.get("at_time"),
    )  # fmt: skip
    detail = {"kind": row.kind, "on": row.due_on}
    append("casework.officer_day.listed", actor=actor, at=at, subject=plan.pk, kind="release_plan", detail=detail)
    return row


@transaction.atomic
def record_officer_day(
    *, day_id: UUID, version: int, kept: str, reason: str = "", next_on: date | None = None, actor: Actor, at: datetime
) -> OfficerDay:
    """Whether it was kept, without blame: why not, and the next one.

    Raises NoSuchEntry, NotNow, NothingSaid, Changed.
    """
    row = entry_for(OfficerDay.objects.select_related("plan"), day_id, actor=actor, at=at)
    if row.kept:
        raise NotNow(_("This was written down already."))
    if kept not in Kept.values or (kept in {Kept.MISSED, Kept.EXCUSED} and not reason.strip()):
        raise NothingSaid(_("Say what came of it; if it was not kept, why."))
    row.kept, row.reason, row.done_on = kept, reason.strip()[:300], local_day(at)
    save_if_unchanged(row, version=version, fields=["kept", "reason", "done_on"])
    if next_on is not None:
        OfficerDay.objects.create(
            plan=row.plan, person_id=row.person_id, made_for=row.made_for, owner_id=row.owner_id, kind=row.kind,
            due_on=next_on, officer=row.officer, where=row.where, at_time=row.at_time,
        )  # fmt: skip
    detail = {"kept": kept, "next": next_on}
    append("casework.officer_day.recorded", actor=actor, at=at, subject=row.plan_id, kind="release_plan", detail=detail)
    return row
