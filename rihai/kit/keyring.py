"""The keys of an office: from the pipe `rihai serve` opens, a file only its owner may read, or a sealed one."""

from __future__ import annotations

import base64
import json
import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from getpass import getpass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from rihai.errors import Unreadable
from rihai.kit.passphrase import unwrap


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys: Django's; of sealed fields by name, the first one writes; of blind indexes; of files; of SQLCipher."""

    secret_key: str
    field_keys: tuple[tuple[str, bytes], ...]
    index_key: bytes
    files_key: str
    database_key: bytes | None = None


def new_keyring(*, encrypted: bool) -> Keyring:
    """Fresh keys; with one for the database when it shall be encrypted."""
    from pyrage import x25519

    return Keyring(
        secret_key=secrets.token_urlsafe(48),
        field_keys=(("k1", secrets.token_bytes(32)),),
        index_key=secrets.token_bytes(32),
        files_key=str(x25519.Identity.generate()),
        database_key=secrets.token_bytes(32) if encrypted else None,
    )


def load_keyring(path: Path, descriptor: str = "", ask: Callable[[], str] | None = None) -> Keyring:
    """The keys from an inherited pipe when its descriptor is given, else from the file, or the sealed one beside it.

    A sealed file ends in .sealed and is opened by what `ask` gives: the passphrase or the recovery code. Raises
    ImproperlyConfigured, naming the file, when there are no keys, nobody can be asked, or what was given is wrong.
    """
    if descriptor:
        return _from_pipe(descriptor)
    sealed = sealed_path(path)
    if not path.exists() and sealed.exists():
        return open_sealed(sealed, ask)
    if not path.exists():
        raise ImproperlyConfigured(f"There are no keys at {path}. For a new office run: rihai init")
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise ImproperlyConfigured(f"{path} can be read by others on this machine. Run: chmod 600 {path}")
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError) as error:
        raise ImproperlyConfigured(f"{path} is not a keyring; take yesterday's copy, or rihai restore.") from error


def sealed_path(path: Path) -> Path:
    """Where the sealed form of a keyring lies."""
    return path.with_suffix(".sealed")


def recovery_path(path: Path) -> Path:
    """Where an office that is not encrypted keeps its keyring wrapped by the recovery code, for its backups."""
    return path.with_suffix(".recovery")


def open_sealed(path: Path, ask: Callable[[], str] | None) -> Keyring:
    """The keys of an encrypted office. Raises ImproperlyConfigured as load_keyring does."""
    if ask is None:
        raise ImproperlyConfigured("This office is encrypted and needs its passphrase: rihai serve asks for it.")
    try:
        return from_json(unwrap(path.read_text(encoding="utf-8"), ask()))
    except Unreadable as error:
        raise ImproperlyConfigured(str(error)) from error


@cache
def _from_pipe(descriptor: str) -> Keyring:
    if not descriptor.isdigit():
        raise ImproperlyConfigured("RIHAI_KEYRING_FD is set by rihai serve itself; take it out of the environment.")
    try:
        return from_json(_line_from(int(descriptor)))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ImproperlyConfigured("The keys did not come through the pipe; start with rihai serve.") from error


def hand_over(keyring: Keyring, descriptor: int) -> None:
    """Say the keys to a child through a pipe, in one line."""
    os.write(descriptor, (" ".join(to_json(keyring).splitlines()) + "\n").encode("utf-8"))


def _line_from(descriptor: int) -> str:
    """One line, byte by byte, so that what follows stays in the pipe; the descriptor stays open."""
    line = bytearray()
    while (byte := os.read(descriptor, 1)) and byte != b"\n":
        line += byte
    return line.decode("utf-8").rstrip("\r")


def asked() -> str:
    """The passphrase, from the descriptor in RIHAI_PASSPHRASE_FD or typed at the terminal.

    Raises ImproperlyConfigured when neither is there.
    """
    descriptor = os.environ.get("RIHAI_PASSPHRASE_FD", "")
    if descriptor.isdigit():
        return _passphrase_from_pipe(int(descriptor))
    if not sys.stdin or not sys.stdin.isatty():
        raise ImproperlyConfigured(
            "This office is encrypted and nobody is at the terminal to type its passphrase. "
            "Give it on a pipe and name that in RIHAI_PASSPHRASE_FD."
        )
    return getpass("Passphrase of this office (or recovery code): ")


@cache
def _passphrase_from_pipe(descriptor: int) -> str:
    return _line_from(descriptor)


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read; whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def to_json(keyring: Keyring) -> str:
    """The keys as text, to be kept secret."""
    held: dict[str, Any] = {
        "secret_key": keyring.secret_key,
        "field_keys": [[name, _text(key)] for name, key in keyring.field_keys],
        "index_key": _text(keyring.index_key),
        "files_key": keyring.files_key,
        "database_key": _text(keyring.database_key) if keyring.database_key else None,
    }
    return json.dumps(held, indent=1)


def from_json(text: str) -> Keyring:
    """The keys from their text. Raises ValueError, KeyError or TypeError for anything else."""
    held = json.loads(text)
    return Keyring(
        secret_key=held["secret_key"],
        field_keys=tuple((name, _bytes(key)) for name, key in held["field_keys"]),
        index_key=_bytes(held["index_key"]),
        files_key=held["files_key"],
        database_key=_bytes(held["database_key"]) if held["database_key"] else None,
    )


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
