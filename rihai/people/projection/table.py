"""Writes many rows of one table as plain tuples: ten times as fast as rows of models, which matters for a census.

Only for what is projected: values are made by us, and no field of these tables is sealed or has a hook.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, models

BATCH = 5000
Values = tuple[Any, ...]


def insert(model: type[models.Model], names: Sequence[str], rows: Iterable[Values]) -> None:
    """Insert rows, each a tuple of the columns named, in their order."""
    written = writer()
    statement = insertion(model, names)
    left = iter(rows)
    with connection.cursor() as cursor:
        while batch := [tuple(map(written, row)) for row in islice(left, BATCH)]:
            cursor.executemany(statement, batch)


def clear(model: type[models.Model], person_ids: Collection[UUID]) -> None:
    """Delete all that these persons have in the table; nothing else hangs on such rows."""
    if person_ids:
        manager: Any = model._default_manager
        manager.filter(person__in=person_ids)._raw_delete(manager.db)


def insertion(model: type[models.Model], names: Sequence[str]) -> str:
    """INSERT with the table's own columns; their names are the model's, never what somebody typed."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(name) for name in names)
    gaps = ", ".join(["%s"] * len(names))
    return f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({gaps})"  # noqa: S608 - our own names


def update(model: type[models.Model], names: Sequence[str]) -> str:
    """UPDATE of the columns named, of the row whose `id` comes after them."""
    quote = connection.ops.quote_name
    changed = ", ".join(f"{quote(name)} = %s" for name in names)
    return f"UPDATE {quote(model._meta.db_table)} SET {changed} WHERE {quote('id')} = %s"  # noqa: S608 - our own names


def deletion(model: type[models.Model]) -> str:
    """DELETE of all that one person has in the table."""
    quote = connection.ops.quote_name
    return f"DELETE FROM {quote(model._meta.db_table)} WHERE {quote('person_id')} = %s"  # noqa: S608 - our own names


def writer() -> Callable[[Any], Any]:
    """How a value is written: SQLite keeps ids and days as text, PostgreSQL as they are; JSON is text for both."""
    return _for_sqlite if connection.vendor == "sqlite" else _for_postgresql


_IN_SQLITE: dict[type, Callable[[Any], Any]] = {
    UUID: lambda value: value.hex,
    date: date.isoformat,
    datetime: datetime.isoformat,
    dict: json.dumps,
    list: json.dumps,
}


def _for_sqlite(value: Any) -> Any:
    write = _IN_SQLITE.get(type(value))
    return write(value) if write else value


def _for_postgresql(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict | list) else value


def chunks(ids: Iterable[UUID], size: int) -> Iterator[list[UUID]]:
    """The ids a few at a time."""
    left = iter(ids)
    while chunk := list(islice(left, size)):
        yield chunk
