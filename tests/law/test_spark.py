"""Spark and DuckDB give the same numbers, cell by cell, wherever Java and pyspark are."""

from __future__ import annotations

import importlib.util
import os
import shutil
import warnings
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rihai.census.synth.people import invent_records
from rihai.errors import Unreadable
from rihai.law import spark
from rihai.law.compile import PACKED, outputs_of, query_for
from rihai.law.engine import ReadyPack, row_builder
from rihai.law.flatten import Flattening, as_arrow
from rihai.law.load import load_pack
from rihai.law.record import checked
from tests.law.ugly import ugly_record

AS_OF = date(2028, 2, 29)
PEOPLE = 20_000
KEYS = ("person", "case_number")
JAVA = shutil.which("java") is not None
PYSPARK = importlib.util.find_spec("pyspark") is not None
WHY_NOT = "NOT TESTED: Spark needs Java 17 and pyspark; install a JDK, then: uv sync --extra spark"
if not (JAVA and PYSPARK):
    print(f"\n{WHY_NOT}")

on_spark = pytest.mark.skipif(not (JAVA and PYSPARK), reason=WHY_NOT)
# Spark leaves some of its sockets to Python to close, which says so when it does.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def test_where_everything_is_checked_and_java_is_there_spark_is_tested() -> None:
    checked_by_machine = os.environ.get("CI") == "true" and JAVA

    assert PYSPARK or not checked_by_machine, WHY_NOT


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.driver.memory", "2g").config("spark.driver.bindAddress", "127.0.0.1")
        # Every query runs once: Java's second compiler costs more than it saves, a third of all.
        builder = builder.config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1")
        for name, value in spark.SETTINGS.items():
            builder = builder.config(name, value)
        started = builder.getOrCreate()
        started.sparkContext.setLogLevel("ERROR")
        yield started
        started.stop()


@cache
def _ready() -> ReadyPack:
    return ReadyPack(load_pack("pakistan"), AS_OF)


@pytest.fixture(scope="module")
def records() -> pa.Table:
    """Ordinary people, and every tenth as ugly as the dictionary allows, each with a number."""
    chance = Random(3)
    ugly = [ugly_record(chance, at) for at in range(PEOPLE // 10)]
    table = as_arrow([*ugly, *(checked(one)[0] for one in invent_records(PEOPLE - len(ugly), 3, AS_OF))])
    return table.append_column("person", pa.array(range(PEOPLE), pa.int64()))


@pytest.fixture(scope="module")
def in_duckdb(records: pa.Table) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with the table `flat`: the records laid flat by DuckDB."""
    flattening = Flattening(row_builder(_ready().provisions, _ready().table), _ready().day, of_case=True)
    with duckdb.connect() as connection:
        connection.execute("SET disabled_optimizers = 'statistics_propagation'")
        view = flattening.flatten(connection, records.drop_columns(["person"]), "laid")
        connection.execute(f"CREATE TABLE flat AS SELECT * FROM {view}")
        yield connection


@pytest.fixture(scope="module")
def in_spark(session: Any, records: pa.Table, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder of Parquet: the records laid flat by Spark."""
    folder = tmp_path_factory.mktemp("spark")
    pq.write_table(records, folder / "records.parquet")
    spark.lay_flat(session, _ready(), session.read.parquet(str(folder / "records.parquet")), str(folder / "flat"))
    return str(folder / "flat")


def _sorted(table: pa.Table) -> pa.Table:
    return table.sort_by([(key, "ascending") for key in KEYS])


def _differing(found: pa.Table, expected: pa.Table) -> list[str]:
    """The columns of which some cell differs."""
    assert found.num_rows == expected.num_rows
    return [name for name in found.column_names if not found[name].equals(expected[name].cast(found[name].type))]


@pytest.mark.slow
@on_spark
def test_records_laid_flat_by_spark_are_those_laid_flat_by_duckdb_cell_by_cell(
    in_spark: str, in_duckdb: duckdb.DuckDBPyConnection
) -> None:
    expected = in_duckdb.sql("SELECT * FROM flat").to_arrow_table()

    found = pq.read_table(in_spark)

    # Each engine numbers the rows of a group in the order in which it meets them; what stands in them is compared.
    numbered = [name for name in expected.column_names if name.endswith("__number")]

    assert set(found.column_names) == set(expected.column_names)
    assert _differing(_sorted(found.drop_columns(numbered)), _sorted(expected)) == []
    assert found.num_rows >= 20_000


@pytest.mark.slow
@on_spark
def test_every_outcome_day_condition_missing_fact_and_note_is_the_same_in_spark_on_20_000_rows(
    session: Any, in_spark: str, in_duckdb: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    expected = _sorted(in_duckdb.sql(query_for(_ready(), "flat", KEYS, fields=PACKED)).to_arrow_table())

    differing: list[str] = []
    compared: set[str] = set()
    rows = session.read.parquet(in_spark).repartition(2)
    for at, frame in enumerate(spark.evaluate(session, _ready(), rows, KEYS)):
        frame.write.parquet(str(tmp_path / f"part{at}"))
        found = _sorted(pq.read_table(tmp_path / f"part{at}"))
        compared |= set(found.column_names)
        differing += _differing(found, expected)

    assert compared == set(expected.column_names)
    assert differing == []


@pytest.mark.slow
@on_spark
def test_a_text_that_is_no_date_is_refused_without_being_quoted(session: Any, tmp_path: Path) -> None:
    record = as_arrow([{"id": "one", "date_of_birth": "2001-02-31"}])
    pq.write_table(record.append_column("person", pa.array([0], pa.int64())), tmp_path / "records.parquet")

    with pytest.raises(Unreadable) as refused:
        spark.lay_flat(
            session, _ready(), session.read.parquet(str(tmp_path / "records.parquet")), str(tmp_path / "flat")
        )

    assert "2001" not in str(refused.value.__cause__)
    assert "2001-02-31" not in str(refused.value)


@pytest.mark.slow
@on_spark
def test_few_columns_hold_every_number_of_the_many(in_duckdb: duckdb.DuckDBPyConnection) -> None:
    some = "(SELECT * FROM flat ORDER BY person, case_number LIMIT 3000)"
    packed = _columns(in_duckdb.sql(f"SELECT * FROM ({query_for(_ready(), some, KEYS, fields=PACKED)}) ORDER BY ALL"))
    apart = _columns(in_duckdb.sql(f"SELECT * FROM ({query_for(_ready(), some, KEYS)}) ORDER BY ALL"))

    for one in _ready().provisions:
        provision = one.lowered.provision.id
        conditions, missing, notes = (packed[f"{provision}__{field}"] for field in PACKED[4:])
        numbers = [packed[f"{provision}__{field}"] for field in PACKED[:4]]
        numbers += [_bit(conditions, bit) for bit in range(2 * len(one.lowered.standings))]
        numbers += [_bit(missing, bit) for bit in range(len(one.lowered.asks))]
        numbers += [_bit(notes, bit) for bit in range(len(one.lowered.notes))]
        for name, column in zip(outputs_of(one), numbers, strict=True):
            assert apart[name] == column, name


def _columns(found: duckdb.DuckDBPyRelation) -> dict[str, list[Any]]:
    return dict(zip(found.columns, map(list, zip(*found.fetchall(), strict=True)), strict=True))


def _bit(packed: list[Any], bit: int) -> list[Any]:
    return [None if number is None else number >> bit & 1 for number in packed]
