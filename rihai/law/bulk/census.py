"""Finds a whole census in parts, some at once: what `rihai.law.screen` finds for one record, for a million."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from rihai.law.bulk.finder import Asked, Finder
from rihai.law.bulk.findings import Count, Findings, findings_schema, joined
from rihai.law.engine import ReadyPack
from rihai.law.flatten import as_arrow
from rihai.law.reckon.known import Record

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

AT_ONCE = 80_000
"""Persons worked out together: enough that planning costs little, few enough that two parts stay below 2 GB."""
ABREAST = min(4, os.cpu_count() or 1)
"""Parts worked out at once, each with one processor and its own memory."""

Records = Iterable[Record]
"""Checked records; or give an Arrow table or the path of a Parquet file in the form of `rihai.law.flatten`."""


def find_all(
    records: Records | pa.Table | str | Path,
    packs: Sequence[ReadyPack],
    *,
    connection: duckdb.DuckDBPyConnection | None = None,
) -> Findings:
    """The findings of a census under packs made ready for the same day, as `Screening.screen` finds them one by one.

    Raises OSError where a file cannot be read, and Unreadable where a column of dates holds something else.
    """
    return joined(find_parts(records, packs, connection=connection))


def find_parts(
    records: Records | pa.Table | str | Path,
    packs: Sequence[ReadyPack],
    *,
    connection: duckdb.DuckDBPyConnection | None = None,
) -> Iterator[Findings]:
    """The same, AT_ONCE persons at a time."""
    import duckdb

    asked = Asked(packs)
    tables = _tables(records, asked.facts)
    if connection:
        yield from _found(tables, [Finder(asked, connection)])
        return
    finders = [Finder(asked, duckdb.connect(config={"threads": 1})) for _ in range(ABREAST)]
    try:
        yield from _found(tables, finders)
    finally:
        for finder in finders:
            finder.connection.close()


def _found(tables: Iterator[pa.Table], finders: Sequence[Finder]) -> Iterator[Findings]:
    """The findings of each table in turn, while others are worked out: a finder has one at a time."""
    with ThreadPoolExecutor(len(finders)) as pool:
        waiting: deque[Future[Findings]] = deque()
        first = 0
        for number, table in enumerate(tables):
            if len(waiting) == len(finders):
                yield waiting.popleft().result()
            waiting.append(pool.submit(finders[number % len(finders)].find, table, first))
            first += table.num_rows
            del table  # the next is read before this name is given again
        while waiting:
            yield waiting.popleft().result()


def find_to_parquet(source: str | Path, packs: Sequence[ReadyPack], target: str | Path) -> Counter[Count]:
    """The findings of a Parquet file as another, part by part, and their totals; raises OSError."""
    import pyarrow.parquet as pq

    totals: Counter[Count] = Counter()
    with pq.ParquetWriter(target, findings_schema(), compression="zstd") as writer:
        for part in find_parts(source, packs):
            writer.write_table(part.table)
            totals.update(part.totals)
            del part  # the next part is worked out before this name is given again
    return totals


def _tables(records: Records | pa.Table | str | Path, facts: set[str]) -> Iterator[pa.Table]:
    import pyarrow as pa

    if isinstance(records, str | Path):
        yield from _tables_of_file(records, facts)
    elif isinstance(records, pa.Table):
        for start in range(0, records.num_rows, AT_ONCE):
            yield records.slice(start, AT_ONCE).combine_chunks()
    else:
        rest = iter(records)
        while several := list(islice(rest, AT_ONCE)):
            yield as_arrow(several, facts)


def _tables_of_file(path: str | Path, facts: set[str]) -> Iterator[pa.Table]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        paths = [file.schema.column(index).path for index in range(len(file.schema))]
        for batch in file.iter_batches(AT_ONCE, columns=_read(paths, facts)):
            yield pa.Table.from_batches([batch])


def _read(paths: Sequence[str], facts: set[str]) -> list[str]:
    """Of the columns of a file those of some facts, ids, and enough of the cases to see how many there are."""
    asked = {*facts, "id", "case_id"}
    of_cases = [path for path in paths if path.startswith("cases.")]
    asked_of_cases = [path for path in of_cases if asked.intersection(path.split(".")[1:])]
    of_persons = [path for path in paths if path.partition(".")[0] in asked]
    return [*of_persons, *(asked_of_cases or of_cases)]
