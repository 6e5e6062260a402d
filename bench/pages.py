"""The pages of the site over a million people, on SQLite and on PostgreSQL: asked as browsers ask, by who works there.

    python -m bench pages        BENCH_PEOPLE=100000 for fewer, BENCH_PAGES=legal for the pages of legal work alone

Each database has a process of its own. On PostgreSQL the pages ask as the application does, behind its walls. What a
browser does and the way to it are not in the figures: Django's test client asks.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil

from bench import legalwork, office
from bench.measure import Measurement, Run, from_json, measure

LONG_WAY, TIMES = 8_000, 100
ANSWERED = 100_000
"""Lines of the lists that lawyers have answered, at most."""
ONLY = os.environ.get("BENCH_PAGES", "")
"""“legal”: the pages of legal work alone."""
NAMES = (
    "Muhammad Yousaf", "محمد یوسف", "Ali", "Nargis Bibi", "Abdul Ghafoor Khan", "غلام حسین", "Sajid Mehmood", "Khan",
    "Ghulam Muhammad", "Bibi Muhammad", "Nobody Ofthisname", "علی",
)  # fmt: skip
Ask = Callable[[random.Random, Any], Any]


def run(quick: bool) -> list[Measurement]:
    """Both databases; `quick` makes the world small."""
    people = 2_400 if quick else int(os.environ.get("BENCH_PEOPLE", "1000000"))
    found = []
    with tempfile.TemporaryDirectory(prefix="site-") as folder:
        for database in (["-m", "tests.postgres", sys.executable], []):
            into = Path(folder) / "measured.json"
            command = [sys.executable, *database, "-m", "bench.pages", str(people), str(into)]
            subprocess.run(command, check=True)
            found += [from_json(one) for one in json.loads(into.read_text(encoding="utf-8"))]
    return found


def main(people: int, into: Path) -> None:
    """Be the process that measures one database."""
    database()
    with tempfile.TemporaryDirectory(prefix="site-", dir=into.parent) as home:
        office.begin(Path(home))
        found = list(_measured(people))
    into.write_text(json.dumps([one.as_json() for one in found]), encoding="utf-8")


def database() -> None:
    """On PostgreSQL: a database of our own, copied from where the application's rights are laid down."""
    if not (address := os.environ.get("DATABASE_URL")):
        return
    import psycopg

    above = address.replace("rihai_owner@", "postgres@")
    with psycopg.connect(above, autocommit=True) as connection:
        connection.execute("CREATE DATABASE bench OWNER rihai_owner")
    os.environ["DATABASE_URL"] = address.replace("/postgres?", "/bench?")
    os.environ["BENCH_SUPERUSER_URL"] = above.replace("/postgres?", "/bench?")


