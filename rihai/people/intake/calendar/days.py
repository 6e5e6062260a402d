"""The days by which lists are expected, from how often and on which day of the month."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Turn(NamedTuple):
    """One list: the day after which it counts, and the day by which it is expected."""

    after: date
    due: date


def moved(day: date, months: int) -> date:
    """The same day of the month, some months on or back; the day is at most the 28th."""
    at = day.year * 12 + day.month - 1 + months
    return date(at // 12, at % 12 + 1, day.day)


def first_due(on: date, day: int) -> date:
    """The first day of the month of that number on or after a day."""
    here = date(on.year, on.month, day)
    return here if here >= on else moved(here, 1)


def turns(first: date, every: int, until: date) -> list[Turn]:
    """The lists due from `first` on, up to and with the first that is due on or after `until`."""
    found = [Turn(moved(first, -every), first)]
    while found[-1].due < until:
        found.append(Turn(found[-1].due, moved(found[-1].due, every)))
    return found


def nearest(days: list[date], to: date) -> date:
    """Of several days the one nearest to a day; of two as near, the earlier."""
    return min(sorted(days), key=lambda one: abs((one - to).days))
