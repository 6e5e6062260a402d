"""Sessions, referrals by her choice, and whom she wants to hear of."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.casework.survivors.models import Chosen, Heard, How, SurvivorReferral, SurvivorSession, Watched
from rihai.casework.survivors.operations.errors import NoSuchRecord, WrongRecord
from rihai.casework.survivors.operations.reach import open_record_for
from rihai.casework.survivors.queries.records import records_for
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged

LONGEST = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A session as it was held; minutes up to a working day."""

    kind: str
    held_on: date
    minutes: int
    how: str = How.IN_PERSON
    note: str = ""


@transaction.atomic
def write_session(*, record_id: UUID, held: Held, actor: Actor, at: datetime) -> SurvivorSession:
    """A session was held. Raises NoSuchRecord, WrongRecord."""
    record = open_record_for(record_id, actor=actor)
    if not 0 < held.minutes <= LONGEST or held.held_on > local_day(at):
        raise WrongRecord(_("Give the minutes it took and a day that has been."))
    given = {**asdict(held), "note": held.note.strip() or None}
    one = SurvivorSession.objects.create(record=record, **given, written_by_name=actor.name[:120], written_at=at)
    append("casework.sealed.met", actor=actor, at=at, subject=record.pk, kind="sealed")
    return one


@transaction.atomic
def refer_by_choice(
    *, record_id: UUID, receiver: str, told: str, her_word: str, actor: Actor, at: datetime
) -> SurvivorReferral:
    """She chose it, and what is told. Raises NoSuchRecord, WrongRecord where she was not asked."""
    record = open_record_for(record_id, actor=actor)
    if not all(text.strip() for text in (receiver, told, her_word)):
        raise WrongRecord(_("Write to whom, what they are told, and what she said when she was asked."))
    one = SurvivorReferral.objects.create(
        record=record, receiver=receiver, told=told, her_word=her_word, agreed_on=local_day(at),
        written_by_name=actor.name[:120],
    )  # fmt: skip
    append("casework.sealed.referred", actor=actor, at=at, subject=record.pk, kind="sealed")
    return one


@transaction.atomic
def settle_referral(
    *, referral_id: UUID, version: int, state: str, answer: str = "", actor: Actor, at: datetime
) -> SurvivorReferral:
    """What came of it, or that she took it back. Raises NoSuchRecord, WrongRecord once it is settled, Changed."""
    one = SurvivorReferral.objects.filter(pk=referral_id, record__in=records_for(actor).values("pk")).first()
    if one is None:
        raise NoSuchRecord(_("There is no such record."))
    if one.state != Chosen.SENT or state not in Chosen.values or state == Chosen.SENT:
        raise WrongRecord(_("This referral is settled already."))
    one.state, one.answer, one.settled_on = state, answer.strip() or None, local_day(at)
    save_if_unchanged(one, version=version, fields=["state", "answer", "settled_on"])
    append("casework.sealed.settled", actor=actor, at=at, subject=one.record_id, kind="sealed")
    return one


@transaction.atomic
def watch(*, record_id: UUID, name: str, father: str = "", number: str = "", actor: Actor, at: datetime) -> Watched:
    """She wants to hear when somebody is released. Raises NoSuchRecord, WrongRecord without a second thing to go by."""
    record = open_record_for(record_id, actor=actor)
    if not name.strip() or not (father.strip() or number.strip()):
        raise WrongRecord(_("Give the name, and the father’s name or a number: a name alone meets too many."))
    one = Watched.objects.create(
        record=record, name=name, father=father.strip() or None, number=number.strip() or None,
        asked_on=local_day(at),
    )  # fmt: skip
    append("casework.sealed.asked", actor=actor, at=at, subject=record.pk, kind="sealed")
    return one


@transaction.atomic
def stop_watching(*, watched_id: UUID, actor: Actor, at: datetime) -> Watched:
    """She does not want to hear of them any more. Raises NoSuchRecord."""
    one = Watched.objects.filter(pk=watched_id, ended_on=None, record__in=records_for(actor).values("pk")).first()
    if one is None:
        raise NoSuchRecord(_("There is no such record."))
    one.ended_on = local_day(at)
    one.save(update_fields=["ended_on"])
    append("casework.sealed.asked_no_more", actor=actor, at=at, subject=one.record_id, kind="sealed")
    return one


@transaction.atomic
def write_told(*, heard_id: UUID, told_on: date, actor: Actor, at: datetime) -> Heard:
    """She was told. Raises NoSuchRecord, WrongRecord for a day to come."""
    one = Heard.objects.filter(pk=heard_id, told_on=None, record__in=records_for(actor).values("pk")).first()
    if one is None:
        raise NoSuchRecord(_("There is no such record."))
    if told_on > local_day(at):
        raise WrongRecord(_("Give a day that has been."))
    one.told_on = told_on
    one.save(update_fields=["told_on"])
    append("casework.sealed.told", actor=actor, at=at, subject=one.record_id, kind="sealed")
    return one
