"""Runs every part of the benchmark in a process of its own and writes docs/benchmarks.md.

    python -m bench [--quick] [PART…]

A part is a module of this folder with a function `run(quick: bool) -> list[Measurement]`.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.engine import LARGEST
from bench.measure import Measurement, from_json, of_runs

HERE = Path(__file__).parent
REPORT = HERE.parent / "docs" / "benchmarks.md"
_PACKAGES = (
    "duckdb",
    "pyarrow",
    "sqlglot",
    "python-calamine",
    "openpyxl",
    "xlsxwriter",
    "rapidfuzz",
    "polars",
    "pandas",
    "openfisca-core",
    "pyspark",
)


def parts() -> list[str]:
    """The parts there are, in the order of their names."""
    modules = sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))
    return [name for name in modules if "def run(quick: bool)" in (HERE / f"{name}.py").read_text(encoding="utf-8")]


def main() -> None:
    """Measure, or (--into FILE) be the process that measures one part."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Rihai and write docs/benchmarks.md.")
    parser.add_argument("parts", nargs="*", help=f"parts to measure: {', '.join(parts())}; all of them without")
    parser.add_argument("--quick", action="store_true", help="small data, to see that everything runs; writes no file")
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--largest", type=int, default=1_000_000, help="the most persons of a census (11500000: all)")
    asked = parser.parse_args()
    if asked.into:
        found = importlib.import_module(f"bench.{asked.parts[0]}").run(asked.quick)
        asked.into.write_text(json.dumps([one.as_json() for one in found]), encoding="utf-8")
        return
    os.environ[LARGEST] = str(asked.largest)  # the processes of the parts read it
    before = os.getloadavg()
    measured = {part: _in_its_own_process(part, asked.quick) for part in asked.parts or parts()}
    report = _report(measured, before, os.getloadavg())
    if asked.quick or asked.parts:
        print(report)
    else:
        REPORT.write_text(report, encoding="utf-8")
        print(f"Written: {REPORT}")


def _in_its_own_process(part: str, quick: bool) -> list[Measurement]:
    print(f"Measuring {part} …", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder) / "measured.json"
        options = ["--quick"] if quick else []
        subprocess.run([sys.executable, "-m", "bench", part, "--into", into, *options], check=True)
        return [from_json(told) for told in json.loads(into.read_text(encoding="utf-8"))]


def _report(measured: dict[str, list[Measurement]], before: tuple[float, ...], after: tuple[float, ...]) -> str:
    lines = [
        "# Benchmarks",
        "",
        "Made by `python -m bench`; do not edit. Data are invented from a fixed seed; where two ways give one answer,",
        "they are compared before anything is timed. A figure is the median of the runs, with the least and the most.",
        "",
        *_machine(before, after),
        "",
    ]
    for part, found in measured.items():
        lines += [f"## {part.capitalize()}", "", *(_table(found) if found else ["Not measured: see what it said."]), ""]
    return "\n".join(lines)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _machine(before: tuple[float, ...], after: tuple[float, ...]) -> list[str]:
    versions = ", ".join(f"{name} {told}" for name in _PACKAGES if (told := _version(name)))
    return [
        f"- Machine: {os.cpu_count()} cores, {platform.machine()}, {platform.system()}, "
        f"Python {platform.python_version()}",
        f"- Versions: {versions}",
        f"- Load of the machine (1 minute): {before[0]:.1f} before, {after[0]:.1f} after. Above the number of cores,"
        " read processor seconds, not the clock.",
    ]


def _table(found: list[Measurement]) -> list[str]:
    rows = ["| what | how much | runs | clock | processors | peak memory |", "|---|---|---|---|---|---|"]
    for one in found:
        wall, cpu = (_seconds(of_runs(one, field)) for field in ("wall", "cpu"))
        peak = f"{of_runs(one, 'peak')[2]:,.0f} MB"
        rows.append(f"| {one.name} | {one.size} | {len(one.runs)} | {wall} | {cpu} | {peak} |")
    return [*rows, *dict.fromkeys(f"\n{one.name}: {one.note}" for one in found if one.note)]


def _seconds(figures: tuple[float, float, float]) -> str:
    scale, unit = (1000, "ms") if figures[0] < 0.1 else (1, "s")
    middle, least, most = (f"{figure * scale:.2f}" for figure in figures)
    return f"{middle} {unit} ({least}–{most})"


if __name__ == "__main__":
    main()
