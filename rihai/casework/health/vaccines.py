"""When which dose is due: the schedule of Pakistan's Expanded Programme on Immunization, as a file an office can mend.

The days are those the programme publishes for birth, 6, 10 and 14 weeks, 9 and 15 months (epi.gov.pk). A health worker
has to look the list over before it is used: programmes change theirs.
"""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from rihai.days import anniversary

FILE = Path(__file__).parent / "vaccines.csv"


@dataclass(frozen=True, slots=True)
class Vaccine:
    """One dose: its code, its name in both languages, and how long after birth it is due."""

    code: str
    title_en: str
    title_ur: str
    due: int
    unit: str

    @property
    def title(self) -> str:
        """Its name in the language of the page."""
        return self.title_ur if (get_language() or "").startswith("ur") else self.title_en

    def due_on(self, born_on: date) -> date:
        """The first day on which it can be given."""
        return born_on + timedelta(days=self.due) if self.unit == "days" else anniversary(born_on, self.due)


@cache
def schedule() -> tuple[Vaccine, ...]:
    """Every dose, in the order in which they are due."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Vaccine(row["code"], row["title_en"], row["title_ur"], int(row["due"]), row["unit"])
            for row in csv.DictReader(rows)
        )


def vaccine(code: str) -> Vaccine | None:
    """The dose of a code; None for none."""
    return next((one for one in schedule() if one.code == code), None)


def missing(born_on: date, given: Collection[str], on: date) -> list[Vaccine]:
    """The doses whose day has come and that were not given."""
    return [one for one in schedule() if one.code not in given and one.due_on(born_on) <= on]


def next_due(born_on: date, given: Collection[str], on: date) -> tuple[Vaccine, date] | None:
    """The next dose whose day has not come yet; None when there is none."""
    for one in schedule():
        if one.code not in given and (day := one.due_on(born_on)) > on:
            return one, day
    return None
