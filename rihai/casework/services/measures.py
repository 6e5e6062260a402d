"""What can be counted of services: people apart from enrolments, so that nobody is counted twice."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from rihai.casework.services.models import Enrolment, JobPlacement, MaterialHelp, Referral
from rihai.casework.services.queries.reach import rows_for
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure


def begun(actor: Actor, first: date, end: date) -> Any:
    """Enrolments begun between two days."""
    rows = rows_for(Enrolment, actor).filter(started_on__gte=first, started_on__lt=end).order_by()
    return rows.values("service", "person_id", "place_id", on=F("started_on"), sex=F("person__sex"))


def finished(actor: Actor, first: date, end: date) -> Any:
    """Enrolments gone through to their end between two days."""
    rows = rows_for(Enrolment, actor).filter(is_finished=True, ended_on__gte=first, ended_on__lt=end).order_by()
    return rows.values("service", "person_id", "place_id", "outcome", on=F("ended_on"), sex=F("person__sex"))


def helped(actor: Actor, first: date, end: date) -> Any:
    """Things and money given between two days."""
    rows = rows_for(MaterialHelp, actor).filter(given_on__gte=first, given_on__lt=end).order_by()
    return rows.values(
        "kind", "fund", "currency", "worth", "person_id", on=F("given_on"), place_id=F("person__held_at")
    )


def placed(actor: Actor, first: date, end: date) -> Any:
    """Work begun between two days."""
    rows = rows_for(JobPlacement, actor).filter(started_on__gte=first, started_on__lt=end).order_by()
    return rows.values("trade", "person_id", on=F("started_on"), place_id=F("employer__district"))


def referred(actor: Actor, first: date, end: date) -> Any:
    """Referrals sent or received between two days."""
    rows = rows_for(Referral, actor).filter(sent_on__gte=first, sent_on__lt=end).order_by()
    return rows.values("way", "service", "state", "person_id", on=F("sent_on"), place_id=F("person__held_at"))


_CLASSES = _("What the asker may not see: rows of another class, people elsewhere.")
MEASURES = (
    Measure(
        code="casework.services.people", title=_("People who began a service"), unit="people",
        definition=_("Distinct people who began at least one service of the catalogue in the period."),
        includes=_("Everybody once, however many services they began."), excludes=_CLASSES,
        counted=begun, by=("service", "sex"),
    ),
    Measure(
        code="casework.services.enrolments", title=_("Services begun"), unit="acts",
        definition=_("Enrolments in a service of the catalogue begun in the period."),
        includes=_("Each service of each person: never added up as people."), excludes=_CLASSES,
        counted=begun, by=("service", "sex"),
    ),
    Measure(
        code="casework.services.finished", title=_("People who finished a service"), unit="people",
        definition=_("Distinct people who went through a service to its end in the period."),
        includes=_("Outcomes that the catalogue marks as finished."), excludes=_CLASSES,
        counted=finished, by=("service", "outcome", "sex"),
    ),
    Measure(
        code="casework.help.people", title=_("People given things or money"), unit="people",
        definition=_("Distinct people given a kit, tools, fare or cash in the period."),
        includes=_("Everybody once, however often something was given."), excludes=_CLASSES,
        counted=helped, by=("kind", "fund"),
    ),
    Measure(
        code="casework.help.given", title=_("Things and money given"), unit="acts",
        definition=_("Gifts of a kit, tools, fare or cash in the period, with their worth."),
        includes=_("Each gift, in its own currency."), excludes=_CLASSES,
        counted=helped, by=("kind", "fund", "currency"),
    ),
    Measure(
        code="casework.jobs.placed", title=_("People placed in work"), unit="people",
        definition=_("Distinct people who began work with an employer of the directory in the period."),
        includes=_("Everybody once."), excludes=_CLASSES,
        counted=placed, by=("trade",),
    ),
    Measure(
        code="casework.referrals.people", title=_("People referred"), unit="people",
        definition=_("Distinct people referred to a partner, or to us by one, in the period."),
        includes=_("Whatever became of the referral."), excludes=_CLASSES,
        counted=referred, by=("way", "service", "state"),
    ),
)  # fmt: skip
