"""The provisions of a pack that are asked of the same rows: those of each case, or those of the person alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rihai.law.bulk.details import Details, planned_fast
from rihai.law.engine import ReadyPack, row_builder
from rihai.law.flatten import Flattening
from rihai.law.outcome import NUMBER
from rihai.law.settle import Settling
from rihai.law.sql_writer import SqlWriter

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_KEPT = ("person", "case_number", "holds", "held_in_other_case")
_MET, _ARGUABLE = NUMBER["met"], NUMBER["arguable"]
_NO_LIMIT = f"{NUMBER['not_met']}, {NUMBER['not_yet']}, {NUMBER['not_applicable']}"


class Part:
    """Works out some provisions of a pack over a table of records. `first` is the number of its first provision."""

    def __init__(self, ready: ReadyPack, *, of_case: bool, first: int) -> None:
        self.ready = ready
        self.of_case = of_case
        self.provisions = dict(enumerate((one for one in ready.provisions if one.of_case == of_case), first))
        ones = list(self.provisions.values())
        self.name = f"part_{first}"
        self.flattening = Flattening(row_builder(ones, ready.table), ready.day, of_case=of_case)
        self.answers = f"{self.name}_answers"
        self._details = [
            Details(ready, number, one, self.flattening.group_of) for number, one in self.provisions.items()
        ]
        self._query = self._outcomes()

    def _outcomes(self) -> str:
        """The query of the outcome of every provision, beside the columns that details, limits and the gate read."""
        settle = Settling(self.ready.graph, self.ready.day)
        outcomes = {f"outcome_{number}": settle(one.lowered.outcome) for number, one in self.provisions.items()}
        read = dict.fromkeys([*_KEPT, *(column for one in self._details for column in one.columns)])
        kept = [column for column in read if column not in outcomes]
        asked = SqlWriter(outcomes, self.ready.day).query(self.name, kept)
        narrow = ", ".join(f"CAST({name} AS TINYINT) AS {name}" for name in outcomes)
        return f"SELECT * REPLACE ({narrow}) FROM ({asked})"

    def evaluate(self, connection: duckdb.DuckDBPyConnection, records: pa.Table, given: str | None) -> None:
        """Makes the table `answers`: a row per case or person, with the outcome of every provision by its number."""
        self.flattening.flatten(connection, records, self.name, given=given)
        with planned_fast(connection):
            connection.execute(f"CREATE OR REPLACE TEMP TABLE {self.answers} AS {self._query}")
        self.flattening.forget(connection, self.name)

    def findings(self, saying: set[int]) -> list[str]:
        """A query of the answers that say something for each provision of some, in their order."""
        return [one.query(self.name, self.answers) for one in self._details if one.number in saying]

    def counts(self) -> str:
        """A query of how often each provision came to each outcome."""
        return " UNION ALL ".join(
            f"SELECT {number} AS provision, outcome_{number} AS outcome, count(*) AS count "
            f"FROM {self.answers} GROUP BY ALL"
            for number in self.provisions
        )

    def limits(self) -> str | None:
        """A query of each case's national_limit_exceeded (1, 0, -1), as `screen.limit_facts`; None without limits."""
        limits = [number for number, one in self.provisions.items() if one.lowered.provision.limit]
        if not limits or not self.of_case:
            return None
        met = " OR ".join(f"outcome_{number} = {_MET}" for number in limits)
        none = " AND ".join(f"outcome_{number} IN ({_NO_LIMIT})" for number in limits)
        return (
            f"SELECT person, case_number, "
            f"CASE WHEN {met} THEN 1 WHEN {none} THEN 0 ELSE -1 END AS national_limit_exceeded "
            f"FROM {self.answers} WHERE case_number IS NOT NULL"
        )

    def gates(self) -> str | None:
        """A query of the best outcome of a release from each case: 2 met, 1 arguable, 0 neither; None of persons."""
        if not self.of_case:
            return None
        releases = [number for number, one in self.provisions.items() if one.lowered.provision.kind == "release"]
        met = " OR ".join(f"outcome_{number} = {_MET}" for number in releases) or "FALSE"
        arguable = " OR ".join(f"outcome_{number} = {_ARGUABLE}" for number in releases) or "FALSE"
        return (
            f"SELECT person, case_number, holds, held_in_other_case = 1 AS elsewhere, "
            f"CASE WHEN {met} THEN 2 WHEN {arguable} THEN 1 ELSE 0 END AS best "
            f"FROM {self.answers} WHERE case_number IS NOT NULL"
        )
