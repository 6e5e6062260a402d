"""The provisions of a pack that are asked of the same rows: those of each case, or those of the person alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rihai.law.engine import ReadyPack, ReadyProvision, row_builder
from rihai.law.flatten import Flattening
from rihai.law.graph import Expr
from rihai.law.outcome import NUMBER
from rihai.law.provision import Outcome
from rihai.law.sql_writer import SqlWriter

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

SAYS: tuple[Outcome, ...] = ("met", "not_yet", "arguable", "cannot_tell")
"""The outcomes that become findings; the others are only counted."""
_MET, _ARGUABLE = NUMBER["met"], NUMBER["arguable"]
_TOLD = ", ".join(str(NUMBER[outcome]) for outcome in SAYS)
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
        self._query = SqlWriter(self._outputs(), ready.day).query(self.name, self._kept())

    def _outputs(self) -> dict[str, Expr]:
        """Outcome and days of every provision, and which facts are missing as bits where that is asked."""
        g = self.ready.graph
        outputs: dict[str, Expr] = {}
        for number, one in self.provisions.items():
            lowered = one.lowered
            asking = g.any(*(g.eq(lowered.outcome, g.const(number)) for number in (_ARGUABLE, NUMBER["cannot_tell"])))
            missing = g.when(asking, g.bits(*(ask.when for ask in lowered.asks)), g.const(0))
            values = (lowered.outcome, lowered.since, lowered.due_on, lowered.until, missing)
            outputs |= {f"{field}_{number}": value for field, value in zip(FIELDS, values, strict=True)}
            if lowered.notes:
                outputs[f"own_{number}"] = g.bits(*(when for _, when in lowered.notes))
        return outputs

    def _kept(self) -> list[str]:
        """The columns of a row that findings, notes and the gate need beside the answers."""
        kept = ["person", "case_number", "case_id", "holds", "held_in_other_case", "custody_from_arrest"]
        for one in self.provisions.values():
            kept += [ask.name for ask in one.lowered.asks if ask.by_row]
            kept += [f"{fact}__conf" for fact in one.confidence]
        return list(dict.fromkeys(kept))

    def evaluate(self, connection: duckdb.DuckDBPyConnection, records: pa.Table, given: str | None) -> None:
        """Makes the table `answers`: a row per case or person, with FIELDS of every provision by its number."""
        self.flattening.flatten(connection, records, self.name, given=given)
        with _planned_fast(connection):
            connection.execute(f"CREATE OR REPLACE TEMP TABLE {self.answers} AS {self._query}")

    def tables(self) -> list[str]:
        """The tables that `evaluate` made, to be dropped when everything is read from them."""
        return [self.answers, *self.flattening.tables(self.name)]

    def findings(self) -> str:
        """A query of the answers that say something: one row each, in the order of the provisions.

        `asked` names the facts that differ from row to row among the missing ones, `noted` holds what notes rest on.
        """
        return " UNION ALL ".join(self._found(number, one) for number, one in self.provisions.items())

    def _found(self, number: int, one: ReadyProvision) -> str:
        fields = ", ".join(f"{field}_{number} AS {field}" for field in FIELDS)
        return (
            f"SELECT person, case_number, case_id, {number} AS provision, {fields}, {_asked(number, one)} AS asked, "
            f"{_noted(number, one)} AS noted FROM {self.answers} WHERE outcome_{number} IN ({_TOLD})"
        )

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


@contextmanager
def _planned_fast(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Leaves out the propagation of statistics: on a query of thousands of nodes it takes longer than the query."""
    before = connection.sql("SELECT current_setting('disabled_optimizers')").fetchall()[0][0]
    connection.execute("SET disabled_optimizers = 'statistics_propagation'")
    try:
        yield
    finally:
        connection.execute("SET disabled_optimizers = ?", [before])


FIELDS = ("outcome", "since", "due_on", "until", "missing")


def _asked(number: int, one: ReadyProvision) -> str:
    """The names that differ from row to row, of the missing facts alone; apart by a semicolon."""
    parts = [
        f"CASE WHEN missing_{number} & {1 << bit} <> 0 THEN \"{ask.name}\" || ';' ELSE '' END"
        for bit, ask in enumerate(one.lowered.asks)
        if ask.by_row
    ]
    return " || ".join(parts) or "''"


OWN_NOTES = 4
"""The bit of `noted` from which the provision's own notes stand."""


def _noted(number: int, one: ReadyProvision) -> str:
    """What notes rest on: 1 held in another case, 2 custody from the arrest alone, 4 medium and 8 low confidence."""
    parts = ["CAST(held_in_other_case = 1 AS INT)", "2 * custody_from_arrest"]
    for weight, grade in ((4, "medium"), (8, "low")):
        if one.confidence:
            some = " OR ".join(f"\"{fact}__conf\" = '{grade}'" for fact in one.confidence)
            parts.append(f"{weight} * CAST({some} AS INT)")
    if one.lowered.notes:
        parts.append(f"{1 << OWN_NOTES} * own_{number}")
    return " + ".join(parts)
