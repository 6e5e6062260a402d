"""What the caseworker of the fictional office has done for people who leave: plans, follow-ups, a family; once."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.models import Because, FollowUp, PlanState, ReleasePlan
from rihai.casework.aftercare.operations import (
    give_plan,
    keep_child,
    keep_tie,
    let_tell,
    list_officer_day,
    record_contact,
    record_follow_up,
    record_meeting,
    record_met,
    set_gate,
    set_point,
    wish_contact,
)
from rihai.casework.aftercare.operations.following import tick
from rihai.casework.aftercare.queries.plans import plans_for
from rihai.casework.services.operations import give_help
from rihai.people.models import MovementKind, Person
from rihai.people.operations import add_relationship, end_custody

GATE = {
    "gate_by": "mentor", "gate_name": "Parveen Misali", "contact": "yes",
    "safe_way": "Her sister's phone, after five; say it is the sewing school.", "call_number": "042-9000000 (invented)",
    "come_to": "Inside and after, Gulistan (invented)",
}  # fmt: skip
POINTS = (
    ("papers", "done", "card 90403 seen (invented)"), ("housing", "done", "her sister, seen by Hina on Monday"),
    ("way_home", "working", ""), ("medicine", "working", ""), ("income", "impossible", "no place before spring"),
    ("substance", "unneeded", ""), ("goals", "done", "See my son. Sew again. Sleep."),
)  # fmt: skip
PLANS = 3


@transaction.atomic
def play_aftercare(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played or nobody is screened."""
    worker = Account.objects.get(email="caseworker@rihai.example")
    with as_house(at):
        if ReleasePlan.objects.filter(owner_id__isnull=False).exists():
            return False
    tick(at)
    with acting_as(worker, at):
        plans = list(plans_for(worker).filter(state=PlanState.OPEN, because=Because.LAW).order_by("person_id")[:PLANS])
        if len(plans) < PLANS:
            return False
        for plan in plans:
            give_plan(plan_id=plan.pk, version=plan.version, to=worker.pk, actor=worker, at=at)
        _made(plans[0], worker, at)
        _family(plans[0].person_id, worker, at)
    _left(plans[1], worker, at, days_ago=8)
    return True


def _made(plan: ReleasePlan, worker: Account, at: datetime) -> None:
    """A plan half made: points, the gate, whom she lets know the day, the meeting."""
    today = localdate(at)
    for code, state, evidence in POINTS:
        set_point(
            plan_id=plan.pk, code=code, version=0, state=state, evidence=evidence, owner=worker,
            due_on=today + timedelta(days=9) if state == "working" else None, actor=worker, at=at,
        )  # fmt: skip
    version = ReleasePlan.objects.values_list("version", flat=True).get(pk=plan.pk)
    said = {**GATE, "planned_on": today + timedelta(days=20)}
    set_gate(plan_id=plan.pk, version=version, said=said, actor=worker, at=at)
    let_tell(
        plan_id=plan.pk,
        who="Shabana Farzi, her sister",
        said_how="alone, in Punjabi",
        said_on=today,
        actor=worker,
        at=at,
    )
    came = {
        "herself": {"came": "yes", "why": ""}, "mentor": {"came": "yes", "why": ""},
        "probation": {"came": "no", "why": "time"},
    }  # fmt: skip
    record_meeting(
        plan_id=plan.pk, held_on=today - timedelta(days=1), where="visiting room", attendance=came,
        decisions="Parveen waits at the gate at nine; Hina calls on the third day.", actor=worker, at=at,
    )  # fmt: skip


def _family(person_id: UUID, worker: Account, at: datetime) -> None:
    """A sister who may be called, a brother who may not, a child with a neighbour, a visit that failed."""
    today = localdate(at)
    sister = add_relationship(
        person_id=person_id, kind="sister", name="Shabana Farzi", phone="0300-9000000", safe_to_contact=True,
        actor=worker, at=at,
    )  # fmt: skip
    add_relationship(
        person_id=person_id, kind="brother", name="Waris Farzi", safe_to_contact=False, actor=worker, at=at
    )
    keep_tie(
        relationship_id=sister.pk, version=0, wants="yes", safe=True, ways="after five, not when her husband is in",
        may_know=["well", "visits", "children"], actor=worker, at=at,
    )  # fmt: skip
    child = {"name": "Bilal", "born_year": 2019, "with_whom": "a neighbour", "where": "Gulistan", "how": "worry"}
    keep_child(
        person_id=person_id, child_id=None, version=0, said={**child, "in_school": False, "note": ""}, actor=worker,
        at=at,
    )  # fmt: skip
    for due, state, why in ((-6, "failed", "money"), (5, "", "")):
        visit = wish_contact(
            relationship_id=sister.pk, kind="visit", wished_on=today - timedelta(days=9),
            due_on=today + timedelta(days=due), actor=worker, at=at,
        )  # fmt: skip
        if state:
            record_contact(
                contact_id=visit.pk, version=visit.version, state=state, failed_why=why, actor=worker, at=at,
                on=today + timedelta(days=due), note="two buses, no fare",
            )  # fmt: skip
        else:
            give_help(
                person_id=person_id, contact_id=visit.pk, actor=worker, at=at,
                said={
                    "kind": "fare", "what": "Two buses there and back", "fund": "Welfare fund", "worth": 900,
                    "currency": "PKR", "given_on": today, "given_by_name": worker.name, "witness": "Nazia Farzi",
                    "proof": "thumb",
                },
            )  # fmt: skip


def _left(plan: ReleasePlan, worker: Account, at: datetime, *, days_ago: int) -> None:
    """Somebody left some days ago, was met, was reached within 72 hours; a day with the officer comes."""
    then = at - timedelta(days=days_ago)
    with acting_as(worker, at):
        version = ReleasePlan.objects.values_list("version", flat=True).get(pk=plan.pk)
        set_gate(plan_id=plan.pk, version=version, said={**GATE, "planned_on": localdate(then)}, actor=worker, at=at)
        person_version = Person.objects.values_list("version", flat=True).get(pk=plan.person_id)
        end_custody(
            person_id=plan.person_id, version=person_version, kind=MovementKind.RELEASE, on=localdate(then),
            actor=worker, at=at,
        )  # fmt: skip
        version = ReleasePlan.objects.values_list("version", flat=True).get(pk=plan.pk)
        record_met(plan_id=plan.pk, version=version, met="yes", note="Parveen Misali", actor=worker, at=at)
        first = FollowUp.objects.get(plan=plan, interval="h72")
        how = {"how": "phone", "roof": "safe", "money": "partly", "cared_for": "yes", "safe": "yes"}
        record_follow_up(
            followup_id=first.pk, version=first.version, outcome="reached", on=localdate(then) + timedelta(days=2),
            said={**how, "supervision": "yes", "note": "At her sister's, tired and glad.", "next_step": "school"},
            actor=worker, at=at,
        )  # fmt: skip
        said = {
            "kind": "probation",
            "due_on": localdate(at) + timedelta(days=1),
            "where": "Probation Office (invented)",
        }
        list_officer_day(plan_id=plan.pk, said=said, actor=worker, at=at)
