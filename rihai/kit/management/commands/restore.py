"""`rihai restore FILE`: an office from its backup, on another machine, in an empty folder; checked before use."""

from __future__ import annotations

import time
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage, storages
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, connections, transaction
from django.utils import timezone

from rihai.errors import Refused, RihaiError
from rihai.kit.audit.chain import append
from rihai.kit.backup.moving import final_home, move_in
from rihai.kit.backup.snapshot import Snapshot, as_owner, program, prove, run_postgresql
from rihai.kit.backup.writing import FILES, MISSING, TOLD, check_files, read_told


class Command(BaseCommand):
    """Checks what `rihai.config.founding` has laid out, and gives it the name of the office's folder."""

    help = "an office from its backup, in an empty RIHAI_HOME; asks the passphrase or the recovery code"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the backup")

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.perf_counter()
        try:
            final_home(settings.HOME)
            told = read_told(settings.HOME)
            files = check_files(settings.HOME, told)
            self._prove(told)
            self._put_files(told)
            with transaction.atomic():
                detail = {"head": told.head, "sessions": _end_sessions()}
                append("kit.office.restored", actor=None, at=timezone.now(), detail=detail)
            for name in (TOLD, MISSING):
                (settings.HOME / name).unlink()
            home = move_in(settings.HOME)
        except (RihaiError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{home}: {sum(told.counts.values()):,} rows and {files:,} stored files, checked, "
            f"{time.perf_counter() - began:.1f} s. Start with: rihai serve"
        )

    def _prove(self, told: Snapshot) -> None:
        if connection.vendor != "postgresql":
            if told.path.suffix == ".dump":
                raise Refused("This backup is of a PostgreSQL database: name an empty one in DATABASE_URL.")
            prove("default", told)
            return
        if told.path.suffix != ".dump":
            raise Refused("This backup is of a SQLite database: take DATABASE_URL out of the environment.")
        with as_owner() as alias, connections[alias].cursor() as cursor:
            name = connections[alias].settings_dict["NAME"]
            if connections[alias].introspection.table_names(cursor):
                raise Refused("The database in DATABASE_URL is not empty, and nothing was changed in it.")
        words = ["--exit-on-error", "--single-transaction", "--no-owner", "--dbname", str(name)]
        run_postgresql([program("pg_restore"), *words, str(told.path)])
        with as_owner() as alias:
            prove(alias, told)
        told.path.unlink()

    def _put_files(self, told: Snapshot) -> None:
        """Into the storage, where that is another than the folder they lie in already."""
        if isinstance(storages["default"], FileSystemStorage):
            return
        for place in told.files:
            path = settings.HOME / FILES / place
            if path.is_file():
                default_storage.save(place, ContentFile(path.read_bytes()))
                path.unlink()


def _end_sessions() -> int:
    """Whoever was signed in on the day of the backup is not signed in here; says how many sessions there were."""
    UserSession.objects.all().delete()
    ended, _by_model = Session.objects.all().delete()
    return ended
