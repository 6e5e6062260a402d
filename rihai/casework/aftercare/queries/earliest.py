"""The first day on which the law may open the gate, as far as screening knows; possible bail included."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, DateField, Exists, F, Min, OuterRef, Q, Value, When

from rihai.casework.aftercare.models import PlanState, ReleasePlan
from rihai.screening.models import Finding, Outcome

REACHED = (Outcome.MET, Outcome.ARGUABLE)
COMING = (Outcome.NOT_YET, Outcome.CANNOT_TELL)


def earliest_days(
    today: date, within: timedelta, *, planned: bool, persons: Collection[UUID] | None = None
) -> dict[UUID, date]:
    """By person the earliest such day, today for whom the law reaches already; nobody whose day is further off.

    `planned`: of those whose plan is being made, or of those who have none.

    Asked as the house. Of what a finding says nothing leaves here but the day, which whoever sees the person may know:
    a finding that is withheld from them still shows its day (`screening.Veiled`).
    """
    last = today + within
    soon = Q(outcome__in=REACHED) | Q(outcome__in=COMING, due_on__gt=today, due_on__lte=last)
    plan = Exists(ReleasePlan.objects.filter(person=OuterRef("person"), state=PlanState.OPEN))
    found = Finding.objects.filter(soon, plan if planned else ~plan, kind="release", person__merged_into=None)
    if persons is not None:
        found = found.filter(person__in=persons)
    day = Case(When(outcome__in=REACHED, then=Value(today)), default=F("due_on"), output_field=DateField())
    return dict(found.order_by().values_list("person").annotate(day=Min(day)))
