"""`rihai passphrase`: another passphrase for an encrypted office, by the old one or by the recovery code."""

from __future__ import annotations

import os
import secrets
import sys
from getpass import getpass
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from rihai.errors import Refused, RihaiError
from rihai.kit import keyring as keys
from rihai.kit.audit.chain import append
from rihai.kit.passphrase import ensure_strong, is_recovery_code, rewrap, unwrap


class Command(BaseCommand):
    """Wraps the keyring anew. What opens it now was asked before the settings were read (`config.founding`)."""

    help = "another passphrase for this encrypted office; the recovery code in the safe stays as it is"
    requires_system_checks = ()  # they would load every page first

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--secrets-fd", type=int, help="a pipe with one line: the new passphrase")

    def handle(self, *args: Any, **options: Any) -> None:
        path = keys.sealed_path(settings.KEYRING_PATH)
        if not path.exists():
            raise CommandError(
                "This office is not encrypted, so it has no passphrase; see docs/how-to/keep-the-keys.md."
            )
        try:
            given, sealed = keys.asked(), path.read_text(encoding="utf-8")
            chosen = _new(options["secrets_fd"])
            ensure_strong(chosen)
            if secrets.compare_digest(chosen.encode(), given.encode()):
                raise Refused("This is the passphrase of now.")
            written = rewrap(sealed, given, chosen)
            if keys.from_json(unwrap(written, chosen)) != settings.KEYRING:
                raise Refused("The keys did not come back out as they went in.")
            with transaction.atomic():
                by = "recovery" if is_recovery_code(given) else "passphrase"
                append("kit.passphrase.changed", actor=None, at=timezone.now(), detail={"by": by})
                keys.write_private(path, written)
        except (RihaiError, OSError) as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        self.stdout.write("The passphrase is changed. What runs goes on; the next start asks for the new one.")
        self.stdout.write("Backups written until now are opened by the old one. Write a new one: rihai backup")


def _new(descriptor: int | None) -> str:
    """The new passphrase: a line of a pipe, or typed twice."""
    if descriptor is not None:
        with os.fdopen(descriptor, encoding="utf-8") as pipe:
            return pipe.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise Refused("The new passphrase is missing; give it on a pipe and name that in --secrets-fd.")
    first = getpass("New passphrase of the office (five or six words): ")
    if not secrets.compare_digest(first.encode(), getpass("The same again: ").encode()):
        raise Refused("The two are not the same.")
    return first
