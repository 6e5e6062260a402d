"""What a release is counted from, as plain values: true counts, with the names of their rows in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rihai.profile.statistics import Stock

Two = tuple[str, str]
"""A text in English and in Urdu."""


@dataclass(frozen=True, slots=True)
class Cause:
    """People and days lost by one provision: with every condition met, and with some left to a court."""

    title: Two
    cite: str
    met_people: int = 0
    met_days: int = 0
    open_people: int = 0
    open_days: int = 0
    is_sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the instrument: how many points inspections found met, met in part, not met and could not judge."""

    title: Two
    points: tuple[int, int, int, int]


LEAST_INSPECTED = 3
"""Places that must have been inspected before areas are printed, or new among them: fewer would be the mark of one."""


@dataclass(frozen=True, slots=True)
class Visited:
    """What final inspections found by area, which they were, of how many places, and to which day."""

    areas: Mapping[str, Area]
    keys: tuple[str, ...]
    places: int
    to: date

    @property
    def is_few(self) -> bool:
        """Whether nothing of it is printed."""
        return self.places < LEAST_INSPECTED


@dataclass(frozen=True, slots=True)
class Kept:
    """Recommendations to one authority whose day has come: how many, and what became of them."""

    title: Two
    due: int
    kept: int
    partly: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything a release is made of, with the names of its rows in both languages."""

    on: date
    stock: Stock
    prisons: Mapping[str, Two]
    places: Mapping[str, int]
    prisons_known: int
    districts: Mapping[str, Two]
    causes: Mapping[str, Cause]
    visited: Visited
    kept: Mapping[str, Kept]
    lists_from: date | None
    lists_to: date | None
