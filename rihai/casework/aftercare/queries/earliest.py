"""The first day on which the law may open the gate, as far as screening knows; possible bail included."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, DateField, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Value, When

from rihai.casework.aftercare.models import PlanState, ReleasePlan
from rihai.people.models import CustodyEpisode
from rihai.screening.models import Finding, Outcome

REACHED = (Outcome.MET, Outcome.ARGUABLE)
COMING = (Outcome.NOT_YET, Outcome.CANNOT_TELL)


def earliest_day(person_id: UUID, today: date, within: timedelta) -> date | None:
    """The earliest such day of one person; None where it is further off, or nobody knows one."""
    found: date | None = _soon(today, within).filter(person=person_id).aggregate(day=Min(_day(today)))["day"]
    return found


def to_begin(today: date, within: timedelta, *, most: int, persons: Collection[UUID] | None = None) -> dict[UUID, date]:
    """The earliest day of whoever is held and has no plan for this stay, those first whose day is nearest."""
    planned = ReleasePlan.objects.filter(episode=OuterRef("pk"))
    stay = CustodyEpisode.objects.filter(
        ~Exists(planned), person=OuterRef("person"), ended_on=None, ended_by="", person__held_at__isnull=False,
        person__merged_into=None,
    )  # fmt: skip
    being_made = ReleasePlan.objects.filter(person=OuterRef("person"), state=PlanState.OPEN)
    found = _soon(today, within).filter(Exists(stay), ~Exists(being_made))
    if persons is not None:
        found = found.filter(person__in=persons)
    days = found.order_by().values_list("person").annotate(day=Min(_day(today)))
    return dict(days.order_by("day", "person")[:most])


def to_move(
    today: date, within: timedelta, *, most: int, persons: Collection[UUID] | None = None
) -> list[tuple[UUID, date]]:
    """The plans being made, whose day has not come, of which another day is written than the law names now."""
    plans = ReleasePlan.objects.filter(Q(earliest_on=None) | Q(earliest_on__gt=today), state=PlanState.OPEN)
    if persons is not None:
        plans = plans.filter(person__in=persons)
    days = _soon(today, within).filter(person=OuterRef("person")).order_by().values("person")
    told = plans.annotate(day=Subquery(days.annotate(day=Min(_day(today))).values("day")))
    return list(told.exclude(day=None).exclude(earliest_on=F("day")).order_by().values_list("pk", "day")[:most])


def _soon(today: date, within: timedelta) -> QuerySet[Finding]:
    """What opens the gate today or within the set time. Asked as the house.

    Of what a finding says nothing leaves here but the day, which whoever sees the person may know: a finding that is
    withheld from them still shows its day (`screening.Veiled`).
    """
    coming = Q(outcome__in=COMING, due_on__gt=today, due_on__lte=today + within)
    return Finding.objects.filter(Q(outcome__in=REACHED) | coming, kind="release")


def _day(today: date) -> Case:
    return Case(When(outcome__in=REACHED, then=Value(today)), default=F("due_on"), output_field=DateField())
