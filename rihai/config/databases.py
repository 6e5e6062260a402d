"""Which database: SQLite in the office's folder, encrypted when its keyring says so, or PostgreSQL by address."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from rihai.config.env import Env
from rihai.kit.keyring import Keyring

# WAL lets pages read while one act writes; a writer waits up to 20 s; temporary tables never touch the disk.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; "
    "PRAGMA cache_size=-65536; PRAGMA secure_delete=ON;"
)


def databases(env: Env, home: Path, keyring: Keyring) -> dict[str, dict[str, Any]]:
    """Django's DATABASES. Raises ImproperlyConfigured for an address that is not PostgreSQL's."""
    address = env.text("DATABASE_URL")
    return {"default": postgresql(address) if address else sqlite(home / "rihai.sqlite3", keyring)}


def owner_database(env: Env) -> dict[str, Any] | None:
    """The same server as the role that owns the tables, by which alone they are made and copied; None if not given."""
    address = env.text("DATABASE_OWNER_URL")
    return postgresql(address, "DATABASE_OWNER_URL") if address else None


def sqlite(path: Path, keyring: Keyring) -> dict[str, Any]:
    """One file; through SQLCipher when the keyring holds a database key."""
    backend = "rihai.config.sqlcipher" if keyring.database_key else "django.db.backends.sqlite3"
    return {
        "ENGINE": backend,
        "NAME": path,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS},
    }


def postgresql(address: str, name: str = "DATABASE_URL") -> dict[str, Any]:
    """A server named by postgresql://user:password@host:port/name?option=value; a socket's folder as ?host=/path."""
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{name} is not postgresql://user:password@host/name; its value is not shown.")
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "rihai.config.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
