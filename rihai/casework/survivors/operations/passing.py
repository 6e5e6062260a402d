"""A record goes to another counsellor: offered and accepted, or taken over with a second person; never half done."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.casework.survivors.models import Passing, PassingState, SurvivorRecord, TakingOver
from rihai.casework.survivors.operations.errors import NoSuchRecord, WrongRecord
from rihai.casework.survivors.operations.reach import open_record_for
from rihai.casework.survivors.queries.records import MAY, orphans
from rihai.kit.actor import Actor
from rihai.kit.audit import append

HERE, BESIDE = "/casework/sealed/", "/casework/sealed/beside/"
NOTICE = "casework.sealed_waits"


@transaction.atomic
def offer_record(*, record_id: UUID, receiver_id: UUID, says: str = "", actor: Actor, at: datetime) -> Passing:
    """Offer a record to another counsellor, who sees its code until they accept. Raises NoSuchRecord, WrongRecord."""
    record = open_record_for(record_id, actor=actor)
    receiver = accounts_who_may(MAY, on=local_day(at)).exclude(pk=actor.pk).filter(pk=receiver_id).first()
    if receiver is None:
        raise WrongRecord(_("Choose a counsellor who works here today."))
    with as_house(at):
        if record.passings.filter(state=PassingState.OFFERED).exists():
            raise WrongRecord(_("It is offered to somebody already. Take that back first."))
        one = Passing.objects.create(
            record=record, code=record.code, giver_id=actor.pk, receiver=receiver, says=says.strip() or None,
            offered_at=at,
        )  # fmt: skip
    notify([receiver.pk], NOTICE, url=HERE, at=at)
    append("casework.sealed.offered", actor=actor, at=at, subject=record.pk, kind="sealed")
    return one


@transaction.atomic
def answer_offer(*, passing_id: UUID, accepts: bool, actor: Actor, at: datetime) -> Passing:
    """The receiver says yes, and it is theirs, or no, and it stays. Raises NoSuchRecord, WrongRecord."""
    one = _passing(passing_id, at, receiver=actor.pk)
    if accepts and not actor.may(MAY):
        raise WrongRecord(_("You are no counsellor today."))
    with as_house(at):
        one.state = PassingState.ACCEPTED if accepts else PassingState.REFUSED
        one.settled_at = at
        one.save(update_fields=["state", "settled_at"])
        if accepts:
            _give(one.record, actor.pk)
    notify([one.giver_id], NOTICE, url=HERE, at=at)
    act = "casework.sealed.accepted" if accepts else "casework.sealed.refused"
    append(act, actor=actor, at=at, subject=one.record_id, kind="sealed")
    return one


@transaction.atomic
def take_offer_back(*, passing_id: UUID, actor: Actor, at: datetime) -> Passing:
    """The giver keeps it after all. Raises NoSuchRecord."""
    one = _passing(passing_id, at, giver=actor.pk)
    with as_house(at):
        one.state, one.settled_at = PassingState.TAKEN_BACK, at
        one.save(update_fields=["state", "settled_at"])
    append("casework.sealed.offer_taken_back", actor=actor, at=at, subject=one.record_id, kind="sealed")
    return one


@transaction.atomic
def ask_to_take_over(*, record_id: UUID, second_id: UUID, reason: str, actor: Actor, at: datetime) -> TakingOver:
    """Ask for a record whose counsellor has left; a second person has to agree. Raises NoSuchRecord, WrongRecord."""
    found = next((one for one in orphans(actor, on=local_day(at)) if one.pk == record_id), None)
    if found is None:
        raise NoSuchRecord(_("There is no such record."))
    second = accounts_who_may("glass.second", on=local_day(at)).exclude(pk=actor.pk).filter(pk=second_id).first()
    if second is None or not reason.strip():
        raise WrongRecord(_("Say why, and name a second person who may stand beside you."))
    with as_house(at):
        if TakingOver.objects.filter(record=record_id, is_granted=None).exists():
            raise WrongRecord(_("Somebody has asked for this record already."))
        one = TakingOver.objects.create(
            record_id=record_id, code=found.code, asker_id=actor.pk, second=second, reason=reason, asked_at=at
        )
    notify([second.pk], NOTICE, url=BESIDE, at=at)
    append("casework.sealed.asked_over", actor=actor, at=at, subject=record_id, kind="sealed")
    return one


@transaction.atomic
def answer_taking_over(*, taking_id: UUID, grants: bool, actor: Actor, at: datetime) -> TakingOver:
    """The second person agrees, or not; they are shown the code and the reason alone. Raises NoSuchRecord."""
    with as_house(at):
        one = TakingOver.objects.filter(pk=taking_id, second=actor.pk, is_granted=None).select_related("record").first()
        if one is None:
            raise NoSuchRecord(_("There is no such record."))
        one.is_granted, one.settled_at = grants, at
        one.save(update_fields=["is_granted", "settled_at"])
        if grants:
            still = Account.objects.filter(pk=one.asker_id, is_active=True).exists()
            if not still or one.asker_id not in {who.pk for who in accounts_who_may(MAY, on=local_day(at))}:
                raise WrongRecord(_("Whoever asked is no counsellor any more."))
            _give(one.record, one.asker_id)
    notify([one.asker_id], NOTICE, url=HERE, at=at)
    act = "casework.sealed.taken_over" if grants else "casework.sealed.kept_back"
    append(act, actor=actor, at=at, subject=one.record_id, kind="sealed")
    return one


def _passing(passing_id: UUID, at: datetime, **who: UUID) -> Passing:
    with as_house(at):
        rows = Passing.objects.select_for_update(of=("self",)).select_related("record")
        one = rows.filter(pk=passing_id, state=PassingState.OFFERED, **who).first()
    if one is None:
        raise NoSuchRecord(_("There is no such record."))
    return one


def _give(record: SurvivorRecord, account_id: UUID) -> None:
    """The record is another counsellor's from now on; what was offered of it meanwhile falls."""
    record.counsellor_id = record.owner_id = account_id
    record.version += 1
    record.save(update_fields=["counsellor", "owner_id", "version"])
    record.passings.filter(state=PassingState.OFFERED).update(state=PassingState.TAKEN_BACK)
