"""Rows become people: one record each, with the cases of all their rows side by side and never mixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rihai.census.reading import SourceRow

Facts = dict[str, Any]
_STANDS = frozenset({"accepted", "accepted_with_warnings"})


def records(rows: Sequence[SourceRow]) -> Iterator[Facts]:
    """One record a person, in the order of their first rows.

    What a later row of a person says is added where the first is silent; where both speak, the first stands, and the
    row's problems have said so. Cases keep apart, each with a key of its own.
    """
    further: dict[tuple[str | None, int], list[SourceRow]] = {}
    for row in rows:
        if row.of is not None and row.verdict in _STANDS:
            further.setdefault((row.of_sheet, row.of), []).append(row)
    for row in rows:
        if row.of is None and row.verdict in _STANDS:
            others = further.get((row.sheet, row.row))
            yield _joined(row, others) if others else row.facts


def _joined(first: SourceRow, others: Sequence[SourceRow]) -> Facts:
    record = dict(first.facts)
    cases = list(record.get("cases", ()))
    for other in others:
        for name, value in other.facts.items():
            record.setdefault(name, value)
        cases += other.facts.get("cases", ())
        remarks = other.facts.get("remarks")
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
