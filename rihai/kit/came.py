"""Marks of who came, as a phone's page keeps them until the office has them (`static/kit/came.js`): one tap each.

A page posts `mark` = `row.what.key.age`: the key of a row, what was tapped, the key of the tap, and how many
milliseconds ago it was. A tap sent twice is one, and an older one that arrives late undoes no newer: whoever keeps
marks sees to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

MOST = 500
"""Marks that are taken at once; a queue that is longer comes in parts."""
OLDEST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Mark:
    """One tap: at whose row, what, under which key of the page that made it, and at which moment."""

    row_id: UUID
    came: str
    key: UUID
    said_at: datetime


def marks_in(texts: Iterable[str], now: datetime) -> Iterator[Mark]:
    """The marks of a page's queue; what is no mark is left aside."""
    for text in list(texts)[:MOST]:
        parts = text.split(".")
        if len(parts) != 4 or not (parts[3].isascii() and parts[3].isdigit()):
            continue
        try:
            row, key = UUID(parts[0]), UUID(parts[2])
        except ValueError:
            continue
        age = timedelta(milliseconds=int(parts[3][:12]))
        yield Mark(row, parts[1], key, now - min(age, OLDEST))
