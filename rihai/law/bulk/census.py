"""Finds a whole census part by part in DuckDB: what `rihai.law.screen` finds for one record, for a million."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rihai.law.bulk.findings import Count, Findings, findings_schema, joined, people_schema
from rihai.law.bulk.part import Part
from rihai.law.bulk.words import Said, Words
from rihai.law.engine import ReadyPack
from rihai.law.flatten import as_arrow
from rihai.law.provision import OUTCOMES
from rihai.law.reckon.known import Record

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

AT_ONCE = 100_000
"""Persons worked out together: enough that planning the query costs little, few enough to stay below 2 GB."""

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
    finder = Finder(packs, connection)
    first = 0
    for table in _tables(records):
        yield finder.find(table, first)
        first += table.num_rows


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


def _tables(records: Records | pa.Table | str | Path) -> Iterator[pa.Table]:
    import pyarrow as pa

    if isinstance(records, str | Path):
        yield from _tables_of_file(records)
    elif isinstance(records, pa.Table):
        for start in range(0, records.num_rows, AT_ONCE):
            yield records.slice(start, AT_ONCE).combine_chunks()
    else:
        rest = iter(records)
        while several := list(islice(rest, AT_ONCE)):
            yield as_arrow(several)


def _tables_of_file(path: str | Path) -> Iterator[pa.Table]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(AT_ONCE):
            yield pa.Table.from_batches([batch])


class Finder:
    """Packs made ready to be asked of one part of a census after another."""

    def __init__(self, packs: Sequence[ReadyPack], connection: duckdb.DuckDBPyConnection | None = None) -> None:
        import duckdb

        self.connection = connection or duckdb.connect()
        self.packs: list[list[Part]] = []
        first = 0
        for pack in packs:
            parts = []
            for of_case in (True, False):
                part = Part(pack, of_case=of_case, first=first)
                first += len(part.provisions)
                parts += [part] if part.provisions else []
            self.packs.append(parts)
        self.parts = [part for parts in self.packs for part in parts]
        self.words = Words({number: one for part in self.parts for number, one in part.provisions.items()})

    def find(self, records: pa.Table, first: int = 0) -> Findings:
        """The findings of records in Arrow form; `first` is the person_index of the first of them."""
        self._evaluate(records)
        found = Findings(self._findings(records, first), self._people(records, first), self._totals())
        for table in ("said", *(one for part in self.parts for one in part.tables())):
            self.connection.execute(f"DROP TABLE {table}")
        return found

    def _evaluate(self, records: pa.Table) -> None:
        """Packs with limits first, then those that may ask whether a limit has passed."""
        limiting = [parts for parts in self.packs if any(_has_limit(part) for part in parts)]
        for part in (part for parts in limiting for part in parts):
            part.evaluate(self.connection, records, None)
        queries = [query for parts in limiting for part in parts if (query := part.limits())]
        given = self._given(queries) if queries else None
        for part in (part for parts in self.packs if parts not in limiting for part in parts):
            part.evaluate(self.connection, records, given)

    def _given(self, queries: list[str]) -> str:
        """One table of what the limits of all packs say of each case: exceeded if one is, not if all are not."""
        self.connection.execute(
            "CREATE OR REPLACE TEMP TABLE limits_given AS SELECT person, case_number, "
            "CASE WHEN max(national_limit_exceeded) = 1 THEN 1 ELSE min(national_limit_exceeded) END "
            f"AS national_limit_exceeded FROM ({' UNION ALL '.join(queries)}) GROUP BY person, case_number"
        )
        return "limits_given"

    def _findings(self, records: pa.Table, first: int) -> pa.Table:
        union = " UNION ALL ".join(part.findings() for part in self.parts)
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE said AS {union}")
        keys = ", ".join(Said._fields)
        found = self.connection.sql(f"SELECT DISTINCT {keys} FROM said").fetchall()
        self._register_words([Said(*one) for one in found])
        days = ", ".join(f"CASE WHEN {day} BETWEEN -719162 AND 2932896 THEN {day} END AS {day}" for day in _DAYS)
        rows = self.connection.sql(
            f"SELECT person, case_id, provision, outcome, {days}, words FROM said JOIN said_words USING ({keys})"
        ).to_arrow_table()
        return self._laid(rows, records, first)

    def _register_words(self, found: list[Said]) -> None:
        import pyarrow as pa

        columns = (
            dict(zip(Said._fields, zip(*found, strict=True), strict=True)) if found else dict.fromkeys(Said._fields, ())
        )
        kinds = {"missing": pa.int64(), "asked": pa.string()}
        table = {name: pa.array(values, kinds.get(name, pa.int32())) for name, values in columns.items()}
        self.connection.register(
            "said_words", pa.table({**table, "words": pa.array(self.words.numbers(found), pa.int32())})
        )

    def _laid(self, rows: pa.Table, records: pa.Table, first: int) -> pa.Table:
        """The numbers of findings as their names and lists."""
        import pyarrow as pa
        import pyarrow.compute as pc

        provisions = [(part, one.lowered.provision) for part in self.parts for one in part.provisions.values()]
        lists = pa.list_(pa.string())
        words = rows["words"]
        columns = [
            pc.add(rows["person"], first),
            _ids(records).take(rows["person"]),
            rows["case_id"],
            _named(rows["provision"], [part.ready.pack.id for part, _ in provisions]),
            _named(rows["provision"], [one.id for _, one in provisions]),
            _named(rows["provision"], [one.kind for _, one in provisions]),
            _named(rows["outcome"], OUTCOMES),
            *(rows[day].cast(pa.date32()) for day in _DAYS),
            pa.array(self.words.missing, lists).take(words),
            pa.array(self.words.notes, lists).take(words),
        ]
        return pa.table(columns, schema=findings_schema())

    def _people(self, records: pa.Table, first: int) -> pa.Table:
        """Who could leave, as `screen.could_leave`: every case that holds the person has a release met or arguable."""
        import pyarrow as pa

        gates = [query for part in self.parts if (query := part.gates())]
        leave = pa.nulls(records.num_rows, pa.int32())
        if gates and records.num_rows:
            leave = self._gates(gates)
        people = pa.array(range(first, first + records.num_rows), pa.int64())
        return pa.table([people, _ids(records), _named(leave, ["met", "arguable"])], schema=people_schema())

    def _gates(self, queries: list[str]) -> Any:
        """0 met, 1 arguable, NULL neither, for each person."""
        by_case = (
            "SELECT person, case_number, max(holds) AS holds, max(best) AS best, "
            "bool_or(elsewhere AND best > 0) AS barred "
            f"FROM ({' UNION ALL '.join(queries)}) GROUP BY person, case_number"
        )
        by_person = (
            "SELECT person, CASE WHEN (sum(holds) = 1 AND bool_or(barred AND holds = 1)) "
            "OR min(best) FILTER (WHERE holds = 1) = 0 THEN NULL "
            f"ELSE 2 - min(best) FILTER (WHERE holds = 1) END AS leave FROM ({by_case}) GROUP BY person"
        )
        people = f"{self.parts[0].name}_people"
        found = self.connection.sql(
            f"SELECT CAST(leave AS INT) AS leave FROM {people} LEFT JOIN ({by_person}) USING (person) ORDER BY person"
        )
        return found.to_arrow_table()["leave"]

    def _totals(self) -> Counter[Count]:
        totals: Counter[Count] = Counter()
        for part in self.parts:
            for number, outcome, count in self.connection.sql(part.counts()).fetchall():
                provision = part.provisions[number].lowered.provision
                totals[Count(part.ready.pack.id, provision.id, OUTCOMES[outcome])] += count
        return totals


_DAYS = ("since", "due_on", "until")


def _has_limit(part: Part) -> bool:
    return any(one.lowered.provision.limit for one in part.provisions.values())


def _ids(records: pa.Table) -> Any:
    import pyarrow as pa

    return records["id"] if "id" in records.column_names else pa.nulls(records.num_rows, pa.string())


def _named(numbers: Any, names: Sequence[str]) -> Any:
    """A column of numbers as the names they stand for."""
    import pyarrow as pa

    indices = numbers.combine_chunks() if isinstance(numbers, pa.ChunkedArray) else numbers
    return pa.DictionaryArray.from_arrays(indices.cast(pa.int32()), pa.array(names, pa.string()))
