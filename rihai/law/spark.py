"""The same packs, unchanged, on Spark: what Spark writes otherwise than DuckDB, and a pack over rows laid flat.

Records are laid flat by DuckDB (`rihai.law.flatten`), part by part: the facts that are reckoned come from Python
functions, which a cluster would have to carry to every machine. Rows laid flat are one plain Parquet table.
Needs the extra `spark` and Java 17 (docs/how-to/screen-a-country-on-spark.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rihai.law.compile import settled_outputs
from rihai.law.engine import ReadyPack, ReadyProvision, row_builder
from rihai.law.flatten import Flattening
from rihai.law.graph import Expr
from rihai.law.sql_writer import Dialect, SqlWriter

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

    from rihai.law.sql_writer import Sql

SETTINGS: Mapping[str, str] = {
    # Spark infers filters from every alias; a provision has hundreds, and the planner runs out of memory over them.
    "spark.sql.constraintPropagation.enabled": "false",
    # What is used twice already stands in a stage of its own; looking for more is work for nothing.
    "spark.sql.subexpressionElimination.enabled": "false",
    # Java does not compile methods above 8,000 bytes: leave such a stage in smaller pieces, which it does compile.
    "spark.sql.codegen.hugeMethodLimit": "8000",
}
"""What a session must be started with; the answers are the same without, only slow."""

AT_ONCE = 8
"""Provisions asked in one query: analysing a query takes Spark more than in proportion to its columns."""


class SparkDialect(Dialect):
    """Spark's calendar on day numbers; ADD_MONTHS clamps to the end of the month, as DuckDB does.

    A DATE less a DATE is an interval in Spark: days are counted by UNIX_DATE.
    """

    name = "spark"

    def add_months(self, day: Sql, months: Sql) -> Sql:
        """The day number `months` calendar months on, clamped to the end of the month."""
        return self.number(_call("ADD_MONTHS", self.date(day), _integer(months)))

    def date(self, day: Sql) -> Sql:
        """A day number as a date."""
        return _call("DATE_FROM_UNIX_DATE", _integer(day))

    def number(self, date: Sql) -> Sql:
        """A date as a day number."""
        return _call("UNIX_DATE", date)


def _call(name: str, *args: Sql) -> Sql:
    """A function of Spark by its own name, which sqlglot would otherwise write in a form for all engines."""
    from sqlglot import exp

    return exp.Anonymous(this=name, expressions=list(args))


def _integer(value: Sql) -> Sql:
    from sqlglot import exp

    return exp.cast(value, "INT", copy=False)


def lay_flat(ready: ReadyPack, records: pa.Table, target: str | Path) -> int:
    """Writes records (`rihai.law.flatten.as_arrow`) as Parquet rows for the pack, one per person and case.

    Gives the number of rows. The first columns are `rihai.law.flatten.ROW`; `person` counts from 0 within `records`.
    Raises OSError where the file cannot be written.
    """
    import duckdb
    import pyarrow.parquet as pq

    flattening = Flattening(row_builder(ready.provisions, ready.table), ready.day, of_case=True)
    with duckdb.connect() as connection:
        name = flattening.flatten(connection, records, "flat")
        rows = connection.sql(f"SELECT * FROM {name} ORDER BY person, case_number").to_arrow_table()  # noqa: S608
    pq.write_table(rows, target, compression="zstd")
    return int(rows.num_rows)


def evaluate(
    session: SparkSession,
    ready: ReadyPack,
    rows: DataFrame,
    keep: Sequence[str],
    *,
    fields: Sequence[str] | None = None,
) -> Iterator[DataFrame]:
    """Every output of the pack beside the `keep` columns of `rows`, AT_ONCE provisions in each frame.

    Outputs are those of `rihai.law.compile.settled_outputs`; `fields` keeps some of `rihai.law.compile.FIELDS`, None
    keeps all.
    """
    for start in range(0, len(ready.provisions), AT_ONCE):
        outputs = _outputs(ready, ready.provisions[start : start + AT_ONCE], fields)
        writer = SqlWriter(outputs, ready.day, SparkDialect())
        # Every stage passes on every column, and Spark looks at each of them again: give it no more than are asked.
        asked = {str(node.args[0]) for node in writer.order if node.op == "col"}
        rows.select(*sorted(asked.union(keep))).createOrReplaceTempView("rihai_rows")
        yield session.sql(writer.query("rihai_rows", list(keep)))


def _outputs(ready: ReadyPack, some: Sequence[ReadyProvision], fields: Sequence[str] | None) -> dict[str, Expr]:
    return {
        name: expression
        for one in some
        for name, expression in settled_outputs(ready, one).items()
        if fields is None or name.removeprefix(f"{one.lowered.provision.id}__") in fields
    }


__all__ = ["AT_ONCE", "SETTINGS", "SparkDialect", "evaluate", "lay_flat"]
