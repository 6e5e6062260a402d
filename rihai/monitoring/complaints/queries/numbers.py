"""Complaints in numbers, prison by prison and kind by kind: how many, how soon answered, what share in its time.

The median is that of days to the answer, of those answered. The share is of those whose time is over or that were
answered before: what is still within its time is not counted against anybody. A prison without one complaint is named,
because a rate of nought is a warning and no success (IND-17).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from rihai.kit.actor import Actor
from rihai.monitoring.complaints.models import Complaint, Result
from rihai.monitoring.complaints.queries import COMPLAINTS, complaints_for
from rihai.monitoring.reach import ANSWER, places_for

LEAST = 20
"""No percentage is printed of fewer."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    key: str
    received: int
    answered: int
    over: int
    in_time: int
    upheld: int
    median: float | None

    @property
    def share(self) -> int | None:
        """Per cent in time; None of too few."""
        return round(100 * self.in_time / self.over) if self.over >= LEAST else None


@dataclass(frozen=True, slots=True)
class Numbers:
    """The whole, by prison and by kind; `silent` are prisons from which no complaint came."""

    whole: Row
    by_place: tuple[Row, ...]
    by_kind: tuple[Row, ...]
    silent: tuple[str, ...]


def numbers(actor: Actor, first: date, end: date, *, on: date) -> Numbers:
    """Complaints received from `first` to before `end`, as they stand on a day. Two queries."""
    rows = list(complaints_for(actor).filter(received_on__gte=first, received_on__lt=end).order_by())
    capability = COMPLAINTS if actor.may(COMPLAINTS) else ANSWER
    known = {one.pk: one.shown for one in places_for(actor, capability)}
    by_place, by_kind = defaultdict(list), defaultdict(list)
    for one in rows:
        by_place[one.place.shown].append(one)
        by_kind[one.kind].append(one)
    heard = {one.place_id for one in rows}
    return Numbers(
        _row("", rows, on), _rows(by_place, on), _rows(by_kind, on),
        tuple(name for pk, name in known.items() if pk not in heard),
    )  # fmt: skip


def _rows(groups: dict[str, list[Complaint]], on: date) -> tuple[Row, ...]:
    made: Iterable[Row] = (_row(key, group, on) for key, group in groups.items())
    return tuple(sorted(made, key=lambda one: (-one.received, one.key)))


def _row(key: str, group: Sequence[Complaint], on: date) -> Row:
    days = [one.days for one in group if one.days is not None]
    over = [one for one in group if one.done_on or (one.due_on and one.due_on < on)]
    return Row(
        key, len(group), len(days), len(over), sum(one.is_in_time for one in over),
        sum(one.result in {Result.UPHELD, Result.PARTLY} for one in group), float(median(days)) if days else None,
    )  # fmt: skip
