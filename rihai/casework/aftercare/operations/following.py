"""What plans do after acts of other rooms: a release, a return, a death; and the clock.

Each runs as the house in the act's own transaction, and is part of its line in the trail.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import end_grants
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.aftercare.models import (
    LEFT_OPEN,
    ChildOutside,
    FamilyContact,
    FamilyTie,
    FollowUp,
    HandoverMeeting,
    MayBeTold,
    PlanPoint,
    PlanState,
    ReleasePlan,
)
from rihai.casework.aftercare.operations.beginning import begin_due, begin_released, let_go, move_earliest
from rihai.casework.aftercare.operations.leaving import hand_up_all
from rihai.casework.aftercare.operations.plans import tie
from rihai.casework.cases.models import Case, CaseState
from rihai.kit.audit import append
from rihai.kit.offers import Done
from rihai.people.intake.errors import BuiltOn
from rihai.people.models import CustodyEpisode, MovementKind

RELEASED, ADMITTED = "people.person.released", "people.person.admitted"
ENDS = ("people.person.died", "people.person.escaped")
IN_AGAIN = (ADMITTED, "people.census.taken_in")
LEFT = (RELEASED, "people.census.taken_in")
BACK = ("people.end.taken_back", "people.census.undone")


def follow_release(done: Done) -> None:
    """Who left goes over into the follow-ups; who left before anybody had planned gets a plan today.

    Of a whole list, only those of whom a plan had begun: nobody is asked after of whom we know a line of a list. They
    are found by their plans, not by the hundred thousand people of the list.
    """
    left = ReleasePlan.objects.filter(
        state=PlanState.OPEN, person__held_at=None, episode__ended_by=MovementKind.RELEASE
    ).exclude(episode__ended_on=None)
    with as_house(done.at):
        if done.act == RELEASED:
            left = left.filter(person__in=done.person_ids)
        for plan in left.select_related("episode"):
            assert plan.episode.ended_on is not None, "asked for above"
            _take_for_worker(plan, done)
            let_go(plan, plan.episode.ended_on)
        if done.act == RELEASED:
            _plan_today(done)


def _plan_today(done: Done) -> None:
    """A plan for whoever of these few left without one."""
    ended = CustodyEpisode.objects.filter(person__in=done.person_ids, person__held_at=None).exclude(ended_on=None)
    last = {one.person_id: one for one in ended.select_related("person").order_by("sequence")}
    known = set(ReleasePlan.objects.filter(episode__in=list(last.values())).values_list("episode_id", flat=True))
    for episode in last.values():
        if episode.pk not in known and episode.ended_by == MovementKind.RELEASE and episode.ended_on is not None:
            plan = begin_released(episode.person, episode, done.detail.get("from"), episode.ended_on)
            _take_for_worker(plan, done)


def _take_for_worker(plan: ReleasePlan, done: Done) -> None:
    """A plan that is nobody's goes to whoever works on her case, who would lose her from sight otherwise."""
    if plan.owner_id is not None:
        return
    case = (
        Case.objects.filter(person=plan.person_id, state=CaseState.OPEN, worker__isnull=False, data_class="personal")
        .select_related("worker")
        .first()
    )
    if case is None or case.worker is None:
        return
    plan.owner_id, plan.owner_name = case.worker.pk, case.worker.name[:120]
    plan.save(update_fields=["owner_id", "owner_name"])
    FollowUp.objects.filter(LEFT_OPEN, plan=plan).update(owner_id=plan.owner_id)
    tie(plan, actor=done.actor, at=done.at)


def follow_end(done: Done) -> None:
    """Somebody died or escaped: nobody plans a release, nobody asks after them."""
    with as_house(done.at):
        for plan in ReleasePlan.objects.filter(person__in=done.person_ids, state__in=(PlanState.OPEN, PlanState.AFTER)):
            plan.state, plan.ended_on = PlanState.ENDED, local_day(done.at)
            plan.ended_why = done.act.rpartition(".")[2]
            plan.version += 1
            plan.save(update_fields=["state", "ended_on", "ended_why", "version"])
            _drop(plan, "ended", done)


def follow_return(done: Done) -> None:
    """Back in custody, without blame: follow-ups are asked no more; a new plan begins when its time has come."""
    with as_house(done.at):
        back = ReleasePlan.objects.filter(state=PlanState.AFTER, person__held_at__isnull=False)
        if done.act == ADMITTED:
            back = back.filter(person__in=done.person_ids)
        for plan in back:
            opened = CustodyEpisode.objects.filter(person=plan.person_id, ended_on=None, ended_by="").first()
            day = opened.started_on if opened and opened.started_on else local_day(done.at)
            plan.state, plan.returned_on = PlanState.RETURNED, max(day, plan.left_on or day)
            plan.version += 1
            plan.save(update_fields=["state", "returned_on", "version"])
            _drop(plan, "returned", done)


def _drop(plan: ReleasePlan, why: str, done: Done) -> None:
    FollowUp.objects.filter(LEFT_OPEN, plan=plan).update(dropped_at=done.at, dropped_why=why)
    end_grants(ground=Ground.ASSIGNMENT, ground_id=plan.pk, actor=done.actor, at=done.at)


def follow_taken_back(done: Done) -> None:
    """The release, death or escape never happened: the plan is being made again, and only answers stay of the rest."""
    with as_house(done.at):
        for plan in ReleasePlan.objects.filter(episode__ended_by="", state__in=(PlanState.AFTER, PlanState.ENDED)):
            FollowUp.objects.filter(plan=plan, outcome="").delete()
            plan.state, plan.left_on, plan.ended_on, plan.ended_why = PlanState.OPEN, None, None, ""
            plan.met, plan.met_note = "", ""
            plan.version += 1
            plan.save(update_fields=["state", "left_on", "ended_on", "ended_why", "met", "met_note", "version"])
            tie(plan, actor=done.actor, at=done.at)


def follow_screening(done: Done) -> None:
    """The law was asked anew: a plan begins where its time has come, and the earliest day is written anew."""
    with as_house(done.at):
        today = local_day(done.at)
        begin_due(today, persons=done.person_ids)
        move_earliest(today, persons=done.person_ids)


def tick(at: datetime) -> int:
    """Plans whose time has come begin, and those of nobody come to a supervisor; says how many."""
    with transaction.atomic(), as_house(at):
        today = local_day(at)
        begun = begin_due(today)
        moved = move_earliest(today)
        if begun:
            append("casework.plans.begun", actor=None, at=at, detail={"plans": begun, "moved": moved})
    return begun + hand_up_all(at)


WORKED_ON: tuple[Any, ...] = (PlanPoint, MayBeTold, HandoverMeeting, FamilyTie, ChildOutside, FamilyContact)


def nothing_is_built(done: Done) -> None:
    """Raises BuiltOn where somebody works on people whom an undone list would take away; untouched plans go along."""
    gone = frozenset(done.person_ids)
    with as_house(done.at):
        answered = FollowUp.objects.exclude(outcome="")
        owned = ReleasePlan.objects.filter(owner_id__isnull=False)
        for rows in (answered, owned, *(model._default_manager.all() for model in WORKED_ON)):
            if not gone.isdisjoint(rows.order_by().values_list("person_id", flat=True).distinct()):
                raise BuiltOn(_("Somebody makes release plans or works with families of this list. It stays as it is."))
