"""An office of its own with invented people, for the parts that measure the site: from statements to a million.

Some thousands of people are stated, projected and screened by the operations of the house. A million stand beside them
as copies made by the database itself, under keys of their own and each at the next prison; `ensure_alike` compares them
with those that were made the long way.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from bench import sums
from rihai.census.synth import invent_records
from rihai.kit.keyring import new_keyring, to_json, write_private

DAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 7, tzinfo=UTC)
PRISONS, PROVINCES, INVENTED = 120, 4, 20_000
HERE = 7
"""The prison, by its number, where somebody works and where copies have statements too."""
_OWN_KEY = {"id", "person_id", "criminal_case_id"}
_AT = {"place_id", "held_at_id"}
_ERA = time.time_ns() // 1_000_000 >> 32
"""The first four digits of the keys made in these 49 days."""


@dataclass(frozen=True, slots=True)
class Office:
    """The prisons in order, a province with the country around it, and who works there, by what they are called."""

    prisons: list[Any]
    province: Any
    workers: dict[str, Any]


def begin(home: Path) -> None:
    """An office with its tables in this folder, or in the database of DATABASE_URL; Django is started on it."""
    write_private(home / "keyring.json", to_json(new_keyring(encrypted=False)))
    for name in [name for name in os.environ if name.startswith("RIHAI_")]:
        del os.environ[name]  # the office is this one alone
    os.environ |= {"RIHAI_HOME": str(home), "RIHAI_DEMO": "yes", "DJANGO_SETTINGS_MODULE": "bench.settings"}
    (home / "static").mkdir()
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def make_office() -> Office:
    """Prisons in four provinces; workers of one prison, of one province, and of everywhere."""
    from rihai.accounts.operations import house
    from rihai.places import closure
    from rihai.places.kinds import Kind
    from rihai.places.models import Place

    house()
    provinces = [Place.objects.create(kind=Kind.PROVINCE, name=f"Wadi {n}", sought=f"wadi {n}") for n in range(4)]
    closure.add([one.pk for one in provinces])
    prisons = [
        Place.objects.create(kind=Kind.PRISON, name=f"Prison {n}", sought=f"prison {n}", within=provinces[n % 4])
        for n in range(PRISONS)
    ]
    closure.add([one.pk for one in prisons])
    mine = provinces[HERE % PROVINCES]
    posts = (("lawyer", prisons[HERE]), ("lawyer", mine), ("supervisor", None), ("records_officer", prisons[HERE]))
    return Office(prisons, mine, {f"{role}, {place or 'everywhere'}": worker(role, place) for role, place in posts})


def worker(role: str, place: Any) -> Any:
    """An account with one posting."""
    from rihai.accounts.models import Account
    from rihai.accounts.operations import give_posting, house

    name = f"{role}-{place.pk if place else 0}"
    account = Account.objects.create_user(f"{name}@rihai.example", name)
    give_posting(account=account, role=role, place=place, started_on=date(2020, 1, 1), actor=house(), at=NOON)
    return account


def state_people(people: int, places: list[Any]) -> list[Any]:
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


def _own(record: dict[str, Any], number: int) -> dict[str, Any]:
    return {**record, "cnic": f"9{number:012}"}


def screen_all() -> None:
    """Screen everybody held by the site's own job."""
    from django.utils import timezone

    from rihai.kit.jobs.run import do
    from rihai.screening.operations import mark_all, start_screening

    mark_all(at=timezone.now())
    job = start_screening(because="bench", at=timezone.now())
    assert job is not None
    do(job.pk, timezone.now)
    job.refresh_from_db()
    assert job.state == "done", job.problem


def tables() -> list[type[Any]]:
    """Every table of people and screening that lists, searches and pages ask; persons first."""
    from rihai.accounts.models import Guarded, Presence
    from rihai.people import models as people
    from rihai.screening import models as screening

    return [
        people.Person, Presence, Guarded, people.NameKey, people.Identifier, people.CriminalCase, people.Charge,
        people.Sentence, people.Hearing, people.ChildInside, screening.Screened, screening.Finding,
        screening.Veiled, screening.Gap, screening.AtRisk,
    ]  # fmt: skip


def multiply(times: int, office: Office) -> None:
    """Everybody again and again under keys of their own, each time in the next prison; one prison with statements."""
    from rihai.people.models import Statement

    _leave_traces(office)
    for model in tables():
        with _without_indexes(model) as ask:
            for number in range(1, times):
                ask(_copying(model, number, office))
    sums.multiply(times, [one.pk for one in office.prisons])
    with _without_indexes(Statement) as ask:
        for number in range(1, times):
            here = office.prisons[(HERE - number) % PRISONS].pk
            ask(_copying(Statement, number, office) + f" JOIN first_held USING (person_id) WHERE held_at_id = {here}")


def _leave_traces(office: Office) -> None:
    """One in four was held somewhere else not long ago, one in five hundred is guarded."""
    from rihai.accounts.models import Guarded, Presence
    from rihai.accounts.operations.house import as_house
    from rihai.kit.ids import new_id
    from rihai.screening.models import Screened
    from rihai.screening.sums.keeping import contributions, keep

    held = list(Presence.objects.order_by("pk"))
    first = office.prisons[0].pk
    Presence.objects.bulk_create(
        Presence(
            id=new_id(), person_id=one.person_id, place_id=(one.place_id - first + 1) % PRISONS + first,
            seen_until=date(2027, 2, 1),
        )
        for one in held[::4]
    )  # fmt: skip
    guarded = [one.person_id for one in held[::500]]
    Presence.objects.filter(person_id__in=guarded, seen_until=None).update(guarded=True)
    with as_house():
        Guarded.objects.bulk_create(Guarded(person_id=one, ground="bench", started_at=NOON) for one in guarded)
        counted = contributions(guarded)
        Screened.objects.filter(pk__in=guarded).update(counted=False)
        keep(counted, contributions(guarded))


