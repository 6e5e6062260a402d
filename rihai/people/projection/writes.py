"""Rows worked out now and written later, all at once: so that nobody else waits for the database while we reckon.

They are kept packed, a batch at a time: a hundred thousand people take some tens of megabytes. Only for tables whose
values are made by us and whose fields have no hook; a sealed field is given its sealed bytes.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, models

from rihai.people.projection.table import BATCH, Values, deletion, insertion, update, writer

_FAST = 1
"""How hard a batch is packed: what is written once and soon is not worth more."""
_FEW = 500


class Writes:
    """What is to be written, in order."""

    def __init__(self) -> None:
        self._acts: list[Callable[[Any], None]] = []

    def insert(self, model: type[models.Model], names: Sequence[str], rows: Iterable[Values]) -> None:
        """Rows to be inserted, each a tuple of the columns named."""
        self._keep(insertion(model, names), rows)

    def update(self, model: type[models.Model], names: Sequence[str], rows: Iterable[Values]) -> None:
        """Rows to be changed, each a tuple of the columns named and then its `id`."""
        self._keep(update(model, names), rows)

    def clear(self, model: type[models.Model], person_ids: Iterable[UUID]) -> None:
        """All that these persons have in a table is to go; nothing else hangs on such rows."""
        self._keep(deletion(model), ((one,) for one in person_ids))

    def remove(self, model: type[models.Model], keys: Collection[UUID]) -> None:
        """Rows to be deleted with whatever hangs on them in any room."""
        if keys:
            self._acts.append(partial(_remove, model, tuple(keys)))

    def write(self) -> None:
        """Write it all, in the caller's transaction."""
        with connection.cursor() as cursor:
            for act in self._acts:
                act(cursor)

    def _keep(self, statement: str, rows: Iterable[Values]) -> None:
        written = writer()
        left: Iterator[Values] = iter(rows)
        while batch := [tuple(map(written, row)) for row in islice(left, BATCH)]:
            packed = zlib.compress(pickle.dumps(batch, pickle.HIGHEST_PROTOCOL), _FAST)
            self._acts.append(partial(_execute, statement, packed))


def _execute(statement: str, packed: bytes, cursor: Any) -> None:
    """One batch; it never left this process's memory."""
    cursor.executemany(statement, pickle.loads(zlib.decompress(packed)))  # noqa: S301 - our own rows


def _remove(model: type[models.Model], keys: Sequence[UUID], _cursor: Any) -> None:
    for at in range(0, len(keys), _FEW):
        model._default_manager.filter(pk__in=keys[at : at + _FEW]).delete()
