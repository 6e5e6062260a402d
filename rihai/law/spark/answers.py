"""A pack asked over rows laid flat, some provisions in each query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rihai.law.compile import PACKED, packed_outputs
from rihai.law.engine import ReadyPack
from rihai.law.spark.dialect import SparkDialect
from rihai.law.sql_writer import SqlWriter

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

AT_ONCE = 8
"""Provisions asked in one query: analysing a query takes Spark more than in proportion to its columns."""


def evaluate(
    session: SparkSession, ready: ReadyPack, rows: DataFrame, keep: Sequence[str], *, fields: Sequence[str] = PACKED
) -> Iterator[DataFrame]:
    """What the pack says of `rows` (`lay_flat`) beside their `keep` columns, AT_ONCE provisions in each frame.

    `fields` keeps some of `rihai.law.compile.PACKED`.
    """
    for start in range(0, len(ready.provisions), AT_ONCE):
        outputs = packed_outputs(ready, ready.provisions[start : start + AT_ONCE], fields)
        writer = SqlWriter(outputs, ready.day, SparkDialect())
        # Every stage passes on every column, and Spark looks at each of them again: give it no more than are asked.
        asked = {str(node.args[0]) for node in writer.order if node.op == "col"}
        rows.select(*sorted(asked.union(keep))).createOrReplaceTempView("rihai_rows")
        yield session.sql(writer.query("rihai_rows", list(keep)))
