"""Measures a piece of work: wall and processor seconds and peak memory, child processes included, over several runs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any

import psutil

_EVERY = 0.02
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock, seconds of processors, peak memory in MB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was done, how much of it, and every run; `note` says what else one should know.

    `figures` is how well it was done, by the heading under which each figure stands.
    """

    name: str
    size: str
    runs: tuple[Run, ...]
    note: str = ""
    figures: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The measurement as the program that asked for it reads it."""
        return asdict(self)


def from_json(told: dict[str, Any]) -> Measurement:
    """A measurement that `as_json` wrote."""
    runs = tuple(Run(**run) for run in told["runs"])
    return Measurement(told["name"], told["size"], runs, told["note"], told["figures"])


def measure(name: str, size: str, work: Callable[[], object], *, runs: int = 3, note: str = "") -> Measurement:
    """Does the work `runs` times. A run is the whole work; nothing of it is kept for the next."""
    return Measurement(name, size, tuple(_run(work) for _ in range(runs)), note)


def measure_many(name: str, size: str, work: Callable[[], object], *, times: int, note: str = "") -> Measurement:
    """Work too short for one look at the clock: five runs of `times` each; a run tells the seconds of one time."""

    def repeated() -> None:
        for _ in range(times):
            work()

    runs = tuple(Run(run.wall / times, run.cpu / times, run.peak) for run in (_run(repeated) for _ in range(5)))
    return Measurement(name, size, runs, note)


def _run(work: Callable[[], object]) -> Run:
    process = psutil.Process()
    with _peak(process) as peak:
        wall, cpu = time.perf_counter(), _cpu(process)
        work()
        wall, cpu = time.perf_counter() - wall, _cpu(process) - cpu
    return Run(wall, cpu, max(peak) / 1e6)


def _cpu(process: psutil.Process) -> float:
    """Of the process, of its children that have ended, and of those that still run (Java, under Spark)."""
    total = 0.0
    for one in (process, *process.children(recursive=True)):
        try:
            times = one.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system + times.children_user + times.children_system
    return total


@contextmanager
def _peak(process: psutil.Process) -> Iterator[list[int]]:
    """The memory of the process and its children, looked at until the block ends."""
    seen = [_memory(process)]
    done = threading.Event()

    def look() -> None:
        while not done.wait(_EVERY):
            seen[0] = max(seen[0], _memory(process))

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield seen
    finally:
        done.set()
        watcher.join()


def _memory(process: psutil.Process) -> int:
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


def of_runs(measurement: Measurement, name: str) -> tuple[float, float, float]:
    """Median, least and most of one field of the runs."""
    values = [getattr(run, name) for run in measurement.runs]
    return median(values), min(values), max(values)
