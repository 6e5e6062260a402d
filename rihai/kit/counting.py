"""Counting people without going through all of them: up to so many exactly, and beyond it "so many or more"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

Key = TypeVar("Key")
LOOKED_AT = 2_000
"""Rows that are looked at for one number; a page that counts a million for each of its numbers is never read."""


class AtLeast(int):
    """A number of which it is known only that there are so many or more; written 1,200+."""

    def __str__(self) -> str:
        return f"{int(self):,}+"


def total(counts: Iterable[int]) -> int:
    """Their sum; AtLeast where one of them is."""
    found = list(counts)
    return AtLeast(sum(found)) if any(isinstance(one, AtLeast) for one in found) else sum(found)


def count_apart(asked: Mapping[Key, QuerySet[Any]], column: str) -> dict[Key, int]:
    """How many different values of a column each of these questions has, in one query; AtLeast where they have more.

    A question of which LOOKED_AT rows were looked at and more remain has at least as many as were found, which is
    given in whole hundreds.
    """
    counts: dict[Key, int] = dict.fromkeys(asked, 0)
    keys, parts = list(asked), []
    values: list[Any] = []
    for number, key in enumerate(keys):
        rows = asked[key].order_by().values(column)[:LOOKED_AT]
        try:
            sql, told = rows.query.sql_with_params()
        except EmptyResultSet:
            continue
        name = connection.ops.quote_name(column)
        parts.append(f"SELECT {number}, count(*), count(DISTINCT {name}) FROM ({sql}) AS asked_{number}")  # noqa: S608
        values += told
    if not parts:
        return counts
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        for number, looked_at, found in cursor.fetchall():
            counts[keys[number]] = AtLeast(max(found // 100 * 100, 1)) if looked_at == LOOKED_AT else found
    return counts
