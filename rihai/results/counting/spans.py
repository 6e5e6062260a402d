"""Days and periods of a project: months, quarters, half years or years of the calendar, as far as it lasted."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from rihai.kit.templatetags.kit import day as day_text
from rihai.results.models import Grain, Project

MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}
MOST = 400
"""Periods that are ever listed: thirty years of months."""


class Span(NamedTuple):
    """Days from `first` until before `end`."""

    first: date
    end: date

    @property
    def last(self) -> date:
        """The last day within it."""
        return date.fromordinal(self.end.toordinal() - 1)

    @property
    def says(self) -> str:
        """In words."""
        return _("%(first)s to %(last)s") % {"first": day_text(self.first), "last": day_text(self.last)}

    @property
    def key(self) -> str:
        """By which it is known in an address."""
        return self.first.isoformat()


class Period(NamedTuple):
    """A period of a project: its days, what it is called ("2026 Q2"), and its name for other programs ("2026Q2")."""

    span: Span
    name: str
    code: str


def span_of(project: Project, today: date) -> Span:
    """The project from its first day until its last, or until today included."""
    end = date.fromordinal(today.toordinal() + 1)
    if project.ended_on:
        end = min(end, project.ended_on)
    return Span(project.started_on, max(end, date.fromordinal(project.started_on.toordinal() + 1)))


def periods_of(project: Project, today: date) -> list[Period]:
    """Those that have begun, the newest first. A first or last one may be cut short by the project's days."""
    whole = span_of(project, today)
    found: list[Period] = []
    first = _floor(whole.first, MONTHS[Grain(project.grain)])
    while first < whole.end and len(found) < MOST:
        end = _later(first, MONTHS[Grain(project.grain)])
        stop = min(end, project.ended_on) if project.ended_on else end
        found.append(Period(Span(max(first, project.started_on), stop), *_names(first, Grain(project.grain))))
        first = end
    return found[::-1]


def period_at(project: Project, first: str, today: date) -> Period | None:
    """The period that begins on a day written as in an address; None for no day, and for no first day of one."""
    return next((one for one in periods_of(project, today) if one.span.key == first), None)


def _floor(day: date, months: int) -> date:
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _names(first: date, grain: Grain) -> tuple[str, str]:
    """What people call it, and what DHIS2 does (DHIS2 developer guide, "Date and period format")."""
    if grain == Grain.MONTH:
        return f"{first:%Y-%m}", f"{first:%Y%m}"
    if grain == Grain.QUARTER:
        number = (first.month + 2) // 3
        return f"{first.year} Q{number}", f"{first.year}Q{number}"
    if grain == Grain.HALF:
        number = 1 if first.month == 1 else 2
        return f"{first.year} H{number}", f"{first.year}S{number}"
    return str(first.year), str(first.year)
