"""From one hand to another: offered, then accepted or refused with a reason or taken back; given by a supervisor.

Grants move in the act's own transaction: who had the case sees the person by it no longer, who has it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import is_guarded, sight_of
from rihai.casework.cases.capabilities import SUPERVISE, may_keep
from rihai.casework.cases.models import AT_WORK, Case, CaseState, EventKind, HandOver
from rihai.casework.cases.operations.errors import NoSuchCase, NoSuchOffer, NotYours, WrongHand
from rihai.casework.cases.operations.opening import end_sight, let_see, open_offers
from rihai.casework.cases.operations.reach import case_for, finish, mine_to_hand, write
from rihai.casework.cases.queries.hands import keepers_of
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.offers import Done

OFFER, ANSWER, GIVEN = "casework.offer", "casework.answer", "casework.given"
State = HandOver.State


@transaction.atomic
def offer_case(*, case_id: UUID, account_ids: Sequence[UUID], note: str, actor: Actor, at: datetime) -> list[HandOver]:
    """Ask colleagues to go on with a case; the first who accepts has it, and until then it stays where it is.

    The note is read by people who do not see the person yet, and names nobody. Raises NoSuchCase, NotOpen, NotYours,
    WrongHand.
    """
    case = case_for(case_id, actor=actor, at=at)
    mine_to_hand(case, actor=actor)
    asked = list(open_offers(case).values_list("to_id", flat=True))
    found = [_colleague(one, case, actor=actor, at=at) for one in dict.fromkeys(account_ids) if one not in asked]
    if not found:
        raise WrongHand(_("Choose a colleague who has not been asked yet."))
    with as_house(at):
        rows = HandOver.objects.bulk_create(
            HandOver(
                case=case, code=case.code, programme=case.programme, place_id=case.place_id, to=one,
                offered_by_id=actor.pk, offered_at=at, note=note[:300],
            )
            for one in found
        )  # fmt: skip
    names = "، ".join(one.name for one in found)
    write(case, EventKind.OFFERED, actor=actor, at=at, whom=names, note=note)
    notify([one.pk for one in found], OFFER, at=at)
    append("casework.handover.offered", actor=actor, at=at, subject=case.pk, kind="case", detail={"to": len(found)})
    return rows


@transaction.atomic
def accept_case(*, offer_id: UUID, actor: Actor, at: datetime) -> Case:
    """The case that was offered is the actor's now. Raises NoSuchOffer; WrongHand where somebody was quicker."""
    offer, case = _offer(offer_id, actor=actor, at=at)
    if not may_keep(actor, case.data_class):
        raise NoSuchOffer(_("Nothing of the kind is offered to you."))
    former = {one for one in (case.worker_id, offer.offered_by_id) if one and one != actor.pk}
    with as_house(at):
        HandOver.objects.filter(pk=offer.pk).update(state=State.ACCEPTED, answered_at=at)
    _hand_to(case, actor.pk, actor=actor, at=at)
    write(case, EventKind.ACCEPTED, actor=actor, at=at, whom=actor.name)
    notify(sorted(former), ANSWER, at=at)
    finish(case, "casework.case.handed_over", actor=actor, at=at)
    return case


@transaction.atomic
def refuse_offer(*, offer_id: UUID, reason: str, actor: Actor, at: datetime) -> HandOver:
    """The case stays where it is; whoever offered it reads the reason. Raises NoSuchOffer, WrongHand."""
    offer, case = _offer(offer_id, actor=actor, at=at)
    if not reason.strip():
        raise WrongHand(_("Say why you cannot take it, so that somebody else is asked."))
    with as_house(at):
        HandOver.objects.filter(pk=offer.pk).update(state=State.REFUSED, answered_at=at, reason=reason[:300])
    write(case, EventKind.DECLINED, actor=actor, at=at, note=reason)
    if offer.offered_by_id:
        notify([offer.offered_by_id], ANSWER, at=at)
    append("casework.handover.refused", actor=actor, at=at, subject=case.pk, kind="case")
    return offer


@transaction.atomic
def take_back_offers(*, case_id: UUID, actor: Actor, at: datetime) -> int:
    """Nobody is asked any more. Raises NoSuchCase, NotYours; WrongHand where nobody was."""
    case = case_for(case_id, actor=actor, at=at)
    mine_to_hand(case, actor=actor)
    with as_house(at):
        taken: int = open_offers(case).update(state=State.TAKEN_BACK, answered_at=at)
    if not taken:
        raise WrongHand(_("Nobody is asked any more: somebody has answered."))
    write(case, EventKind.TAKEN_BACK, actor=actor, at=at)
    append("casework.handover.taken_back", actor=actor, at=at, subject=case.pk, kind="case", detail={"offers": taken})
    return taken


