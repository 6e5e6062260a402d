"""The calendar: anniversaries, and the day on which a period is exceeded, reached or nearly over.

A day is an integer, counted from 1 January 1970 (day 0), so that engines and Python hold the same number. Months are
calendar months (General Clauses Act 1897 s.3), never thirty days; where the day of the month does not exist, the
anniversary falls on the last day of that month. *Exceeding* N months begins the day after the anniversary, *at least*
N months begins on it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

EPOCH = date(1970, 1, 1)
NEVER = 1_000_000_000
"""Plus infinity among days; ALWAYS is minus infinity. Both fit 32 bits, and nothing is ever added to them."""
ALWAYS = -NEVER


def day_of(value: date) -> int:
    """The number of a date's day: day_of(date(1970, 1, 2)) is 1."""
    return value.toordinal() - EPOCH.toordinal()


def date_of(day: int) -> date:
    """The date of a day's number; raises OverflowError for a day outside years 1 to 9999."""
    return EPOCH + timedelta(days=day)


def iso(day: int) -> str | None:
    """A day as text for JSON; None for ALWAYS, NEVER and days no calendar holds."""
    if not -719_162 <= day <= 2_932_896:
        return None
    return date_of(day).isoformat()


def anniversary(value: date, months: int) -> date:
    """The same day number `months` months on (or back), else the last day of that month."""
    index = value.year * 12 + value.month - 1 + months
    year, month = divmod(index, 12)
    if 1 <= value.day <= 28:
        return date(year, month + 1, value.day)
    return date(year, month + 1, min(value.day, monthrange(year, month + 1)[1]))


def add(day: int, months: int, days: int = 0) -> int:
    """The day `months` months and then `days` days after `day`; never decreases as any of the three grows."""
    return (day_of(anniversary(date_of(day), months)) if months else day) + days


def exceeding(value: date, months: int) -> date:
    """First day on which more than `months` months have passed since `value`."""
    return anniversary(value, months) + timedelta(days=1)


def first_within(last: int, months: int, days: int = 0) -> int:
    """First day from which not more than `months` months and `days` days are left until `last` on the calendar.

    That is the first day d with add(d, months, days) on or after `last`: 31 August less six months is 1 March.
    """
    target = date_of(last - days)
    back = anniversary(target, -months)
    return day_of(back) + (1 if back.day < target.day else 0)


def fraction_of(start: int, months: int, days: int, numerator: int, denominator: int) -> int:
    """The day on which numerator/denominator of a term that runs from `start` is complete.

    Taken in months first; only what is left over is counted in days, rounded up. A month left over has the length it
    has on the calendar there: a third of sixteen months is five months and a third of the days of the sixth, a third of
    seventeen is five months and two thirds of them.
    """
    whole, rest = divmod(months * numerator, denominator)
    reached = add(start, whole)
    left = (add(start, whole + 1) - reached) * rest + days * numerator
    return reached - (-left // denominator)
