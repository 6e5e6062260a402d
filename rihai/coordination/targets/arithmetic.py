"""The arithmetic of a target, from plain values: what the path asks on a day, and a line through the last lists.

The forecast is a least-squares line and nothing more: it knows of no law, no harvest and no new judge. With fewer
than three lists there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

LAST = 6
"""Lists through which the line is laid, at most."""
LEAST = 3


@dataclass(frozen=True, slots=True)
class Step:
    """From a day on, at most so many."""

    on: date
    number: int


def asked_on(
    day: date, *, baseline_on: date, baseline: int, due_on: date | None, goal: int | None, steps: Sequence[Step] = ()
) -> int | None:
    """How many the path allows on a day; None before it begins, and where no goal is known.

    With steps, the last one that has come; else the straight line from the baseline to the goal, rounded to people.
    """
    if day < baseline_on:
        return None
    if steps:
        came = [step.number for step in sorted(steps, key=lambda step: step.on) if step.on <= day]
        return came[-1] if came else baseline
    if goal is None or due_on is None:
        return None
    share = min((day - baseline_on).days / max((due_on - baseline_on).days, 1), 1.0)
    return round(baseline + (goal - baseline) * share)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where the line stands on a day, never below nought; laid through so many lists, changing by so much a month."""

    on: date
    number: int
    lists: int
    a_month: float


def forecast(points: Sequence[tuple[date, int]], on: date) -> Forecast | None:
    """The line through the last lists, on a later day; None with fewer than three lists, or where they are of one day.

    points: (day, number), oldest first.
    """
    last = [(day.toordinal(), number) for day, number in points[-LAST:]]
    if len({day for day, _number in last}) < LEAST or on <= points[-1][0]:
        return None
    middle = sum(day for day, _number in last) / len(last)
    level = sum(number for _day, number in last) / len(last)
    spread = sum((day - middle) ** 2 for day, _number in last)
    slope = sum((day - middle) * (number - level) for day, number in last) / spread
    at = level + slope * (on.toordinal() - middle)
    return Forecast(on, max(0, round(at)), len(last), slope * 365.25 / 12)
