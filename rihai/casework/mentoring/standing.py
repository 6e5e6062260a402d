"""Whether a volunteer may be matched on a day, and how often the two should meet; from plain values alone.

Sources: the guide "Mentoring Ex-Prisoners" (US Departments of Labor, 2007) and the "Elements of Effective Practice for
Mentoring" (six standards): two references, an interview and a police certificate, looked at again after two years;
twelve hours of training before the first meeting and six a year after; at most two people a volunteer, at most fifteen
mentors a coordinator; meetings weekly for twelve weeks, then every two weeks to six months, then monthly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from rihai.days.calendar import anniversary

VETTED_MONTHS, AGREED_MONTHS, TRAINED_MONTHS, PLANNED_MONTHS = 24, 12, 12, 6
FIRST_HOURS, YEARLY_HOURS = Decimal(12), Decimal(6)
REFERENCES = 2
MOST_PEOPLE, MOST_MENTORS = 2, 15
SOON = timedelta(days=30)
"""So long before something runs out it is said."""
WEEKLY_FOR = timedelta(weeks=12)
LATE = timedelta(days=7)
"""So long after the day by which they should have met, the coordinator is told."""
CALL_WITHIN = timedelta(days=5)
"""After an ending nobody planned the coordinator calls within so many days."""


@dataclass(frozen=True, slots=True)
class Taught:
    """Hours of training on a day, and the codes of what was taught."""

    on: date
    hours: Decimal
    topics: frozenset[str]


def trained_until(trainings: Iterable[Taught], needed: Iterable[str]) -> date | None:
    """The first day on which the training no longer holds; None while the first twelve hours are not whole.

    They are whole when the hours are reached and everything needed was taught. They hold a year; after that, any day
    holds that has six hours in the twelve months before it.
    """
    rows = sorted(trainings, key=lambda one: one.on)
    hours, topics, wanted = Decimal(0), frozenset[str](), frozenset(needed)
    for at, row in enumerate(rows):
        hours, topics = hours + row.hours, topics | row.topics
        if hours >= FIRST_HOURS and wanted <= topics:
            first = anniversary(row.on, TRAINED_MONTHS)
            return max(first, _renewed(rows[at + 1 :]) or first)
    return None


def _renewed(later: Sequence[Taught]) -> date | None:
    """A year after the newest day from which on six hours were taught."""
    hours = Decimal(0)
    for row in reversed(later):
        hours += row.hours
        if hours >= YEARLY_HOURS:
            return anniversary(row.on, TRAINED_MONTHS)
    return None


@dataclass(frozen=True, slots=True)
class Held:
    """The first days on which vetting, training and agreement no longer hold; None: there never was any."""

    accepted: bool
    vetted_until: date | None
    trained_until: date | None
    agreed_until: date | None

    def lacking(self, on: date) -> tuple[str, ...]:
        """What does not hold on a day: of "vetted", "trained", "agreed"; empty for who may be matched."""
        parts = {
            "vetted": self.vetted_until if self.accepted else None,
            "trained": self.trained_until,
            "agreed": self.agreed_until,
        }
        return tuple(name for name, until in parts.items() if until is None or until <= on)

    def running_out(self, on: date) -> tuple[tuple[str, date], ...]:
        """What runs out within thirty days or has run out, the earliest first."""
        parts = (
            ("vetted", self.vetted_until), ("trained", self.trained_until), ("agreed", self.agreed_until),
        )  # fmt: skip
        soon = [(name, until) for name, until in parts if until is not None and until <= on + SOON]
        return tuple(sorted(soon, key=lambda one: one[1]))


def pace(started_on: date, on: date) -> timedelta:
    """How long there may be between two meetings on a day of a match."""
    if on < started_on + WEEKLY_FOR:
        return timedelta(days=7)
    return timedelta(days=14) if on < anniversary(started_on, 6) else timedelta(days=30)


def meet_by(started_on: date, last_on: date | None, agreed_on: date | None) -> date:
    """The day by which they meet next: the day they agreed on, else as often as mentors and people should meet."""
    last = last_on or started_on
    if agreed_on is not None and agreed_on > last:
        return agreed_on
    return last + pace(started_on, last)
