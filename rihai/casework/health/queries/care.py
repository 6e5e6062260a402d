"""Rows of health of whom the actor sees that class, and the lines of those on duty for whom they see the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet

from rihai.accounts.queries import sees
from rihai.casework.health.models import (
    Appointment,
    Baby,
    Dose,
    DutyLine,
    HealthNeed,
    HealthReferral,
    Pregnancy,
    State,
    SupportPlan,
)
from rihai.casework.health.vaccines import Vaccine, to_come
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.due import waiting

Row = TypeVar("Row", bound=models.Model)
WEEK = timedelta(days=7)


def of_health(model: type[Row], actor: Actor) -> QuerySet[Row]:
    """The rows of a kind whose person's health the actor sees."""
    return model._default_manager.filter(sees(actor, DataClass.HEALTH))


def seen_row(model: type[Row], pk: UUID, *, actor: Actor) -> Row | None:
    """One of them with its person; None for one the actor does not see."""
    return of_health(model, actor).select_related("person", "person__held_at").filter(pk=pk).first()


def lines_for(actor: Actor) -> QuerySet[DutyLine]:
    """What those on duty do now, for people whom the actor sees."""
    return DutyLine.objects.filter(sees(actor, DataClass.PERSONAL), ended_at=None)


def is_late(line: DutyLine, at: datetime) -> bool:
    """Whether nobody saw her for longer than is written."""
    last = line.last_seen_at or line.started_at
    return at - last > timedelta(minutes=line.every_minutes)


@dataclass(frozen=True, slots=True)
class Doses:
    """A baby, what was given, what is missing, what falls due within a week, and what comes next."""

    baby: Baby
    given: tuple[Dose, ...]
    missing: tuple[Vaccine, ...]
    soon: tuple[Vaccine, ...]
    coming: tuple[Vaccine, date] | None
    since: date | None

    @property
    def due(self) -> tuple[Vaccine, ...]:
        """What is asked of the vaccinator who comes this week."""
        return (*self.missing, *self.soon)


def doses_of(babies: Sequence[Baby], on: date) -> list[Doses]:
    """The doses of these babies, in one query however many they are."""
    given: dict[UUID, list[Dose]] = {one.pk: [] for one in babies}
    for dose in Dose.objects.filter(baby__in=list(given)):
        given[dose.baby_id].append(dose)
    found = []
    for baby in babies:
        rows = to_come(baby.born_on, {dose.code: dose.given_on for dose in given[baby.pk]}, on)
        later = [one for one in rows if one[1] > on]
        found.append(
            Doses(
                baby=baby, given=tuple(given[baby.pk]), missing=tuple(one for one, day in rows if day <= on),
                soon=tuple(one for one, day in later if day <= on + WEEK), coming=later[0] if later else None,
                since=rows[0][1] if rows else None,
            )
        )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything of one person's health that this part keeps."""

    needs: tuple[HealthNeed, ...]
    appointments: tuple[Appointment, ...]
    referrals: tuple[HealthReferral, ...]
    plan: SupportPlan | None
    pregnancy: Pregnancy | None
    babies: tuple[Doses, ...]


def chart_of(person_id: UUID, *, actor: Actor, on: date) -> Chart:
    """The chart of a person whose health the actor sees; empty for another."""
    rows = {"person": person_id}
    return Chart(
        needs=tuple(of_health(HealthNeed, actor).filter(**rows)[:50]),
        appointments=tuple(of_health(Appointment, actor).filter(**rows).order_by("-due_on", "-pk")[:30]),
        referrals=tuple(of_health(HealthReferral, actor).filter(**rows).select_related("need")[:20]),
        plan=of_health(SupportPlan, actor).filter(**rows, closed_on=None).first(),
        pregnancy=of_health(Pregnancy, actor).filter(**rows, ended_on=None).first(),
        babies=tuple(doses_of(list(of_health(Baby, actor).filter(**rows)[:10]), on)),
    )


def goes_on(person_id: UUID, *, actor: Actor) -> list[HealthNeed]:
    """The needs that do not end at the gate: what has to go along on the day of release."""
    rows = of_health(HealthNeed, actor).filter(person=person_id).exclude(state=State.SETTLED)
    return [one for one in rows if one.goes_on or one.state == State.TREATED]


def goes_on_of(actor: Actor) -> QuerySet[HealthNeed]:
    """Open needs under treatment of people whose health the actor sees: what has to go on after the gate."""
    return open_ones(actor).filter(state=State.TREATED)


def open_appointments(actor: Actor, until: date) -> QuerySet[Appointment]:
    """Appointments up to a day of which nobody wrote what came of them, the earliest first."""
    found = waiting(of_health(Appointment, actor)).filter(due_on__lte=until)
    return found.select_related("person", "person__held_at", "need")


def reviews(actor: Actor, until: date) -> QuerySet[SupportPlan]:
    """Open support plans whose review falls due up to a day."""
    found = of_health(SupportPlan, actor).filter(closed_on=None, due_on__lte=until)
    return found.select_related("person", "person__held_at").order_by("due_on", "pk")


def unanswered(actor: Actor, until: date) -> QuerySet[HealthReferral]:
    """Referrals whose answer was asked for by a day that has come."""
    found = waiting(of_health(HealthReferral, actor)).filter(due_on__lte=until)
    return found.select_related("person", "person__held_at", "need").order_by("due_on", "pk")


def needs_to_review(actor: Actor, until: date) -> QuerySet[HealthNeed]:
    """Needs to be looked at again up to a day."""
    found = of_health(HealthNeed, actor).filter(review_on__lte=until).exclude(state=State.SETTLED)
    return found.select_related("person", "person__held_at").order_by("review_on", "pk")


def babies_inside(actor: Actor) -> QuerySet[Baby]:
    """Small children living inside, of people held now."""
    found = of_health(Baby, actor).filter(lives_inside=True, person__held_at__isnull=False)
    return found.select_related("person", "person__held_at").order_by("born_on", "pk")


def expecting(actor: Actor) -> QuerySet[Pregnancy]:
    """Pregnant women, who gives birth soonest first."""
    found = of_health(Pregnancy, actor).filter(ended_on=None).select_related("person", "person__held_at")
    return found.order_by(models.F("expected_on").asc(nulls_last=True), "pk")


def in_outline(person_id: UUID, *, on: date) -> dict[str, bool]:
    """That there is a need and what has to be done, without what it is; asked as the house for who sees the outline."""
    needs = HealthNeed.objects.filter(person=person_id).exclude(state=State.SETTLED)
    return {
        "has_need": needs.exists(),
        "goes_on": any(one.goes_on for one in needs),
        "appointment": waiting(Appointment.objects.filter(person=person_id, due_on__gte=on)).exists(),
    }


def open_ones(actor: Actor) -> QuerySet[HealthNeed]:
    """Open needs of people whose health the actor sees."""
    return of_health(HealthNeed, actor).exclude(state=State.SETTLED)


def unbooked(actor: Actor) -> QuerySet[HealthNeed]:
    """Open needs that nobody treats and for which nothing is booked, the oldest first."""
    booked = Appointment.objects.filter(need=OuterRef("pk"), done_on=None)
    found = open_ones(actor).exclude(state=State.TREATED).filter(~Exists(booked))
    return found.select_related("person", "person__held_at").order_by("started_on", "pk")
