"""A day known in part: the earliest and the latest day it can be."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rihai.days.calendar import ALWAYS, NEVER, add, day_of

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Span(NamedTuple):
    """The earliest and latest day a date can be, both included; UNKNOWN when nothing is known of it."""

    earliest: int
    latest: int

    @property
    def exact(self) -> bool:
        """True when only one day is possible."""
        return self.earliest == self.latest


UNKNOWN = Span(ALWAYS, NEVER)


def read_date(value: object) -> Span | None:
    """A date as records write it: "2026-05-21", "2026-05", "2026" or {"earliest": …, "latest": …}.

    Returns None when it is not one of these or names a day that does not exist. A date in part is never completed.
    """
    if isinstance(value, date):
        return Span(day_of(value), day_of(value))
    if isinstance(value, str):
        return _read_text(value)
    if isinstance(value, dict) and set(value) == {"earliest", "latest"}:
        first, last = read_date(value["earliest"]), read_date(value["latest"])
        if first and last and first.earliest <= last.latest:
            return Span(first.earliest, last.latest)
    return None


@lru_cache(maxsize=65_536)
def _read_text(text: str) -> Span | None:
    """The days of a century are fewer than the dates in one list: each text is read once."""
    match = _WRITTEN.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year or month == 0 or (month or 1) > 12:
        return None
    if day is not None:
        if month is None or not 1 <= day <= monthrange(year, month)[1]:
            return None
        return Span(*[day_of(date(year, month, day))] * 2)
    first, last = month or 1, month or 12
    return Span(day_of(date(year, first, 1)), day_of(date(year, last, monthrange(year, last)[1])))


def born(lowest_age: int, highest_age: int, stated: Span) -> Span:
    """When somebody was born who was between two ages, in completed years, on a day (known in part).

    Someone aged n on day d was born no earlier than the first day whose 12(n+1)-month anniversary is after d, and no
    later than the last day whose 12n-month anniversary is on or before d. A day before is not simply a year before:
    one born on 29 February 2008 is still 17 on 28 February 2026's eve, and 28 February needs the care taken here.
    """
    earliest = _first_after(stated.earliest, 12 * (highest_age + 1))
    latest = _first_after(stated.latest, 12 * lowest_age) - 1
    return Span(earliest, latest)


def _first_after(day: int, months: int) -> int:
    """First day b whose anniversary after `months` months is later than `day`."""
    candidate = add(day, -months) - 1
    while add(candidate, months) <= day:
        candidate += 1
    return candidate


def age_on(birth: int, day: int) -> int:
    """Completed years on `day` of somebody born on `birth`; the Nth birthday itself counts as N."""
    years = (day - birth) // 365 + 1
    while years > 0 and add(birth, 12 * years) > day:
        years -= 1
    return years
