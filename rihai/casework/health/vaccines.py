"""When which dose is due: the schedule of Pakistan's Expanded Programme on Immunization, as a file an office can mend.

The doses and their ages (birth, 6, 10 and 14 weeks, 9 and 15 months) are those of the routine schedule of the Federal
Directorate of Immunization (epi.gov.pk), as WHO Pakistan shows it:
https://www.emro.who.int/pak/programmes/expanded-programme-immunization.html (read 26 November 2026). The days between
two doses of one vaccine (`gap`) and the age at which a dose of birth is given no more (`until`, when the first dose of
the next visit takes its place) are the common rule and no vaccinator has reviewed them: one has to look the file over
before it is used, and where the child's card says otherwise, the card holds.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from rihai.days import anniversary

FILE = Path(__file__).parent / "vaccines.csv"


@dataclass(frozen=True, slots=True)
class Vaccine:
    """One dose: its code, its name in both languages, how long after birth it is due, and of which series it is.

    `gap`: days after the dose before it in the series; `until`: days after birth from which it is given no more.
    """

    code: str
    title_en: str
    title_ur: str
    due: int
    unit: str
    series: str
    gap: int = 0
    until: int | None = None

    @property
    def title(self) -> str:
        """Its name in the language of the page."""
        return self.title_ur if (get_language() or "").startswith("ur") else self.title_en

    def due_on(self, born_on: date) -> date:
        """The first day on which it can be given."""
        return born_on + timedelta(days=self.due) if self.unit == "days" else anniversary(born_on, self.due)

    def is_past(self, born_on: date, on: date) -> bool:
        """Whether the child is too old for it, so that it is given no more."""
        return self.until is not None and on >= born_on + timedelta(days=self.until)


@cache
def schedule() -> tuple[Vaccine, ...]:
    """Every dose, in the order in which they are due."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Vaccine(
                row["code"], row["title_en"], row["title_ur"], int(row["due"]), row["unit"], row["series"],
                int(row["gap"] or 0), int(row["until"]) if row["until"] else None,
            )
            for row in csv.DictReader(rows)
        )  # fmt: skip


@cache
def _series() -> Mapping[str, tuple[Vaccine, ...]]:
    found: dict[str, list[Vaccine]] = {}
    for one in schedule():
        found.setdefault(one.series, []).append(one)
    return {name: tuple(rows) for name, rows in found.items()}


def vaccine(code: str) -> Vaccine | None:
    """The dose of a code; None for none."""
    return next((one for one in schedule() if one.code == code), None)


def to_come(born_on: date, given: Mapping[str, date], on: date) -> list[tuple[Vaccine, date]]:
    """Of each series the next dose and the day from which it can be given, the earliest first.

    `given` are the doses a child had, by code, with their days. After the last of a series nothing comes, and a dose
    before one that was given is not asked for any more.
    """
    found = [one for rows in _series().values() if (one := _next(rows, born_on, given, on))]
    return sorted(found, key=lambda one: one[1])


def _next(rows: tuple[Vaccine, ...], born_on: date, given: Mapping[str, date], on: date) -> tuple[Vaccine, date] | None:
    last = max((at for at, one in enumerate(rows) if one.code in given), default=-1)
    for one in rows[last + 1 :]:
        if not one.is_past(born_on, on):
            day = one.due_on(born_on)
            return one, max(day, given[rows[last].code] + timedelta(days=one.gap)) if last >= 0 else day
    return None
