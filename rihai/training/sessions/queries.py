"""Sessions with how full they are; who learns in one, who is marked, whom a list brings, whom we may know already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q, QuerySet

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.training.certificates.models import Completion
from rihai.training.courses.models import Course
from rihai.training.reach import completions_for, enrolments_for, register_for, sessions_for, told_sessions
from rihai.training.sessions.alike import Asked, Known
from rihai.training.sessions.models import Correction, Enrolment, Seat, Session, SessionDay, SessionState, Trainee


def with_counts(sessions: Sequence[Session]) -> Sequence[Session]:
    """The same sessions with `held` and `waiting`: counts, which name nobody; one query, asked by the house."""
    with as_house():
        rows = Enrolment.objects.filter(session__in=[one.pk for one in sessions]).order_by().values_list("session")
        counts = {
            key: (held, waiting)
            for key, held, waiting in rows.annotate(
                held=Count("pk", filter=Q(seat=Seat.HELD)), waiting=Count("pk", filter=Q(seat=Seat.WAITING))
            )
        }
    for one in sessions:
        one.held, one.waiting = counts.get(one.pk, (0, 0))
    return sessions


def mine(actor: Actor) -> QuerySet[Session]:
    """The sessions whose people the actor is told."""
    return sessions_for(actor).filter(pk__in=told_sessions(actor).values("pk"))


def coming(actor: Actor, on: date) -> QuerySet[Session]:
    """Sessions that are not over, the next first."""
    rows = sessions_for(actor).exclude(state__in=[SessionState.FINISHED, SessionState.CANCELLED])
    return rows.filter(until__gte=on).order_by("on", "pk")


def next_of(course: Course, actor: Actor, on: date) -> QuerySet[Session]:
    """The sessions of a course that are not over, the next first."""
    return coming(actor, on).filter(curriculum__course=course)


def past(actor: Actor, on: date) -> QuerySet[Session]:
    """Sessions that are over, or were called off, the newest first."""
    return sessions_for(actor).exclude(pk__in=coming(actor, on).order_by().values("pk"))


def seated(session: Session) -> QuerySet[Enrolment]:
    """Who holds a seat, by name; for who is told."""
    rows = session.enrolments.select_related("trainee__rank", "trainee__place")
    return rows.order_by("trainee__full_name", "pk")


def sheet(day: SessionDay) -> list[tuple[Enrolment, str]]:
    """Who holds a seat, by name, with what is marked on a day; two queries."""
    marked = dict(day.attendances.values_list("enrolment_id", "came"))
    return [(one, marked.get(one.pk, "")) for one in seated(day.session).filter(seat=Seat.HELD)]


def owed(session: Session) -> bool:
    """Whether somebody finished its course and has no certificate yet."""
    rows = Completion.objects.filter(enrolment__session=session, certificate=None, undone_on=None)
    return rows.filter(trainee__let_go_on=None).exists()


def days_told(actor: Actor) -> QuerySet[SessionDay]:
    """The days of the sessions whose people the actor is told."""
    rows = SessionDay.objects.filter(session__in=told_sessions(actor).values("pk"))
    return rows.select_related("session__curriculum__course", "session__place")


def corrected(day: SessionDay) -> QuerySet[Correction]:
    """What was corrected on a day, the newest first; for who is told."""
    return day.corrections.select_related("enrolment__trainee")


def seats_of(one: Trainee, actor: Actor) -> QuerySet[Enrolment]:
    """The seats of somebody under all their entries that the actor is told of, the newest first."""
    rows = enrolments_for(actor).filter(Q(trainee=one) | Q(trainee__same_as=one))
    return rows.select_related("session__place", "session__curriculum__course").order_by("-session__on", "pk")


def finished_by(one: Trainee, actor: Actor) -> QuerySet[Completion]:
    """The courses somebody finished under all their entries that the actor is told of, the newest first."""
    rows = completions_for(actor).filter(Q(trainee=one) | Q(trainee__same_as=one))
    return rows.select_related("course", "certificate")


def perhaps_known(asked: Asked, actor: Actor) -> list[Trainee]:
    """Whom we may know already, among those the actor sees."""
    return Known(register_for(actor).filter(left_on=None)).alike(asked)


def to_record(actor: Actor, on: date) -> QuerySet[Session]:
    """Sessions of the actor's that began and are neither finished nor called off."""
    open_now = mine(actor).filter(state__in=[SessionState.PLANNED, SessionState.HELD], on__lte=on)
    return open_now.order_by("on", "pk")
