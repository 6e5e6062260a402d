"""A record is opened, joined to a person by her word, reviewed, closed and opened again."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Posting
from rihai.accounts.standing import holding_on, local_day
from rihai.casework.survivors.models import RecordState, SurvivorRecord
from rihai.casework.survivors.operations.errors import NoSuchRecord, WrongRecord
from rihai.casework.survivors.operations.reach import open_record_for, record_for
from rihai.casework.survivors.queries.records import MAY, record_of
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.people.operations.reach import person_for


@transaction.atomic
def open_record(
    *, called: str, wishes: str = "", review_on: date, person_id: UUID | None = None, actor: Actor, at: datetime
) -> SurvivorRecord:
    """Open a record of somebody the actor sees, or under its code alone. The actor is its counsellor.

    Raises NoSuchRecord for whoever is no counsellor, NoSuchPerson, WrongRecord where one of theirs is open already.
    """
    if not actor.may(MAY):
        raise NoSuchRecord(_("There is no such record."))
    subject = None
    if person_id is not None:
        subject = str(person_for(person_id, actor=actor, at=at).pk)
        if record_of(person_id, actor=actor) is not None:
            raise WrongRecord(_("You keep an open record of this person already."))
    if not called.strip():
        raise WrongRecord(_("Say what she is called here; it need not be her name."))
    record = SurvivorRecord.objects.create(
        subject=subject, first_subject=subject, called=called, wishes=wishes.strip() or None, counsellor_id=actor.pk,
        unit_id=_unit_of(actor, at), opened_on=local_day(at), owner_id=actor.pk, due_on=review_on, made_at=at,
    )  # fmt: skip
    append("casework.sealed.opened", actor=actor, at=at, subject=record.pk, kind="sealed")
    return record


@transaction.atomic
def join_person(*, record_id: UUID, version: int, person_id: UUID, actor: Actor, at: datetime) -> SurvivorRecord:
    """She wishes that the record is under her name: it is joined to the person, once.

    Raises NoSuchRecord, NoSuchPerson, WrongRecord, Changed.
    """
    record = open_record_for(record_id, actor=actor)
    person = person_for(person_id, actor=actor, at=at)
    if record.subject is not None or record_of(person.pk, actor=actor) is not None:
        raise WrongRecord(_("The record is joined to a person already, or you keep another one of this person."))
    record.subject = record.first_subject = str(person.pk)
    save_if_unchanged(record, version=version, fields=["subject", "subject_index", "first_subject"])
    append("casework.sealed.joined", actor=actor, at=at, subject=record.pk, kind="sealed")
    return record


@transaction.atomic
def review_record(
    *, record_id: UUID, version: int, called: str, wishes: str, review_on: date, actor: Actor, at: datetime
) -> SurvivorRecord:
    """What she is called and wishes now, and when it is looked at again. Raises NoSuchRecord, WrongRecord, Changed."""
    record = open_record_for(record_id, actor=actor)
    if not called.strip():
        raise WrongRecord(_("Say what she is called here; it need not be her name."))
    record.called, record.wishes, record.due_on = called, wishes.strip() or None, review_on
    save_if_unchanged(record, version=version, fields=["called", "wishes", "due_on"])
    append("casework.sealed.reviewed", actor=actor, at=at, subject=record.pk, kind="sealed")
    return record


@transaction.atomic
def close_record(*, record_id: UUID, version: int, closing: str, actor: Actor, at: datetime) -> SurvivorRecord:
    """The support ends, with a word how; what she is told of, and what was offered, ends with it.

    Raises NoSuchRecord, WrongRecord, Changed.
    """
    record = open_record_for(record_id, actor=actor)
    if not closing.strip():
        raise WrongRecord(_("Say how it ends, and whom she can turn to."))
    record.state, record.closing, record.closed_on = RecordState.CLOSED, closing, local_day(at)
    save_if_unchanged(record, version=version, fields=["state", "closing", "closed_on"])
    record.watched.filter(ended_on=None).update(ended_on=local_day(at))
    append("casework.sealed.closed", actor=actor, at=at, subject=record.pk, kind="sealed")
    return record


@transaction.atomic
def reopen_record(*, record_id: UUID, version: int, review_on: date, actor: Actor, at: datetime) -> SurvivorRecord:
    """She has come back. Raises NoSuchRecord, WrongRecord, Changed."""
    record = record_for(record_id, actor=actor)
    if record.state != RecordState.CLOSED:
        raise WrongRecord(_("This record is open."))
    record.state, record.closed_on, record.due_on = RecordState.OPEN, None, review_on
    save_if_unchanged(record, version=version, fields=["state", "closed_on", "due_on"])
    append("casework.sealed.reopened", actor=actor, at=at, subject=record.pk, kind="sealed")
    return record


def _unit_of(actor: Actor, at: datetime) -> UUID | None:
    """The unit in which the actor counsels today; None where they are posted at a place."""
    held = Posting.objects.filter(
        holding_on(local_day(at)), account=actor.pk, role="survivor_counsellor", unit__isnull=False
    )
    return held.order_by("started_on").values_list("unit", flat=True).first()