def _copying(model: type[Any], number: int, office: Office) -> str:
    from django.db import connection

    first, table = office.prisons[0].pk, model._meta.db_table
    columns = [(field.column, field.db_type(connection)) for field in model._meta.concrete_fields]
    own = {"number_index": "randomblob(32)" if _is_sqlite() else "sha256(gen_random_uuid()::text::bytea)"}
    own["identity"] = "NULL"  # sealed to its row; a copy could not be read
    own |= {name: f'(first."{name}" - {first} + {number}) %% {PRISONS} + {first}' for name in _AT}
    chosen = (
        _key(name, number) if name in _OWN_KEY and kind in {"char(32)", "uuid"} else own.get(name, f'first."{name}"')
        for name, kind in columns
    )
    into = ", ".join(f'"{name}"' for name, _kind in columns)
    return f'INSERT INTO "{table}" ({into}) SELECT {", ".join(chosen)} FROM first'.replace("%%", "%")


def _key(column: str, number: int) -> str:
    """A key as if made `number` times 49 days later: the copies follow each other, as keys made one by one do."""
    if _is_sqlite():
        return f"printf('%04x', {_ERA + number}) || substr(first.\"{column}\", 5)"
    return f"('{_ERA + number:04x}' || substr(first.\"{column}\"::text, 5))::uuid"


def _is_sqlite() -> bool:
    from django.db import connection

    return bool(connection.vendor == "sqlite")


@contextmanager
def _without_indexes(model: type[Any]) -> Iterator[Callable[[str], object]]:
    """Fill a table faster: its indexes are built after it, and references are not looked up row by row.

    On PostgreSQL as the one who may do that (`bench.database` says how to sign in).
    """
    if _is_sqlite():
        yield from _on_sqlite(model)
    else:
        yield from _on_postgresql(model)


_FIRST = (
    'CREATE TEMPORARY TABLE first AS SELECT * FROM "{0}"',
    "CREATE TEMPORARY TABLE first_held AS SELECT id AS person_id, held_at_id FROM people_person",
)
_GONE = ("DROP TABLE first", "DROP TABLE first_held")


def _on_sqlite(model: type[Any]) -> Iterator[Callable[[str], object]]:
    from django.db import connection, transaction

    table = model._meta.db_table
    with connection.cursor() as cursor:
        for quick in ("PRAGMA foreign_keys=OFF", "PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF"):
            cursor.execute(quick)
        found = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL"
        indexes = cursor.execute(found, [table]).fetchall()
        with transaction.atomic():
            for name, _sql in indexes:
                cursor.execute(f'DROP INDEX "{name}"')
            for sql in _FIRST:
                cursor.execute(sql.format(table))
            yield cursor.execute
            for sql in (*_GONE, *(sql for _name, sql in indexes)):
                cursor.execute(sql)
        for safe in ("PRAGMA foreign_keys=ON", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL"):
            cursor.execute(safe)


def _on_postgresql(model: type[Any]) -> Iterator[Callable[[str], object]]:
    import psycopg

    table = model._meta.db_table
    with psycopg.connect(os.environ["BENCH_SUPERUSER_URL"], autocommit=True) as connection:
        for sql in ("SET session_replication_role = replica", "SET maintenance_work_mem = '512MB'"):
            connection.execute(sql)
        found = (
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = %s"
            " AND indexname NOT IN (SELECT conname FROM pg_constraint)"
        )
        indexes = connection.execute(found, [table]).fetchall()
        with connection.transaction():
            for name, _sql in indexes:
                connection.execute(f'DROP INDEX "{name}"'.encode())
            for sql in _FIRST:
                connection.execute(sql.format(table).encode())
            yield lambda sql: connection.execute(sql.encode())
            for sql in (*_GONE, *(sql for _name, sql in indexes)):
                connection.execute(sql.encode())
        connection.execute(f'VACUUM ANALYZE "{table}"'.encode())


def ensure_alike(times: int, ids: list[Any]) -> None:
    """Raise AssertionError unless every table has `times` rows for each made the long way, alike but for key, place."""
    from uuid import UUID

    from rihai.accounts.operations.house import as_house

    last = times - 1
    one = secrets.choice(ids)
    copy = UUID(f"{_ERA + last:04x}{one.hex[4:]}")
    with as_house():
        for model in tables():
            key = "pk" if model._meta.db_table == "people_person" else "person_id"
            made = model.objects.filter(**{key + "__lte": max(ids)}).count()
            assert model.objects.count() == made * times, model
            same, other = (sorted(map(str, _rows(model, key, who))) for who in (one, copy))
            assert same == other, model
        sums.ensure_counted()


def _rows(model: type[Any], key: str, who: Any) -> list[list[Any]]:
    left = _OWN_KEY | _AT | {"number_index", "number", "identity"}
    names = [field.attname for field in model._meta.concrete_fields if field.column not in left]
    return [list(row) for row in model.objects.filter(**{key: who}).values_list(*names)]
