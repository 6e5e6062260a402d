"""What the health worker of the fictional office has written: needs, a support plan, a mother and her child; once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sees
from rihai.casework.health.models import HealthNeed, Kind, State
from rihai.casework.health.operations import (
    Booking,
    Born,
    Expecting,
    PlanText,
    Said,
    book,
    open_plan,
    write_baby,
    write_need,
    write_pregnancy,
)
from rihai.kit.classes import DataClass
from rihai.people.models import Person

NEEDS = (
    (Kind.TUBERCULOSIS, State.TREATED, "Second month of treatment", "Four tablets a day, prison hospital",
     "Fourth month at the TB centre of her district"),
    (Kind.DIABETES, State.TREATED, "", "Metformin twice a day", "The same, and strips"),
    (Kind.MENTAL, State.SUSPECTED, "Does not sleep since the last hearing", "", ""),
    (Kind.SKIN, State.SUSPECTED, "The whole barrack itches", "", ""),
    (Kind.EYES_TEETH, State.CONFIRMED, "A tooth to be drawn", "", ""),
)  # fmt: skip


@transaction.atomic
def play_health(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played or nobody is held."""
    with as_house(at):
        if HealthNeed.objects.exists():
            return False
    nurse, today = Account.objects.get(email="health@rihai.example"), localdate(at)
    with acting_as(nurse, at):
        women = list(_held(nurse).filter(sex="female").order_by("pk")[:4])
        people = [*women, *_held(nurse).exclude(pk__in=[one.pk for one in women]).order_by("pk")[:3]]
        if len(people) < 2:
            return False
        for number, (kind, state, outline, treatment, goes_on) in enumerate(NEEDS):
            person = people[number % len(people)]
            said = Said(
                kind=kind, state=state, started_on=today - timedelta(days=12 + 9 * number), outline=outline or None,
                treatment=treatment or None, goes_on=goes_on or None, days_of_medicine=28 if goes_on else None,
                review_on=today + timedelta(days=number),
            )  # fmt: skip
            need = write_need(person_id=person.pk, said=said, actor=nurse, at=at)
            if state == State.TREATED:
                booking = Booking(on=today + timedelta(days=number), with_whom="the doctor on his round")
                book(person_id=person.pk, booking=booking, need_id=need.pk, actor=nurse, at=at)
        _plan(people[0], nurse, at)
        if women:
            _mother(women[-1], nurse, at)
    return True


def _held(nurse: Account) -> QuerySet[Person]:
    return Person.objects.filter(sees(nurse, DataClass.HEALTH, column="pk"), merged_into=None, held_at__isnull=False)


def _plan(person: Person, nurse: Account, at: datetime) -> None:
    text = PlanText(
        worries="Says since the hearing that nothing will come of it any more.",
        helps="Tea with the woman in the next bed, a call to the sister, sewing.", wants_to_see="the sister",
        to_do="Greet them, sit with them for a while; not alone at night.", call="Nurse on duty, extension 4",
        every_minutes=120, review_on=localdate(at) + timedelta(days=1),
    )  # fmt: skip
    open_plan(person_id=person.pk, text=text, actor=nurse, at=at)


def _mother(woman: Person, nurse: Account, at: datetime) -> None:
    today = localdate(at)
    expecting = Expecting(
        known_on=today - timedelta(days=90), expected_on=today + timedelta(days=95), visits=2,
        last_visit_on=today - timedelta(days=20),
    )  # fmt: skip
    write_pregnancy(person_id=woman.pk, said=expecting, actor=nurse, at=at)
    child = Born(called="Noor", born_on=today - timedelta(days=600))
    write_baby(person_id=woman.pk, born=child, actor=nurse, at=at)
