"""My work: what every room says waits for someone, in the order in which it hurts, a day's work first.

Somebody's life comes first, then somebody's liberty; whatever else is long overdue waits for them. Nobody does more in
a day, and a list that is never empty teaches people to look away. So of the rest the oldest that are due are shown,
then what is new; what does not fit is counted, list by list, and shown when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from rihai.kit.actor import Actor
from rihai.kit.offers import AtStake, Worklist, WorkRow, offered

COMING_DAYS = 30
DAY = 12
"""Lines that make a day's work."""
GLIMPSE = 3
"""Lines of what else is due, and of what is coming, that are shown even on a full day."""
SOON = timedelta(days=1)
"""What is about life stands first already on the day before it falls due: its clocks run by the hour."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A row with the list it came from."""

    name: str
    title: Any
    row: WorkRow
    at_stake: AtStake


@dataclass(frozen=True, slots=True)
class Rest:
    """How many lines of a list are counted and not shown, and the oldest day among them."""

    name: str
    title: Any
    count: int
    oldest: date | None


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that waits for one actor on one day, each with the oldest day first.

    `grave` is what is about life, then about liberty, due or without a day; the others are due, coming within 30 days,
    or without a day.
    """

    grave: tuple[Listed, ...]
    due: tuple[Listed, ...]
    coming: tuple[Listed, ...]
    new: tuple[Listed, ...]
    overdue: int  # how many fell due before the day
    rest: tuple[Rest, ...] = ()

    def for_a_day(self) -> Work:
        """A day's work: what is grave, the oldest that are due, what is new, what comes; of others only how many."""
        grave = self.grave[:DAY]
        due = self.due[: max(DAY - len(grave), GLIMPSE)]
        new = self.new[: max(DAY - len(grave) - len(due), 0)]
        coming = self.coming[: max(DAY - len(grave) - len(due) - len(new), GLIMPSE)]
        left = (
            *self.grave[len(grave) :], *self.due[len(due) :], *self.new[len(new) :], *self.coming[len(coming) :],
        )  # fmt: skip
        return replace(self, grave=grave, due=due, new=new, coming=coming, rest=_counted(left))

    @property
    def nothing(self) -> bool:
        """Whether no list holds anything."""
        return not (self.grave or self.due or self.coming or self.new)

    @property
    def first(self) -> Listed | None:
        """The one thing to do next: what is gravest, else what is due longest, else what is new."""
        return next(iter((*self.grave, *self.due, *self.new, *self.coming)), None)


def work_of(*, actor: Actor, on: date, only: str = "") -> Work:
    """Gather the worklists of all rooms, or the one of that name; each keeps need-to-know itself."""
    rows = [
        Listed(offer.name, offer.title, row, row.at_stake or offer.at_stake)
        for offer in offered(Worklist)
        if only in {"", offer.name}
        for row in offer.rows(actor, on)
    ]
    grave = tuple(sorted((one for one in rows if _grave(one, on)), key=lambda one: (one.at_stake, _day(one, on))))
    others = [one for one in rows if not _grave(one, on)]
    due = _by_day(one for one in others if one.row.due_on and one.row.due_on <= on)
    last = on + timedelta(days=COMING_DAYS)
    coming = _by_day(one for one in others if one.row.due_on and on < one.row.due_on <= last)
    new = tuple(one for one in others if one.row.due_on is None)
    return Work(grave, due, coming, new, sum(1 for one in (*grave, *due) if _day(one, on) < on))


def _grave(one: Listed, on: date) -> bool:
    if one.at_stake == AtStake.ORDER:
        return False
    return _day(one, on) <= (on + SOON if one.at_stake == AtStake.LIFE else on)


def _day(one: Listed, on: date) -> date:
    """When it fell due; what has no day is of today."""
    return one.row.due_on or on


def _counted(left: Iterable[Listed]) -> tuple[Rest, ...]:
    """The rows by their list, in the order in which the lists are met."""
    found: dict[str, list[Listed]] = {}
    for one in left:
        found.setdefault(one.name, []).append(one)
    return tuple(
        Rest(name, rows[0].title, len(rows), min((one.row.due_on for one in rows if one.row.due_on), default=None))
        for name, rows in found.items()
    )


def _by_day(rows: Iterable[Listed]) -> tuple[Listed, ...]:
    return tuple(sorted(rows, key=lambda one: one.row.due_on or date.max))
