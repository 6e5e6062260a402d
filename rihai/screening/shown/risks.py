"""A person of a group in need of care, in one line: who, where, and why they are of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rihai.days import day_of
from rihai.people.shown.rows import who_text
from rihai.profile.flags import flags_of
from rihai.screening.models import AtRisk
from rihai.screening.shown.records import records_behind
from rihai.screening.shown.rows import language


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A line of the list."""

    risk: AtRisk
    who: str
    why: str


def because(rows: Sequence[AtRisk], today: date) -> list[RiskRow]:
    """The lines, with the reason as the record says it today."""
    records = records_behind(rows)
    found = []
    for row in rows:
        flags = flags_of(records[row.pk], day_of(today), language())
        why = next((flag.because for flag in flags if flag.code == row.code), "")
        found.append(RiskRow(row, who_text(row.person, today), why))
    return found
