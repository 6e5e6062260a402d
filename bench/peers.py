"""One provision in our engine and in others, side by side: the same rows, the same answers, then the time."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.measure import Measurement, Run
from bench.peer import COLUMNS, ENGINES
from bench.peer.__main__ import FEW, numbers
from rihai.census.synth.people import invent_records
from rihai.days import day_of
from rihai.law.columns import any_item_column
from rihai.law.compile import as_table, query_for
from rihai.law.engine import ReadyPack
from rihai.law.flatten import Flattening, as_arrow
from rihai.law.load import load_pack
from rihai.law.outcome import NUMBER
from rihai.law.provision import Pack
from rihai.law.record import checked
from rihai.law.tree import AnyItem, leaves

if TYPE_CHECKING:
    import pyarrow as pa

AS_OF = date(2026, 11, 25)
PROVISION = "crpc_497_delay_general"
_SEED, _RUNS, _INVENTED = 7, 3, 50_000
_NOTE = (
    f"Parquet of {len(COLUMNS)} columns laid flat to the outcome of each row; one process a run, engines in turn, "
    f"starting and importing left out. Beyond {_INVENTED:,} invented people the same stand again with earlier days. "
    "What bounds each engine was not taken apart."
)


def run(quick: bool) -> list[Measurement]:
    """The measurements of every engine that is installed, once all give the answers worked out by hand."""
    engines = {name: module for name, (module, package) in ENGINES.items() if _installed(name, package)}
    with tempfile.TemporaryDirectory() as folder:
        _agree_with_the_worked_cases(engines, Path(folder))
        source, rows = Path(folder) / "rows.parquet", 20_000 if quick else 1_000_000
        _write(source, rows)
        found: dict[str, list[Run]] = {name: [] for name in engines}
        for _ in range(_RUNS):
            told = {name: _measured(module, source) for name, module in engines.items()}
            if len({one["answers"] for one in told.values()}) != 1:
                raise SystemExit("The engines give different outcomes: no figures are given.")
            for name, one in told.items():
                found[name].append(Run(**one["run"]))
    size = f"{rows:,} rows, 1 provision"
    made = [Measurement(_named(name), size, tuple(runs)) for name, runs in found.items()]
    return [*made[:-1], replace(made[-1], note=_NOTE)]


def _installed(name: str, package: str | None) -> bool:
    there = package is None or importlib.util.find_spec(package) is not None
    if not there:
        print(f"NOT MEASURED: {name} is not installed; uv sync --group peers", file=sys.stderr)
    return there


def _named(name: str) -> str:
    """The engine and its version."""
    distribution = {"OpenFisca": "openfisca-core", "pandas": "pandas", "Polars, streaming": "polars"}.get(name)
    return f"{name} {version(distribution)}" if distribution else name


def _measured(module: str, source: Path) -> dict[str, Any]:
    words = [sys.executable, "-m", "bench.peer", module, str(source), str(day_of(AS_OF))]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


@cache
def _pack() -> Pack:
    """The pack with the one provision alone."""
    pack = load_pack("pakistan")
    return replace(pack, provisions=tuple(one for one in pack.provisions if one.id == PROVISION))


def _agree_with_the_worked_cases(engines: dict[str, str], folder: Path) -> None:
    """Every engine gives every outcome of the cases worked out by hand that lie beside the provision."""
    worked = _pack().provisions[0].cases
    for on in sorted({one.on for one in worked}):
        ready, source = ReadyPack(_pack(), on), folder / f"{on}.parquet"
        cases = [one for one in worked if one.on == on]
        records = [checked(one.record)[0] for one in cases]
        rows = [ready.rows.build(record, record["cases"][0], ready.day) for record in records]
        _lay(ready, as_table(rows, rows[0]), source)
        expected = [NUMBER[one.expects["outcome"]] for one in cases]
        for name, module in engines.items():
            found = numbers(import_module(f"bench.peer.{module}").outcomes(source, ready.day))
            if found != expected:
                raise SystemExit(f"{name} differs from cases worked out by hand on {on}: no figures are given.")


def _lay(ready: ReadyPack, rows: pa.Table, source: Path) -> None:
    """The rows with columns of plain names, and beside them the query of the pack over those."""
    import pyarrow.parquet as pq

    plain = dict(_plain_names())
    sql = query_for(ready, "laid", [], fields=["outcome"])
    for column, name in plain.items():
        sql = sql.replace(column, name)
    source.with_suffix(f".{ready.day}.sql").write_text(sql, encoding="utf-8")
    named = rows.rename_columns([plain.get(name, name) for name in rows.column_names])
    pq.write_table(named.select(COLUMNS), source, compression="zstd")


def _plain_names() -> Iterator[tuple[str, str]]:
    """The columns that have no name a person would give them, by the conditions they come from."""
    conditions = _pack().provisions[0].versions[-1].conditions
    named = {"grave_record": "grave_record", "grave_terrorism": "grave_terrorism", "sindh_bar": "sindh_charge"}
    for condition, name in named.items():
        for leaf, _ in leaves(conditions[condition].node):
            if isinstance(leaf, AnyItem):
                yield any_item_column(leaf), name


def _write(source: Path, count: int) -> None:
    """Invented people laid flat; beyond _INVENTED the same again, every day of custody some days earlier."""
    import duckdb

    ready = ReadyPack(_pack(), AS_OF)
    flattening = Flattening(ready.rows, ready.day, of_case=True)
    records = as_arrow(checked(one)[0] for one in invent_records(min(count, _INVENTED), _SEED, AS_OF))
    with duckdb.connect() as connection:
        name = flattening.flatten(connection, records, "flat")
        again = -(-count // _INVENTED)
        moved = ", ".join(
            f"CASE WHEN abs({end}) < 1000000 THEN {end} - 3 * CAST(again AS INT) ELSE {end} END AS {end}"
            for end in ("custody_since__e", "custody_since__l")
        )
        rows: pa.Table = connection.sql(
            f"SELECT * REPLACE ({moved}) FROM {name}, range({again}) AS t(again) LIMIT {count}"
        ).to_arrow_table()
    _lay(ready, rows, source)
    _lay(ready, rows.slice(0, 1_000), source.with_name(FEW))
