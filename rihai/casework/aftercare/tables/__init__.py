"""The tables a caseworker can read and correct: the sixteen points of the release list, and the days of aftercare.

Each stands as a .csv beside this module, in English and Urdu. The list is that of our standards notes, part G; the
intervals are those of the founding programme.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from rihai.days import add, date_of, day_of

FOLDER = Path(__file__).parent
BEGIN = "begin"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the release list; of an `is_health` one only the state is seen by whoever sees the person."""

    code: str
    number: int
    is_health: bool
    en: str
    ur: str
    hint_en: str
    hint_ur: str

    @property
    def title(self) -> str:
        """In the reader's language."""
        return _said(self.en, self.ur)

    @property
    def hint(self) -> str:
        """What is asked, in the reader's language."""
        return _said(self.hint_en, self.hint_ur)


@dataclass(frozen=True, slots=True)
class Interval:
    """After how many days or months somebody asks after her."""

    code: str
    days: int
    months: int
    en: str
    ur: str

    @property
    def title(self) -> str:
        """In the reader's language."""
        return _said(self.en, self.ur)

    def due_on(self, left_on: date) -> date:
        """The day by which, for somebody who left on a day."""
        return date_of(add(day_of(left_on), self.months, self.days))


def _said(en: str, ur: str) -> str:
    return ur if (get_language() or "").startswith("ur") else en


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def points() -> Mapping[str, Point]:
    """The points by their code, in the order of the list."""
    return {
        row["code"]: Point(
            row["code"], at, row["is_health"] == "yes", row["en"], row["ur"], row["hint_en"], row["hint_ur"]
        )
        for at, row in enumerate(_rows("points.csv"), 1)
    }


@cache
def _schedule() -> Mapping[str, Interval]:
    return {
        row["code"]: Interval(row["code"], int(row["days"]), int(row["months"]), row["en"], row["ur"])
        for row in _rows("schedule.csv")
    }


def intervals() -> Mapping[str, Interval]:
    """When somebody asks after her, by code, in order."""
    return {code: one for code, one in _schedule().items() if code != BEGIN}


def begins_before() -> timedelta:
    """How long before the earliest day a plan begins by itself."""
    return timedelta(days=_schedule()[BEGIN].days)
