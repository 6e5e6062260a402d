"""The pages of people over a million: the list, one person, the search; and the tables worked out from statements.

An office of its own in the temporary folder, on SQLite; with DATABASE_URL (python -m tests.postgres python -m bench
people) on that database instead, where the pages ask as the application does.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from bench.measure import Measurement, Run, measure
from rihai.census.synth import invent_records
from rihai.kit.keyring import new_keyring, to_json, write_private

DAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 7, tzinfo=UTC)
PRISONS, INVENTED, TIMES = 120, 20_000, 200
Ask = Callable[[random.Random, Any], object]
_NAMES = ("Muhammad Yousaf", "محمد یوسف", "Ali", "Nargis Bibi", "Abdul Ghafoor Khan", "غلام حسین", "Sajid Mehmood")


def run(quick: bool) -> list[Measurement]:
    """Every question over one world; `quick` makes it small."""
    people = 3_000 if quick else int(os.environ.get("BENCH_PEOPLE", "1000000"))
    with tempfile.TemporaryDirectory() as home:
        _begin(Path(home))
        return _measured(people)


def _begin(home: Path) -> None:
    """An office with its tables, and Django started on it."""
    write_private(home / "keyring.json", to_json(new_keyring(encrypted=False)))
    for name in [name for name in os.environ if name.startswith("RIHAI_")]:
        del os.environ[name]  # the office is this one alone
    os.environ |= {"RIHAI_HOME": str(home), "DJANGO_SETTINGS_MODULE": "rihai.config.settings"}
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _measured(people: int) -> list[Measurement]:
    from django.db import connection, transaction

    from rihai.people.projection import project

    where = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    places, clerk, chief = _office()
    with transaction.atomic():
        ids = _stated(min(people, INVENTED), places)
    size = f"{people:,} people, {where}"
    projected = measure("Tables from statements", f"{len(ids):,} people, {where}", lambda: project(ids), runs=1)
    _multiply(people // len(ids))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return [projected, *(_page(name, size, actor, ask) for name, actor, ask in _questions(ids, places, clerk, chief))]


def _office() -> tuple[list[Any], Any, Any]:
    """Prisons of one province, somebody who works in one of them, and somebody who works everywhere."""
    from rihai.accounts.models import Account
    from rihai.accounts.operations import give_posting, house
    from rihai.places import closure
    from rihai.places.kinds import Kind
    from rihai.places.models import Place

    house()
    province = Place.objects.create(kind=Kind.PROVINCE, name="Wadi", sought="wadi")
    closure.add([province.pk])
    prisons = [
        Place.objects.create(kind=Kind.PRISON, name=f"Prison {n}", sought=f"prison {n}", within=province)
        for n in range(PRISONS)
    ]
    closure.add([one.pk for one in prisons])
    workers = []
    for role, place in (("records_officer", prisons[7]), ("supervisor", None)):
        account = Account.objects.create_user(f"{role}@rihai.example", role)
        give_posting(account=account, role=role, place=place, started_on=date(2020, 1, 1), actor=house(), at=NOON)
        workers.append(account)
    return prisons, workers[0], workers[1]


def _stated(people: int, places: list[Any]) -> list[Any]:
    """People with what one census says of each, held in the prisons; the names are those of INVENTED people again."""
    from rihai.accounts.operations import hold
    from rihai.accounts.operations.house import as_house
    from rihai.people.models import Person, SourceKind, Statement
    from rihai.people.operations import Source, statements_from

    source = Source(kind=SourceKind.CENSUS, at=NOON, true_on=DAY, title="bench")
    records = list(invent_records(min(people, INVENTED), 1, DAY))
    ids: list[Any] = []
    numbers = iter(range(people))
    while chunk := list(islice(numbers, 5_000)):
        rows = [Person(made_at=NOON, held_at=places[number % PRISONS]) for number in chunk]
        said = [
            one
            for number, row in zip(chunk, rows, strict=True)
            for one in statements_from(row.pk, _own(records[number % len(records)], number), source)
        ]
        with as_house():
            Person.objects.bulk_create(rows)
            Statement.objects.bulk_create(said, batch_size=2_000)
        hold((row.pk, places[number % PRISONS].pk) for number, row in zip(chunk, rows, strict=True))
        ids += [row.pk for row in rows]
    return ids


def _multiply(times: int) -> None:
    """The same people again and again under keys of their own, in the tables that lists and searches ask."""
    from django.db import connection, models, transaction

    from rihai.accounts.models import Presence
    from rihai.people.models import Charge, CriminalCase, NameKey, Person

    tables: tuple[type[models.Model], ...] = (Person, NameKey, CriminalCase, Charge, Presence)
    on_sqlite = connection.vendor == "sqlite"
    key = (
        "substr({0}, 1, 26) || printf('%%06x', {1})"
        if on_sqlite
        else ("(substr({0}::text, 1, 30) || lpad(to_hex({1}), 6, '0'))::uuid")
    )
    for model in tables:
        fields = [
            (field.column, field.db_type(connection) in {"char(32)", "uuid"}) for field in model._meta.concrete_fields
        ]
        columns = ", ".join(f'"{column}"' for column, _is_key in fields)
        chosen = ", ".join(
            key.format(f'"{column}"', "%s") if is_key and column != "merged_into_id" else f'"{column}"'
            for column, is_key in fields
        )
        count = sum(is_key and column != "merged_into_id" for column, is_key in fields)
        copy = f'CREATE TEMPORARY TABLE first AS SELECT * FROM "{model._meta.db_table}"'
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(copy)
            for number in range(1, times):
                insert = f'INSERT INTO "{model._meta.db_table}" ({columns}) SELECT {chosen} FROM first'
                cursor.execute(insert, [number] * count)
            cursor.execute("DROP TABLE first")


def _own(record: dict[str, Any], number: int) -> dict[str, Any]:
    return {**record, "cnic": f"9{number:012}"}


def _questions(ids: list[Any], places: list[Any], clerk: Any, chief: Any) -> Iterator[tuple[str, Any, Ask]]:
    from rihai.people.queries.people import Filters, list_people
    from rihai.people.queries.search import find_people

    mine = ids[7::PRISONS]
    here = Filters(place=places[7].pk)
    for actor, who, seen in ((clerk, "one prison", mine), (chief, "every prison", ids)):
        yield f"List, first page, {who}", actor, lambda _dice, a: list_people(Filters(), actor=a)
        yield (
            f"List of one prison, a page within, {who}",
            actor,
            lambda dice, a: list_people(here, actor=a, after=dice.choice(mine)),
        )
        yield f"Person page, {who}", actor, partial(_open, seen)
        yield f"Search by name, {who}", actor, lambda dice, a: find_people(dice.choice(_NAMES), actor=a)
        yield (
            f"Search by number, {who}",
            actor,
            lambda dice, a: find_people(f"9{dice.randrange(len(ids)):012}", actor=a),
        )


def _open(seen: list[Any], dice: random.Random, actor: Any) -> object:
    from rihai.people.queries.page import page_of

    return page_of(dice.choice(seen), actor=actor, today=DAY)


def _page(name: str, size: str, actor: Any, ask: Ask) -> Measurement:
    """One question, TIMES times; a run is one time, and the note says the slowest of twenty and the queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from rihai.accounts.acting import acting_as

    dice = random.Random(7)
    times = []
    with acting_as(actor, NOON):
        with CaptureQueriesContext(connection) as asked:
            ask(dice, actor)
        for _ in range(TIMES):
            start, cpu = time.perf_counter(), time.process_time()
            ask(dice, actor)
            times.append(Run(time.perf_counter() - start, time.process_time() - cpu, 0.0))
    slow = statistics.quantiles((one.wall for one in times), n=20)[-1]
    note = f"p95 {slow * 1000:.0f} ms over {TIMES} times; {len(asked)} queries."
    return Measurement(name, size, tuple(times), note)
