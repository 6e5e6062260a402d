"""Django's SQLite backend over `sqlcipher3`: the same SQL, each page of the file encrypted with the keyring's key.

Three things belong to the standard library's module and are said again here: the cursor class, the converters and the
adapters. The key is given before anything else is asked of the file (https://www.zetetic.net/sqlcipher/sqlcipher-api/).
"""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.sqlite3 import base as plain
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as Database  # noqa: N812 - as Django calls it


def _decoded(read: Callable[[str], Any]) -> Callable[[bytes], Any]:
    return lambda raw: read(raw.decode())


Database.register_converter("bool", b"1".__eq__)
Database.register_converter("date", _decoded(parse_date))
Database.register_converter("time", _decoded(parse_time))
Database.register_converter("datetime", _decoded(parse_datetime))
Database.register_converter("timestamp", _decoded(parse_datetime))
Database.register_adapter(decimal.Decimal, str)
Database.register_adapter(datetime.date, datetime.date.isoformat)
Database.register_adapter(datetime.datetime, lambda moment: moment.isoformat(" "))


if TYPE_CHECKING:
    from sqlite3 import Cursor as PlainCursor
else:
    PlainCursor = Database.Cursor


class Cursor(PlainCursor):
    """Django's conversion of `%s` to `?`, on this module's cursor."""

    convert_query: Callable[..., str] = plain.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        rows: Iterator[Any] = iter(param_list)
        first = next(rows, None)
        if first is None:
            return self
        names = list(first) if isinstance(first, Mapping) else None
        converted = self.convert_query(query, param_names=names)
        return super().executemany(converted, _with(first, rows))


def _with(first: Any, rest: Iterator[Any]) -> Iterator[Any]:
    yield first
    yield from rest


class DatabaseWrapper(plain.DatabaseWrapper):
    """A connection to an encrypted file. Raises ImproperlyConfigured when the keyring has no key for it."""

    display_name = "SQLCipher"
    Database = Database

    def get_new_connection(self, conn_params: Any) -> Any:
        """A connection with its key set, Django's functions and the office's pragmas."""
        key = settings.KEYRING.database_key
        if key is None:
            raise ImproperlyConfigured("The database is encrypted and the keyring holds no key for it.")
        connection = Database.connect(**conn_params)
        connection.execute(key_pragma(key))
        register_functions(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA legacy_alter_table = OFF")
        for command in filter(None, map(str.strip, getattr(self, "init_commands", ()))):
            connection.execute(command)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=Cursor)


def key_pragma(key: bytes) -> str:
    """The first thing said to a file: its 256-bit key, as it is, so that no derivation slows down each opening."""
    if len(key) != 32:
        raise ImproperlyConfigured("The key of the database has 32 bytes.")
    return f"PRAGMA key = \"x'{key.hex()}'\""
