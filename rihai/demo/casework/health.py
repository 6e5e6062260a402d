"""What the health worker of the fictional office has written: needs, a support plan, mothers and their children; once.

It is played where the women are, so that every page of health has something to show.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sees
from rihai.casework.aftercare.models import PlanState, ReleasePlan
from rihai.casework.aftercare.operations import set_point
from rihai.casework.health.models import HealthNeed, Kind, State
from rihai.casework.health.operations import (
    Booking,
    Born,
    Expecting,
    PlanText,
    Said,
    book,
    give_doses,
    open_plan,
    refer_need,
    write_baby,
    write_need,
    write_outcome,
    write_pregnancy,
)
from rihai.kit.classes import DataClass
from rihai.people.models import Consent, Person
from rihai.people.operations import give_consent

WOMEN = 7
DAY = timedelta(days=1)
NEEDS = (
    (Kind.TUBERCULOSIS, State.TREATED, "Second month of treatment", "Four tablets a day, prison hospital",
     "Fourth month at the TB centre of her district"),
    (Kind.DIABETES, State.TREATED, "", "Metformin twice a day", "The same, and strips"),
    (Kind.MENTAL, State.SUSPECTED, "Does not sleep since the last hearing", "", ""),
    (Kind.SKIN, State.SUSPECTED, "The whole barrack itches", "", ""),
    (Kind.EYES_TEETH, State.CONFIRMED, "A tooth to be drawn", "", ""),
)  # fmt: skip
DOSES = (
    (0, ("bcg", "opv0", "hepb0")), (45, ("opv1", "penta1", "pcv1", "rota1")), (74, ("opv2", "penta2", "pcv2", "rota2")),
)  # fmt: skip
"""Days after the birth on which a child of the demonstration was given which doses."""


@transaction.atomic
def play_health(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played or too few women are held."""
    with as_house(at):
        if HealthNeed.objects.exists():
            return False
    nurse = Account.objects.get(email="health@rihai.example")
    with acting_as(nurse, at):
        women = _women(nurse)
        if len(women) < WOMEN:
            return False
        needs = [_need(women[number], number, nurse, at) for number in range(len(NEEDS))]
        _referred(needs[4], nurse, at)
        _plan(women[2], nurse, at)
        _expecting(women[5], nurse, at)
        _mother(women[6], nurse, at)
        _goes_on(nurse, at)
    return True


def _women(nurse: Account) -> list[Person]:
    """Women where the health worker works, first those for whom a release plan is made: their care must go on."""
    held = Person.objects.filter(
        sees(nurse, DataClass.HEALTH, column="pk"), merged_into=None, held_at__isnull=False, sex="female"
    )
    planned = ReleasePlan.objects.filter(state=PlanState.OPEN, owner_id__isnull=False).values("person")
    first = list(held.filter(pk__in=planned).order_by("pk")[:2])
    rest = held.exclude(pk__in=[one.pk for one in first]).exclude(full_name="").order_by("pk")
    return [*first, *rest[: WOMEN - len(first)]]


def _need(person: Person, number: int, nurse: Account, at: datetime) -> HealthNeed:
    kind, state, outline, treatment, goes_on = NEEDS[number]
    today = localdate(at)
    said = Said(
        kind=kind, state=state, started_on=today - (12 + 9 * number) * DAY, outline=outline or None,
        treatment=treatment or None, goes_on=goes_on or None, days_of_medicine=28 if goes_on else None,
        review_on=today + number * DAY,
    )  # fmt: skip
    need = write_need(person_id=person.pk, said=said, actor=nurse, at=at)
    if state == State.TREATED:
        past = Booking(on=today - 6 * DAY, with_whom="the doctor on his round")
        seen = book(person_id=person.pk, booking=past, need_id=need.pk, actor=nurse, at=at)
        again = Booking(on=today + number * DAY, with_whom="TB centre (invented)", how="phone")
        write_outcome(
            appointment_id=seen.pk, version=1, met="no_escort" if number else "kept", on=today - 6 * DAY, again=again,
            came_of_it="" if number else "Gains weight; goes on.", actor=nurse, at=at,
        )  # fmt: skip
    return need


def _referred(need: HealthNeed, nurse: Account, at: datetime) -> None:
    """A tooth that the hospital has not answered for, with her consent."""
    today = localdate(at)
    consent = give_consent(
        person_id=need.person_id, purpose=Consent.Purpose.HEALTH, recipient="District hospital (invented)",
        classes=[DataClass.HEALTH], given_how="said so to the health worker, alone", started_on=today - 9 * DAY,
        actor=nurse, at=at,
    )[0]  # fmt: skip
    refer_need(
        need_id=need.pk, receiver="District hospital (invented)", told="A tooth to be drawn; no other illness.",
        consent_id=consent.pk, answer_by=today - DAY, actor=nurse, at=at - 9 * DAY,
    )  # fmt: skip


def _plan(person: Person, nurse: Account, at: datetime) -> None:
    text = PlanText(
        worries="Says since the hearing that nothing will come of it any more.",
        helps="Tea with the woman in the next bed, a call to the sister, sewing.", wants_to_see="the sister",
        to_do="Greet them, sit with them for a while; not alone at night.", call="Nurse on duty, extension 4",
        every_minutes=120, review_on=localdate(at) + DAY,
    )  # fmt: skip
    open_plan(person_id=person.pk, text=text, actor=nurse, at=at)


def _expecting(woman: Person, nurse: Account, at: datetime) -> None:
    today = localdate(at)
    expecting = Expecting(
        known_on=today - 90 * DAY, expected_on=today + 95 * DAY, visits=2, last_visit_on=today - 20 * DAY,
        birth_where="District hospital (invented), without restraints",
        birth_plan="Her mother is told; the other children stay with the grandmother.",
    )  # fmt: skip
    write_pregnancy(person_id=woman.pk, said=expecting, actor=nurse, at=at)


def _mother(woman: Person, nurse: Account, at: datetime) -> None:
    """A mother with two small children inside: one whose doses wait, one born a few days ago."""
    today = localdate(at)
    for called, days, doses in (("Noor", 101, DOSES), ("Zain", 3, DOSES[:0])):
        born_on = today - days * DAY
        child = write_baby(person_id=woman.pk, born=Born(called=called, born_on=born_on), actor=nurse, at=at)
        for after, codes in doses:
            give_doses(
                baby_id=child.pk, codes=codes, given_on=born_on + after * DAY, given_by="Salma Farzi, vaccinator",
                given_where="EPI centre (invented)", actor=nurse, at=at,
            )  # fmt: skip


def _goes_on(nurse: Account, at: datetime) -> None:
    """Of the first release plan with care that must go on, the health worker has settled the point of medicine."""
    needs = HealthNeed.objects.filter(state=State.TREATED)
    planned = ReleasePlan.objects.filter(state=PlanState.OPEN, person__in=needs.values("person"))
    plan = planned.exclude(points__code="medicine").order_by("pk").first()
    if plan is not None:
        set_point(
            plan_id=plan.pk, code="medicine", version=0, state="working", evidence="four weeks are packed",
            care="TB, second month: four tablets a day; the centre of her district expects her.", owner=nurse,
            due_on=localdate(at) + 9 * DAY, actor=nurse, at=at,
        )  # fmt: skip
