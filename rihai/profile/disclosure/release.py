"""What was published: the numbers as printed, what is withheld, and what the reader knows adds up. No true count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rihai.paper.table import SUPPRESSED, Absent
from rihai.profile.disclosure.figures import Key, Sum

FORMAT = 1


@dataclass(frozen=True)
class Release:
    """Published cells by key (None: withheld), the sums a reader knows, and the base of rounding (1: not rounded).

    `least` is what a withheld cell is known to hold at least, because its row would not have been named for less.

    Every withheld cell bears the same mark: a reader who could part the small ones from those withheld to cover them
    would know that the small ones lie below the threshold. `adds_up` is whether rounded parts make their totals.
    """

    cells: Mapping[Key, int | None]
    sums: tuple[Sum, ...] = ()
    base: int = 1
    adds_up: bool = True
    least: Mapping[Key, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raises ValueError for a base below one."""
        if self.base < 1:
            raise ValueError("Figures are rounded to a base of one or more")

    def printed(self, key: Key) -> int | Absent:
        """The cell as a table holds it. Raises KeyError for a cell that was not released."""
        number = self.cells[key]
        return SUPPRESSED if number is None else number

    def reader_knows(self, key: Key, ceiling: int) -> tuple[int, int]:
        """Between what a cell lies for those who read it alone; nought is never the result of rounding.

        Where rounded parts were made to add up, a number may be the multiple below or above; else it is the nearest.
        """
        number = self.cells.get(key)
        if number is None:
            return self.least.get(key, 0), ceiling
        loose = (self.base - 1 if self.adds_up else self.base // 2) if number else 0
        return max(0, number - loose), number + loose


def as_json(release: Release) -> dict[str, Any]:
    """A release as plain JSON values, to be kept for those that come after it: only what was published."""
    return {
        "format": FORMAT,
        "base": release.base,
        "adds_up": release.adds_up,
        "cells": [[*key, number] for key, number in release.cells.items()],
        "least": [[*key, number] for key, number in release.least.items()],
        "sums": [[list(key) for key in one.keys] for one in release.sums],
    }


def from_json(value: Mapping[str, Any]) -> Release:
    """The release that as_json wrote. Raises ValueError for anything else."""
    try:
        if value["format"] != FORMAT:
            raise ValueError("A release kept in another format")
        cells = {Key(str(period), str(series)): _number(number) for period, series, number in value["cells"]}
        sums = tuple(_sum(keys) for keys in value["sums"])
        least = {Key(str(period), str(series)): int(number) for period, series, number in value["least"]}
        return Release(cells, sums, int(value["base"]), bool(value["adds_up"]), least)
    except (KeyError, TypeError) as problem:
        raise ValueError("This is not a release that was kept") from problem


def _number(value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        raise ValueError("A published count is a whole number or withheld")
    return value


def _sum(keys: Sequence[Sequence[str]]) -> Sum:
    total, *parts = (Key(str(period), str(series)) for period, series in keys)
    return Sum(total, tuple(parts))
