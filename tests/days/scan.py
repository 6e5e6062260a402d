"""The calendar as slow as possible: days are tried one by one; only `anniversary` is taken from rihai.days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from rihai.days import anniversary

ONE_DAY = timedelta(days=1)
FIRST = date(1970, 1, 1)

Exact = tuple[date, date | None]
"""A stay: its first day and the first day after it, None while it runs."""


def number(day: date) -> int:
    """The number of a day."""
    return (day - FIRST).days


def date_at(day: int) -> date:
    """The date of a number."""
    return FIRST + timedelta(days=day)


def last_of_month(year: int, month: int) -> int:
    """How many days a month has, by walking through it."""
    day = date(year, month, 1)
    while (day + ONE_DAY).month == month:
        day += ONE_DAY
    return day.day


def within(last: date, months: int, days: int) -> date:
    """First day from which the anniversary, and so many days, is on or after `last`: tried from long before."""
    day = last - timedelta(days=31 * months + days + 5)
    while anniversary(day, months) + timedelta(days=days) < last:
        day += ONE_DAY
    return day


def part_served(start: date, months: int, days: int, part: Fraction) -> date:
    """First day on which the part of a term is complete: whole months, then days one by one.

    The month that is cut has the length it has on the calendar there; leftovers add up before they are rounded.
    """
    whole = int(months * part)
    reached = anniversary(start, whole)
    cut = (anniversary(start, whole + 1) - reached).days
    owed = (months * part - whole) * cut + days * part
    served = 0
    while served < owed:
        served += 1
    return reached + timedelta(days=served)


def age(birth: date, day: date) -> int:
    """Completed years: birthdays counted one by one."""
    years = 0
    while anniversary(birth, 12 * (years + 1)) <= day:
        years += 1
    return years


def unbroken_since(stays: Sequence[Exact], on: date) -> date | None:
    """First day of the custody that covers `on`, walking back day by day; None when nobody is held that day."""

    def held(day: date) -> bool:
        return any(first <= day and (after is None or day < after) for first, after in stays)

    if not held(on):
        return None
    day = on
    while held(day - ONE_DAY):
        day -= ONE_DAY
    return day
