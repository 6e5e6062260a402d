"""Nobody is lost when a worker leaves, or when nobody took the plan of somebody released: a supervisor has it then.

It follows a stopped account and an ended posting at once; with each tick go the plans of whoever's posting ended by its
own date, and those after release that are nobody's while a place still shows the person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from rihai.accounts.models import Account, Ground
from rihai.accounts.operations import end_grants, notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.casework.aftercare.models import LEFT_OPEN, FamilyContact, FollowUp, OfficerDay, PlanPoint, PlanState
from rihai.casework.aftercare.models.plan import ReleasePlan
from rihai.casework.aftercare.operations.plans import tie
from rihai.casework.aftercare.queries.sight import KEEP, SUPERVISE
from rihai.casework.plans.operations.successors import Successors
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.due import waiting
from rihai.kit.offers import Done

LEFT = "casework.release_plan_left"
LIVE = (PlanState.OPEN, PlanState.AFTER)
BEFORE_DARK = 30
"""Days before the prison's sight ends at which a plan that is nobody's goes to a supervisor."""
CHUNK = 200


def follow_leaving(done: Done) -> None:
    """An account was stopped or a posting of it ended: the plans it may no longer keep go to a supervisor."""
    hand_up(done.at, Q(owner_id=done.detail["account"]), actor=done.actor)


def hand_up_all(at: datetime) -> int:
    """With each tick: plans whose owner may keep none any more, and those of the released that are nobody's."""
    dark = local_day(at) - timedelta(days=max(0, settings.FORMER_DAYS - BEFORE_DARK))
    return hand_up(at, Q(owner_id__isnull=False) | Q(owner_id=None, state=PlanState.AFTER, left_on__lte=dark))


@transaction.atomic
def hand_up(at: datetime, which: Q, *, actor: Actor | None = None) -> int:
    """Give these plans to supervisors, where whoever has them may not keep them; says how many.

    Where the office has no supervisor the plan is nobody's, and the next tick asks again.
    """
    with as_house(at):
        keepers = accounts_who_may(KEEP, on=local_day(at)).order_by().values("pk")
        rows = ReleasePlan.objects.filter(which, state__in=LIVE).exclude(owner_id__in=keepers)
        left = list(rows.select_for_update(of=("self",)).order_by("pk")[:CHUNK])
        places = {one.person_id: one.place_id for one in left}
        chiefs = Successors(places, capability=SUPERVISE, data_class=DataClass.PERSONAL, at=at) if left else None
        given: dict[UUID, Account] = {}
        for plan in left:
            to = chiefs.next_for(plan.person_id, but=plan.owner_id) if chiefs else None
            if to is not None or plan.owner_id is not None:
                _give(plan, to, actor=actor, at=at)
            if to is not None:
                given[plan.pk] = to
    if given:
        told = sorted({one.pk for one in given.values()})
        notify(told, LEFT, url="/casework/release-plans/?tab=mine", at=at)
        detail = {"plans": sorted(given), "to": told}
        append("casework.release_plans.left", actor=actor, at=at, kind="release_plan", detail=detail)
    return len(given)


def _give(plan: ReleasePlan, to: Account | None, *, actor: Actor | None, at: datetime) -> None:
    former = plan.owner_id
    plan.owner_id, plan.owner_name = (to.pk, to.name[:120]) if to else (None, "")
    plan.handed_up_on = local_day(at) if to else None
    plan.version += 1
    plan.save(update_fields=["owner_id", "owner_name", "handed_up_on", "version"])
    if to is None:
        end_grants(ground=Ground.ASSIGNMENT, ground_id=plan.pk, actor=actor, at=at)
    else:
        tie(plan, actor=actor, at=at)
    FollowUp.objects.filter(LEFT_OPEN, plan=plan).update(owner_id=plan.owner_id)
    if former is not None:
        _of_nobody(plan, former)


def _of_nobody(plan: ReleasePlan, former: UUID) -> None:
    """What they were to do by the plan is nobody's, and stands so in My work of everybody there."""
    for rows in _theirs(plan, former):
        rows.update(owner_id=None)
    waiting(PlanPoint.objects.filter(plan=plan, owner_id=None)).update(owner_name="")


def _theirs(plan: ReleasePlan, former: UUID) -> Sequence[QuerySet[Any]]:
    return (
        waiting(PlanPoint.objects.filter(plan=plan, owner_id=former)),
        waiting(OfficerDay.objects.filter(plan=plan, owner_id=former)),
        waiting(FamilyContact.objects.filter(person=plan.person_id, owner_id=former)),
    )
