"""From one hand to another: offered and accepted, or refused; or given by whoever supervises. Never half done."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Ground
from rihai.accounts.operations import end_grants, notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may, sights_of
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.legal.response.models import AT_WORK, Response, State
from rihai.legal.response.operations.acting import give_to, grant_to
from rihai.legal.response.operations.errors import NoSuchLine, NotNow
from rihai.legal.response.operations.line import line_for, mine_to_act_on, write
from rihai.legal.response.queries.sight import RESPOND, SUPERVISE

NOTICE = "legal.handover"


@transaction.atomic
def offer(
    *, row_id: UUID, account_id: UUID, actor: Actor, at: datetime, note: str = "", version: int | None = None
) -> Response:
    """Ask a colleague to go on with the line. Until they accept, it stays where it is.

    Raises NoSuchLine, TakenByOther, NotNow for a line nobody has or a colleague who does not see it, Overtaken.
    """
    line = line_for(row_id, actor=actor, at=at, version=version)
    response = line.response
    mine_to_act_on(response, actor=actor)
    if response.owner_id is None or response.ended:
        raise NotNow(_("Take the line first; then it can be handed over."))
    to = _colleague(account_id, response, at)
    if to.pk == response.owner_id:
        raise NotNow(_("They have this line already."))
    response.offered_to, response.offered_name = to.pk, to.name[:120]
    write(line, "offered", said="legal.handover.offered", actor=actor, at=at, note=note, told={"name": to.name[:120]})
    notify([to.pk], NOTICE, at=at)
    return response


@transaction.atomic
def accept(*, row_id: UUID, actor: Actor, at: datetime, note: str = "", version: int | None = None) -> Response:
    """The line that was offered is the actor's now. Raises NoSuchLine, NotNow where it is not offered, Overtaken."""
    line = line_for(row_id, actor=actor, at=at, version=version)
    response = line.response
    _offered(response, actor)
    _hand_to(response, actor.pk, actor.name, actor=actor, at=at)
    write(line, "accepted", said="legal.handover.accepted", actor=actor, at=at, note=note)
    return response


@transaction.atomic
def decline(*, row_id: UUID, actor: Actor, at: datetime, note: str = "", version: int | None = None) -> Response:
    """The line stays with whoever offered it, who is told. Raises NoSuchLine, NotNow, Overtaken."""
    line = line_for(row_id, actor=actor, at=at, version=version)
    response = line.response
    _offered(response, actor)
    response.offered_to, response.offered_name = None, ""
    write(line, "declined", said="legal.handover.declined", actor=actor, at=at, note=note)
    if response.owner_id:
        notify([response.owner_id], NOTICE, at=at)
    return response


@transaction.atomic
def assign(
    *, row_id: UUID, account_id: UUID, actor: Actor, at: datetime, note: str = "", version: int | None = None
) -> Response:
    """Whoever supervises gives the line to somebody, also from another hand.

    Raises NoSuchLine also for who may not supervise, NotNow for somebody who does not see it, Overtaken.
    """
    if not actor.may(SUPERVISE):
        raise NoSuchLine(_("There is no such line."))
    line = line_for(row_id, actor=actor, at=at, version=version)
    response = line.response
    to = _colleague(account_id, response, at)
    if response.owner_id == to.pk and not response.ended:
        raise NotNow(_("They have this line already."))
    if response.ended or response.state == State.OPEN:
        response.state, response.done_on, response.released_on = State.TAKEN, None, None
    _hand_to(response, to.pk, to.name, actor=actor, at=at)
    write(line, "assigned", said="legal.row.assigned", actor=actor, at=at, note=note, told={"name": to.name[:120]})
    notify([to.pk], NOTICE, at=at)
    return response


def _hand_to(response: Response, account_id: UUID, name: str, *, actor: Actor, at: datetime) -> None:
    end_grants(ground=Ground.ASSIGNMENT, ground_id=response.pk, actor=actor, at=at)
    give_to(response, account_id, name, at)
    if response.state not in {*AT_WORK, State.PARKED, State.REFUSED}:
        response.state = State.TAKEN
    grant_to(response, actor=actor, at=at)


def _offered(response: Response, actor: Actor) -> None:
    if response.offered_to != actor.pk:
        raise NotNow(_("This line is not offered to you, or not any more."))


def _colleague(account_id: UUID, response: Response, at: datetime) -> Account:
    """Whoever may respond and sees what is answered, so that nobody learns of a person by being handed a line."""
    with as_house(at):
        account = accounts_who_may(RESPOND, on=local_day(at)).filter(pk=account_id).first()
        seen = sights_of(account, [response.person_id], at=at)[response.person_id].seen if account else frozenset()
    needed = {DataClass.PERSONAL, DataClass(response.data_class)} | ({DataClass.LEGAL} if response.and_legal else set())
    if account is None or not needed <= seen:
        raise NotNow(_("They do not work with this person. Choose somebody who does, or ask for a posting first."))
    return account
