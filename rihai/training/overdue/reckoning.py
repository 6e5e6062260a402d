"""How somebody stands with a mandatory course on a day: never finished, run out, due within 60 days, or in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rihai.days.calendar import anniversary

SOON = timedelta(days=60)


class Standing(StrEnum):
    """How somebody stands, the gravest first."""

    NEVER = "never"
    EXPIRED = "expired"
    DUE = "due"
    IN_ORDER = "in_order"


OVERDUE = frozenset({Standing.NEVER, Standing.EXPIRED})


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule asks: again after so many months (None: once), within so many days of joining."""

    months: int | None
    grace_days: int
    started_on: date


@dataclass(frozen=True, slots=True)
class Stand:
    """How somebody stands, and the day by which the course is due; None where it is in order for good."""

    standing: Standing
    by: date | None


def stand(rule: Rule, last: date | None, joined_on: date | None, on: date) -> Stand:
    """How somebody stands on a day who finished the course last on `last`, or never.

    Who never finished it has from joining, or from the rule, the days of grace; without them it is due before duty.
    """
    if last is None:
        by = max(joined_on or rule.started_on, rule.started_on) + timedelta(days=rule.grace_days)
        return Stand(_by(by, on, Standing.NEVER), by)
    if rule.months is None:
        return Stand(Standing.IN_ORDER, None)
    by = anniversary(last, rule.months)
    return Stand(_by(by, on, Standing.EXPIRED), by)


def _by(by: date, on: date, late: Standing) -> Standing:
    if by <= on:
        return late
    return Standing.DUE if by <= on + SOON else Standing.IN_ORDER
