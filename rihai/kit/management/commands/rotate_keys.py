"""`rihai rotate-keys`: a new key for sealed fields; what older ones sealed is sealed anew, and they are taken away."""

from __future__ import annotations

import os
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from secrets import token_bytes
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from rihai.errors import RihaiError
from rihai.kit import keyring as keys
from rihai.kit.audit.chain import append
from rihai.kit.house import acting_for
from rihai.kit.keyring import Keyring
from rihai.kit.owning import as_owner
from rihai.kit.passphrase import reseal as reseal_keyring
from rihai.kit.passphrase import unwrap
from rihai.kit.sealed.rotation import keys_in_use, reseal


class Command(BaseCommand):
    """Adds a key, seals anew, takes the old keys away. Interrupted, it goes on when called again."""

    help = "a new key for sealed fields; --finish only goes on with an interrupted change. Keys of files stay"
    requires_system_checks = ()  # they would load every page first

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--finish", action="store_true", help="add no key: seal anew with the newest there is")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with as_owner(), acting_for(None):
                self._rotate(adds=not options["finish"])
        except (RihaiError, OSError) as error:
            raise CommandError(str(error)) from error

    def _rotate(self, *, adds: bool) -> None:
        path = settings.KEYRING_PATH
        given = self._given(path)
        keyring: Keyring = settings.KEYRING
        if adds:
            keyring = replace(keyring, field_keys=((_next(keyring), token_bytes(32)), *keyring.field_keys))
            _write(path, keyring, given)  # before anything is sealed by it
            settings.KEYRING = keyring
        done = reseal()
        unused = [name for name, _ in keyring.field_keys[1:] if name not in keys_in_use()]
        kept = tuple((name, key) for name, key in keyring.field_keys if name not in unused)
        if unused:
            _write(path, replace(keyring, field_keys=kept), given)
        with transaction.atomic():
            detail = {"key": kept[0][0], "rows": done, "gone": unused}
            append("kit.keys.rotated", actor=None, at=timezone.now(), detail=detail)
        self.stdout.write(
            f"Sealed anew: {done:,} rows, by {kept[0][0]}. Keys taken away: {', '.join(unused) or 'none'}."
        )
        self.stdout.write("Restart rihai serve, then write a backup: older backups need the keys they carry.")

    def _given(self, path: Path) -> str:
        """What opens the wrapped keyring, which must be written again: the passphrase or the recovery code."""
        wrapped = next((one for one in (keys.sealed_path(path), keys.recovery_path(path)) if one.exists()), None)
        if wrapped is None:
            return ""
        if os.environ.get("RIHAI_PASSPHRASE_FD"):
            given = keys.asked()
        elif wrapped == keys.sealed_path(path):
            given = getpass("The passphrase once more, to write the keys: ")
        else:
            given = getpass("The recovery code from the safe, to write the keys: ")
        unwrap(wrapped.read_text(encoding="utf-8"), given)
        return given


def _next(keyring: Keyring) -> str:
    """A name no key had: k and the number after the highest."""
    numbers = [int(name[1:]) for name, _ in keyring.field_keys if name[1:].isdigit()]
    return f"k{max(numbers, default=0) + 1}"


def _write(path: Path, keyring: Keyring, given: str) -> None:
    """Every form in which the keyring lies here, each whole or not at all."""
    text = keys.to_json(keyring)
    for wrapped in (keys.sealed_path(path), keys.recovery_path(path)):
        if wrapped.exists():
            keys.write_private(wrapped, reseal_keyring(wrapped.read_text(encoding="utf-8"), given, text))
    if path.exists():
        keys.write_private(path, text)
