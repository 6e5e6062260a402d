"""Rows become people: one record each, with the cases of all their rows side by side and never mixed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rihai.census.reading import SourceRow

Facts = dict[str, Any]
Further = dict[tuple[str | None, int], list[SourceRow]]
"""By sheet and number of a person's first row: the further rows."""
_STANDS = frozenset({"accepted", "accepted_with_warnings"})


def records(rows: Sequence[SourceRow]) -> Iterator[Facts]:
    """One record a person, in the order of their first rows.

    What a later row of a person says is added where the first is silent; where both speak, the first stands, and the
    row's problems have said so. Cases keep apart, each with a key of its own.
    """
    further = further_rows(rows)
    return (record_of(row, further) for row in rows if makes_person(row))


def makes_person(row: SourceRow) -> bool:
    """Whether a row is the first of a person and stands."""
    return row.of is None and row.verdict in _STANDS


def further_rows(rows: Iterable[SourceRow]) -> Further:
    """The standing rows that say more of a person of an earlier row, by that row."""
    further: Further = {}
    for row in rows:
        if row.of is not None and row.verdict in _STANDS:
            further.setdefault((row.of_sheet, row.of), []).append(row)
    return further


def record_of(row: SourceRow, further: Further) -> Facts:
    """The record of the person a row makes, with what the person's further rows say."""
    others = further.get((row.sheet, row.row))
    return _joined(row, others) if others else row.facts


def _joined(first: SourceRow, others: Sequence[SourceRow]) -> Facts:
    record = dict(first.facts)
    cases = list(record.get("cases", ()))
    for other in others:
        facts = other.facts
        for name, value in facts.items():
            record.setdefault(name, value)
        cases += facts.get("cases", ())
        remarks = facts.get("remarks")
        if remarks and remarks not in record.get("remarks", ""):
            record["remarks"] = f"{record['remarks']}; {remarks}"
    record["cases"] = own_keys(cases)
    return record


def own_keys(cases: Sequence[Facts]) -> list[Facts]:
    """The cases with keys that are unique within the record: a key that comes again gets a number behind it."""
    taken: dict[str, int] = {}
    named: list[Facts] = []
    for case in cases:
        key = case["case_id"]
        taken[key] = taken.get(key, 0) + 1
        named.append(case if taken[key] == 1 else {**case, "case_id": f"{key} ({taken[key]})"})
    return named
