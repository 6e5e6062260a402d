"""What each part measured the last time, kept in bench/results, and the page docs/benchmarks.md made of it."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from bench.measure import Measurement, from_json, of_runs

HERE = Path(__file__).parent
RESULTS = HERE / "results"
PAGE = HERE.parent / "docs" / "benchmarks.md"
_PACKAGES = (
    "duckdb",
    "pyarrow",
    "sqlglot",
    "python-calamine",
    "openpyxl",
    "xlsxwriter",
    "rapidfuzz",
    "splink",
    "polars",
    "pandas",
    "openfisca-core",
    "pyspark",
)


@dataclass(frozen=True, slots=True)
class Result:
    """What a part measured: day, machine, packages, load of the machine (1 minute) before and after, figures."""

    part: str
    on: str
    machine: str
    versions: Mapping[str, str]
    load: tuple[float, float]
    measured: tuple[Measurement, ...]


def result_of(part: str, on: date, load: tuple[float, float], measured: Sequence[Measurement]) -> Result:
    """What was just measured, on this machine."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    versions = {name: told for name in _PACKAGES if (told := _version(name))}
    return Result(part, on.isoformat(), machine, versions, load, tuple(measured))


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def keep(result: Result) -> None:
    """Writes a result in the place of the last one of its part."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(asdict(result), indent=1, ensure_ascii=False)
    (RESULTS / f"{result.part}.json").write_text(text + "\n", encoding="utf-8")


def kept(parts: Iterable[str]) -> list[Result]:
    """The last result of each part that has one."""
    paths = [RESULTS / f"{part}.json" for part in parts]
    return [_result(json.loads(path.read_text(encoding="utf-8"))) for path in paths if path.exists()]


def _result(told: dict[str, Any]) -> Result:
    before, after = told.pop("load")
    return Result(**{**told, "load": (before, after), "measured": tuple(map(from_json, told["measured"]))})


def page(results: Sequence[Result], parts: Iterable[str] = ()) -> str:
    """The page: a section for each part, with its own day and load; first, which of `parts` were never measured."""
    newest = max(results, key=lambda result: result.on)
    lines = [
        "# Benchmarks",
        "",
        "Made by `python -m bench`; do not edit. `python -m bench PART…` measures some parts and keeps the others.",
        "Data are invented from a fixed seed; where two ways give one answer, they are compared before anything is",
        "timed. A figure is the median of the runs, with the least and the most. Where the load of the machine (1",
        "minute) was above its number of cores, read processor seconds, not the clock.",
        "",
        f"- Machine: {newest.machine}",
        f"- Versions: {_versions(newest.versions)}",
        "",
    ]
    if missing := sorted(set(parts) - {result.part for result in results}):
        lines += [f"**Never measured on a quiet machine, so no figures are given: {', '.join(missing)}.**", ""]
    for result in results:
        lines += [f"## {result.part.capitalize()}", "", _measured_on(result, newest), "", *_table(result.measured), ""]
    return "\n".join(lines)


def _measured_on(result: Result, newest: Result) -> str:
    before, after = result.load
    line = f"Measured on {result.on}; load {before:.1f} before, {after:.1f} after."
    if result.machine != newest.machine:
        line += f" Machine: {result.machine}."
    others = {name: told for name, told in result.versions.items() if newest.versions.get(name) != told}
    return line + (f" Then with {_versions(others)}." if others else "")


def _versions(versions: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {told}" for name, told in versions.items())


def _table(found: Sequence[Measurement]) -> list[str]:
    """A row for each measurement, the time and memory first, then how well it was done where that was asked."""
    if not found:
        return ["Not measured: see what it said."]
    further = list(dict.fromkeys(name for one in found for name in one.figures))
    headings = ["what", "how much", "runs", "clock", "processors", "peak memory", *further]
    rows = [_row(headings), "|" + "---|" * len(headings)]
    for one in found:
        told = [one.figures.get(name, "") for name in further]
        rows.append(_row([one.name, one.size, str(len(one.runs) or ""), *_cost(one), *told]))
    return [*rows, *dict.fromkeys(f"\n{one.name}: {one.note}" for one in found if one.note)]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cost(one: Measurement) -> list[str]:
    if not one.runs:
        return ["", "", ""]
    return [*(_seconds(of_runs(one, field)) for field in ("wall", "cpu")), f"{of_runs(one, 'peak')[2]:,.0f} MB"]


def _seconds(figures: tuple[float, float, float]) -> str:
    scale, unit = (1000, "ms") if figures[0] < 0.1 else (1, "s")
    middle, least, most = (f"{figure * scale:.2f}" for figure in figures)
    return f"{middle} {unit} ({least}–{most})"
