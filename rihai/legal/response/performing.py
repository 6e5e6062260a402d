"""From what a form says to the one operation it means; the same for one line and for many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may
from rihai.kit.actor import Actor
from rihai.legal.response.models import Response, State
from rihai.legal.response.operations import (
    add_note,
    assign,
    close,
    file_petition,
    give_back,
    offer,
    park,
    record_grant,
    record_refusal,
    refer,
    take,
)
from rihai.legal.response.queries.sight import RESPOND, SUPERVISE

Said = Mapping[str, Any]
Act = Callable[[UUID], Response]


def acts_for(response: Response | None, *, actor: Actor) -> list[str]:
    """The answers an actor can give on a line as it stands."""
    supervises = actor.may(SUPERVISE)
    if response is None or response.ended or response.owner_id is None:
        first = ["take", "refer", "file", "refuse", "grant", "park"]
        more = ["note", "close"] if response is not None and not response.ended else ["note"]
        return [*first, *(["assign"] if supervises else []), *more]
    if response.owner_id == actor.pk:
        back = [] if response.state in {State.REFUSED, State.PARKED} else ["give_back"]
        again = ["take"] if response.state in {State.REFUSED, State.PARKED} else []
        return ["file", "refer", "refuse", "grant", "park", *again, "hand_over", *back, "note", "close"]
    if supervises:
        return ["assign", "file", "refer", "refuse", "grant", "park", "give_back", "note", "close"]
    return ["note"]


def colleagues(*, on: date, apart_from: UUID | None = None) -> Iterable[Account]:
    """Whoever may respond; whether they see the person is asked when a line is handed to them."""
    with as_house():
        return list(accounts_who_may(RESPOND, on=on).exclude(pk__in=[one for one in (apart_from,) if one]))


def act_of(said: Said, *, actor: Actor, at: datetime, version: int | None = None) -> Act:
    """The operation that a form's answer means, for whichever line it is given."""
    who: dict[str, Any] = {"actor": actor, "at": at, "version": version}
    note = said.get("note") or ""
    acts: dict[str, Act] = {
        "take": lambda row: take(row_id=row, note=note, **who),
        "give_back": lambda row: give_back(row_id=row, note=note, **who),
        "refer": lambda row: refer(
            row_id=row, receiver=said["receiver"], receiver_name=said["receiver_name"], on=said["on"],
            again_on=said["again_on"], note=note, **who,
        ),
        "file": lambda row: file_petition(
            row_id=row, court=said["court"], number=said["number"], on=said["on"], again_on=said["again_on"],
            ground=said["ground"], note=note, **who,
        ),
        "refuse": lambda row: record_refusal(
            row_id=row, reason=said["reason"], on=said["on"], level=said["level"], doubtful=said["doubtful"],
            tell_on=said["tell_on"], words=note, **who,
        ),
        "grant": lambda row: record_grant(row_id=row, on=said["on"], note=note, **who),
        "park": lambda row: park(row_id=row, until=said["until"], note=note, **who),
        "hand_over": lambda row: offer(row_id=row, account_id=UUID(said["colleague"]), note=note, **who),
        "assign": lambda row: assign(row_id=row, account_id=UUID(said["colleague"]), note=note, **who),
        "note": lambda row: add_note(row_id=row, note=note, **who),
        "close": lambda row: close(row_id=row, note=note, **who),
    }  # fmt: skip
    return acts[said["act"]]
