"""What is counted of training, as projects and reports ask for it: different people and attendances apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import ExpressionWrapper, F, FloatField, UUIDField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.offers import Measure
from rihai.training.certificates.models import STANDS
from rihai.training.reach import certificates_for, completions_for, sessions_for, told_sessions
from rihai.training.sessions.models import Attendance, Came, SessionDay, SessionState

NOBODY = Value(None, output_field=UUIDField(null=True))
HELD = (SessionState.HELD, SessionState.FINISHED)
HOUR = 60.0


def _once(trainee: str) -> Coalesce:
    """Who it is: two entries that were joined are one person."""
    return Coalesce(f"{trainee}__same_as_id", f"{trainee}_id")


def finished(actor: Actor, first: date, end: date) -> Any:
    """Courses that somebody finished, where those people are posted."""
    rows = completions_for(actor).filter(STANDS, on__gte=first, on__lt=end).order_by()
    return rows.annotate(
        person_id=_once("trainee"), place_id=F("trainee__place_id"), audience=F("trainee__audience"),
        sex=F("trainee__sex"), code=F("course__code"),
    ).values("on", "person_id", "place_id", "audience", "sex", "source", "code")  # fmt: skip


def came(actor: Actor, first: date, end: date) -> Any:
    """Somebody present on a day of a session, where it was held."""
    rows = Attendance.objects.filter(session__in=told_sessions(actor).values("pk"), came=Came.PRESENT).order_by()
    return rows.filter(day__on__gte=first, day__on__lt=end).annotate(
        on=F("day__on"), person_id=_once("enrolment__trainee"), place_id=F("session__place_id"),
        audience=F("enrolment__trainee__audience"), sex=F("enrolment__trainee__sex"), kind=F("session__kind"),
    ).values("on", "person_id", "place_id", "audience", "sex", "kind")  # fmt: skip


def held(actor: Actor, first: date, end: date) -> Any:
    """Sessions held, by their first day."""
    rows = sessions_for(actor).select_related(None).filter(state__in=HELD, on__gte=first, on__lt=end).order_by()
    return rows.annotate(person_id=NOBODY).values("on", "person_id", "place_id", "kind")


def hours(actor: Actor, first: date, end: date) -> Any:
    """Days of sessions that were held, with their hours."""
    sessions = sessions_for(actor).select_related(None).filter(state__in=HELD).order_by().values("pk")
    rows = SessionDay.objects.filter(session__in=sessions, on__gte=first, on__lt=end).order_by()
    spent = ExpressionWrapper(Cast("minutes", FloatField()) / Value(HOUR), output_field=FloatField())
    return rows.annotate(
        person_id=NOBODY, place_id=F("session__place_id"), kind=F("session__kind"), hours=spent
    ).values("on", "person_id", "place_id", "kind", "hours")  # fmt: skip


def certificates(actor: Actor, first: date, end: date) -> Any:
    """Certificates given, by their day, where those people are posted."""
    rows = certificates_for(actor).filter(issued_on__gte=first, issued_on__lt=end, withdrawn_on=None).order_by()
    return rows.annotate(
        on=F("issued_on"), person_id=_once("completion__trainee"), place_id=F("completion__trainee__place_id"),
        audience=F("completion__trainee__audience"),
    ).values("on", "person_id", "place_id", "audience")  # fmt: skip


MEASURES = (
    Measure(
        code="training.people", title=_("People trained"), unit="people", counted=finished,
        by=("audience", "sex", "source", "code"),
        definition=_("Different people who finished a course, by the day on which they did."),
        includes=_("courses finished elsewhere, once somebody said who it was"),
        excludes=_("whose certificate was withdrawn; a person who finished several courses counts once"),
    ),
    Measure(
        code="training.people_came", title=_("People who came to trainings"), unit="people", counted=came,
        by=("audience", "sex", "kind"),
        definition=_("Different people present on at least one day of a session, workshop or webinar."),
        includes=_("who did not finish"), excludes=_("who was enrolled and never came"),
    ),
    Measure(
        code="training.attendances", title=_("Attendances at trainings"), unit="acts", counted=came,
        by=("audience", "sex", "kind"), definition=_("One for each person and each day present; no count of people."),
        includes=_("the same person on several days"), excludes=_("days absent or prevented"),
    ),
    Measure(
        code="training.sessions", title=_("Trainings held"), unit="acts", counted=held, by=("kind",),
        definition=_("Sessions, workshops and webinars that were held, by their first day."),
        includes=_("those not finished yet"), excludes=_("planned ones, and those called off"),
    ),
    Measure(
        code="training.hours", title=_("Hours of training"), unit="acts", counted=hours, by=("kind",), amount="hours",
        definition=_("Hours laid down for the days of sessions that were held, once however many came."),
        includes=_("workshops and webinars"), excludes=_("e-learning and courses of others"),
    ),
    Measure(
        code="training.certificates", title=_("Certificates of training given"), unit="acts", counted=certificates,
        by=("audience",), definition=_("Certificates of ours, by the day on which they were given."),
        includes=_("several of one person"), excludes=_("withdrawn ones; certificates of others"),
    ),
)  # fmt: skip
