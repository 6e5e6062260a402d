"""Screening of a province's people by the site's own job, from their statements to findings in the database; its pages.

The office is that of `bench.office`, on SQLite, or with DATABASE_URL on that database.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench import office
from bench.measure import Measurement, measure, measure_many

TIMES = 20


def run(quick: bool) -> list[Measurement]:
    """One world: everybody screened, one person screened, the lists opened; `quick` makes it small."""
    people = 1_000 if quick else int(os.environ.get("BENCH_SCREENED", "20000"))
    with tempfile.TemporaryDirectory() as home:
        office.begin(Path(home))
        return list(_measured(people))


def _measured(people: int) -> Iterator[Measurement]:
    from django.db import connection, transaction
    from django.utils import timezone

    from rihai.accounts.operations.house import as_house
    from rihai.people.projection import project
    from rihai.screening.models import Finding
    from rihai.screening.operations import screen_people

    where = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    world = office.make_office()
    places, chief = world.prisons, world.workers["supervisor, everywhere"]
    with transaction.atomic():
        ids = office.state_people(people, places)
        project(ids)
    size = f"{people:,} people, {where}"
    yield measure("Everybody screened by the job", size, office.screen_all, runs=1)
    with as_house():
        kept = Finding.objects.count()
    note = f"{kept:,} findings were kept of {people:,} people"
    yield measure_many(
        "One person screened again", size, lambda: screen_people(ids[:1], at=timezone.now()), times=TIMES, note=note
    )
    for name, ask in _questions(places[7].pk):
        yield measure_many(name, size, _as(chief, ask), times=TIMES)


def _questions(place: int) -> Iterator[tuple[str, Callable[[Any], object]]]:
    from django.utils import timezone

    from rihai.screening.queries.lists import Asked, listed, people_by_tab
    from rihai.screening.queries.sums import days_lost, settling

    today = timezone.localdate()
    one, everywhere = Asked(place=place), Asked()
    yield "First page of who could go, one prison", lambda actor: listed(one, actor=actor, today=today)
    yield "First page of who could go, everywhere", lambda actor: listed(everywhere, actor=actor, today=today)
    yield "People under each tab, everywhere", lambda actor: people_by_tab(everywhere, actor=actor, today=today)
    yield "Missing facts, everywhere", lambda actor: settling(None, actor=actor)
    yield "Days lost, everywhere", lambda actor: days_lost(today, actor=actor)


def _as(actor: Any, ask: Callable[[Any], object]) -> Callable[[], object]:
    from rihai.accounts.acting import acting_as

    def asked() -> object:
        with acting_as(actor):
            return ask(actor)

    return asked
