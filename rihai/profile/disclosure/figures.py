"""Figures that are to leave: counts with their keys, and which of them add up to which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Key(NamedTuple):
    """What a count is of: a period or day ("2026-06", "2026-10-01"), and a series that runs through the periods."""

    period: str
    series: str


class Sum(NamedTuple):
    """A count that is the sum of others, whether or not all of them are shown."""

    total: Key
    parts: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """The total, then its parts."""
        return (self.total, *self.parts)


class Count(NamedTuple):
    """A true count. Below `threshold` (and above nought) it is withheld; what is not `shown` is never printed.

    `least` is what everybody knows it has at least: a row is named only for so many people.
    Counts that are not shown stand for what a reader can work out: women are everybody less men, July is the half
    year less the months before. They are guarded like the shown ones.
    """

    number: int
    threshold: int
    shown: bool = True
    least: int = 0

    @property
    def is_small(self) -> bool:
        """So few people that somebody could be recognised; nought is nobody."""
        return 0 < self.number < self.threshold


@dataclass
class Figures:
    """Counts in the making, and the sums between them."""

    counts: dict[Key, Count] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)

    def add(self, key: Key, number: int, threshold: int, *, shown: bool = True, least: int = 0) -> Key:
        """Add a count. Raises ValueError for a key that is there already, a number below its least, or no threshold."""
        if key in self.counts or not 0 <= least <= number or threshold < 1:
            raise ValueError(f"{key}: twice, below its least, or without a threshold")
        self.counts[key] = Count(number, threshold, shown, least)
        return key

    @property
    def least(self) -> dict[Key, int]:
        """What everybody knows some counts have at least."""
        return {key: count.least for key, count in self.counts.items() if count.least}

    def add_sum(self, total: Key, parts: Iterable[Key]) -> None:
        """Say that `parts` make `total`. Raises ValueError when they do not, and KeyError for an unknown key."""
        parts = tuple(parts)
        if len({total, *parts}) != len(parts) + 1:
            raise ValueError(f"{total}: a count stands twice in its sum")
        if sum(self.counts[part].number for part in parts) != self.counts[total].number:
            raise ValueError(f"{total}: the parts do not make the total")
        self.sums.append(Sum(total, parts))

    def add_rest(self, whole: Key, parts: Iterable[Key]) -> Key:
        """Say that `parts` overlap nowhere and lie within `whole`: the rest of it is guarded, and not shown."""
        parts = tuple(parts)
        number = self.counts[whole].number - sum(self.counts[part].number for part in parts)
        threshold = max(self.counts[key].threshold for key in (whole, *parts))
        name = "+".join(part.series for part in parts)
        rest = self.add(Key(whole.period, f"{whole.series} less {name}"), number, threshold, shown=False)
        self.add_sum(whole, (*parts, rest))
        return rest
