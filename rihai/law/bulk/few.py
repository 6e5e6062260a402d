"""The findings of few people, one by one: planning a query for them would take longer than answering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rihai.days import date_of
from rihai.law.bulk.findings import Count, Findings, findings_schema, people_schema
from rihai.law.engine import Finding, ReadyPack
from rihai.law.reckon.known import Record
from rihai.law.screen import could_leave, find_in

_SAYS = {"met", "arguable", "not_yet", "cannot_tell"}


def find_few(records: Sequence[Record], packs: Sequence[ReadyPack]) -> Findings:
    """The findings of checked records as `find_all` gives them, by the one-person functions."""
    import pyarrow as pa

    pack_of = {one.lowered.provision.id: pack.pack.id for pack in packs for one in pack.provisions}
    rows: list[dict[str, Any]] = []
    people: list[dict[str, Any]] = []
    totals: Counter[Count] = Counter()
    for index, record in enumerate(records):
        found = list(find_in(record, packs))
        for finding in found:
            pack = pack_of[finding.provision.id]
            totals[Count(pack, finding.provision.id, finding.outcome)] += 1
            if finding.outcome in _SAYS:
                rows.append({"person_index": index, "record_id": record.get("id"), "pack": pack} | _row(finding))
        leaving = could_leave(found, record, packs[0].day)
        people.append({"person_index": index, "record_id": record.get("id"), "could_leave": leaving})
    return Findings(
        pa.Table.from_pylist(rows, findings_schema()), pa.Table.from_pylist(people, people_schema()), totals
    )


def _row(finding: Finding) -> dict[str, Any]:
    days = {"since": finding.since, "due_on": finding.due_on, "until": finding.until}
    return {
        "case_id": finding.case_id,
        "provision": finding.provision.id,
        "kind": finding.provision.kind,
        "outcome": finding.outcome,
        **{name: None if day is None else date_of(day) for name, day in days.items()},
        "missing": list(finding.missing),
        "notes": list(finding.notes),
    }
