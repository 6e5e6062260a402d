"""`rihai backup FILE`: one encrypted file of the whole office, checked after writing."""

from __future__ import annotations

import os
import time
from getpass import getpass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from rihai.errors import RihaiError
from rihai.kit import keyring as keys
from rihai.kit.backup.writing import write_backup
from rihai.kit.passphrase import ensure_strong, wrap


class Command(BaseCommand):
    """Writes a backup."""

    help = "one encrypted file of database, stored files and keys, checked after writing; nothing is asked if it can be"
    requires_system_checks = ()  # they would load every page first

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="where to write it; a file that is there already is never touched")

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.perf_counter()
        try:
            wrapped = self._wrapped()
            made = write_backup(options["file"], wrapped, at=timezone.now(), report=self.stderr.write)
        except (RihaiError, OSError) as error:
            raise CommandError(str(error)) from error
        seconds = time.perf_counter() - began
        self.stdout.write(
            f"{options['file']}: {made.size / 1e6:,.1f} MB, {made.rows:,} rows, {made.files:,} stored files, "
            f"opened again and checked, {seconds:.1f} s."
        )
        self.stdout.write(f"Head of the audit trail in it: {made.head}")
        if made.missing:
            self.stderr.write(f"{made.missing} stored files were not there and are missing in the backup, too.")

    def _wrapped(self) -> str:
        """The keyring as the backup carries it: as it lies here, else wrapped now by a passphrase of its own."""
        for path in (keys.sealed_path(settings.KEYRING_PATH), keys.recovery_path(settings.KEYRING_PATH)):
            if path.exists():
                return path.read_text(encoding="utf-8")
        if os.environ.get("RIHAI_PASSPHRASE_FD"):
            passphrase = keys.asked()
        else:
            self.stderr.write("This office has no recovery code, so this backup needs a passphrase of its own.")
            passphrase = getpass("Passphrase for the backup: ")
            if passphrase != getpass("The same again: "):
                raise CommandError("The two are not the same; nothing was written.")
        ensure_strong(passphrase)
        return wrap(keys.to_json(settings.KEYRING), passphrase=passphrase)
