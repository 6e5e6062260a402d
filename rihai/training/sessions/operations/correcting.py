"""Who came is corrected after a session was finished, with a reason; who finished its course is reckoned anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import Changed
from rihai.kit.ids import new_id
from rihai.training.certificates.models import Certificate, Completion
from rihai.training.errors import NotSo, NotThere
from rihai.training.reach import told_session
from rihai.training.sessions.models import Attendance, Came, Correction, Seat, Session, SessionDay, SessionState
from rihai.training.sessions.reckoning import outcomes


@dataclass(frozen=True, slots=True)
class Restated:
    """What a correction changed: marks, people who finished now, who did not after all, certificates withdrawn."""

    marks: int
    finished: int
    undone: int
    withdrawn: int


@transaction.atomic
def correct_day(
    *, day_id: UUID, version: int, marks: Mapping[UUID, str], because: str, actor: Actor, at: datetime
) -> Restated:
    """Other marks on a day of a finished session, by enrolment; what stood is kept beside what stands.

    `version` is one more than how many corrections of the day were there when the page was made.

    A course that somebody did not finish after all counts no more, and its certificate is withdrawn; whoever finished
    after all waits for theirs, or has the one back that a correction withdrew. Raises NotThere, NotSo, Changed.
    """
    day = SessionDay.objects.filter(pk=day_id).first()
    if day is None:
        raise NotThere(str(day_id))
    session = told_session(day.session_id, actor=actor, lock=True)
    if session.state != SessionState.FINISHED:
        raise NotSo(_("This session is not finished: mark who came on the page of the day."))
    if not because.strip():
        raise NotSo(_("Say why it is corrected."))
    if day.corrections.count() + 1 != version:
        raise Changed(_("Somebody corrected this day while you wrote. Nothing of yours was written; look again."))
    changed = _changed(session, day, marks)
    if not changed:
        raise NotSo(_("What you chose is what stands already. Nothing was written."))
    _keep(session, day, changed, because.strip()[:200], actor, at)
    finished, undone, withdrawn = _reckon(session, because.strip()[:200], actor, at)
    detail = {
        "day": day.on, "marks": len(changed), "finished": finished, "undone": undone, "withdrawn": withdrawn,
    }  # fmt: skip
    append("training.attendance.corrected", actor=actor, at=at, subject=session.pk, kind="session", detail=detail)
    return Restated(len(changed), finished, undone, withdrawn)


def _changed(session: Session, day: SessionDay, marks: Mapping[UUID, str]) -> dict[UUID, tuple[str, str]]:
    """By enrolment, what stood and what shall stand, where they differ; of those who held a seat."""
    seated = set(session.enrolments.filter(seat=Seat.HELD).values_list("pk", flat=True))
    stands = dict(day.attendances.values_list("enrolment_id", "came"))
    asked = {pk: came for pk, came in marks.items() if pk in seated and came in Came.values}
    return {pk: (stands.get(pk, ""), came) for pk, came in asked.items() if stands.get(pk, "") != came}


def _keep(
    session: Session, day: SessionDay, changed: Mapping[UUID, tuple[str, str]], because: str, actor: Actor, at: datetime
) -> None:
    name = actor.name[:120]
    Attendance.objects.bulk_create(
        [
            Attendance(
                session=session, day=day, enrolment_id=pk, came=now, key=new_id(), said_at=at, marked_by_name=name
            )
            for pk, (_was, now) in changed.items()
        ],
        update_conflicts=True, unique_fields=["enrolment", "day"],
        update_fields=["came", "key", "said_at", "marked_by_name"],
    )  # fmt: skip
    Correction.objects.bulk_create(
        Correction(
            session=session, day=day, enrolment_id=pk, was=was, now=now, because=because, by_name=name, at=at
        )
        for pk, (was, now) in changed.items()
    )  # fmt: skip


def _reckon(session: Session, because: str, actor: Actor, at: datetime) -> tuple[int, int, int]:
    """How many finished now who had not, how many had who did not after all, how many certificates were withdrawn."""
    if session.curriculum is None:
        return 0, 0, 0
    done = {one.enrolment.pk: one.enrolment for one in outcomes(session) if one.has_finished}
    rows = {one.enrolment_id: one for one in Completion.objects.filter(enrolment__session=session)}
    undone = [one for pk, one in rows.items() if pk not in done and one.undone_on is None]
    again = [one for pk, one in rows.items() if pk in done and one.undone_on is not None]
    last: date = max(session.days.values_list("on", flat=True))
    Completion.objects.bulk_create(
        Completion(
            trainee_id=one.trainee_id, course_id=session.curriculum.course_id, enrolment=one, on=last,
            made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
        )
        for pk, one in done.items() if pk not in rows
    )  # fmt: skip
    withdrawn = _undo(undone, because, local_day(at))
    _redo(again)
    return len(done.keys() - rows.keys()) + len(again), len(undone), withdrawn


def _undo(rows: list[Completion], because: str, today: date) -> int:
    ids = [one.pk for one in rows]
    Completion.objects.filter(pk__in=ids).update(undone_on=today)
    held = Certificate.objects.select_for_update(of=("self",)).filter(completion__in=ids, withdrawn_on=None)
    found = list(held)
    for one in found:
        one.withdrawn_on, one.withdrawn_because, one.by_correction = today, because, True
        one.version += 1
    Certificate.objects.bulk_update(found, ["withdrawn_on", "withdrawn_because", "by_correction", "version"])
    return len(found)


def _redo(rows: list[Completion]) -> None:
    """They finished after all; a certificate that somebody withdrew by hand stays withdrawn."""
    ids = [one.pk for one in rows]
    Completion.objects.filter(pk__in=ids).update(undone_on=None)
    found = list(Certificate.objects.select_for_update(of=("self",)).filter(completion__in=ids, by_correction=True))
    for one in found:
        one.withdrawn_on, one.withdrawn_because, one.by_correction = None, "", False
        one.version += 1
    Certificate.objects.bulk_update(found, ["withdrawn_on", "withdrawn_because", "by_correction", "version"])
