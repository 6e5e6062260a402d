"""My work: what every room says waits for someone, in the order in which it hurts, a day's work first.

Nobody does more in a day, and a list that is never empty teaches people to look away. So the oldest that are due are
shown, then what is new; the rest is counted, list by list, and shown when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from rihai.kit.actor import Actor
from rihai.kit.offers import Worklist, WorkRow, offered

COMING_DAYS = 30
DAY = 12
"""Lines that make a day's work."""
GLIMPSE = 3
"""Lines of what is coming that are shown even on a full day."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A row with the list it came from."""

    title: Any
    row: WorkRow


@dataclass(frozen=True, slots=True)
class Rest:
    """How many lines of a list are counted and not shown, and the oldest day among them."""

    title: Any
    count: int
    oldest: date | None


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that waits for one actor on one day, oldest day first: due, coming within 30 days, without a day."""

    due: tuple[Listed, ...]
    coming: tuple[Listed, ...]
    new: tuple[Listed, ...]
    overdue: int  # of those due, how many fell due before the day
    rest: tuple[Rest, ...] = ()

    def for_a_day(self) -> Work:
        """A day's work: the oldest that are due, then what is new, then what comes; of the others only how many."""
        due = self.due[:DAY]
        new = self.new[: DAY - len(due)]
        coming = self.coming[: max(DAY - len(due) - len(new), GLIMPSE)]
        left = (*self.due[len(due) :], *self.new[len(new) :], *self.coming[len(coming) :])
        return replace(self, due=due, new=new, coming=coming, rest=_counted(left))

    @property
    def nothing(self) -> bool:
        """Whether no list holds anything."""
        return not (self.due or self.coming or self.new)

    @property
    def first(self) -> Listed | None:
        """The one thing to do next: what is due longest, else what is new."""
        return next(iter((*self.due, *self.new, *self.coming)), None)


def work_of(*, actor: Actor, on: date) -> Work:
    """Gather the worklists of all rooms; each keeps need-to-know itself."""
    rows = [Listed(offer.title, row) for offer in offered(Worklist) for row in offer.rows(actor, on)]
    due = _by_day(one for one in rows if one.row.due_on and one.row.due_on <= on)
    last = on + timedelta(days=COMING_DAYS)
    coming = _by_day(one for one in rows if one.row.due_on and on < one.row.due_on <= last)
    new = tuple(one for one in rows if one.row.due_on is None)
    return Work(due, coming, new, sum(1 for one in due if one.row.due_on and one.row.due_on < on))


def _counted(rows: Iterable[Listed]) -> tuple[Rest, ...]:
    """The rows by their list, in the order in which the lists are met."""
    found: dict[str, list[Listed]] = {}
    for one in rows:
        found.setdefault(str(one.title), []).append(one)
    return tuple(
        Rest(title, len(several), min((one.row.due_on for one in several if one.row.due_on), default=None))
        for title, several in found.items()
    )


def _by_day(rows: Iterable[Listed]) -> tuple[Listed, ...]:
    return tuple(sorted(rows, key=lambda one: one.row.due_on or date.max))
