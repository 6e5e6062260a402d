"""The whole pack of Pakistan on Spark, on this machine alone: equal to DuckDB, then the time of both over one file."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.measure import Measurement, measure
from rihai.census.synth.people import invent_records
from rihai.law.compile import FIELDS, query_for
from rihai.law.engine import ReadyPack
from rihai.law.flatten import as_arrow
from rihai.law.load import load_pack
from rihai.law.record import checked
from rihai.law.spark import AT_ONCE, SETTINGS, evaluate, lay_flat

if TYPE_CHECKING:
    import pyarrow as pa

AS_OF = date(2026, 11, 25)
_SEED = 7
_KEYS = ("person", "case_number")
_NOTE = (
    f"Rows laid flat, to outcome and days of every provision. Spark asks {AT_ONCE} provisions a query and reads the "
    "rows again for each; about a third of its clock is analysing and planning the queries. "
    "What bounds the rest is not known."
)


def run(quick: bool) -> list[Measurement]:
    """The measurements, or none and the reason on standard error."""
    if shutil.which("java") is None or importlib.util.find_spec("pyspark") is None:
        print("NOT MEASURED: Spark needs Java 17 and pyspark; uv sync --extra spark", file=sys.stderr)
        return []
    ready = ReadyPack(load_pack("pakistan"), AS_OF)
    session = _session()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        flat = folder / "flat.parquet"
        records = as_arrow(checked(one)[0] for one in invent_records(5_000 if quick else 20_000, _SEED, AS_OF))
        rows = lay_flat(ready, records, flat)
        size, times = f"{rows:,} rows, {len(ready.provisions)} provisions", 1 if quick else 3
        made = [
            measure("DuckDB", size, lambda: _in_duckdb(ready, flat, folder), runs=times),
            measure("Spark, local[2]", size, lambda: _in_spark(session, ready, flat, folder), runs=times, note=_NOTE),
        ]
        _agree(folder)
    session.stop()
    return made


def _session() -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.memory", "2g").config("spark.driver.bindAddress", "127.0.0.1")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _in_duckdb(ready: ReadyPack, flat: Path, folder: Path) -> None:
    import duckdb

    sql = query_for(ready, f"(SELECT * FROM read_parquet('{flat}'))", _KEYS, fields=FIELDS)
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute("SET disabled_optimizers = 'statistics_propagation'")
        connection.execute(f"COPY ({sql}) TO '{folder / 'duckdb.parquet'}' (FORMAT parquet)")


def _in_spark(session: Any, ready: ReadyPack, flat: Path, folder: Path) -> None:
    rows = session.read.parquet(str(flat))
    for at, frame in enumerate(evaluate(session, ready, rows, _KEYS, fields=FIELDS)):
        frame.write.mode("overwrite").parquet(str(folder / f"spark-{at}"))


def _agree(folder: Path) -> None:
    """Every cell is the same, or the figures just taken are thrown away."""
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
