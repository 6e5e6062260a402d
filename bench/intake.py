"""Taking in a census: an ugly list from its file to people, a month later the next one, and undone; on SQLite.

    python -m bench intake

Each step is the work of a worker started for it, as `rihai serve` starts another when one has grown large: the file is
kept and read, compared with the people known, taken in in one transaction. The list is invented beforehand, in a
process of its own. Beside it another process writes ten times a second, as a colleague would, and tells how long it
waited at most. BENCH_INTAKE is how many rows.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import psutil

from bench.measure import Measurement, measure

FIRST, SECOND = date(2026, 10, 20), date(2026, 11, 20)
QUICK, FULL, EVERY = 500, 100_000, 0.02
_NOTE = (
    "On SQLite. Memory is that of the worker at its most, Python and Django included, without the process that asks."
)
_MONTH_LATER = (
    "The same people a month later, written with other slips: everybody is compared with everybody known there."
)


def run(quick: bool) -> list[Measurement]:
    """Every step with the seconds and memory it took; one run each, for what was taken in cannot be taken in again."""
    rows = QUICK if quick else int(os.environ.get("BENCH_INTAKE", FULL))
    with tempfile.TemporaryDirectory(prefix="rihai-bench-") as folder:
        lists = [_invented(Path(folder) / f"{mess}.xlsx", rows, mess) for mess in (1.0, 0.8)]
        own: list[float] = []
        steps = _office(own)
        size = f"{rows:,} rows"
        found = []
        for name, note, work in steps(lists):
            with _colleague() as waited:
                taken = measure(name, size, work, runs=1, note=note)
            runs = tuple(replace(run, peak=own.pop()) for run in taken.runs)
            longest = f"Another writer waited {waited[0]:.1f} s at most." if waited else ""
            found.append(replace(taken, runs=runs, note=f"{note} {longest}".strip()))
        return found


@contextmanager
def _colleague() -> Iterator[list[float]]:
    """Another process that writes while the block runs; afterwards, the longest it waited. On SQLite alone."""
    from django.db import connection

    waited: list[float] = []
    if connection.vendor != "sqlite":
        yield waited
        return
    spawn = get_context("spawn")
    ours, theirs = spawn.Pipe()
    other = spawn.Process(target=_write_on, args=(str(connection.settings_dict["NAME"]), theirs))
    other.start()
    ours.recv()
    yield waited
    ours.send("enough")
    waited.append(ours.recv())
    other.join()


def _write_on(path: str, told: Connection) -> None:
    """A small write ten times a second, each in a transaction of its own, until told to end."""
    held = sqlite3.connect(path, timeout=3600, isolation_level=None)
    held.execute("CREATE TABLE IF NOT EXISTS bench_colleague (written REAL)")
    told.send("ready")
    longest = 0.0
    while not told.poll(0.1):
        asked = time.perf_counter()
        held.execute("BEGIN IMMEDIATE")
        held.execute("INSERT INTO bench_colleague VALUES (?)", [asked])
        held.execute("COMMIT")
        longest = max(longest, time.perf_counter() - asked)
    told.send(longest)


def _invented(path: Path, rows: int, mess: float) -> Path:
    """The list in a file, made by another process so that its memory is not counted."""
    made = get_context("spawn").Process(target=_invent, args=(path, rows, mess))
    made.start()
    made.join()
    return path


def _invent(path: Path, rows: int, mess: float) -> None:
    from rihai.census.synth import invent_census

    path.write_bytes(invent_census(rows, 11, as_of=FIRST, mess=mess).content)


def _peak(worker: BaseProcess) -> float:
    """The memory of a worker and of what it starts, in MB, at its most until it has ended."""
    most, process = 0, psutil.Process(worker.pid)
    while worker.is_alive():
        with suppress(psutil.NoSuchProcess):
            most = max(most, sum(one.memory_info().rss for one in (process, *process.children(recursive=True))))
        worker.join(EVERY)
    return most / 1e6


def _office(own: list[float]) -> Callable[[list[Path]], list[tuple[str, str, Callable[[], object]]]]:
    """A new office of one prison with its records officer; gives the steps that are measured.

    Each step adds to `own` what its worker took of memory, in MB.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections
    from django.utils import timezone

    call_command("migrate", verbosity=0)
    from rihai.accounts.acting import acting_as
    from rihai.kit.jobs.run import do
    from rihai.people.intake.models import Census
    from rihai.people.intake.operations import Upload, ask_to_take_in, ask_to_undo, upload
    from tests.people.world import make_world

    world = make_world()
    clerk = world.worker("records_officer", world.gulzar)
    kept: list[Any] = []

    def work(census: Any) -> None:
        census.refresh_from_db()
        connections.close_all()
        worker = get_context("fork").Process(target=do, args=(census.job_id, timezone.now))
        worker.start()
        own.append(_peak(worker))
        census.refresh_from_db()

    def read(path: Path, day: date) -> None:
        with acting_as(clerk):
            one = Upload(path.name, path.read_bytes())
            kept.append(upload(place=world.gulzar, true_on=day, files=[one], actor=clerk, at=timezone.now()))
        work(kept[-1])
        assert kept[-1].state == "to_review", kept[-1].state

    def take() -> None:
        with acting_as(clerk):
            ask_to_take_in(census_id=kept[-1].pk, actor=clerk, at=timezone.now())
        work(kept[-1])
        assert kept[-1].state == "taken_in", kept[-1].state

    def undo() -> None:
        with acting_as(clerk):
            ask_to_undo(census_id=kept[-1].pk, actor=clerk, at=timezone.now())
        work(kept[-1])
        assert Census.objects.get(pk=kept[-1].pk).state == "undone"

    return lambda lists: [
        ("Read a prison's first list", _NOTE, lambda: read(lists[0], FIRST)),
        ("Take it in, in one transaction", "", take),
        ("Read and compare the next list", _MONTH_LATER, lambda: read(lists[1], SECOND)),
        ("Take in the next list", "", take),
        ("Undo it", "", undo),
    ]
