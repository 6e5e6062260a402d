"""Finds one part of a census in DuckDB: what `rihai.law.screen` finds for one record, for a hundred thousand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rihai.law.bulk.details import SAYS, planned_fast
from rihai.law.bulk.findings import Count, Findings, findings_schema, people_schema
from rihai.law.bulk.part import Part
from rihai.law.bulk.words import Said, Words
from rihai.law.engine import ReadyPack
from rihai.law.provision import OUTCOMES

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


class Asked:
    """Packs made ready to be asked of many parts of a census, on one connection or on several at once."""

    def __init__(self, packs: Sequence[ReadyPack]) -> None:
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
        self.facts = {fact for part in self.parts for fact in part.flattening.facts}


class Finder:
    """Asks parts of a census, one after another, on a connection that nobody else uses meanwhile."""

    def __init__(self, asked: Asked, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.packs = asked.packs
        self.parts = asked.parts
        self.words = asked.words

    def find(self, records: pa.Table, first: int = 0) -> Findings:
        """The findings of records in Arrow form; `first` is the person_index of the first of them."""
        self._evaluate(records)
        counts = [count for part in self.parts for count in self.connection.sql(part.counts()).fetchall()]
        saying = {number for number, outcome, _ in counts if OUTCOMES[outcome] in SAYS}
        found = Findings(self._findings(records, first, saying), self._people(records, first), self._totals(counts))
        for table in ("said", *(part.answers for part in self.parts)):
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

    def _findings(self, records: pa.Table, first: int, saying: set[int]) -> pa.Table:
        self.connection.execute(_SAID)
        with planned_fast(self.connection):
            # One after another: planned as one query they take three times as long.
            for query in (query for part in self.parts for query in part.findings(saying)):
                self.connection.execute(f"INSERT INTO said {query}")
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

    def _totals(self, counts: list[tuple[int, int, int]]) -> Counter[Count]:
        provisions = {number: (part, one) for part in self.parts for number, one in part.provisions.items()}
        totals: Counter[Count] = Counter()
        for number, outcome, count in counts:
            part, one = provisions[number]
            totals[Count(part.ready.pack.id, one.lowered.provision.id, OUTCOMES[outcome])] += count
        return totals


_DAYS = ("since", "due_on", "until")
_SAID = (
    "CREATE OR REPLACE TEMP TABLE said (person BIGINT, case_number BIGINT, case_id VARCHAR, provision INT, "
    "outcome INT, since INT, due_on INT, until INT, missing BIGINT, asked VARCHAR, noted INT)"
)


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
