"""A plan is made: whose it is, its points, the gate, who may be told the day, the hand-over meeting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Ground
from rihai.accounts.operations import end_grants, grant
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.casework.aftercare.models import (
    LEFT_OPEN,
    CareWord,
    Contact,
    FollowUp,
    HandoverMeeting,
    PlanPoint,
    PlanState,
    PointState,
    ReleasePlan,
)
from rihai.casework.aftercare.operations.errors import NothingSaid, NotNow
from rihai.casework.aftercare.operations.reach import live_plan, plan_for
from rihai.casework.aftercare.queries.sight import KEEP, SUPERVISE
from rihai.casework.aftercare.tables import points
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import Changed, save_if_unchanged

PLAN = "release_plan"
GATE = ("planned_on", "gate_by", "gate_name", "contact", "safe_way", "call_number", "come_to")
"""What is written of the way out, and of the way to reach her."""


@transaction.atomic
def give_plan(*, plan_id: UUID, version: int, to: UUID, actor: Actor, at: datetime) -> ReleasePlan:
    """Whose plan it is from now on: who takes it, or whom a supervisor names; the tie goes with it.

    A supervisor to whom it came because nobody else had it keeps it by naming themselves.

    Raises NoSuchPlan, NotNow where the plan is another's and the actor no supervisor, or who is named may not keep one.
    """
    plan = live_plan(plan_id, actor=actor, at=at)
    with as_house(at):
        owner = accounts_who_may(KEEP, on=local_day(at)).filter(pk=to).first()
    keeps = plan.owner_id == to == actor.pk and plan.handed_up_on is not None
    if owner is None or (plan.owner_id == owner.pk and not keeps):
        raise NotNow(_("Choose somebody who keeps cases, and who has not got the plan already."))
    takes = plan.owner_id is None and to == actor.pk
    if not (takes or plan.owner_id == actor.pk or actor.may(SUPERVISE)):
        raise NotNow(_("This plan is somebody else’s. They or a supervisor hand it on."))
    plan.owner_name = owner.name[:120]
    former, plan.owner_id, plan.handed_up_on = plan.owner_id, owner.pk, None
    save_if_unchanged(plan, version=version, fields=["owner_id", "owner_name", "handed_up_on"])
    tie(plan, actor=actor, at=at)
    FollowUp.objects.filter(LEFT_OPEN, plan=plan).update(owner_id=owner.pk)
    detail = {"from": former, "to": owner.pk}
    append("casework.plan.given", actor=actor, at=at, subject=plan.pk, kind=PLAN, detail=detail)
    return plan


def tie(plan: ReleasePlan, *, actor: Actor | None, at: datetime) -> None:
    """Leave to see her goes with the plan, also when no place shows her any more; ended first, whoever had it."""
    end_grants(ground=Ground.ASSIGNMENT, ground_id=plan.pk, actor=actor, at=at)
    if plan.owner_id is not None and plan.is_live:
        grant(
            account_id=plan.owner_id, person_id=plan.person_id, classes=[DataClass.PERSONAL], ground=Ground.ASSIGNMENT,
            ground_id=plan.pk, actor=actor, at=at,
        )  # fmt: skip


@transaction.atomic
def set_point(
    *, plan_id: UUID, code: str, version: int, state: str, evidence: str = "", owner: Account | None = None,
    due_on: date | None = None, care: str = "", actor: Actor, at: datetime,
) -> PlanPoint:  # fmt: skip
    """How one of the sixteen points stands; `version` 0 for one that nobody has touched. Words of health go apart.

    Points of health are also set by whoever cares for the person's health, who may not touch the others.
    Raises NoSuchPlan, NotNow, NothingSaid for a code or state there is not, Changed where somebody was quicker.
    """
    one = points().get(code)
    plan = live_plan(plan_id, actor=actor, at=at, cares=one is not None and one.is_health)
    if one is None or state not in PointState.values or (care.strip() and not one.is_health):
        raise NothingSaid(_("Choose how the point stands."))
    ended = state != PointState.WORKING
    given: dict[str, Any] = {
        "state": state, "evidence": evidence.strip()[:400], "owner_id": owner.pk if owner else None,
        "owner_name": owner.name[:120] if owner else "", "due_on": due_on, "done_on": local_day(at) if ended else None,
        "changed_by_name": actor.name[:120], "changed_at": at,
    }  # fmt: skip
    point = PlanPoint.objects.filter(plan=plan, code=code).first()
    if point is None:
        point = PlanPoint(plan=plan, person_id=plan.person_id, made_for=plan.made_for, code=code, **given)
        point.save(force_insert=True)
    elif version == 0:
        raise Changed(_("Somebody changed this while you wrote. Nothing of yours was saved yet."))
    else:
        for name, value in given.items():
            setattr(point, name, value)
        save_if_unchanged(point, version=version, fields=list(given))
    if care.strip():
        keep_care(plan, about=point.pk, text=care, actor=actor, at=at)
    detail = {"code": code, "state": state}
    append("casework.point.set", actor=actor, at=at, subject=plan.pk, kind=PLAN, detail=detail)
    return point


def keep_care(plan: ReleasePlan, *, about: UUID, text: str, actor: Actor, at: datetime) -> None:
    """Words of health beside a point or a follow-up; part of the act that calls it. Who writes need not read them."""
    with as_house(at):
        CareWord.objects.create(
            person_id=plan.person_id, made_for=plan.made_for, about=about, text=text.strip()[:1000],
            said_by_name=actor.name[:120], said_at=at,
        )  # fmt: skip


@transaction.atomic
def set_gate(*, plan_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> ReleasePlan:
    """The day reckoned with, who meets her, how she can be reached safely, and what is printed for her of ours.

    Raises NoSuchPlan, NotNow, NothingSaid, Changed.
    """
    plan = live_plan(plan_id, actor=actor, at=at)
    if said.get("contact") == Contact.YES and not str(said.get("safe_way") or "").strip():
        raise NothingSaid(_("Write how and when it is safe to reach them; without that nobody calls."))
    for name in GATE:
        setattr(plan, name, said.get(name))
    plan.safe_way = str(said.get("safe_way") or "").strip() or None
    save_if_unchanged(plan, version=version, fields=list(GATE))
    if plan.state == PlanState.AFTER:
        follow_word(plan, at=at)
    append("casework.plan.gate_set", actor=actor, at=at, subject=plan.pk, kind=PLAN, detail={"by": plan.gate_by})
    return plan


def follow_word(plan: ReleasePlan, *, at: datetime) -> None:
    """Her word on being asked after: no stops the follow-ups that wait, yes lets those still to come go on."""
    rows = FollowUp.objects.filter(plan=plan, outcome="")
    if plan.contact == Contact.NO:
        rows.filter(dropped_at=None).update(dropped_at=at, dropped_why="unwanted")
    elif plan.contact == Contact.YES:
        still = rows.filter(dropped_why="unwanted", due_on__gte=local_day(at))
        still.update(dropped_at=None, dropped_why="")


@transaction.atomic
def record_meeting(
    *, plan_id: UUID, held_on: date, where: str, attendance: Mapping[str, Mapping[str, str]], decisions: str,
    actor: Actor, at: datetime,
) -> HandoverMeeting:  # fmt: skip
    """Those who go on with her sat together: who came, who did not and why, what was decided.

    Raises NoSuchPlan, NotNow, NothingSaid where nobody came or nothing was decided.
    """
    plan = live_plan(plan_id, actor=actor, at=at)
    if not decisions.strip() or not any(one.get("came") == "yes" for one in attendance.values()):
        raise NothingSaid(_("Say who came and what was decided."))
    meeting = HandoverMeeting.objects.create(
        plan=plan, person_id=plan.person_id, made_for=plan.made_for, held_on=held_on, where=where[:120],
        attendance={role: dict(one) for role, one in attendance.items()}, decisions=decisions.strip()[:2000],
        written_by_name=actor.name[:120], written_at=at,
    )  # fmt: skip
    detail = {"on": held_on, "came": sorted(role for role, one in attendance.items() if one.get("came") == "yes")}
    append("casework.handover.held", actor=actor, at=at, subject=plan.pk, kind=PLAN, detail=detail)
    return meeting


@transaction.atomic
def record_met(*, plan_id: UUID, version: int, met: str, note: str, actor: Actor, at: datetime) -> ReleasePlan:
    """Whether she was met at the gate; a mentor says it too. Raises NoSuchPlan, NotNow before she has left, Changed."""
    plan = plan_for(plan_id, actor=actor, at=at, states=(PlanState.AFTER,), follows=True)
    plan.met, plan.met_note = met, note.strip()[:300]
    save_if_unchanged(plan, version=version, fields=["met", "met_note"])
    append("casework.gate.met", actor=actor, at=at, subject=plan.pk, kind=PLAN, detail={"met": met})
    return plan


@transaction.atomic
def end_plan(*, plan_id: UUID, version: int, why: str, actor: Actor, at: datetime) -> ReleasePlan:
    """Nobody works by it any more, with the reason: follow-ups that wait are asked no more, the tie ends.

    Raises NoSuchPlan, NotNow before she has left, NothingSaid, Changed.
    """
    plan = plan_for(plan_id, actor=actor, at=at, states=(PlanState.AFTER,))
    if not why.strip():
        raise NothingSaid(_("Say why it ends."))
    plan.state, plan.ended_on, plan.ended_why = PlanState.ENDED, local_day(at), why.strip()[:160]
    save_if_unchanged(plan, version=version, fields=["state", "ended_on", "ended_why"])
    FollowUp.objects.filter(LEFT_OPEN, plan=plan).update(dropped_at=at, dropped_why="ended")
    tie(plan, actor=actor, at=at)
    append("casework.plan.ended", actor=actor, at=at, subject=plan.pk, kind=PLAN)
    return plan
