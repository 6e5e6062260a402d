"""Looking over a row as a whole: what is missing, what contradicts, what someone should look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from rihai.census.problems import problem
from rihai.census.validate.identity import contradictions
from rihai.census.validate.money import only_money_holds
from rihai.census.validate.offences import OffenceCheck
from rihai.census.validate.order import out_of_order, seems_over
from rihai.census.validate.required import missing
from rihai.facts import Problem

__all__ = ["OffenceCheck", "look_over"]


def look_over(
    person: Mapping[str, Any],
    met: Sequence[Problem],
    columns: frozenset[str],
    census_day: date | None,
    offences: OffenceCheck | None,
) -> Iterator[Problem]:
    """Every problem of a row beyond its single cells; `met` are those of its cells, `columns` its sheet's fields."""
    codes = frozenset(known.code for known in met)
    yield from missing(person, columns, met)
    yield from contradictions(person)
    yield from out_of_order(person, census_day)
    cases = person.get("cases") or ()
    for case in cases:
        if case.get("legal_status") == "under_trial" and case.get("sentences") and "two_statuses" not in codes:
            yield problem("two_statuses", "legal_status")
        over = seems_over(case, census_day) if census_day else None
        if only_money_holds(case, over=over is not None):
            yield problem("only_money_holds", "detention_ground")
        if over:
            yield problem(over, "release_due_on" if "release_due_on" in case else "sentences")
    if offences:
        yield from (found for found in offences.problems(cases) if found.code not in codes)
