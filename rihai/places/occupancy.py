"""Occupancy and sums from figures as they were published: nothing is filled in, and what does not add up says so.

Occupancy is persons held ÷ capacity × 100 on the stated days (vocabulary of the World Prison Brief and UN-CTS); it is
never given without the standard, the days and the sources of both figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from rihai.places.models.figures import Capacity, Figure, HeldCount, HeldPart, Standard, Status, Who

F = TypeVar("F", bound=Figure)
_UNDATED = date.min
_YEAR = 366


@dataclass(frozen=True, slots=True)
class Occupancy:
    """People held and places for them, by one standard."""

    count: HeldCount
    capacity: Capacity
    persons: int

    @property
    def percent(self) -> float:
        """Persons for each hundred places, to one decimal."""
        return round(self.persons * 100 / self.capacity.places, 1)

    @property
    def written(self) -> str:
        """The percentage as it is printed."""
        return f"{self.percent}%"

    @property
    def beyond(self) -> int:
        """People more than there are places; below nought: places that stand empty."""
        return self.persons - self.capacity.places

    @property
    def is_apart(self) -> bool:
        """Whether the two figures are more than a year apart, or one of them has no day."""
        one, other = self.count.as_of, self.capacity.as_of
        return one is None or other is None or abs((one - other).days) > _YEAR


@dataclass(frozen=True, slots=True)
class Sum:
    """Rows of one count by one division of people, and what they come to beside the published total."""

    by: str  # "status", "who" or "both"
    parts: tuple[HeldPart, ...]
    total: int | None

    @property
    def adds_to(self) -> int:
        """What the rows come to."""
        return sum(part.persons for part in self.parts)

    @property
    def unnamed(self) -> int:
        """People of the published total who are in none of the rows; nought when rows come to it or there is none."""
        return max(self.total - self.adds_to, 0) if self.total is not None else 0

    @property
    def too_many(self) -> int:
        """By how much the rows come to more than the published total."""
        return max(self.adds_to - self.total, 0) if self.total is not None else 0


def newest(figures: Iterable[F]) -> F | None:
    """The figure with the latest day; an undated one only where none has a day."""
    return max(figures, key=lambda figure: (figure.as_of or _UNDATED, figure.pk), default=None)


def newest_total(counts: Iterable[HeldCount]) -> HeldCount | None:
    """The latest count that gives a total."""
    return newest(count for count in counts if count.total is not None)


def capacity_at(count: HeldCount, capacities: Sequence[Capacity]) -> Capacity | None:
    """The capacity to set beside a count: of the same source and day, else the last before it, else the latest."""
    usable = [capacity for capacity in capacities if capacity.places > 0]
    same = [c for c in usable if c.as_of == count.as_of and c.source == count.source]
    before = [c for c in usable if c.as_of and count.as_of and c.as_of <= count.as_of]
    return newest(same) or newest(before) or newest(usable)


def occupancies(counts: Sequence[HeldCount], capacities: Sequence[Capacity]) -> list[Occupancy]:
    """The occupancy of the latest count by each standard for which a capacity is known, the official one first."""
    count = newest_total(counts)
    if count is None or count.total is None:
        return []
    found = []
    for standard in Standard.values:
        capacity = capacity_at(count, [c for c in capacities if c.standard == standard])
        if capacity:
            found.append(Occupancy(count, capacity, count.total))
    return found


def sums(count: HeldCount, parts: Sequence[HeldPart]) -> list[Sum]:
    """The rows of a count, each division of people by itself: they overlap, so they are never added to each other.

    Children living with a parent are no prisoners (rule 29 of the Nelson Mandela Rules) and stand in no sum.
    """
    grown = [part for part in parts if part.who != Who.CHILDREN]
    groups = {
        "both": [part for part in grown if part.who and part.status],
        "status": [part for part in grown if part.status and not part.who],
        "who": [part for part in grown if part.who and not part.status],
    }
    return [Sum(by, tuple(sorted(group, key=_order)), count.total) for by, group in groups.items() if group]


def children(parts: Iterable[HeldPart]) -> int | None:
    """Children living there with a parent; None when the count does not say."""
    found = [part.persons for part in parts if part.who == Who.CHILDREN]
    return sum(found) if found else None


def _order(part: HeldPart) -> tuple[int, int]:
    return Status.values.index(part.status), Who.values.index(part.who)
