"""What a finding says beside its outcome: its days, missing facts and notes, asked only of rows that say something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rihai.law.engine import ReadyPack, ReadyProvision
from rihai.law.graph import Expr
from rihai.law.outcome import NUMBER
from rihai.law.provision import Outcome
from rihai.law.settle import Replacing, Settling
from rihai.law.sql_writer import SqlWriter

if TYPE_CHECKING:
    import duckdb

SAYS: tuple[Outcome, ...] = ("met", "not_yet", "arguable", "cannot_tell")
"""The outcomes that become findings; the others are only counted."""
OWN_NOTES = 4
"""The bit of `noted` from which the provision's own notes stand."""

_KEYS = ("person", "case_number", "case_id")
GroupOf = Callable[[str], str | None]
"""`rihai.law.flatten.Flattening.group_of`."""
_TOLD = ", ".join(str(NUMBER[outcome]) for outcome in SAYS)


class Details:
    """Asks one provision, by its number, of answers that have its outcome as `outcome_<number>`."""

    def __init__(self, ready: ReadyPack, number: int, one: ReadyProvision, group_of: GroupOf) -> None:
        self.number = number
        self.one = one
        worded = [ask.name for ask in one.lowered.asks if ask.by_row] + [f"{fact}__conf" for fact in one.confidence]
        self._worded = {column: group_of(column) for column in worded}
        numbers = dict.fromkeys(f"{group}__number" for group in self._worded.values())
        kept = [*_KEYS, f"outcome_{number}", "held_in_other_case", "custody_from_arrest", *numbers]
        writer = SqlWriter(self._outputs(ready), ready.day)
        read = [str(node.args[0]) for node in writer.order if node.op == "col"]
        self.columns = list(dict.fromkeys([*kept, *read]))
        self._query = writer.query("told", kept)

    def _outputs(self, ready: ReadyPack) -> dict[str, Expr]:
        """The days; which facts are missing, as bits, where that is asked; and which of the own notes stand."""
        g, lowered = ready.graph, self.one.lowered
        outcome = g.col(f"outcome_{self.number}")
        known = {lowered.outcome.number: outcome}
        days = Replacing(g, ready.day, known)
        open_ = Settling(g, ready.day, known | {truth.number: g.false for truth in lowered.closed})
        asking = g.any(*(g.eq(outcome, g.const(NUMBER[name])) for name in ("arguable", "cannot_tell")))
        missing = g.when(asking, g.bits(*(open_(ask.when) for ask in lowered.asks)), g.const(0))
        outputs = {"since": lowered.since, "due_on": lowered.due_on, "until": lowered.until}
        made = {name: days(node) for name, node in outputs.items()} | {"missing": missing}
        if lowered.notes:
            settle = Settling(g, ready.day)
            made["own"] = g.bits(*(settle(when) for _, when in lowered.notes))
        return made

    def query(self, name: str, answers: str) -> str:
        """A row for each answer that says something, of records laid flat as the view `name`.

        `asked` names the facts that differ from row to row among the missing ones, `noted` holds what notes rest on.
        """
        columns = ", ".join(f'"{name}"' for name in self.columns)
        told = f"SELECT {columns} FROM {answers} WHERE outcome_{self.number} IN ({_TOLD})"
        return (
            f"SELECT {', '.join(_KEYS)}, {self.number} AS provision, outcome_{self.number} AS outcome, "
            f"since, due_on, until, missing, {self._asked()} AS asked, {self._noted()} AS noted "
            f"FROM (WITH told AS ({told}) SELECT * FROM ({self._query})) AS found{self._joined(name)}"
        )

    def _joined(self, name: str) -> str:
        """The groups that words come from: texts are few, and no row carries them before it says something."""
        joins = []
        for group in dict.fromkeys(self._worded.values()):
            texts = ", ".join(f'"{column}"' for column, home in self._worded.items() if home == group)
            joins.append(
                f" JOIN (SELECT number AS {group}__number, {texts} FROM {name}_{group}) USING ({group}__number)"
            )
        return "".join(joins)

    def _asked(self) -> str:
        """The names that differ from row to row, of the missing facts alone; apart by a semicolon."""
        parts = [
            f"CASE WHEN missing & {1 << bit} <> 0 THEN \"{ask.name}\" || ';' ELSE '' END"
            for bit, ask in enumerate(self.one.lowered.asks)
            if ask.by_row
        ]
        return " || ".join(parts) or "''"

    def _noted(self) -> str:
        """What notes rest on: 1 another case holds, 2 custody from the arrest alone, 4 medium and 8 low confidence."""
        parts = ["CAST(held_in_other_case = 1 AS INT)", "2 * custody_from_arrest"]
        for weight, grade in ((4, "medium"), (8, "low")):
            if self.one.confidence:
                some = " OR ".join(f"\"{fact}__conf\" = '{grade}'" for fact in self.one.confidence)
                parts.append(f"{weight} * CAST({some} AS INT)")
        if self.one.lowered.notes:
            parts.append(f"{1 << OWN_NOTES} * own")
        return " + ".join(parts)


@contextmanager
def planned_fast(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Leaves out the propagation of statistics: on a query of thousands of nodes it takes longer than the query."""
    before = connection.sql("SELECT current_setting('disabled_optimizers')").fetchall()[0][0]
    connection.execute("SET disabled_optimizers = 'statistics_propagation'")
    try:
        yield
    finally:
        connection.execute("SET disabled_optimizers = ?", [before])
