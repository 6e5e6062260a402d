"""Sessions: planned, changed, not held; who came, mark by mark; what is remarked of somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework.cases.capabilities import kept_by, may_keep
from rihai.casework.cases.operations import touch
from rihai.casework.services.errors import NoSuchRecord, WrongEntry
from rihai.casework.services.models import Enrolment
from rihai.casework.services.operations.reach import kept_row
from rihai.casework.services.queries.reach import rows_for
from rihai.casework.sessions.models import Attendance, Came, Group, Member, Remark, Session, SessionState
from rihai.casework.sessions.operations.grouping import expect, kept_group
from rihai.casework.sessions.queries.sessions import sessions_for
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.came import Mark
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.people.operations.reach import works_at
from rihai.places.models import Place

SAID = ("on", "starts_at", "minutes", "means", "leader", "leader_name", "topic", "materials")


@transaction.atomic
def plan_session(
    *,
    said: Mapping[str, Any],
    group_id: UUID | None = None,
    enrolment_id: UUID | None = None,
    place: Place | None = None,
    actor: Actor,
    at: datetime,
) -> Session:
    """Plan a session of a group, which expects everybody in it that day, or of one person by their enrolment.

    `said` holds the fields of `SAID`. Raises NoSuchRecord, WrongEntry for a person's session without a place.
    """
    group = kept_group(group_id, actor=actor, at=at) if group_id else None
    row = kept_row(Enrolment, enrolment_id, actor=actor, at=at) if enrolment_id and group is None else None
    about: Group | Enrolment | None = group or row
    where = place or (about.place if about else None)
    if about is None or where is None:
        raise WrongEntry(_("Say where it is held."))
    works_at(where, actor=actor, at=at)
    session = Session.objects.create(
        service=about.service, data_class=about.data_class, group=group, place=where, made_by=actor.pk,
        made_by_name=actor.name[:120], made_at=at, **{name: said[name] for name in SAID},
    )  # fmt: skip
    with as_house(at):  # a guarded person whom the planner does not see is expected too
        for one in _expected(group, said) if group else [row] if row else []:
            expect(session, one)
    detail = {"service": session.service, "group": session.group_id, "place": where.pk, "on": session.on}
    _line("casework.session.planned", session, detail, actor, at)
    return session


@transaction.atomic
def change_session(*, session_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Session:
    """Another day, leader or material. Raises NoSuchRecord, WrongEntry where it was not held, Changed."""
    session = kept_session(session_id, actor=actor, at=at)
    for name in SAID:
        setattr(session, name, said[name])
    save_if_unchanged(session, version=version, fields=SAID)
    _line("casework.session.changed", session, {"on": session.on}, actor, at)
    return session


@transaction.atomic
def cancel_session(*, session_id: UUID, version: int, because: str, actor: Actor, at: datetime) -> Session:
    """It was not held, and why. Raises NoSuchRecord, WrongEntry where somebody came, Changed."""
    session = kept_session(session_id, actor=actor, at=at)
    if Attendance.objects.filter(session=session, came=Came.PRESENT).exists():
        raise WrongEntry(_("Somebody is marked as present, so it was held."))
    session.state, session.cancelled_because = SessionState.CANCELLED, because[:200]
    save_if_unchanged(session, version=version, fields=["state", "cancelled_because"])
    _line("casework.session.cancelled", session, {}, actor, at)
    return session


@transaction.atomic
def expect_too(*, session_id: UUID, enrolment_id: UUID, actor: Actor, at: datetime) -> Attendance:
    """Somebody in the service came along who was not expected. Raises NoSuchRecord, WrongEntry, NotTogether."""
    session = kept_session(session_id, actor=actor, at=at)
    row = kept_row(Enrolment, enrolment_id, actor=actor, at=at)
    if row.service != session.service:
        raise WrongEntry(_("They are not in the service of this session."))
    done = Done(
        act="casework.attendance.expected", actor=actor, at=at, person_ids=(row.person_id,),
        detail={"session": session.pk},
    )  # fmt: skip
    before(done)
    expect(session, row)
    after(done)
    append(done.act, actor=actor, at=at, subject=row.person_id, kind="person", detail=done.detail)
    return Attendance.objects.get(session=session, person=row.person_id, first_person=row.person_id)


@transaction.atomic
def mark_attendance(*, session_id: UUID, marks: Sequence[Mark], actor: Actor, at: datetime) -> int:
    """Keep who came; says how many rows changed. A mark sent twice changes nothing, nor does one that comes too late.

    The first mark makes the session held. Marks of rows that are not of this session, or not seen, are left aside.
    Raises NoSuchRecord, WrongEntry where the session was not held.
    """
    session = kept_session(session_id, actor=actor, at=at)
    seen = rows_for(Attendance, actor, at=at).filter(session=session, data_class__in=kept_by(actor))
    rows = {one.pk: one for one in seen.select_for_update(of=("self",))}
    changed: dict[UUID, Attendance] = {}
    for mark in sorted(marks, key=lambda one: one.said_at):
        row = rows.get(mark.row_id)
        if row is None or mark.came not in Came.values or row.key == mark.key:
            continue
        said_at = min(mark.said_at, at)
        if row.said_at is not None and said_at < row.said_at:
            continue
        row.came, row.key, row.said_at, row.marked_by_name = mark.came, mark.key, said_at, actor.name[:120]
        changed[row.pk] = row
    if not changed:
        return 0
    Attendance.objects.bulk_update(changed.values(), ["came", "key", "said_at", "marked_by_name"])
    if session.state == SessionState.PLANNED:
        session.state = SessionState.HELD
        session.save(update_fields=["state"])
        people = tuple(sorted({one.person_id for one in changed.values()}))
        after(Done(act="casework.session.held", actor=actor, at=at, person_ids=people, detail={"session": session.pk}))
    met = [one.enrolment_id for one in changed.values() if one.came == Came.PRESENT]
    touch(_cases_of(met), on=session.on, at=at)
    counts = {code: sum(one.came == code for one in changed.values()) for code in Came.values}
    _line("casework.attendance.marked", session, counts, actor, at)
    return len(changed)


@transaction.atomic
def write_remark(*, attendance_id: UUID, data_class: str, text: str, actor: Actor, at: datetime) -> Remark:
    """Write down what is remarked of somebody in a session, in one class. Raises NoSuchRecord."""
    row = kept_row(Attendance, attendance_id, actor=actor, at=at)
    if not may_keep(actor, data_class) and data_class != row.data_class:
        raise NoSuchRecord(_("There is no such record."))
    remark = Remark(
        session_id=row.session_id, person_id=row.person_id, first_person=row.person_id, data_class=data_class,
        text=text[:2000], made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    remark.save(force_insert=True)
    detail = {"session": row.session_id, "class": data_class}
    append("casework.remark.written", actor=actor, at=at, subject=row.person_id, kind="person", detail=detail)
    return remark


def kept_session(session_id: UUID, *, actor: Actor, at: datetime) -> Session:
    """A session, locked, for who keeps its class. Raises NoSuchRecord, WrongEntry where it was not held."""
    found = sessions_for(actor, at=at).select_for_update(of=("self",)).filter(pk=session_id).first()
    if found is None or not may_keep(actor, found.data_class):
        raise NoSuchRecord(_("There is no such session."))
    if found.state == SessionState.CANCELLED:
        raise WrongEntry(_("This session was not held."))
    return found


def _expected(group: Group, said: Mapping[str, Any]) -> list[Enrolment]:
    """Everybody in a group on the day, those too whom the planner does not see; nothing of them is told."""
    members = Member.objects.filter(group=group, started_on__lte=said["on"], ended_on=None)
    return [one.enrolment for one in members.select_related("enrolment")]


def _cases_of(enrolments: Sequence[UUID | None]) -> list[UUID]:
    """The cases under which these people are in the service."""
    rows = Enrolment.objects.filter(pk__in=[one for one in enrolments if one], case__isnull=False)
    return [one for one in rows.values_list("case", flat=True).distinct() if one]


def _line(act: str, session: Session, detail: dict[str, Any], actor: Actor, at: datetime) -> None:
    append(act, actor=actor, at=at, subject=session.pk, kind="casework.session", detail=detail)
