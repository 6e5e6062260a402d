"""The findings of a census as Arrow tables: those that say something one by one, the others counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pyarrow as pa


class Count(NamedTuple):
    """What is counted: a provision of a pack and an outcome."""

    pack: str
    provision: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Findings:
    """`table` has `findings_schema`: met, arguable, not_yet and cannot_tell; by part of the census, then provision.

    `people` has person_index, record_id and could_leave (met, arguable or NULL), one row a person in order. `totals`
    counts every outcome: for each provision they add up to the cases, or the persons where it asks nothing of cases.
    """

    table: pa.Table
    people: pa.Table
    totals: Counter[Count]


@cache
def findings_schema() -> pa.Schema:
    """The columns of a finding; days are dates, NULL where there is none."""
    import pyarrow as pa

    code = pa.dictionary(pa.int32(), pa.string())
    return pa.schema(
        [
            ("person_index", pa.int64()),
            ("record_id", pa.string()),
            ("case_id", pa.string()),
            ("pack", code),
            ("provision", code),
            ("kind", code),
            ("outcome", code),
            ("since", pa.date32()),
            ("due_on", pa.date32()),
            ("until", pa.date32()),
            ("missing", pa.list_(pa.string())),
            ("notes", pa.list_(pa.string())),
        ]
    )


@cache
def people_schema() -> pa.Schema:
    """The columns of what is said of a person as a whole."""
    import pyarrow as pa

    return pa.schema(
        [
            ("person_index", pa.int64()),
            ("record_id", pa.string()),
            ("could_leave", pa.dictionary(pa.int32(), pa.string())),
        ]
    )


def joined(parts: Iterable[Findings]) -> Findings:
    """The findings of the parts of a census as one."""
    import pyarrow as pa

    found = list(parts)
    totals: Counter[Count] = Counter()
    for part in found:
        totals.update(part.totals)
    return Findings(
        pa.concat_tables([findings_schema().empty_table(), *(part.table for part in found)]),
        pa.concat_tables([people_schema().empty_table(), *(part.people for part in found)]),
        totals,
    )


def write_parquet(findings: Findings, path: str | Path) -> None:
    """Write the findings, without the people and totals, as one Parquet file; raises OSError."""
    import pyarrow.parquet as pq

    pq.write_table(findings.table, path, compression="zstd")
