"""By whose act a trial lost its days: the chart for a petition under the delay proviso, from plain values.

CrPC s. 497(1), third proviso: the time counts unless the court finds the delay "occasioned by an act or omission of the
accused or any other person acting on his behalf". Order sheets say for each adjournment who asked and why; the chart
sets the days from one date to the next beside it. Days before the first adjournment and after hearings that went on
are charged to nobody. It attributes nothing that the sheets do not say: *not recorded* stays so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.legal.matters.models.codes import AdjournedBy, AdjournedWhy
from rihai.paper.table import Column, Table, Value

NOT_RECORDED = ""


@dataclass(frozen=True, slots=True)
class Adjournment:
    """One adjournment: the day, the day it was put off to (None: none fixed yet), by whose act and why, as codes."""

    on: date
    until: date | None = None
    by: str = NOT_RECORDED
    why: str = ""


@dataclass(frozen=True, slots=True)
class DelayRow:
    """A line of the chart: from a day to the next (the second not counted), how many days, by whose act, why."""

    from_on: date
    to_on: date
    days: int
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class DelayChart:
    """The lines, oldest first, and the days by whose act; `by` has every code, also with nought."""

    rows: tuple[DelayRow, ...]
    by: dict[str, int]

    @property
    def days(self) -> int:
        """All days that were lost by adjournments."""
        return sum(self.by.values())

    @property
    def not_by_accused(self) -> int:
        """Days that no act of the accused is recorded for."""
        return self.days - self.by[AdjournedBy.ACCUSED]

    def as_table(self) -> Table:
        """The chart as a table in the active language, for a page or a petition."""
        columns = (
            Column(_("From"), "date"),
            Column(_("To"), "date"),
            Column(_("Days"), "number"),
            Column(_("By whose act"), "text", 24),
            Column(_("Reason in the order sheet"), "text", 30),
        )
        rows = [(one.from_on, one.to_on, one.days, by_text(one.by), why_text(one.why)) for one in self.rows]
        parts = "; ".join(f"{by_text(code)}: {days}" for code, days in self.by.items() if days)
        total: Sequence[Value] = (None, None, self.days, parts, None)
        return Table(_("Days lost by adjournments"), columns, rows, total_row=total if self.rows else None)


def delay_chart(adjournments: Iterable[Adjournment], *, as_of: date) -> DelayChart:
    """The chart of these adjournments up to a day.

    An adjournment runs to the day it was put off to, but no further than the next hearing that is known and not beyond
    `as_of`. Two on one day are one; the later given counts.
    """
    ordered = sorted({one.on: one for one in adjournments if one.on < as_of}.values(), key=lambda one: one.on)
    rows = []
    for at, one in enumerate(ordered):
        ends = [as_of, one.until or as_of, *([ordered[at + 1].on] if at + 1 < len(ordered) else [])]
        until = max(min(ends), one.on)
        rows.append(DelayRow(one.on, until, (until - one.on).days, one.by, one.why))
    by = {code: sum(row.days for row in rows if row.by == code) for code in (*AdjournedBy.values, NOT_RECORDED)}
    return DelayChart(tuple(rows), by)


def from_facts(items: Iterable[Any], *, next_hearing_on: date | None = None) -> list[Adjournment]:
    """Adjournments as the fact `adjournments` has them; the last one runs to the next hearing, where one is fixed."""
    found = [
        Adjournment(date.fromisoformat(item["on"]), None, item.get("asked_by") or "", item.get("reason") or "")
        for item in items
        if isinstance(item, dict) and _is_day(item.get("on"))
    ]
    found.sort(key=lambda one: one.on)
    if found and next_hearing_on and next_hearing_on > found[-1].on:
        last = found[-1]
        found[-1] = Adjournment(last.on, next_hearing_on, last.by, last.why)
    return found


def by_text(code: str) -> str:
    """By whose act, in the reader's language."""
    return str(AdjournedBy(code).label) if code in AdjournedBy.values else _("not recorded")


def why_text(why: str) -> str:
    """Why, in the reader's language: for a code of ours, or our English words for it; else as the source has it."""
    code = why if why in AdjournedWhy.values else next((one for one in AdjournedWhy if in_english(one) == why), "")
    return str(AdjournedWhy(code).label) if code else why


def in_english(code: str) -> str:
    """Our English words for a reason: what stands in the record, where no code is kept."""
    with override("en"):
        return str(AdjournedWhy(code).label)


def _is_day(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return isinstance(value, str)
