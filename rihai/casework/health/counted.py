"""Measures of health, for whoever sums them: acts and distinct people, within need-to-know; no illness by name."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from rihai.casework.health.models import Appointment, Dose, HealthNeed, Met
from rihai.casework.health.queries.care import of_health
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure

PLACE = F("person__held_at")


def _needs(actor: Actor, first: date, last: date) -> QuerySet[Any, Any]:
    rows = of_health(HealthNeed, actor).filter(started_on__gte=first, started_on__lt=last)
    return rows.values("person_id", on=F("started_on"), place_id=PLACE, sex=F("person__sex"))


def _seen(actor: Actor, first: date, last: date) -> QuerySet[Any, Any]:
    rows = of_health(Appointment, actor).filter(met=Met.KEPT, due_on__gte=first, due_on__lt=last)
    return rows.values("person_id", "how", on=F("due_on"), place_id=PLACE, sex=F("person__sex"))


def _doses(actor: Actor, first: date, last: date) -> QuerySet[Any, Any]:
    rows = of_health(Dose, actor).filter(given_on__gte=first, given_on__lt=last)
    return rows.values("person_id", on=F("given_on"), place_id=PLACE)


MEASURES = (
    Measure(
        code="casework.health_needs", title=_("People with a need of health"), unit="people",
        definition=_("People of whom a need of health was written down in the period."),
        includes=_("Each person once, whatever the number of needs."),
        excludes=_("What the need is; people whose health the reader does not see."), counted=_needs, by=("sex",),
    ),
    Measure(
        code="casework.appointments_kept", title=_("Appointments at which somebody was seen"), unit="acts",
        definition=_("Appointments in person, by phone or by video that took place."),
        includes=_("Every appointment that was kept."), excludes=_("Those that failed, whatever the reason."),
        counted=_seen, by=("how", "sex"),
    ),
    Measure(
        code="casework.doses_given", title=_("Doses given to small children"), unit="acts",
        definition=_("Vaccinations written down by the day on which they were given."),
        includes=_("Doses of children inside and outside."), excludes=_("Doses on a card nobody wrote down."),
        counted=_doses,
    ),
)  # fmt: skip
