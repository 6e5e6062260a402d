"""Which cases and alerts an actor sees; what threshold stands at a prison; the curve of an outbreak."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.monitoring.disease.known import Limit, diseases
from rihai.monitoring.disease.models import COUNTED, Alert, AlertState, DiseaseCase, Threshold
from rihai.monitoring.reach import INSPECT, READ, covered
from rihai.places.models import Place

DISEASE = "monitoring.disease"
WEEK = timedelta(days=7)
NOBODY = Q(pk__in=())


def cases_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[DiseaseCase]:
    """Lines of the list: of people whose health the actor sees, and codes at prisons where they work on health."""
    if not actor.may(DISEASE):
        return DiseaseCase.objects.filter(NOBODY)
    coded = Q(person=None) & covered(actor, DISEASE, at=at)
    return DiseaseCase.objects.filter(coded | sees(actor, DataClass.HEALTH, at=at)).select_related("place", "person")


def case_seen(pk: UUID, *, actor: Actor, at: datetime | None = None) -> DiseaseCase | None:
    """One line; None for one the actor does not see."""
    return cases_for(actor, at=at).filter(pk=pk).first()


def alerts_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Alert]:
    """The alerts of the prisons that the actor reads about, those that stand first."""
    rows = Alert.objects.filter(covered(actor, READ, at=at) if actor.may(READ) else NOBODY)
    return rows.select_related("place")


def alert_seen(pk: UUID, *, actor: Actor, at: datetime | None = None) -> Alert | None:
    """One alert; None for one the actor does not see."""
    return alerts_for(actor, at=at).filter(pk=pk).first()


def may_act(actor: Actor) -> bool:
    """Whether somebody who sees an alert also sees to it: who works on health, and who inspects."""
    return actor.may(DISEASE) or actor.may(INSPECT)


def standing_alerts(actor: Actor) -> QuerySet[Alert]:
    """Alerts that are not closed, the oldest first."""
    return alerts_for(actor).exclude(state=AlertState.CLOSED).order_by("raised_at", "pk")


def limit_at(place_id: int, disease: str) -> tuple[Limit | None, Threshold | None]:
    """The threshold that holds at a prison, and who set it; None for the file's own."""
    own = Threshold.objects.filter(place=place_id, disease=disease).order_by("-at", "-pk").first()
    if own is not None:
        rate = float(own.per_thousand) if own.per_thousand is not None else None
        return Limit(own.days, own.cases, rate), own
    known = diseases().get(disease)
    return (known.limit if known else None), None


def curve(cases: QuerySet[DiseaseCase], first: date, end: date) -> list[tuple[date, int]]:
    """Cases by the Monday of the week in which each began, every week once, from `first` to before `end`."""
    days = cases.filter(status__in=COUNTED, counted_on__gte=first, counted_on__lt=end).order_by()
    counted = Counter(_monday(day) for day in days.values_list("counted_on", flat=True))
    week, found = _monday(first), []
    while week < end:
        found.append((week, counted[week]))
        week += WEEK
    return found


def pending(actor: Actor, until: date) -> QuerySet[DiseaseCase]:
    """Lines whose test has waited for its result since a day, the oldest first."""
    return cases_for(actor).filter(result="pending", seen_on__lte=until).order_by("seen_on", "pk")


def list_of(place: Place, disease: str, *, actor: Actor) -> QuerySet[DiseaseCase]:
    """The line list of a prison, of one disease or all."""
    rows = cases_for(actor).filter(place=place)
    return rows.filter(disease=disease) if disease else rows


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
