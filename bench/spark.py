"""The whole pack of Pakistan on Spark, on this machine alone: equal to DuckDB, then the time of both over one file."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.measure import Measurement, measure
from rihai.census.synth.people import invent_records
from rihai.law.compile import PACKED, query_for
from rihai.law.engine import ReadyPack, row_builder
from rihai.law.flatten import Flattening, as_arrow
from rihai.law.load import load_pack
from rihai.law.record import checked
from rihai.law.spark import AT_ONCE, SETTINGS, evaluate, lay_flat

if TYPE_CHECKING:
    import pyarrow as pa

AS_OF = date(2026, 11, 25)
_SEED = 7
_KEYS = ("person", "case_number")
_NOTE = (
    "From Parquet of records to Parquet of rows, and from those to outcome, days, conditions, missing facts and notes "
    f"of every provision. Spark asks {AT_ONCE} provisions a query and reads the rows again for each; of a query of "
    "eight over 20,000 rows, analysing, planning and compiling it took as long as answering."
)


def run(quick: bool) -> list[Measurement]:
    """The measurements, or none and the reason on standard error."""
    if shutil.which("java") is None or importlib.util.find_spec("pyspark") is None:
        print("NOT MEASURED: Spark needs Java 17 and pyspark; uv sync --extra spark", file=sys.stderr)
        return []
    ready = ReadyPack(load_pack("pakistan"), AS_OF)
    people, times = (3_000, 1) if quick else (20_000, 3)
    with _session() as session, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _agree(session, ready, folder)
        _write(folder, people)
        size = f"{people:,} people, {len(ready.provisions)} provisions"
        return [
            measure("DuckDB: laid flat", size, lambda: _flat_in_duckdb(ready, folder), runs=times),
            measure("DuckDB: asked", size, lambda: _asked_in_duckdb(ready, folder), runs=times),
            measure("Spark, local[2]: laid flat", size, lambda: _flat_in_spark(session, ready, folder), runs=times),
            measure("Spark, local[2]: asked", size, lambda: _asked_in_spark(session, ready, folder), runs=times,
                    note=_NOTE),
        ]  # fmt: skip


@contextmanager
def _session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.memory", "2g").config("spark.driver.bindAddress", "127.0.0.1")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def _write(folder: Path, people: int) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    records = as_arrow(checked(one)[0] for one in invent_records(people, _SEED, AS_OF))
    numbered = records.append_column("person", pa.array(range(people), pa.int64()))
    pq.write_table(numbered, folder / "records.parquet", compression="zstd")


def _flat_in_duckdb(ready: ReadyPack, folder: Path) -> None:
    import duckdb
    import pyarrow.parquet as pq

    records = pq.read_table(folder / "records.parquet").drop_columns(["person"])
    flattening = Flattening(row_builder(ready.provisions, ready.table), ready.day, of_case=True)
    with duckdb.connect(config={"threads": 2}) as connection:
        name = flattening.flatten(connection, records, "laid")
        connection.execute(f"COPY (SELECT * FROM {name}) TO '{folder / 'flat.parquet'}' (FORMAT parquet)")


def _asked_in_duckdb(ready: ReadyPack, folder: Path) -> None:
    import duckdb

    sql = query_for(ready, f"(SELECT * FROM read_parquet('{folder / 'flat.parquet'}'))", _KEYS, fields=PACKED)
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute("SET disabled_optimizers = 'statistics_propagation'")
        connection.execute(f"COPY ({sql}) TO '{folder / 'duckdb.parquet'}' (FORMAT parquet)")


def _flat_in_spark(session: Any, ready: ReadyPack, folder: Path) -> None:
    lay_flat(session, ready, session.read.parquet(str(folder / "records.parquet")), str(folder / "flat-spark"))


def _asked_in_spark(session: Any, ready: ReadyPack, folder: Path) -> None:
    rows = session.read.parquet(str(folder / "flat-spark"))
    for at, frame in enumerate(evaluate(session, ready, rows, _KEYS)):
        frame.write.mode("overwrite").parquet(str(folder / f"spark-{at}"))


def _agree(session: Any, ready: ReadyPack, folder: Path) -> None:
    """Some people come out the same in every cell, laid flat and asked by each alone, or there is nothing to time."""
    _write(folder, 1_000)
    _flat_in_duckdb(ready, folder)
    _asked_in_duckdb(ready, folder)
    _flat_in_spark(session, ready, folder)
    _asked_in_spark(session, ready, folder)
    expected = _sorted(folder / "duckdb.parquet")
    compared = set()
    for part in sorted(folder.glob("spark-*")):
        found = _sorted(part)
        compared |= set(found.column_names)
        if any(not found[name].equals(expected[name].cast(found[name].type)) for name in found.column_names):
            raise SystemExit("Spark and DuckDB differ: no figures are given.")
    if compared != set(expected.column_names):
        raise SystemExit("Spark did not answer everything: no figures are given.")


def _sorted(path: Path) -> pa.Table:
    import pyarrow.parquet as pq

    return pq.read_table(path).sort_by([(key, "ascending") for key in _KEYS])
