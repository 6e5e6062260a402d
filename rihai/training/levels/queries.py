"""The four levels of sessions, as figures of all together; the same few questions, however many sessions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db.models import QuerySet

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.days.calendar import anniversary
from rihai.kit.actor import Actor
from rihai.training.certificates.models import STANDS, Completion
from rihai.training.courses.models import Course
from rihai.training.doors.models import Door
from rihai.training.exams.marking import FEWEST, Marked, mean
from rihai.training.exams.models import SessionTest, Sitting
from rihai.training.exams.queries import FEWEST_SHOWN, marked_rows
from rihai.training.levels.job import AFTER
from rihai.training.levels.models import Figure, Judgement, Reaction
from rihai.training.reach import sessions_for, told_sessions
from rihai.training.sessions.models import Session, SessionState


@dataclass(frozen=True, slots=True)
class Job:
    """On the job so many months later: of how many it is time, how many were judged, and what was seen."""

    months: int
    due: int = 0
    judged: int = 0
    seen: int = 0
    of: int = 0

    @property
    def is_shown(self) -> bool:
        """Whether enough were judged for it to be nobody's in particular."""
        return self.judged >= FEWEST_SHOWN

    @property
    def share(self) -> int | None:
        """What was seen, in whole per cent; None of few people."""
        return round(100 * self.seen / self.of) if self.judged >= FEWEST and self.of else None


@dataclass(frozen=True, slots=True)
class Levels:
    """One session at its four levels."""

    session: Session
    sheets: int
    points: Mapping[str, Fraction]
    marked: Marked | None
    finished: int
    job: Sequence[Job]
    figures: Sequence[Figure] = field(default_factory=tuple)
    is_answered: bool = False
    """Whether sheets come in by phone now: figures that move by one sheet tell whose it was, so none is told."""

    @property
    def is_said_shown(self) -> bool:
        """Whether enough sheets came for none to be somebody's."""
        return self.sheets >= FEWEST_SHOWN and not self.is_answered

    @property
    def mean_points(self) -> Fraction | None:
        """The mean of the questions."""
        return mean(list(self.points.values()))


def sessions_of(course: Course, actor: Actor) -> QuerySet[Session]:
    """The sessions of a course that were not called off, the newest first."""
    rows = sessions_for(actor).filter(curriculum__course=course).exclude(state=SessionState.CANCELLED)
    return rows.order_by("-on", "-pk")


def figures_told(actor: Actor) -> QuerySet[Figure]:
    """The figures of the sessions whose people the actor is told."""
    return Figure.objects.filter(session__in=told_sessions(actor).values("pk"))


def levels_of(sessions: Sequence[Session], on: date) -> list[Levels]:
    """Each of these sessions at its four levels; asked by the house, which tells nobody's name."""
    ids, at = [one.pk for one in sessions], asked_at()
    with as_house():
        points: dict[UUID, list[dict[str, int]]] = defaultdict(list)
        for pk, said in Reaction.objects.filter(session__in=ids).order_by().values_list("session_id", "points"):
            points[pk].append(said)
        sat: dict[UUID, list[Sitting]] = defaultdict(list)
        for row in Sitting.objects.filter(session__in=ids).select_related("code").order_by("at", "pk"):
            sat[row.session_id].append(row)
        open_doors = Door.objects.filter(session__in=ids, ends_at__gt=at)
        answered = set(open_doors.values_list("session_id", flat=True))
        asked = SessionTest.objects.filter(session__in=ids).exclude(session__in=answered)
        tests = {one.session_id: one for one in asked}
        finished = _finished(ids)
        judged = _judged(ids)
        figures: dict[UUID, list[Figure]] = defaultdict(list)
        for figure in Figure.objects.filter(session__in=ids).select_related("place"):
            figures[figure.session_id].append(figure)
    return [
        Levels(
            session=one, sheets=len(points[one.pk]), points=_means(points[one.pk]),
            marked=marked_rows(sat[one.pk], tests[one.pk].pass_mark) if one.pk in tests else None,
            finished=len(finished[one.pk]), job=_jobs(finished[one.pk], judged[one.pk], on),
            figures=figures[one.pk], is_answered=one.pk in answered,
        )
        for one in sessions
    ]  # fmt: skip


def _means(sheets: Sequence[Mapping[str, int]]) -> dict[str, Fraction]:
    found: dict[str, list[Fraction]] = defaultdict(list)
    for sheet in sheets:
        for name, point in sheet.items():
            found[name].append(Fraction(point))
    return {name: sum(points, Fraction(0)) / len(points) for name, points in found.items()}


def _finished(ids: Sequence[UUID]) -> Mapping[UUID, list[date]]:
    found: dict[UUID, list[date]] = defaultdict(list)
    rows = Completion.objects.filter(STANDS, enrolment__session__in=ids).order_by()
    for pk, day in rows.values_list("enrolment__session_id", "on"):
        found[pk].append(day)
    return found


def _judged(ids: Sequence[UUID]) -> Mapping[UUID, list[tuple[int, int, int]]]:
    found: dict[UUID, list[tuple[int, int, int]]] = defaultdict(list)
    stands = Completion.objects.filter(STANDS).values("pk")
    rows = Judgement.objects.filter(completion__enrolment__session__in=ids, completion__in=stands).order_by()
    for pk, *said in rows.values_list("completion__enrolment__session_id", "months", "seen", "of"):
        found[pk].append((said[0], said[1], said[2]))
    return found


def _jobs(finished: Sequence[date], judged: Sequence[tuple[int, int, int]], on: date) -> list[Job]:
    return [
        Job(
            months=months, due=sum(1 for day in finished if anniversary(day, months) <= on),
            judged=sum(1 for one in judged if one[0] == months),
            seen=sum(one[1] for one in judged if one[0] == months),
            of=sum(one[2] for one in judged if one[0] == months),
        )
        for months in AFTER
    ]  # fmt: skip
