"""Records laid flat in Spark: the queries of `rihai.law.flatten`, so that a country's list never leaves the cluster.

What is reckoned comes from the same Python functions as everywhere. They stay on the machine that starts the work: it
is told each distinct value once, and sends back what follows from it as a table to be joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rihai.law.engine import ReadyPack, row_builder
from rihai.law.flatten import Flattening
from rihai.law.flatten.arrow import no_date
from rihai.law.flatten.source import Source
from rihai.law.spark.dialect import SparkFlatDialect

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_NAME = "rihai_flat"


def lay_flat(session: SparkSession, ready: ReadyPack, records: DataFrame, target: str) -> None:
    """Writes records as Parquet rows for the pack, one per person and case, to `target`: any place Spark writes to.

    `records` has the form of `rihai.law.flatten.record_schema` and a column `person`, a number of its own for each.
    The first columns of a row are `rihai.law.flatten.ROW`. The session must have been started with SETTINGS.
    Raises Unreadable where a column of dates holds something else.
    """
    from pyspark.errors import DateTimeException

    rows = None
    try:
        rows = _InSpark(session, ready, records).rows()
        session.table(_NAME).write.mode("overwrite").parquet(target)
    except DateTimeException:
        raise no_date("A column of dates") from None  # the engine's own words would quote the value
    finally:
        if rows is not None:
            rows.unpersist()


class _InSpark(Flattening):
    """The views over which the queries of a flattening are asked."""

    def __init__(self, session: SparkSession, ready: ReadyPack, records: DataFrame) -> None:
        super().__init__(
            row_builder(ready.provisions, ready.table), ready.day, of_case=True, dialect=SparkFlatDialect()
        )
        self.session = session
        self.records = records

    def rows(self) -> DataFrame:
        """Makes the view `_NAME`, and gives the rows under it, which are kept until they are let go."""
        from pyspark.sql.pandas.types import to_arrow_schema

        self.records.createOrReplaceTempView(f"{_NAME}_people")
        source = Source(to_arrow_schema(self.records.schema), of_case=True)
        rows = self.session.sql(self._rows(source, f"{_NAME}_people")).persist()
        rows.createOrReplaceTempView(f"{_NAME}_rows")
        for one in self.reckonings:
            found = rows.select(f"key_{one.group.name}").distinct().collect()
            table = one.table(key for (key,) in found)
            self.session.createDataFrame(table).createOrReplaceTempView(f"{_NAME}_{one.group.name}")
        self.session.sql(self._holding(_NAME)).createOrReplaceTempView(f"{_NAME}_holding")
        self.session.sql(self._joined(_NAME, None)).createOrReplaceTempView(_NAME)
        return rows
