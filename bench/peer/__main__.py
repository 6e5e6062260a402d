"""One engine over one file in a process of its own: `python -m bench.peer MODULE SOURCE DAY` prints its run as JSON."""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

FEW = "few.parquet"
"""Some rows beside the source, for a first run that is not timed."""


def main() -> None:
    module, source, day = sys.argv[1:]
    engine = importlib.import_module(f"bench.peer.{module}")
    engine.outcomes(Path(source).with_name(FEW), int(day))  # everything imported, everything warm
    wall, cpu = time.perf_counter(), time.process_time()
    found = engine.outcomes(Path(source), int(day))
    run = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    run["peak"] = _peak()
    print(json.dumps({"run": run, "answers": _mark(numbers(found))}))


def numbers(found: Any) -> list[int]:
    """The outcomes of an engine, whatever array it gives, as plain numbers."""
    return [int(one) for one in (found.to_pylist() if hasattr(found, "to_pylist") else found)]


def _peak() -> float:
    """The most memory of this process in MB, from where it keeps that itself: rusage counts the parent's in."""
    told = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(told.partition("VmHWM:")[2].split()[0]) / 1e3


def _mark(outcomes: list[int]) -> str:
    """What the answers are known by: equal answers in equal order give equal marks."""
    return hashlib.sha256(bytes(outcomes)).hexdigest()


if __name__ == "__main__":
    main()
