"""Sessions with how full they are; who learns in one, who is marked, whom a list brings, whom we may know already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q, QuerySet

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.training.reach import KEEP, sessions_for, told_sessions, trainees_for
from rihai.training.sessions.alike import Asked, Known
from rihai.training.sessions.models import Enrolment, Seat, Session, SessionDay, SessionState, Trainee


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


def coming(actor: Actor, on: date) -> QuerySet[Session]:
    """Sessions that are not over, the next first."""
    rows = sessions_for(actor).exclude(state__in=[SessionState.FINISHED, SessionState.CANCELLED])
    return rows.filter(until__gte=on).order_by("on", "pk")


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


def perhaps_known(asked: Asked, actor: Actor) -> list[Trainee]:
    """Whom we may know already, among those the actor sees."""
    return Known(trainees_for(actor).filter(left_on=None)).alike(asked)


def to_record(actor: Actor, on: date) -> QuerySet[Session]:
    """Sessions of the actor's that began and are neither finished nor called off."""
    rows = sessions_for(actor).filter(pk__in=told_sessions(actor).values("pk"))
    open_now = rows.filter(state__in=[SessionState.PLANNED, SessionState.HELD], on__lte=on)
    return open_now.order_by("on", "pk") if actor.may(KEEP) else rows.none()
