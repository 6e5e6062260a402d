"""Locked periods: the figures that stand, what would be counted today, and why the two differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rihai.results.counting import Figure, Span, figures_of, periods_of
from rihai.results.counting.figures import detail_of
from rihai.results.counting.spans import Period
from rihai.results.models import LockedFigure, LockedPeriod, MergedSince, Project, Restatement


@dataclass(frozen=True, slots=True)
class Since:
    """What happened to a locked figure: people counted today who were not, those no longer, those found to be one.

    `to_date` is from the project's beginning: it may be another although the period's figure stands.
    """

    now: Figure
    to_date: Figure
    came: int | None
    went: int | None
    merged: int | None

    def differs(self, locked: LockedFigure) -> bool:
        """Whether another figure would be counted today, or other people."""
        return self.now.value != locked.value or bool(self.came or self.went) or self.to_date_differs(locked)

    def to_date_differs(self, locked: LockedFigure) -> bool:
        """Whether another figure would be counted today from the project's beginning."""
        return self.to_date.value != locked.to_date


@dataclass(frozen=True, slots=True)
class Stands:
    """A locked figure with its restatements, and what would be different today; None where nothing would."""

    locked: LockedFigure
    restated: Sequence[Restatement]
    since: Since | None

    @property
    def as_figure(self) -> Figure:
        """The locked figure, to be written as any other."""
        return Figure(self.locked.indicator, self.locked.value, self.locked.sessions, self.locked.mark)

    @property
    def to_date(self) -> Figure:
        """From the project's beginning to the period's end, as locked."""
        return Figure(self.locked.indicator, self.locked.to_date, None, self.locked.mark)

    @property
    def value_shown(self) -> str:
        """The figure of the period as it is written."""
        return self.as_figure.shown

    @property
    def to_date_shown(self) -> str:
        """The figure to date as it is written."""
        return self.to_date.shown


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period with how it stands; None: not locked."""

    period: Period
    locked: LockedPeriod | None
    is_over: bool


def period_rows(project: Project, today: date) -> list[PeriodRow]:
    """The periods of a project, the newest first."""
    locked = {one.first: one for one in LockedPeriod.objects.filter(project=project)}
    return [
        PeriodRow(one, locked.get(one.span.first), one.span.end <= today) for one in periods_of(project, today)
    ]  # fmt: skip


def locked_at(project: Project, span: Span) -> LockedPeriod | None:
    """The locked period that begins on a span's first day."""
    return LockedPeriod.objects.filter(project=project, first=span.first).first()


def standing_figures(period: LockedPeriod, *, compared: bool = True) -> list[Stands]:
    """The figures of a locked period in their order; `compared` counts again to say what would be different."""
    rows = list(
        LockedFigure.objects.filter(period=period)
        .select_related("indicator__project", "indicator__part_of")
        .prefetch_related("restatements")
    )
    now = _counted(period, period.first) if compared else {}
    to_date = _counted(period, period.project.started_on) if compared else {}
    found = []
    for row in rows:
        pk = row.indicator_id
        since = _since(row, now[pk], to_date[pk], period) if pk in now else None
        shown = since if since and since.differs(row) else None
        found.append(Stands(row, list(row.restatements.all()), shown))
    return found


def _counted(period: LockedPeriod, first: date) -> dict[UUID, Figure]:
    """Each indicator as it is counted today, from a day to the period's end."""
    return {one.indicator.pk: one for one in figures_of(period.project, Span(first, period.end))}


def _since(locked: LockedFigure, now: Figure, to_date: Figure, period: LockedPeriod) -> Since:
    """Compares by marks where they were kept; else by number alone."""
    if not locked.keys:
        return Since(now, to_date, None, None, None)
    before = set(locked.keys)
    today = set(detail_of(locked.indicator, Span(period.first, period.end)).marks)
    went = before - today
    merged = 0
    if went:
        pairs = MergedSince.objects.filter(gone__in=went).values_list("gone", "kept")
        merged = len({gone for gone, kept in pairs if kept in today})
    return Since(now, to_date, len(today - before), len(went) - merged, merged)
