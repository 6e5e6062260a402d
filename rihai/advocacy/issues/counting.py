"""What our own records count, as evidence: a measure of any room for one whole quarter, as the house counts it."""

from __future__ import annotations

from datetime import date

from django.db.models import Sum

from rihai.accounts.operations.house import House, as_house
from rihai.kit.offers import Measure, offered
from rihai.profile.disclosure import RULE

QUARTERS = 8
MONTHS = 3


def quarters(on: date) -> list[tuple[date, date]]:
    """The last whole quarters before a day, the newest first: fixed spans, so that no two differ by a few days."""
    year, month = on.year, (on.month - 1) // MONTHS * MONTHS + 1
    found = []
    for _n in range(QUARTERS):
        end = date(year, month, 1)
        year, month = (year, month - MONTHS) if month > MONTHS else (year - 1, 13 - MONTHS)
        found.append((date(year, month, 1), end))
    return found


def measures() -> dict[str, Measure]:
    """What can be counted, by code."""
    return {one.code: one for one in offered(Measure)}


def counted(measure: Measure, first: date, end: date) -> int | None:
    """The count as it may be told: None where it is of so few that they could be recognised; nought is told."""
    with as_house():
        rows = measure.counted(House(), first, end)
        if measure.unit == "people":
            number = len({one for one in rows.values_list("person_id", flat=True) if one})
        elif measure.amount:
            number = int(rows.aggregate(whole=Sum(measure.amount))["whole"] or 0)
        else:
            number = rows.count()
    return None if 0 < number < RULE.sensitive else number
