"""`rihai init`: a new office. What is interrupted leaves nothing behind that looks like one."""

from __future__ import annotations

import os
import secrets
import sys
from getpass import getpass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import connection
from django.utils import timezone

from rihai.accounts.roles import GIVEN, Where
from rihai.errors import NotFound, RihaiError
from rihai.kit import keyring as keys
from rihai.kit.backup.moving import final_home, move_in
from rihai.kit.passphrase import ensure_strong, new_recovery_code, wrap
from rihai.places.models import Place
from rihai.places.operations import seed
from rihai.web.founding import PlaceUnclear, ensure_none, first_prison, found_office
from rihai.web.recovery_sheet import recovery_sheet

AT_PRISONS = {key: role for key, role in GIVEN.items() if Where.PLACE in role.where}


class Command(BaseCommand):
    """Asks what was not given as an option, and makes the office."""

    help = "a new office: keys, database, places, administrator, first prison, and a sheet for the safe"
    requires_system_checks = ()  # they would load every page first

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--encrypted", action="store_true", help="the database's file tells nothing (SQLite only)")
        parser.add_argument("--office", help="the name of the office")
        parser.add_argument("--name", help="the administrator's name")
        parser.add_argument("--email", help="the address by which they sign in")
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES], default="en")
        parser.add_argument("--prison", help="the first prison you work in: a part of its name, or its number")
        parser.add_argument("--role", choices=sorted(AT_PRISONS), help="the administrator's role there too, if any")
        parser.add_argument(
            "--sheet", type=Path, help="where to write the recovery sheet (PDF); print it, then delete it"
        )
        parser.add_argument(
            "--secrets-fd", type=int, help="a pipe with one line each: the passphrase (if encrypted), the password"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._found(options)
        except (RihaiError, OSError, ValidationError) as error:
            said = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            raise CommandError(f"{said} Nothing was made.") from error

    def _found(self, options: dict[str, Any]) -> None:
        final_home(settings.HOME)
        given = _lines(options["secrets_fd"])
        encrypted = settings.KEYRING.database_key is not None
        passphrase = self._passphrase(given) if encrypted else ""
        office = options["office"] or _ask("Name of the office")
        name, email = options["name"] or _ask("Your name"), options["email"] or _ask("Your e-mail address")
        validate_email(email)
        password = given.pop(0) if given else _twice("Password to sign in (12 letters or more)")
        validate_password(password)
        sheet = options["sheet"] or Path(_ask("Where to write the recovery sheet", "rihai-recovery-sheet.pdf"))

        self.stderr.write("Making the tables and taking in the published places …")
        call_command("migrate", verbosity=0)
        ensure_none()
        at = timezone.now()
        seed(actor=None, at=at)
        prison = self._prison(options["prison"])
        code = new_recovery_code()
        self._write_keys(passphrase, code, office)
        home = move_in(settings.HOME) if connection.vendor == "postgresql" else None
        found_office(
            name=name, email=email, password=password, language=options["language"], prison=prison,
            role=options["role"] or "", at=at,
        )  # fmt: skip
        _write_sheet(sheet, recovery_sheet(code, office, timezone.localdate(at), encrypted=encrypted))
        home = home or move_in(settings.HOME)
        self.stdout.write(f"The office is made, in {home}.")
        self.stdout.write(f"Print {sheet} now, put it into the safe, and delete the file. Then: rihai serve")

    def _passphrase(self, given: list[str]) -> str:
        passphrase = given.pop(0) if given else _twice("Passphrase of the office (five or six words)")
        ensure_strong(passphrase)
        return passphrase

    def _prison(self, words: str | None) -> Place:
        """The first prison; asked again until it is clear, where somebody can be asked."""
        while True:
            try:
                return first_prison(words or _ask("First prison (a part of its name)"))
            except (NotFound, PlaceUnclear) as error:
                if words or not sys.stdin.isatty():
                    raise
                self.stderr.write(str(error))

    def _write_keys(self, passphrase: str, code: str, office: str) -> None:
        path = settings.HOME / "keyring.json"
        text = keys.to_json(settings.KEYRING)
        if passphrase:
            keys.write_private(keys.sealed_path(path), wrap(text, passphrase=passphrase, recovery_code=code))
        else:
            keys.write_private(path, text)
            keys.write_private(keys.recovery_path(path), wrap(text, recovery_code=code))
        keys.write_private(settings.HOME / "rihai.env", f"RIHAI_OFFICE={' '.join(office.split())}\n")


def _lines(descriptor: int | None) -> list[str]:
    if descriptor is None:
        return []
    with os.fdopen(descriptor, encoding="utf-8") as pipe:
        return pipe.read().splitlines()


def _ask(what: str, otherwise: str = "") -> str:
    if not sys.stdin.isatty():
        raise CommandError(f"{what} is missing, and nobody is at the terminal to be asked. See: rihai init --help")
    answer = ""
    while not answer:
        answer = input(f"{what}{f' [{otherwise}]' if otherwise else ''}: ").strip() or otherwise
    return answer


def _twice(what: str) -> str:
    if not sys.stdin.isatty():
        raise CommandError(f"{what} is missing; give it on a pipe and name that in --secrets-fd.")
    first = getpass(f"{what}: ")
    if not secrets.compare_digest(first.encode(), getpass("The same again: ").encode()):
        raise CommandError("The two are not the same; nothing was made.")
    return first


def _write_sheet(path: Path, sheet: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(sheet)