def _measured(people: int) -> Iterator[Measurement]:
    from django.db import connection, transaction

    from rihai.people.projection import project

    where = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    world = office.make_office()
    long_way = min(LONG_WAY, people // 2)
    times = people // long_way
    with transaction.atomic():
        ids = office.state_people(long_way, world.prisons)
        projected = measure("Tables from statements", f"{long_way:,} people, {where}", lambda: project(ids), runs=1)
    yield projected
    yield measure("Everybody screened by the job", f"{long_way:,} people, {where}", office.screen_all, runs=1)
    size = f"{long_way * times:,} people, {where}"
    yield measure("Copies made, for the pages below", size, lambda: office.multiply(times, world), runs=1)
    office.ensure_alike(times, ids)
    workers = list(world.workers.values())
    answered = measure("Legal work on them, for the pages below", size, lambda: _answer(workers[:2]), runs=1)
    yield answered
    ready()
    if ONLY != "legal":
        for who, name, ask in _questions(world, ids):
            yield measured_page(f"{name}: {who}", size, world.workers[who], ask)
    for who, name, ask in _of_lawyers(world):
        yield measured_page(f"{name}: {who}", size, world.workers[who], ask)


def _answer(lawyers: list[Any]) -> int:
    """Lines of the lists answered, with matters, papers and releases; the lawyers by turns."""
    from django.utils import timezone

    return legalwork.work_on_lines(lawyers, on=timezone.localdate(), at=timezone.now(), most=ANSWERED)


def _of_lawyers(world: office.Office) -> Iterator[tuple[str, str, Ask]]:
    """The pages of legal work: of a lawyer of one prison and of a province, and of who supervises everywhere."""
    from django.urls import reverse

    for who, pages in zip(world.workers, (_LEGAL, _LEGAL, _SUPERVISED), strict=False):
        for name, view, asked in pages:
            yield who, name, get(reverse(view) + asked)


def ready() -> None:
    """Plans from true figures; on PostgreSQL whoever asks from now on is the application."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    if connection.vendor == "postgresql":
        connection.settings_dict["OPTIONS"]["assume_role"] = "rihai_app"
        connection.close()


def _questions(world: office.Office, ids: list[Any]) -> Iterator[tuple[str, str, Ask]]:
    """Who asks, the page's name, and how it is asked."""
    from django.urls import reverse

    here = world.prisons[office.HERE].pk
    find, step = reverse("search"), {0: office.PRISONS, 1: office.PROVINCES, 2: 1}
    for number, who in enumerate(world.workers):
        if number not in step:
            yield who, "Duplicates of one prison", get(reverse("people:duplicates") + f"?place={here}")
            return
        near = ids[office.HERE % step[number] :: step[number]]
        yield who, "Search by name", lambda dice, a: a.post(find, {"q": dice.choice(NAMES)})
        yield who, "Search by number", lambda dice, a: a.post(find, {"q": f"9{dice.randrange(len(ids)):012}"})
        yield who, "Person", _open(near)
        for name, view, asked in _PAGES:
            yield who, name, get(reverse(view) + asked.format(here=here))
        yield who, "Place", get(reverse("places:place", args=[here]))


def _open(people: list[Any]) -> Ask:
    from django.urls import reverse

    return lambda dice, browser: browser.get(reverse("people:person", args=[dice.choice(people)]))


def get(address: str) -> Ask:
    return lambda _dice, browser: browser.get(address)


_PAGES = (
    ("My work", "home", ""),
    ("People", "people:index", ""),
    ("People of one prison", "people:index", "?place={here}"),
    ("Who could go", "screening:who", ""),
    ("Who could go from one prison", "screening:who", "?place={here}"),
    ("Who could go within 30 days", "screening:who", "?by=30"),
    ("Of whom it cannot be told", "screening:who", "?by=cannot_tell"),
    ("Still inside although", "screening:inside", ""),
    ("At risk", "screening:risk", ""),
    ("What is missing", "screening:missing", ""),
    ("Days lost", "screening:lost", ""),
)


_LEGAL = (
    ("My lines", "legal:mine", ""),
    ("What the clocks ask for", "legal:inside", ""),
    ("Days lost, by cause", "legal:lost", ""),
    ("What stands in the way", "legal:obstacles", ""),
    ("Who could go, with answers", "screening:who", ""),
    ("To be told", "legal:to-tell", ""),
    ("Matters", "legal:matters", ""),
    ("Diary of a month", "legal:diary", "?span=month"),
    ("Petitions", "legal:papers", ""),
    ("What was shared", "legal:sharing", ""),
    ("Releases", "legal:releases", ""),
    ("Held past the day", "legal:held-past", ""),
    ("From reached to released", "legal:measures", ""),
)
_SUPERVISED = (
    ("Untouched lines", "legal:untouched", "?days=0"),
    ("Taken, then nothing", "legal:untouched", "?by=idle&days=0"),
    ("Days lost, by cause", "legal:lost", ""),
    ("Releases", "legal:releases", ""),
)


def measured_page(name: str, size: str, worker: Any, ask: Ask) -> Measurement:
    """One page, asked many times; a run is one time, and the note says the slowest of twenty and the queries."""
    from django.db import connection
    from django.test import Client

    browser = Client(HTTP_HOST="localhost")
    browser.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    dice = random.Random(7)
    times: list[Run] = []
    ask(dice, browser)
    asked: list[None] = []

    def count(execute: Callable[..., Any], *told: Any) -> Any:
        asked.append(None)
        return execute(*told)

    with connection.execute_wrapper(count):
        response = ask(dice, browser)
    assert response.status_code == 200, (name, response.status_code)
    start = time.perf_counter()
    while len(times) < TIMES and (len(times) < 3 or time.perf_counter() - start < _ENOUGH):
        begun, cpu = time.perf_counter(), _processors()
        ask(dice, browser)
        times.append(Run(time.perf_counter() - begun, _processors() - cpu, 0.0))
    return Measurement(name, size, tuple(times), _note(times, len(asked)))


def _processors() -> float:
    """Seconds of processor of this process and, on PostgreSQL, of the one that serves it."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return time.process_time()
    connection.ensure_connection()
    told = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text(encoding="ascii")
    return time.process_time() + int(told.split()[0]) / 1e9


_ENOUGH = float(os.environ.get("BENCH_SECONDS", "20"))
"""Seconds after which a slow page is not asked again."""


def _note(times: list[Run], queries: int) -> str:
    clock, cpu = (
        statistics.quantiles((getattr(one, name) for one in times), n=20)[-1] * 1000 for name in ("wall", "cpu")
    )
    memory = psutil.Process().memory_info().rss / 1e6
    return (
        f"p95 {clock:.0f} ms on the clock, {cpu:.0f} ms of processors, over {len(times)} times; {queries} queries;"
        f" {memory:.0f} MB in use."
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
