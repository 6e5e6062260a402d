"""Sessions are planned, changed, called off and finished; what people found hard is handed up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.hardships import hand_up
from rihai.kit.offers import Hardship
from rihai.training.certificates.models import Completion
from rihai.training.courses.models import CourseVersion, VersionState
from rihai.training.errors import NotSo, NotThere
from rihai.training.exams.state import has_open_test, is_laid_down, sides_of
from rihai.training.reach import KEEP, places_for, told_session
from rihai.training.sessions.models import Attendance, Seat, Session, SessionDay, SessionKind, SessionState
from rihai.training.sessions.reckoning import outcomes

SAID = ("kind", "title", "departments", "on", "until", "starts_at", "language", "seats")
LONGEST = 120
OPEN = (SessionState.PLANNED, SessionState.HELD)


@transaction.atomic
def plan_session(*, said: Mapping[str, Any], actor: Actor, at: datetime) -> Session:
    """Plan a session. `said`: SAID, `course` (None for a workshop or webinar of no course), `place`, `trainers`.

    It is taught from the version in use on this day. Raises NotThere, NotSo.
    """
    if not actor.may(KEEP) or not places_for(actor, KEEP).filter(pk=said["place"].pk).exists():
        raise NotThere("place")
    session = Session(
        curriculum=_taught(said), place=said["place"], kept_by_id=actor.pk, made_by_name=actor.name[:120], made_at=at,
        **_values(said),
    )  # fmt: skip
    session.save(force_insert=True)
    session.trainers.set(said.get("trainers") or [])
    _lay_days(session)
    detail = {"kind": session.kind, "place": session.place_id, "on": session.on}
    append("training.session.planned", actor=actor, at=at, subject=session.pk, kind="session", detail=detail)
    return session


def _taught(said: Mapping[str, Any]) -> CourseVersion | None:
    course = said.get("course")
    if course is None:
        if said["kind"] == SessionKind.COURSE:
            raise NotSo(_("Choose the course that is taught."))
        if not said.get("title"):
            raise NotSo(_("Give it a title, or choose a course."))
        return None
    found = CourseVersion.objects.filter(course=course, state=VersionState.IN_USE).first()
    if found is None:
        raise NotSo(_("No version of this course is in use. Bring one into use first."))
    return found


def _values(said: Mapping[str, Any]) -> dict[str, Any]:
    if said["until"] < said["on"]:
        raise NotSo(_("It cannot end before it began."))
    if (said["until"] - said["on"]).days >= LONGEST:
        raise NotSo(_("A session lasts at most 120 days."))
    return {name: said.get(name) if name == "starts_at" else said.get(name) or "" for name in SAID}


def _lay_days(session: Session) -> None:
    """A day for each from the first to the last; days that were marked stay."""
    wanted = {session.on + timedelta(days=n) for n in range((session.until - session.on).days + 1)}
    marked = Attendance.objects.filter(session=session).values("day_id")
    session.days.exclude(on__in=wanted).exclude(pk__in=marked).delete()
    there = set(session.days.values_list("on", flat=True))
    SessionDay.objects.bulk_create(SessionDay(session=session, on=one) for one in sorted(wanted - there))


def open_session(pk: UUID, *, actor: Actor) -> Session:
    """A session of the actor's, locked, that is neither finished nor called off. Raises NotThere, NotSo."""
    session = told_session(pk, actor=actor, lock=True)
    if session.state == SessionState.FINISHED:
        raise NotSo(_("This session is finished. Who came is corrected on the page of the day, with a reason."))
    if session.state == SessionState.CANCELLED:
        raise NotSo(_("This session was called off."))
    return session


