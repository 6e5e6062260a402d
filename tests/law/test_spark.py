"""Spark and DuckDB give the same numbers, cell by cell, wherever Java and pyspark are."""

from __future__ import annotations

import importlib.util
import os
import shutil
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rihai.census.synth.people import invent_records
from rihai.law import compile as compiled
from rihai.law import spark
from rihai.law.compile import FIELDS
from rihai.law.engine import ReadyPack
from rihai.law.flatten import as_arrow
from rihai.law.load import load_pack
from rihai.law.record import checked
from tests.law.ugly import ugly_record

AS_OF = date(2028, 2, 29)
KEYS = ("person", "case_number")
JAVA = shutil.which("java") is not None
PYSPARK = importlib.util.find_spec("pyspark") is not None
WHY_NOT = "NOT TESTED: Spark needs Java 17 and pyspark; install a JDK, then: uv sync --extra spark"
if not (JAVA and PYSPARK):
    print(f"\n{WHY_NOT}")


def test_where_everything_is_checked_and_java_is_there_spark_is_tested() -> None:
    checked_by_machine = os.environ.get("CI") == "true" and JAVA

    assert PYSPARK or not checked_by_machine, WHY_NOT


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Spark's own, of sockets it leaves to Python to close
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.driver.memory", "2g").config("spark.driver.bindAddress", "127.0.0.1")
        for name, value in spark.SETTINGS.items():
            builder = builder.config(name, value)
        started = builder.getOrCreate()
        started.sparkContext.setLogLevel("ERROR")
        yield started
        started.stop()


def _records(number: int) -> pa.Table:
    """Ordinary people, and every tenth as ugly as the dictionary allows."""
    chance = Random(3)
    ugly = [ugly_record(chance, at) for at in range(number // 10)]
    return as_arrow([*ugly, *(checked(one)[0] for one in invent_records(number - len(ugly), 3, AS_OF))])


def _in_duckdb(ready: ReadyPack, flat: Path) -> pa.Table:
    source = f"(SELECT * FROM read_parquet('{flat}'))"
    sql = compiled.query_for(ready, source, KEYS, fields=FIELDS)
    with duckdb.connect() as connection:
        connection.execute("SET disabled_optimizers = 'statistics_propagation'")
        return connection.sql(sql).to_arrow_table()


@pytest.mark.slow
@pytest.mark.skipif(not (JAVA and PYSPARK), reason=WHY_NOT)
def test_spark_and_duckdb_agree_cell_by_cell_on_20_000_rows(session: Any, tmp_path: Path) -> None:
    ready = ReadyPack(load_pack("pakistan"), AS_OF)
    flat, order = tmp_path / "flat.parquet", [("person", "ascending"), ("case_number", "ascending")]
    rows = spark.lay_flat(ready, _records(20_000), flat)
    expected = _in_duckdb(ready, flat).sort_by(order)

    differing: list[str] = []
    compared: set[str] = set()
    for at, frame in enumerate(spark.evaluate(session, ready, session.read.parquet(str(flat)), KEYS, fields=FIELDS)):
        frame.write.parquet(str(tmp_path / f"part{at}"))
        found = pq.read_table(tmp_path / f"part{at}").sort_by(order)
        compared |= set(found.column_names)
        differing += [
            name
            for name in found.column_names
            if not found[name].cast(pa.int64()).equals(expected[name].cast(pa.int64()))
        ]

    assert rows >= 20_000
    assert compared == set(expected.column_names)
    assert differing == []
