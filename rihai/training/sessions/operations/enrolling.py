"""Somebody takes a seat, waits for one or gives it up; a mark is written; who learns is written down and mended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.training.errors import NotSo, NotThere
from rihai.training.exams.state import has_open_test
from rihai.training.reach import KEEP, enrolments_for, register_for, trainees_for
from rihai.training.sessions.models import Enrolment, Seat, Session, Trainee
from rihai.training.sessions.operations.planning import fill_seats, open_session
from rihai.training.sessions.reckoning import typed_marks

TRAINEE = (
    "full_name", "audience", "organisation", "rank", "place", "number", "sex", "contact", "joined_on", "left_on",
)  # fmt: skip


def write_trainee(said: Mapping[str, Any], actor: Actor, at: datetime) -> Trainee:
    """Write somebody down who learns; part of a larger act."""
    made = Trainee(
        made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
        **{name: said[name] for name in TRAINEE if said.get(name) is not None},
    )  # fmt: skip
    made.save(force_insert=True)
    return made


@transaction.atomic
def change_trainee(*, trainee_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Trainee:
    """Mend what is written of somebody who learns: a new posting, that they left. Raises NotThere, Changed."""
    one = register_for(actor).filter(pk=trainee_id).first() if actor.may(KEEP) else None
    if one is None:
        raise NotThere(str(trainee_id))
    for name in TRAINEE:
        setattr(
            one, name, said.get(name) if name in {"rank", "place", "joined_on", "left_on"} else said.get(name) or ""
        )
    save_if_unchanged(one, version=version, fields=TRAINEE)
    append("training.trainee.changed", actor=actor, at=at, subject=one.pk, kind="trainee")
    return one


def seat(session: Session, trainee: Trainee, actor: Actor, at: datetime) -> Enrolment:
    """A seat in a session that is locked, or a place among those who wait; who gave a seat up may come back."""
    taken = session.enrolments.filter(seat=Seat.HELD).count()
    standing = Seat.HELD if taken < session.seats else Seat.WAITING
    with as_house():  # the entry that stands for both may be of a place the actor does not see
        trainee = trainee.same_as or trainee
    if session.enrolments.filter(trainee__same_as=trainee).exclude(seat=Seat.GIVEN_UP).exists():
        raise NotSo(_("They are in this session already, under another entry that was joined with this one."))
    made, is_new = Enrolment.objects.get_or_create(
        session=session, trainee=trainee,
        defaults={"seat": standing, "made_by_name": actor.name[:120], "made_at": at},
    )  # fmt: skip
    if is_new:
        return made
    if made.seat != Seat.GIVEN_UP:
        raise NotSo(_("They are in this session already."))
    made.seat, made.made_at = standing, at
    made.save(update_fields=["seat", "made_at"])
    return made


@transaction.atomic
def enrol(
    *, session_id: UUID, trainee_id: UUID | None = None, said: Mapping[str, Any] | None = None, actor: Actor,
    at: datetime,
) -> Enrolment:  # fmt: skip
    """Enrol somebody we know (`trainee_id`), or somebody new (`said`: TRAINEE). Raises NotThere, NotSo."""
    session = open_session(session_id, actor=actor)
    if trainee_id is not None:
        trainee = trainees_for(actor).filter(pk=trainee_id, let_go_on=None).first()
        if trainee is None:
            raise NotThere(str(trainee_id))
    else:
        trainee = _new_here(session, said or {}, actor, at)
    made = seat(session, trainee, actor, at)
    detail = {"session": session.pk, "seat": made.seat, "is_new": trainee_id is None}
    append("training.trainee.enrolled", actor=actor, at=at, subject=trainee.pk, kind="trainee", detail=detail)
    return made


def _new_here(session: Session, said: Mapping[str, Any], actor: Actor, at: datetime) -> Trainee:
    """Somebody new; the session is locked, so whoever was typed in twice at one instant is written down once."""
    alike = session.enrolments.filter(trainee__full_name=said["full_name"], trainee__place=said.get("place"))
    if alike.filter(trainee__number=said.get("number") or "").exclude(seat=Seat.GIVEN_UP).exists():
        raise NotSo(
            _("Somebody of this very name, posting and number is here already. Write a number that tells them apart.")
        )
    return write_trainee(said, actor, at)


@transaction.atomic
def give_up(*, enrolment_id: UUID, actor: Actor, at: datetime) -> tuple[Session, int]:
    """Somebody gives up the seat; says how many who waited took one. Raises NotThere, NotSo."""
    row = enrolments_for(actor).filter(pk=enrolment_id).first()
    if row is None:
        raise NotThere(str(enrolment_id))
    session = open_session(row.session_id, actor=actor)
    if row.attendances.exists():
        raise NotSo(_("They are marked on one of its days already."))
    row.seat = Seat.GIVEN_UP
    row.save(update_fields=["seat"])
    moved = fill_seats(session)
    detail = {"session": session.pk, "moved_up": moved}
    append("training.seat.given_up", actor=actor, at=at, subject=row.trainee_id, kind="trainee", detail=detail)
    return session, moved


@transaction.atomic
def write_marks(*, session_id: UUID, marks: Mapping[UUID, int | None], actor: Actor, at: datetime) -> int:
    """Write the percent each reached in a test that was not sat under codes; says how many changed.

    What tests under codes say of somebody stays as they say it. Raises NotThere, NotSo.
    """
    session = open_session(session_id, actor=actor)
    if has_open_test(session):
        raise NotSo(
            _("Tests under codes are being sat. They are closed first; whoever did not sit them has a mark by hand.")
        )
    rows = {one.pk: one for one in typed_marks(session)}
    changed = [one for key, one in rows.items() if key in marks and marks[key] != one.mark]
    for one in changed:
        mark = marks[one.pk]
        if mark is not None and not 0 <= mark <= 100:
            raise NotSo(_("A mark is between 0 and 100 percent."))
        one.mark = mark
    if changed:
        Enrolment.objects.bulk_update(changed, ["mark"])
        detail = {"changed": len(changed)}
        append("training.marks.written", actor=actor, at=at, subject=session.pk, kind="session", detail=detail)
    return len(changed)