@transaction.atomic
def change_session(*, session_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Session:
    """Other days, place, seats or trainers; who waits takes the seats that are new. Raises NotThere, NotSo, Changed."""
    session = open_session(session_id, actor=actor)
    place = said["place"]
    if place.pk != session.place_id and not places_for(actor, KEEP).filter(pk=place.pk).exists():
        raise NotThere("place")
    for name, value in {**_values({**said, "kind": session.kind}), "place": place}.items():
        setattr(session, name, value)
    save_if_unchanged(session, version=version, fields=[*SAID, "place"])
    both = sides_of(session).both
    session.trainers.set(said.get("trainers") or [])
    if sides_of(session).both != both and is_laid_down(session):
        raise NotSo(
            _(
                "Until the tests are closed, whoever keeps this session or its course neither begins nor ceases to"
                " teach it: they would see names and answers. Other trainers may come and go."
            )
        )
    _lay_days(session)
    fill_seats(session)
    append(
        "training.session.changed", actor=actor, at=at, subject=session.pk, kind="session", detail={"on": session.on}
    )
    return session


def fill_seats(session: Session) -> int:
    """Who has waited longest takes a seat that is free; says how many did. The session is locked."""
    free = session.seats - session.enrolments.filter(seat=Seat.HELD).count()
    waiting = list(session.enrolments.filter(seat=Seat.WAITING).order_by("made_at", "pk")[: max(free, 0)])
    return session.enrolments.filter(pk__in=[one.pk for one in waiting]).update(seat=Seat.HELD)


@transaction.atomic
def drop_day(*, day_id: UUID, actor: Actor, at: datetime) -> Session:
    """Nothing is taught on one of its days. Raises NotThere, NotSo."""
    day = SessionDay.objects.filter(pk=day_id).first()
    if day is None:
        raise NotThere(str(day_id))
    session = open_session(day.session_id, actor=actor)
    if day.attendances.exists():
        raise NotSo(_("Somebody is marked on this day already."))
    if session.days.count() == 1:
        raise NotSo(_("A session has at least one day. Call it off instead."))
    day.delete()
    append("training.day.dropped", actor=actor, at=at, subject=session.pk, kind="session", detail={"day": day.on})
    return session


@transaction.atomic
def cancel_session(*, session_id: UUID, because: str, actor: Actor, at: datetime) -> Session:
    """It is not held, and why. Raises NotThere, NotSo."""
    session = open_session(session_id, actor=actor)
    if Attendance.objects.filter(session=session).exists():
        raise NotSo(_("Somebody is marked on one of its days already, so it was held."))
    session.state, session.cancelled_because = SessionState.CANCELLED, because[:200]
    session.save(update_fields=["state", "cancelled_because"])
    append("training.session.cancelled", actor=actor, at=at, subject=session.pk, kind="session")
    return session


@transaction.atomic
def finish_session(*, session_id: UUID, actor: Actor, at: datetime) -> int:
    """Close a session and reckon who finished its course; says how many did. Raises NotThere, NotSo."""
    session = open_session(session_id, actor=actor)
    if session.state != SessionState.HELD:
        raise NotSo(_("Nobody is marked yet. Say first who came."))
    if session.curriculum is not None and session.curriculum.pass_mark and has_open_test(session):
        raise NotSo(
            _(
                "The tests of this session are open, and its course asks for a mark. Whoever keeps the session and does"
                " not teach it closes them first; then finish it."
            )
        )
    last: date = max(session.days.values_list("on", flat=True))
    if last > local_day(at):
        raise NotSo(_("It is not over: its last day is still to come."))
    done = [one.enrolment for one in outcomes(session) if one.has_finished] if session.curriculum else []
    if session.curriculum is not None:
        Completion.objects.bulk_create(
            Completion(
                trainee_id=one.trainee_id, course_id=session.curriculum.course_id, enrolment=one, on=last,
                made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
            )
            for one in done
        )  # fmt: skip
    session.state, session.finished_on = SessionState.FINISHED, local_day(at)
    session.save(update_fields=["state", "finished_on"])
    detail = {"finished": len(done)}
    append("training.session.finished", actor=actor, at=at, subject=session.pk, kind="session", detail=detail)
    return len(done)


@transaction.atomic
def say_hard(*, session_id: UUID, title: str, problem: str, actor: Actor, at: datetime) -> Session:
    """Hand what people found hard in a session up to the register of challenges. Raises NotThere, NotSo."""
    session = told_session(session_id, actor=actor)
    says = f"{session.shown}, {session.on:%Y-%m-%d}"
    found = Hardship(
        title=title[:200], problem=problem[:2000], says_who=says[:200], place_id=session.place_id,
        url=f"/training/sessions/{session.pk}/",
    )  # fmt: skip
    if not hand_up([found], actor=actor, at=at):
        raise NotSo(_("No register of challenges is kept here."))
    append("training.hardship.handed_up", actor=actor, at=at, subject=session.pk, kind="session")
    return session
