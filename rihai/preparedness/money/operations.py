"""Crisis money is set aside, asked for, decided by somebody else, spent with a receipt, and settled.

No more is spent than was approved, and no more approved than is left, but by a decision that says so with its reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep
from rihai.preparedness.emergencies.models import Emergency
from rihai.preparedness.errors import NotSo
from rihai.preparedness.money.models import Line, Request, Spending, State
from rihai.preparedness.money.queries import left_of, line_for, request_for, standings
from rihai.preparedness.reach import APPROVE, KEEP
from rihai.preparedness.stores.queries import MOVES, store_places

OWNER = "preparedness.receipt"
LINE = ("name", "funder", "amount", "started_on", "ended_on", "paper")


@transaction.atomic
def keep_line(
    *, said: Mapping[str, Any], line_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Line:  # fmt: skip
    """Write down money that a funder gave at `place`, or mend it: name, funder, amount, started_on, ended_on, paper.

    Raises NotThere, NotSo where less would stand than is bound already, Changed.
    """
    values = {name: said.get(name) for name in LINE}
    if not values["name"] or not values["funder"] or not isinstance(values["amount"], Decimal):
        raise NotSo(_("Say what the line is called, who gives it and how much."))
    if values["started_on"] is None or values["ended_on"] is None or values["ended_on"] <= values["started_on"]:
        raise NotSo(_("The money ends after it begins."))
    values["paper"] = values["paper"] or ""
    if line_id is None:
        place = said.get("place")
        if place is None or not store_places(actor, KEEP).filter(pk=place.pk).exists():
            raise NotSo(_("Choose one of the places where you keep crisis money."))
        line = Line.objects.create(place=place, made_by_name=actor.name[:120], made_at=at, **values)
    else:
        line = line_for(line_id, KEEP, actor=actor)
        if values["amount"] < standings([line])[0].bound:
            raise NotSo(_("More than that is approved already."))
        for name, value in values.items():
            setattr(line, name, value)
        save_if_unchanged(line, version=version, fields=list(values))
    detail = {"amount": str(line.amount), "place": line.place_id}
    append("preparedness.line.kept", actor=actor, at=at, subject=line.pk, kind="line", detail=detail)
    return line


@transaction.atomic
def ask(*, line_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Request:
    """Ask for money on a line: amount, what. Raises NotThere, NotSo."""
    line = line_for(line_id, *MOVES, actor=actor)
    made = new_request(line, said, None, actor=actor, at=at)
    _asked(made, actor, at)
    return made


def new_request(
    line: Line, said: Mapping[str, Any], emergency: Emergency | None, *, actor: Actor, at: datetime
) -> Request:
    """The request, within the act of another operation, which writes its line. Raises NotSo."""
    amount, what = said.get("amount"), str(said.get("what") or "").strip()
    if not isinstance(amount, Decimal) or amount <= 0 or not what:
        raise NotSo(_("Say how much and for what."))
    _within(line, local_day(at))
    return Request.objects.create(
        line=line, emergency=emergency, amount=amount, what=what, asked_by_id=actor.pk, asked_by_name=actor.name[:120],
        asked_at=at,
    )  # fmt: skip


def _asked(made: Request, actor: Actor, at: datetime) -> None:
    detail = {"line": made.line_id, "amount": str(made.amount), "emergency": made.emergency_id}
    append("preparedness.money.asked", actor=actor, at=at, subject=made.pk, kind="request", detail=detail)


@transaction.atomic
def decide(*, request_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Request:
    """Approve or refuse what somebody else asked for: `approved`, `why`, `beyond` (more than is left, and it stands).

    Raises NotThere, NotSo for one's own request, one that is decided, more than is left without saying so.
    """
    request = request_for(request_id, APPROVE, actor=actor)
    why, left = str(said.get("why") or "").strip(), left_of(request.line)
    if request.state != State.ASKED:
        raise NotSo(_("Somebody has decided it already: %(who)s.") % {"who": request.decided_by_name})
    if request.asked_by_id == actor.pk:
        raise NotSo(_("Somebody else decides what you asked for yourself."))
    is_beyond = request.amount > left
    if said.get("approved"):
        _within(request.line, local_day(at))
        if is_beyond and not (said.get("beyond") and why):
            says = _("Only %(left)s are left on this line. To go beyond it, say so and why: it stands with your name.")
            raise NotSo(says % {"left": f"{left:,.2f}"})
    elif not why:
        raise NotSo(_("Say why it is refused."))
    request.state = State.APPROVED if said.get("approved") else State.REFUSED
    request.beyond = bool(said.get("approved")) and is_beyond
    request.decided_by_name, request.decided_at, request.decided_why = actor.name[:120], at, why
    request.save(update_fields=["state", "beyond", "decided_by_name", "decided_at", "decided_why"])
    act = "approved" if said.get("approved") else "refused"
    detail = {"line": request.line_id, "amount": str(request.amount), "beyond": request.beyond}
    append(f"preparedness.money.{act}", actor=actor, at=at, subject=request.pk, kind="request", detail=detail)
    return request


@transaction.atomic
def spend(*, request_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Spending:
    """What was paid from an approved request: amount, on, paid_to, what, file (name, bytes) or why none (no_receipt).

    Raises NotThere, NotSo beyond what was approved, FileRefused.
    """
    request = request_for(request_id, *MOVES, actor=actor)
    amount, on = said.get("amount"), said.get("on")
    if request.state != State.APPROVED:
        raise NotSo(_("Money is spent once it is approved and before it is settled."))
    if not isinstance(amount, Decimal) or amount <= 0 or not isinstance(on, date) or on > local_day(at):
        raise NotSo(_("Say how much was paid, and on which day."))
    _within(request.line, on)
    left = request.amount - request.paid
    if amount > left:
        raise NotSo(_("Only %(left)s of this request are left. Ask for the rest first.") % {"left": f"{left:,.2f}"})
    why = str(said.get("no_receipt") or "").strip()
    if not said.get("file") and not why:
        raise NotSo(_("Add a photograph of the receipt, or say why there is none."))
    stored = None
    if said.get("file"):
        name, content = said["file"]
        stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
    made = Spending.objects.create(
        request=request, amount=amount, on=on, paid_to=said["paid_to"], what=said["what"], receipt=stored,
        no_receipt="" if stored else why, by_name=actor.name[:120], at=at,
    )  # fmt: skip
    detail = {"request": request.pk, "amount": str(amount), "emergency": request.emergency_id}
    append("preparedness.money.spent", actor=actor, at=at, subject=made.pk, kind="spending", detail=detail)
    return made


@transaction.atomic
def settle(*, request_id: UUID, actor: Actor, at: datetime) -> Request:
    """Nothing more is paid from a request: what is left of it goes back to its line. Raises NotThere, NotSo."""
    request = request_for(request_id, *MOVES, actor=actor)
    if request.state != State.APPROVED:
        raise NotSo(_("Only what is approved is settled."))
    request.state, request.settled_at = State.SETTLED, at
    request.save(update_fields=["state", "settled_at"])
    detail = {"back": str(request.amount - request.paid)}
    append("preparedness.money.settled", actor=actor, at=at, subject=request.pk, kind="request", detail=detail)
    return request


def _within(line: Line, on: date) -> None:
    if not line.started_on <= on < line.ended_on:
        raise NotSo(_("The money of this line does not run on that day."))
