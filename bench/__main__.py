"""Runs parts of the benchmark, each in a process of its own, and writes docs/benchmarks.md.

    python -m bench [--quick] [PART…]

A part is a module of this folder with a function `run(quick: bool) -> list[Measurement]`. The results of parts that are
not run stay as they were.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench.engine import LARGEST
from bench.measure import Measurement, from_json
from bench.page import HERE, PAGE, Result, keep, kept, page, result_of


def parts() -> list[str]:
    """The parts there are, in the order of their names."""
    modules = sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))
    return [name for name in modules if "def run(quick: bool)" in (HERE / f"{name}.py").read_text(encoding="utf-8")]


def main() -> None:
    """Measure, or (--into FILE) be the process that measures one part."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Rihai and write docs/benchmarks.md.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(parts())}; all of them without")
    parser.add_argument("--quick", action="store_true", help="small data, to see that everything runs; writes no file")
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--largest", type=int, default=1_000_000, help="the most persons of a census (11500000: all)")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(parts()):
        parser.error(f"no part is called {', '.join(sorted(unknown))}; there are {', '.join(parts())}")
    if asked.into:
        found = importlib.import_module(f"bench.{asked.parts[0]}").run(asked.quick)
        asked.into.write_text(json.dumps([one.as_json() for one in found]), encoding="utf-8")
        return
    os.environ[LARGEST] = str(asked.largest)  # the processes of the parts read it
    results = [_measured(part, asked.quick) for part in asked.parts or parts()]
    if asked.quick:
        print(page(results))
        return
    for result in results:
        keep(result)
    PAGE.write_text(page(kept(parts()), parts()), encoding="utf-8")
    print(f"Written: {PAGE}")


def _measured(part: str, quick: bool) -> Result:
    print(f"Measuring {part} …", file=sys.stderr)
    before = os.getloadavg()[0]
    found = _in_its_own_process(part, quick)
    return result_of(part, datetime.now(UTC).date(), (before, os.getloadavg()[0]), found)


def _in_its_own_process(part: str, quick: bool) -> list[Measurement]:
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder) / "measured.json"
        options = ["--quick"] if quick else []
        subprocess.run([sys.executable, "-m", "bench", part, "--into", into, *options], check=True)
        return [from_json(told) for told in json.loads(into.read_text(encoding="utf-8"))]


if __name__ == "__main__":
    main()
