"""Missed calls are written down, by hand or from the exchange's list; rung back; and become a request when reached."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext as _

from rihai.helpline.calls.models import MissedCall
from rihai.helpline.errors import NoSuchRequest, NotSo
from rihai.helpline.requests.models import HelpRequest, Said, Way
from rihai.helpline.requests.operations.writing import begin
from rihai.helpline.requests.queries import ANSWER
from rihai.helpline.requests.triage import is_safe_at
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.sealed.index import digits

TRIES = 6
ROWS = 2_000
OLDEST = timedelta(days=30)
_DIGITS = range(7, 16)


@dataclass(frozen=True, slots=True)
class Rang:
    """One line of the exchange's list: the number, and when it rang."""

    number: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of the lines of a list: they add up."""

    new: int
    counted: int
    wrong: Sequence[int]


@transaction.atomic
def write_missed(*, number: str, rang_at: datetime, actor: Actor, at: datetime) -> MissedCall:
    """A call that was not answered; the same number while it waits is counted. Raises NoSuchRequest, NotSo."""
    _may(actor)
    row, is_new = _keep(Rang(number, rang_at), actor=actor, at=at)
    append("helpline.call.missed", actor=actor, at=at, subject=row.pk, kind="missed_call", detail={"new": is_new})
    return row


@transaction.atomic
def take_list(*, content: bytes, actor: Actor, at: datetime) -> TakenIn:
    """The exchange's list: `number,time` a line, a heading or none. Lines that cannot be read are named by number.

    Raises NoSuchRequest, NotSo for a file that is no such list.
    """
    _may(actor)
    new = counted = 0
    wrong: list[int] = []
    for line, row in enumerate(_rows(content), start=1):
        rang = _rang(row)
        if rang is None or not at - OLDEST <= rang.at <= at:
            wrong += [line] if line > 1 or rang is not None else []
            continue
        _row, is_new = _keep(rang, actor=actor, at=at)
        new, counted = new + is_new, counted + (not is_new)
    if not new and not counted:
        raise NotSo(_("No line could be read. Give a file with a number and a time in each line."))
    append("helpline.calls.taken_in", actor=actor, at=at, detail={"new": new, "counted": counted, "wrong": len(wrong)})
    return TakenIn(new, counted, wrong[:20])


def _rows(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
        found = list(csv.reader(io.StringIO(text)))
    except (UnicodeDecodeError, csv.Error) as error:
        raise NotSo(_("No line could be read. Give a file with a number and a time in each line.")) from error
    if len(found) > ROWS + 1:
        raise NotSo(_("A list of at most %(most)s lines is taken in at a time.") % {"most": ROWS})
    return found


def _rang(row: list[str]) -> Rang | None:
    if len(row) < 2 or len(digits(row[0])) not in _DIGITS:
        return None
    try:
        found = parse_datetime(row[1].strip())
    except ValueError:
        return None
    return Rang(row[0].strip(), make_aware(found) if is_naive(found) else found) if found else None


def _keep(rang: Rang, *, actor: Actor, at: datetime) -> tuple[MissedCall, bool]:
    if len(digits(rang.number)) not in _DIGITS or not at - OLDEST <= rang.at <= at:
        raise NotSo(_("Write a telephone number of 7 to 15 digits, and a time within the last month."))
    number = digits(rang.number)
    held = MissedCall.objects.select_for_update().filter(number_index=number).order_by("-last_at").first()
    if held is not None and rang.at <= _known_until(held):
        return held, False
    if held is not None and held.state == MissedCall.State.WAITING:
        held.times, held.last_at = held.times + 1, rang.at
        held.save(update_fields=["times", "last_at"])
        return held, False
    made = MissedCall(number=number, came_at=rang.at, last_at=rang.at, made_by_id=actor.pk)
    made.save(force_insert=True)
    return made, True


def _known_until(held: MissedCall) -> datetime:
    """Until when its ringing is known: a list taken in twice brings nobody back whom somebody has reached since."""
    reached_at = held.tried_at if held.state == MissedCall.State.REACHED else None
    return max(held.last_at, reached_at or held.last_at)


@transaction.atomic
def rang_back(*, call_id: UUID, reached: bool, hour: int, actor: Actor, at: datetime) -> HelpRequest | None:
    """Rung back: reached, it becomes a request with its sheet; in vain, it waits on, six times at most.

    Raises NoSuchRequest, NotSo at an hour at which nobody is rung unasked.
    """
    _may(actor)
    row = MissedCall.objects.select_for_update().filter(pk=call_id).first()
    if row is None:
        raise NoSuchRequest(_("There is no such call."))
    if row.state != MissedCall.State.WAITING:
        raise NotSo(_("Somebody has rung this number back already."))
    if not reached and not is_safe_at((), hour):
        raise NotSo(_("Whom we do not know is rung between 9 and 20 o’clock."))
    row.tries, row.tried_at, row.tried_by_id = row.tries + 1, at, actor.pk
    one = None
    if reached:
        began = max(row.came_at, at - OLDEST)
        one = begin(way=Way.MISSED, said=Said(phone=row.number or ""), actor=actor, at=at, began_at=began)
        row.state, row.request = MissedCall.State.REACHED, one
    elif row.tries >= TRIES:
        row.state = MissedCall.State.LEFT
    row.save()
    act = "helpline.call.rung_back"
    append(act, actor=actor, at=at, subject=row.pk, kind="missed_call", detail={"reached": reached, "try": row.tries})
    return one


def forget_numbers(at: datetime) -> int:
    """Numbers that were reached or left are forgotten after a month; that they rang stays, to be counted."""
    old = MissedCall.objects.exclude(state=MissedCall.State.WAITING).filter(last_at__lt=at - OLDEST)
    rows = list(old.filter(number_index__isnull=False)[:500])
    for row in rows:
        row.number = None
        row.save(update_fields=["number", "number_index"])
    return len(rows)


def _may(actor: Actor) -> None:
    if not actor.may(ANSWER):
        raise NoSuchRequest(_("There is no such call."))
