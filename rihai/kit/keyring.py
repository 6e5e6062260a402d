"""The keys of an office: read from the pipe `rihai serve` opens, or from a file only its owner may read."""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured


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


def load_keyring(path: Path, descriptor: int = 0) -> Keyring:
    """The keys from an inherited pipe when its descriptor is given, else from the file.

    Raises ImproperlyConfigured, naming the file, when it is absent or no keyring.
    """
    if descriptor:
        return _from_pipe(descriptor)
    if not path.exists():
        raise ImproperlyConfigured(f"There are no keys at {path}. For a new office run: rihai init")
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError) as error:
        raise ImproperlyConfigured(f"{path} is not a keyring; take yesterday's copy, or rihai restore.") from error


@cache
def _from_pipe(descriptor: int) -> Keyring:
    with os.fdopen(descriptor, encoding="utf-8") as pipe:
        return from_json(pipe.read())


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
