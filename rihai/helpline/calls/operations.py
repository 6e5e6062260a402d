"""Missed calls are written down, by hand or from the exchange's list; rung back; and become a request when reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.errors import FileUnreadable
from rihai.helpline.calls.listed import WRONG, Line, Why, read_list
from rihai.helpline.calls.models import MissedCall
from rihai.helpline.calls.numbers import one_number
from rihai.helpline.errors import NoSuchRequest, NotSo
from rihai.helpline.requests.models import HelpRequest, Said, Way
from rihai.helpline.requests.operations.writing import begin
from rihai.helpline.requests.queries import ANSWER
from rihai.helpline.requests.triage import is_safe_at
from rihai.kit.actor import Actor
from rihai.kit.audit import append

TRIES = 6
ROWS = 2_000
OLDEST = timedelta(days=30)


class Kept(StrEnum):
    """What became of a number that rang: written down, counted to one that waits, or known before."""

    NEW = "new"
    COUNTED = "counted"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of the lines of a list: `kept` and `left` hold how many by what and why, and add up to `lines`.

    `wrong` holds the numbers of the lines that could not be read, by why.
    """

    lines: int
    kept: Mapping[Kept, int]
    left: Mapping[Why, int]
    wrong: Mapping[Why, list[int]]


@transaction.atomic
def write_missed(*, number: str, rang_at: datetime, actor: Actor, at: datetime) -> MissedCall:
    """A call that was not answered; the same number while it waits is counted. Raises NoSuchRequest, NotSo."""
    _may(actor)
    told = one_number(number)
    if not told or not at - OLDEST <= rang_at <= at:
        raise NotSo(_("Write a telephone number of 7 to 15 digits, and a time within the last month."))
    _one_after_another()
    row, kept = _keep(told, rang_at, actor=actor)
    is_new = kept == Kept.NEW
    append("helpline.call.missed", actor=actor, at=at, subject=row.pk, kind="missed_call", detail={"new": is_new})
    return row


@transaction.atomic
def take_list(*, content: bytes, name: str, actor: Actor, at: datetime) -> TakenIn:
    """The exchange's list, whatever its headings, its order and its way to write days; every line is accounted for.

    Raises NoSuchRequest, NotSo for a file that is no such list.
    """
    _may(actor)
    lines = _read(content, name, at)
    _one_after_another()
    kept: Counter[Kept] = Counter()
    left: dict[Why, list[int]] = {}
    rang: list[tuple[datetime, str]] = []
    for line in lines:
        if line.at is not None and at - OLDEST <= line.at <= at:
            rang.append((line.at, line.number))
        else:
            left.setdefault(line.why or Why.FAR, []).append(line.line)
    for rang_at, number in sorted(rang):  # exchanges write the newest first; who rang first waits since then
        kept[_keep(number, rang_at, actor=actor)[1]] += 1
    if not kept:
        raise NotSo(_("No line could be read. Give a file with a number and a time in each line."))
    wrong = {why: found for why, found in left.items() if why in WRONG}
    taken = TakenIn(len(lines), kept, {why: len(found) for why, found in left.items()}, wrong)
    counts = {"lines": taken.lines} | {str(one): many for part in (kept, taken.left) for one, many in part.items()}
    append("helpline.calls.taken_in", actor=actor, at=at, detail=counts)
    return taken


def _read(content: bytes, name: str, at: datetime) -> list[Line]:
    try:
        lines = read_list(content, name, on=local_day(at))
    except FileUnreadable as error:
        raise NotSo(_("No line could be read. Give a file with a number and a time in each line.")) from error
    if len(lines) > ROWS + 1:
        raise NotSo(_("A list of at most %(most)s lines is taken in at a time.") % {"most": ROWS})
    return lines


def _one_after_another() -> None:
    """Wait for whoever is writing calls down: the same list taken in by two at once is known to the second."""
    MissedCall.objects.select_for_update(of=("self",)).order_by("-pk").first()


def _keep(number: str, rang_at: datetime, *, actor: Actor) -> tuple[MissedCall, Kept]:
    held = MissedCall.objects.select_for_update().filter(number_index=number).order_by("-last_at").first()
    if held is not None and rang_at <= _known_until(held):
        return held, Kept.KNOWN
    if held is not None and held.state == MissedCall.State.WAITING:
        held.times, held.last_at = held.times + 1, rang_at
        held.save(update_fields=["times", "last_at"])
        return held, Kept.COUNTED
    made = MissedCall(number=number, came_at=rang_at, last_at=rang_at, made_by_id=actor.pk)
    made.save(force_insert=True)
    return made, Kept.NEW


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
