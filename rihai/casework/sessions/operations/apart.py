"""Keep-apart records: kept, looked at again, ended; and what they forbid, without a word of why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework.cases.capabilities import SUPERVISE, may_keep
from rihai.casework.services.errors import NoSuchRecord, NotTogether, WrongEntry
from rihai.casework.services.operations.reach import kept_person
from rihai.casework.sessions.models import Apart, Attendance, Member
from rihai.casework.sessions.queries.apart import aparts_for
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.people.models import Person, Placement
from rihai.people.operations.reach import person_for
from rihai.places.kinds import Kind
from rihai.places.models import Inside

Level = Apart.Level


@transaction.atomic
def keep_apart(
    *,
    one_id: UUID,
    other_id: UUID,
    role_one: str,
    role_other: str,
    level: str,
    reason: str,
    data_class: str,
    on: date,
    review_on: date,
    actor: Actor,
    at: datetime,
) -> Apart:
    """Two people are kept apart from a day on. Raises NoSuchPerson, NoSuchRecord, WrongEntry."""
    if one_id == other_id:
        raise WrongEntry(_("That is one person. Choose the other one."))
    if review_on <= on:
        raise WrongEntry(_("The day of the review comes after today."))
    # Locked in one order, so that two who write of the same pair wait for each other.
    locked = {pk: person_for(pk, actor=actor, at=at) for pk in sorted((one_id, other_id))}
    one = kept_person(one_id, data_class=data_class, actor=actor, at=at)
    other = locked[other_id]
    if aparts_for(actor, at=at).filter(_pair(one.pk, other.pk), ended_on=None).exists():
        raise WrongEntry(_("They are kept apart already. Look at that record again instead."))
    row = Apart(
        one=one, other=other, first_one=one.pk, first_other=other.pk, role_one=role_one, role_other=role_other,
        level=level, reason=reason[:1000], data_class=data_class, started_on=on, review_on=review_on,
        made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    row.save(force_insert=True)
    _line("casework.apart.kept", row, actor, at, level=level)
    return row


@transaction.atomic
def review_apart(
    *, apart_id: UUID, version: int, level: str, review_on: date, today: date, actor: Actor, at: datetime
) -> Apart:
    """Somebody looked at it again: it stands, at this level, until the next review. Raises NoSuchRecord, Changed."""
    row = _kept(apart_id, actor=actor, at=at)
    if review_on <= today:
        raise WrongEntry(_("The day of the review comes after today."))
    row.level, row.review_on = level, review_on
    save_if_unchanged(row, version=version, fields=["level", "review_on"])
    _line("casework.apart.reviewed", row, actor, at, level=level)
    return row


@transaction.atomic
def end_apart(*, apart_id: UUID, version: int, on: date, because: str, actor: Actor, at: datetime) -> Apart:
    """They need not be kept apart any more, and why. Raises NoSuchRecord, Changed."""
    row = _kept(apart_id, actor=actor, at=at)
    row.ended_on, row.ended_because = on, because[:200]
    save_if_unchanged(row, version=version, fields=["ended_on", "ended_because"])
    _line("casework.apart.ended", row, actor, at)
    return row


def not_in_one_group(done: Done) -> None:
    """Raises NotTogether where somebody in the group, or expected at the session, is kept apart from the person."""
    with as_house(done.at):
        apart = _kept_from(done.person_ids[0], Level.values)
        if "group" in done.detail:
            there = Member.objects.filter(group=done.detail["group"], ended_on=None, person__in=apart)
            is_there = there.exists()
        else:
            is_there = Attendance.objects.filter(session=done.detail["session"], person__in=apart).exists()
    if is_there:
        raise NotTogether(_("Not together: somebody there is kept apart from them. Choose another group."))


def not_in_one_prison(done: Done) -> None:
    """Raises NotTogether where somebody held in the prison is kept apart from the person; a supervisor may record it.

    What has happened must not stay unwritten: the supervisor's list then shows that the two are in one place.
    """
    place_id = done.detail.get("to") or done.detail.get("place")
    if place_id is None or _may_record(done.actor):
        return
    with as_house(done.at):
        around = Inside.objects.filter(inner=place_id, outer__kind=Kind.PRISON).values("outer_id")
        same = Inside.objects.filter(Q(outer__in=around) | Q(outer=place_id)).values("inner_id")
        in_prison = Person.objects.filter(pk__in=_kept_from(done.person_ids[0], [Level.PRISON]), held_at__in=same)
        in_unit = Person.objects.filter(
            pk__in=_kept_from(done.person_ids[0], [Level.UNIT]), held_at=place_id, held_at__kind=Kind.PRISON_UNIT
        )
        is_there = in_prison.exists() or in_unit.exists()
    if is_there:
        raise NotTogether(_("Not together: somebody held there is kept apart from them. A supervisor can record it."))


def not_in_one_unit(done: Done) -> None:
    """The same for a barrack or cell of one prison."""
    unit = done.detail.get("unit")
    if not unit or _may_record(done.actor):
        return
    with as_house(done.at):
        person = Person.objects.get(pk=done.person_ids[0])
        apart = _kept_from(person.pk, [Level.UNIT, Level.PRISON])
        there = Placement.objects.filter(person__in=apart, ended_on=None, place=person.held_at_id, unit=unit)
        is_there = there.exists()
    if is_there:
        raise NotTogether(_("Not together: somebody held there is kept apart from them. A supervisor can record it."))


def _kept(apart_id: UUID, *, actor: Actor, at: datetime) -> Apart:
    found = aparts_for(actor, at=at).select_for_update(of=("self",)).filter(pk=apart_id, ended_on=None).first()
    if found is None or not may_keep(actor, found.data_class):
        raise NoSuchRecord(_("There is no such record."))
    return found


def _kept_from(person_id: UUID, levels: Iterable[str]) -> set[UUID]:
    """Everybody who is kept apart from the person now at one of these levels."""
    rows = Apart.objects.filter(Q(one=person_id) | Q(other=person_id), ended_on=None, level__in=list(levels))
    return {one if other == person_id else other for one, other in rows.values_list("one_id", "other_id")}


def _may_record(actor: Actor | None) -> bool:
    return actor is not None and actor.may(SUPERVISE)


def _pair(one: UUID, other: UUID) -> Q:
    return Q(one=one, other=other) | Q(one=other, other=one)


def _line(act: str, row: Apart, actor: Actor, at: datetime, **more: Any) -> None:
    """One line under the record's own id: under a person's, the log would tell who is kept from whom."""
    done = Done(act=act, actor=actor, at=at, person_ids=(), detail={"apart": row.pk, **more})
    after(done)
    append(act, actor=actor, at=at, subject=row.pk, kind="casework.apart", detail=more)
