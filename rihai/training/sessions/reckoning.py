"""Who finished: the share of the time that somebody was there, and the mark where one is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from rihai.training.sessions.models import Attendance, Came, Enrolment, Seat, Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """How somebody did: percent of the time present (None: no day is laid down), and whether a certificate is due."""

    enrolment: Enrolment
    share: int | None
    is_there_enough: bool
    has_mark: bool

    @property
    def has_finished(self) -> bool:
        """Whether both conditions are met."""
        return self.is_there_enough and self.has_mark


def share_of(minutes: int, whole: int) -> int | None:
    """Whole percent of the time, rounded down: who misses the bound by a minute misses it."""
    return minutes * 100 // whole if whole else None


def typed_marks(session: Session) -> QuerySet[Enrolment]:
    """Who holds a seat and whose mark is typed in: of whom no test under a code says anything; by name."""
    rows = session.enrolments.filter(seat=Seat.HELD, has_passed=None).select_related("trainee__rank", "trainee__place")
    return rows.order_by("trainee__full_name", "pk")


def outcomes(session: Session) -> list[Outcome]:
    """How everybody did who holds a seat, by name; four queries however many they are."""
    curriculum = session.curriculum
    least = curriculum.least_share if curriculum else 0
    mark = curriculum.pass_mark if curriculum else None
    weights = dict(session.days.values_list("pk", "minutes"))
    there: dict[object, int] = {}
    rows = Attendance.objects.filter(session=session, came=Came.PRESENT).values_list("enrolment_id", "day_id")
    for enrolment, day in rows:
        there[enrolment] = there.get(enrolment, 0) + weights.get(day, 0)
    seated = session.enrolments.filter(seat=Seat.HELD).select_related("trainee__rank", "trainee__place")
    found = []
    for one in seated.order_by("trainee__full_name", "pk"):
        share = share_of(there.get(one.pk, 0), sum(weights.values()))
        enough = share is not None and share >= least and there.get(one.pk, 0) > 0
        found.append(Outcome(one, share, enough, mark is None or _has_mark(one, mark)))
    return found


def _has_mark(one: Enrolment, mark: int) -> bool:
    """By the tests under codes where they are closed, else by what was typed in."""
    return one.has_passed if one.has_passed is not None else one.mark is not None and one.mark >= mark
