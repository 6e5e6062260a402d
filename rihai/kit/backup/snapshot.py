"""A copy of the database as it is at one moment, while people go on working; and what is proven of a copy.

SQLite and SQLCipher: `VACUUM INTO`, which keeps the key and makes a writer wait a few milliseconds. The backup API in
steps starts again at each write and may never end. PostgreSQL: `pg_dump`, when its program is there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, connections, transaction

from rihai.errors import Refused, Unreadable
from rihai.kit.audit.chain import verify
from rihai.kit.files.models import StoredFile

SQLITE, DUMP = "rihai.sqlite3", "database.dump"
COPY = "rihai_copy"
"""The alias under which a copy is opened beside the office's own database."""


class NotWhole(Unreadable):
    """A copy does not pass its checks."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of the database: its file, how many rows each table has, the head of its trail, and its stored files.

    `files` gives for each place in the storage the digest of the encrypted bytes that lie there.
    """

    path: Path
    counts: dict[str, int]
    head: str
    files: dict[str, str]

    def as_json(self) -> str:
        """What the backup says of itself."""
        told = {"database": self.path.name, "counts": self.counts, "head": self.head, "files": self.files}
        return json.dumps(told, sort_keys=True)

    @classmethod
    def from_json(cls, text: str, folder: Path) -> Snapshot:
        """What as_json wrote, of a copy that lies in the folder now."""
        told = json.loads(text)
        return cls(folder / told["database"], told["counts"], told["head"], told["files"])


def take(folder: Path) -> Snapshot:
    """A copy of the database in the folder.

    Raises Refused when PostgreSQL's pg_dump is missing or refuses, NotWhole when the trail does not verify.
    """
    if connection.vendor == "postgresql":
        return _take_dump(folder / DUMP)
    target = folder / SQLITE
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    target.chmod(0o600)
    with opened(target) as alias:
        return _told(target, alias)


def _told(path: Path, alias: str) -> Snapshot:
    verdict = verify(using=alias)
    if not verdict.holds:
        raise NotWhole(f"No backup was written, because the audit trail does not verify: {verdict.wrong}")
    files = dict(StoredFile.objects.using(alias).values_list("stored_as", "sealed_digest"))
    return Snapshot(path, counts(alias), verdict.head, files)


def counts(alias: str = "default") -> dict[str, int]:
    """How many rows each table of the database has."""
    asked = connections[alias]
    found = {}
    with asked.cursor() as cursor:
        for table in asked.introspection.table_names(cursor):
            cursor.execute(f"SELECT count(*) FROM {asked.ops.quote_name(table)}")  # noqa: S608 - the database's own name
            found[table] = int(cursor.fetchone()[0])
    return found


def opened(path: Path) -> AbstractContextManager[str]:
    """A copy of a SQLite database as a database of Django's; gives the alias to use."""
    return _beside({**connections.settings["default"], "NAME": str(path)})


def as_owner() -> AbstractContextManager[str]:
    """PostgreSQL as the owner of the tables, whom no wall binds; gives the alias to use."""
    return _beside({**connections.settings["default"], **(settings.OWNER_DATABASE or {})})


@contextmanager
def _beside(database: dict[str, Any]) -> Iterator[str]:
    connections.settings[COPY] = database
    try:
        yield COPY
    finally:
        connections[COPY].close()
        del connections[COPY]
        del connections.settings[COPY]


def prove(alias: str, told: Snapshot) -> None:
    """Raises NotWhole unless the copy is sound, its trail verifies against its head, and its tables have their rows."""
    try:
        if connections[alias].vendor == "sqlite":
            _prove_pages(alias)
        found = counts(alias)
        verdict = verify(told.head, using=alias)
    except DatabaseError as error:
        raise NotWhole("The copy of the database cannot be read.") from error
    if found != told.counts:
        wrong = ", ".join(sorted(name for name in {*found, *told.counts} if found.get(name) != told.counts.get(name)))
        raise NotWhole(f"The copy of the database has other numbers of rows in: {wrong}.")
    if not verdict.holds:
        raise NotWhole(verdict.wrong)


def _prove_pages(alias: str) -> None:
    pragmas = ["quick_check", "foreign_key_check"]
    if settings.KEYRING.database_key:
        pragmas.append("cipher_integrity_check")
    with connections[alias].cursor() as cursor:
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
            if [row[0] for row in cursor.fetchall()] not in ([], ["ok"]):
                raise NotWhole(f"The copy of the database is damaged ({pragma}).")


def program(name: str) -> str:
    """The path of a program of PostgreSQL. Raises Refused, naming what to install, when it is not there."""
    found = shutil.which(name)
    if found is None:
        raise Refused(
            f"{name} is not on this machine, so the database was not copied and no backup was written. Install "
            "PostgreSQL's client programs of the server's version, or see docs/how-to/back-up-and-restore.md."
        )
    return found


def owner_environment() -> dict[str, str]:
    """What PostgreSQL's own programs are told of the server: as the owner of the tables, whom no wall binds."""
    given = settings.OWNER_DATABASE or connection.settings_dict
    told = {"PGHOST": given["HOST"], "PGPORT": given["PORT"], "PGUSER": given["USER"], "PGPASSWORD": given["PASSWORD"]}
    return {**os.environ, **{name: str(value) for name, value in told.items() if value}, "PGDATABASE": given["NAME"]}


def _take_dump(target: Path) -> Snapshot:
    """One moment for all: what is told and what is dumped are read in the same snapshot of the server."""
    dump = program("pg_dump")
    with as_owner() as alias, transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        moment = cursor.fetchone()[0]
        run_postgresql([dump, "--format=custom", "--no-owner", f"--snapshot={moment}", f"--file={target}"])
        target.chmod(0o600)
        return _told(target, alias)


def run_postgresql(words: list[str]) -> None:
    """Run a program of PostgreSQL as the owner. Raises Refused with what it said."""
    done = subprocess.run(words, env=owner_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refused(f"{Path(words[0]).name} stopped, and nothing was kept of it: {done.stderr.strip()[:400]}")
