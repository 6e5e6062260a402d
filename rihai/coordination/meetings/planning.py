"""The rule by which meetings are planned, and the times for which it asked one that was not held. Plain reckoning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rihai.coordination.bodies.models import Body, Week

AHEAD = 3
"""Meetings that are planned at once."""
BACK = 24
"""Months of the past that are looked at for meetings that fell out."""


def nth_weekday(year: int, month: int, week: int, weekday: int) -> date:
    """The first to fourth, or with 5 the last, of a weekday in a month."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    if week < Week.LAST:
        return day + timedelta(weeks=week - 1)
    return max(one for one in (day + timedelta(weeks=3), day + timedelta(weeks=4)) if one.month == month)


def period_of(day: date, every: int) -> date:
    """The first day of the time of so many months, reckoned from January, in which a day lies."""
    return date(day.year, (day.month - 1) // every * every + 1, 1)


def next_period(first: date, every: int) -> date:
    """The first day of the time that follows."""
    months = first.month - 1 + every
    return date(first.year + months // 12, months % 12 + 1, 1)


def day_in(body: Body, first: date) -> date:
    """On which day the rule of a body asks for the meeting of a time: in its first month."""
    return nth_weekday(first.year, first.month, body.week or Week.FIRST, body.weekday or 0)


def coming(body: Body, on: date) -> Iterator[date]:
    """The times from a day on for which the rule asks a meeting; none that lies before that day, or beyond its end."""
    if body.every is None:
        return
    first = period_of(max(on, body.started_on), body.every)
    while True:
        if body.ended_on is not None and first >= body.ended_on:
            return
        if day_in(body, first) >= max(on, body.started_on):
            yield first
        first = next_period(first, body.every)


def passed(body: Body, on: date) -> list[date]:
    """The times of the last two years, the one that runs left out, for which the rule asked a meeting; oldest first."""
    if body.every is None:
        return []
    until = period_of(min(on, body.ended_on or on), body.every)
    months = on.year * 12 + on.month - 1 - BACK
    oldest = period_of(max(date(months // 12, months % 12 + 1, 1), body.started_on), body.every)
    first = oldest if oldest >= body.started_on.replace(day=1) else next_period(oldest, body.every)
    found = []
    while first < until:
        found.append(first)
        first = next_period(first, body.every)
    return found
