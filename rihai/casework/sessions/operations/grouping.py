"""Groups: made, somebody taken in or out. Who is kept apart from somebody in it is not taken in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework.cases.capabilities import may_keep
from rihai.casework.services.catalogue import service
from rihai.casework.services.errors import NoSuchRecord, WrongEntry
from rihai.casework.services.models import Enrolment
from rihai.casework.services.operations.reach import kept_row
from rihai.casework.sessions.models import Attendance, Group, Member, Session, SessionState
from rihai.casework.sessions.queries.sessions import groups_for
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.offers import Done
from rihai.people.operations.reach import works_at
from rihai.places.models import Place


@transaction.atomic
def make_group(*, service_id: str, name: str, place: Place, on: date, actor: Actor, at: datetime) -> Group:
    """A group for one service at a place where the actor works. Raises NoSuchRecord, WrongPlace."""
    found = service(service_id)
    if found is None or not may_keep(actor, found.data_class):
        raise NoSuchRecord(_("There is no such service."))
    works_at(place, actor=actor, at=at)
    group = Group.objects.create(
        service=found.id, data_class=found.data_class, name=name[:120], place=place, started_on=on, made_by=actor.pk,
        made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    detail = {"service": found.id, "place": place.pk}
    append("casework.group.made", actor=actor, at=at, subject=group.pk, kind="casework.group", detail=detail)
    return group


@transaction.atomic
def add_member(*, group_id: UUID, enrolment_id: UUID, on: date, actor: Actor, at: datetime) -> Member:
    """Take somebody in who is in its service; the sessions planned from that day on expect them too.

    Raises NoSuchRecord, WrongEntry, NotTogether.
    """
    group = kept_group(group_id, actor=actor, at=at)
    row = kept_row(Enrolment, enrolment_id, actor=actor, at=at)
    if row.service != group.service or row.ended_on is not None:
        raise WrongEntry(_("They are not in the service of this group."))
    if Member.objects.filter(group=group, person=row.person_id, ended_on=None).exists():
        raise WrongEntry(_("They are in this group already."))
    done = Done(
        act="casework.member.added", actor=actor, at=at, person_ids=(row.person_id,),
        detail={"group": group.pk, "enrolment": row.pk},
    )  # fmt: skip
    before(done)
    member = Member(group=group, enrolment=row, started_on=on, **_of(row), **_made(actor, at))
    member.save(force_insert=True)
    coming = Session.objects.filter(group=group, state=SessionState.PLANNED, on__gte=on)
    for session in coming:
        expect(session, row)
    after(done)
    append(done.act, actor=actor, at=at, subject=row.person_id, kind="person", detail=done.detail)
    return member


@transaction.atomic
def end_member(*, member_id: UUID, on: date, actor: Actor, at: datetime) -> Member:
    """They are no longer in the group from a day on; sessions planned after it expect them no more."""
    member = kept_row(Member, member_id, actor=actor, at=at)
    if member.ended_on is not None:
        raise WrongEntry(_("They are no longer in this group."))
    member.ended_on = max(on, member.started_on)
    member.save(update_fields=["ended_on"])
    _expect_no_more(Member.objects.filter(pk=member.pk), member.ended_on)
    detail = {"group": member.group_id}
    append("casework.member.ended", actor=actor, at=at, subject=member.person_id, kind="person", detail=detail)
    return member


def enrolment_ended(done: Done) -> None:
    """Whoever is no longer in the service is in none of its groups."""
    with as_house(done.at):
        row = Enrolment.objects.filter(pk=done.detail["enrolment"]).first()
        if row is None or row.ended_on is None:
            return
        _expect_no_more(Member.objects.filter(enrolment=row, ended_on=None), row.ended_on)
        Member.objects.filter(enrolment=row, ended_on=None).update(ended_on=row.ended_on)


def kept_group(group_id: UUID, *, actor: Actor, at: datetime) -> Group:
    """A group that meets, locked, for who keeps it. Raises NoSuchRecord."""
    found = groups_for(actor, at=at).select_for_update(of=("self",)).filter(pk=group_id, ended_on=None).first()
    if found is None or not may_keep(actor, found.data_class):
        raise NoSuchRecord(_("There is no such group."))
    return found


def expect(session: Session, row: Enrolment) -> None:
    """Somebody is expected at a session, once."""
    made = Attendance(session=session, enrolment=row, **_of(row))
    Attendance.objects.bulk_create([made], ignore_conflicts=True)


def _expect_no_more(members: Any, on: date) -> None:
    for group_id, enrolment_id in members.values_list("group_id", "enrolment_id"):
        coming = Session.objects.filter(group=group_id, state=SessionState.PLANNED, on__gte=on)
        Attendance.objects.filter(session__in=coming, enrolment=enrolment_id, came="").delete()


def _of(row: Enrolment) -> dict[str, Any]:
    return {"person_id": row.person_id, "first_person": row.person_id, "data_class": row.data_class}


def _made(actor: Actor, at: datetime) -> dict[str, Any]:
    return {"made_by": actor.pk, "made_by_name": actor.name[:120], "made_at": at}