@transaction.atomic
def take_case(*, case_id: UUID, actor: Actor, at: datetime) -> Case:
    """A case that nobody has is the actor's now. Raises NoSuchCase, WrongHand where somebody has it."""
    case = case_for(case_id, actor=actor, at=at, is_open=False)
    if case.worker_id is not None or case.state not in AT_WORK or not may_keep(actor, case.data_class):
        raise WrongHand(_("Somebody has this case already."))
    _hand_to(case, actor.pk, actor=actor, at=at)
    write(case, EventKind.ASSIGNED, actor=actor, at=at, whom=actor.name)
    finish(case, "casework.case.handed_over", actor=actor, at=at)
    return case


@transaction.atomic
def give_cases(*, case_ids: Iterable[UUID], account_id: UUID, note: str, actor: Actor, at: datetime) -> int:
    """A supervisor gives cases to a worker, also out of another hand; all of them or none. Says how many.

    Raises NoSuchCase also for who does not supervise, WrongHand.
    """
    if not actor.may(SUPERVISE):
        raise NoSuchCase(_("There is no such case."))
    codes = []
    for case_id in dict.fromkeys(case_ids):
        case = case_for(case_id, actor=actor, at=at, is_open=False)
        if case.state not in AT_WORK or case.worker_id == account_id:
            continue
        account = _colleague(account_id, case, actor=actor, at=at)
        former = case.worker_id
        _hand_to(case, account.pk, actor=actor, at=at)
        write(case, EventKind.ASSIGNED, actor=actor, at=at, whom=account.name, note=note)
        if former:
            notify([former], ANSWER, at=at)
        told = {"case": case.pk, "programme": case.programme}
        after(Done(act="casework.case.handed_over", actor=actor, at=at, person_ids=(case.person_id,), detail=told))
        codes.append(case.code)
    if not codes:
        raise WrongHand(_("Choose cases that are at work and in another hand."))
    notify([account_id], GIVEN, at=at)
    detail = {"to": account_id, "codes": codes}
    append("casework.cases.given", actor=actor, at=at, kind="case", detail=detail)
    return len(codes)


def _hand_to(case: Case, account_id: UUID, *, actor: Actor, at: datetime) -> None:
    """The worker, the offers and the grants, in one."""
    end_sight(case, actor=actor, at=at)
    with as_house(at):
        Case.objects.filter(pk=case.pk).update(worker=account_id, version=F("version") + 1)
        open_offers(case).update(state=State.GONE, answered_at=at)
    case.worker_id, case.version = account_id, case.version + 1
    let_see(case, account_id, actor=actor, at=at)


def _offer(offer_id: UUID, *, actor: Actor, at: datetime) -> tuple[HandOver, Case]:
    """The offer to the actor with its case, which is locked first: of two who accept at once one waits here."""
    with as_house(at):
        case_id = HandOver.objects.filter(pk=offer_id, to=actor.pk).values_list("case_id", flat=True).first()
        if case_id is None:
            raise NoSuchOffer(_("Nothing of the kind is offered to you."))
        case = Case.objects.select_for_update().get(pk=case_id)
        offer = HandOver.objects.select_for_update().get(pk=offer_id)
    if offer.state == State.GONE:
        raise WrongHand(_("Somebody else was quicker and has this case now."))
    if offer.state != State.OFFERED or case.state != CaseState.OPEN:
        raise WrongHand(_("This case is not offered to you any more."))
    return offer, case


def _colleague(account_id: UUID, case: Case, *, actor: Actor, at: datetime) -> Account:
    """Whoever may work in such cases. A guarded person's case goes to who sees them, or by who names who may."""
    with as_house(at):
        account = keepers_of(case.data_class, at=at).filter(pk=account_id).first()
    if account is None or account.pk == case.worker_id:
        raise WrongHand(_("Choose a colleague whose role works in such cases."))
    if is_guarded(case.person_id) and not actor.may("guarded.assign"):
        with as_house(at):
            seen = sight_of(account, case.person_id, at=at).seen
        if DataClass.PERSONAL not in seen:
            raise NotYours(_("This person is guarded. A supervisor names who works with them."))
    return account
