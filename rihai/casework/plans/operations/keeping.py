"""Who keeps a plan sees the person for as long as they keep it; and nobody's plan is lost when they leave.

A plan of class sealed gives nobody sight of anybody: a row that did would tell that there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from rihai.accounts.models import Account, Grant, Ground
from rihai.accounts.operations import end_grants, grant, house, notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.casework.cases.models import AT_WORK, Case
from rihai.casework.plans.models import Plan, Step
from rihai.casework.plans.operations.reach import keep_change
from rihai.casework.plans.operations.successors import Successors
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.offers import Done

KEEPS = {DataClass.PERSONAL: "casework.keep", DataClass.HEALTH: "casework.health"}
"""Who may keep a plan, by its class."""
NEXT = {DataClass.PERSONAL: "casework.supervise", DataClass.HEALTH: "casework.health"}
"""To whom it goes."""
LEFT = "casework.plan_left"
CHUNK = 200


def tie(plan: Plan, *, actor: Actor | None, at: datetime) -> None:
    """Leave to see the person goes with an open plan, also when no place shows them any more."""
    untie([plan.pk], actor=actor, at=at)
    if plan.owner_id is not None and plan.done_on is None and plan.data_class in KEEPS:
        grant(
            account_id=plan.owner_id, person_id=plan.person_id, classes=[plan.data_class], ground=Ground.ASSIGNMENT,
            ground_id=plan.pk, actor=actor, at=at,
        )  # fmt: skip


def untie(plan_ids: Iterable[UUID], *, actor: Actor | None, at: datetime) -> None:
    """Whoever saw the person by these plans sees them by those no longer."""
    for one in plan_ids:
        end_grants(ground=Ground.ASSIGNMENT, ground_id=one, actor=actor, at=at)


def follow_leaving(done: Done) -> None:
    """An account was stopped or a posting of it ended: the plans it may no longer keep go on with others."""
    hand_up(done.at, owner_id=done.detail["account"], actor=done.actor)


def hand_up_all(at: datetime) -> int:
    """With each tick: plans of those whose postings ended by their own date, and sight for who keeps an open plan."""
    moved = hand_up(at)
    with transaction.atomic(), as_house(at):
        held = Grant.objects.filter(ground=Ground.ASSIGNMENT, ground_id=OuterRef("pk"), ended_at=None)
        blind = Plan.objects.filter(~Exists(held), done_on=None, data_class__in=list(KEEPS), owner_id__isnull=False)
        for plan in list(blind.filter(owner_id__in=_all_keepers(at))[:CHUNK]):
            tie(plan, actor=None, at=at)
    return moved


@transaction.atomic
def hand_up(at: datetime, *, owner_id: UUID | None = None, actor: Actor | None = None) -> int:
    """Give open plans of those who may keep them no more to others, and tell those; says how many.

    The worker of the plan's case comes first. A sealed plan goes the way of its sealed case.
    """
    told: set[UUID] = set()
    moved: list[UUID] = []
    with as_house(at):
        for data_class, capability in KEEPS.items():
            left = _left(data_class, capability, owner_id, at)
            places = {one.person_id: one.person.held_at_id or _place_of(one) for one in left}
            others = Successors(places, capability=NEXT[data_class], data_class=data_class, at=at) if left else None
            for plan in left:
                to = _worker_of(plan) or (others.next_for(plan.person_id, but=plan.owner_id) if others else None)
                if to is not None:
                    _give(plan, to, actor=actor, at=at)
                    told.add(to.pk)
                    moved.append(plan.pk)
    if moved:
        notify(sorted(told), LEFT, at=at)
        detail = {"plans": moved, "to": sorted(told)}
        append("casework.plans.left", actor=actor, at=at, kind="plan", detail=detail)
    return len(moved)


def _left(data_class: str, capability: str, owner_id: UUID | None, at: datetime) -> Sequence[Plan]:
    keepers = accounts_who_may(capability, on=local_day(at)).order_by().values("pk")
    found = Plan.objects.filter(data_class=data_class, done_on=None).exclude(owner_id__in=keepers)
    if owner_id is not None:
        found = found.filter(owner_id=owner_id)
    return list(found.select_related("person", "case").order_by("pk")[:CHUNK])


def _all_keepers(at: datetime) -> set[UUID]:
    found = [accounts_who_may(one, on=local_day(at)).values_list("pk", flat=True) for one in KEEPS.values()]
    return {pk for one in found for pk in one}


def _place_of(plan: Plan) -> int | None:
    return plan.case.place_id if plan.case else None


def _worker_of(plan: Plan) -> Account | None:
    """The worker of the plan's case, where that is another."""
    if plan.case_id is None:
        return None
    found = Case.objects.filter(pk=plan.case_id, state__in=AT_WORK, worker__isnull=False)
    case = found.select_related("worker").first()
    return case.worker if case is not None and case.worker_id != plan.owner_id else None


def _give(plan: Plan, to: Account, *, actor: Actor | None, at: datetime) -> None:
    Step.objects.filter(plan=plan, owner_id=plan.owner_id, done_on=None).update(owner_id=to.pk)
    said = {"owner_name": [plan.owner_name, to.name[:120]]}
    plan.owner_id, plan.owner_name = to.pk, to.name[:120]
    plan.handed_up_on = local_day(at)
    plan.version += 1
    plan.save(update_fields=["owner_id", "owner_name", "handed_up_on", "version"])
    keep_change(plan, "plan.changed", plan, said, actor=actor or house(), at=at)
    tie(plan, actor=actor, at=at)
