"""Many rows at once, as plain tuples: what a census writes of a hundred thousand people."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import F

from rihai.kit.ids import new_id
from rihai.kit.sealed.cipher import seal
from rihai.people.models import Person, SourceKind
from rihai.people.projection.statements import IDENTITY_SEAL
from rihai.people.record import slices_of

BATCH = 5000
STATEMENT = (
    "id", "person_id", "data_class", "kind", "source_id", "title", "sheet", "row", "said_by", "said_by_name", "said_at",
    "true_on", "facts", "raw", "identity", "takes_back",
)  # fmt: skip
Values = tuple[Any, ...]


def moment(at: datetime) -> Any:
    """A moment as the database keeps it, for rows written as tuples."""
    return connection.ops.adapt_datetimefield_value(at)


def write(model: type[models.Model], name: str, pairs: Iterable[tuple[UUID, Any]]) -> None:
    """Write one column of many rows, each by its key."""
    quote = connection.ops.quote_name
    statement = f"UPDATE {quote(model._meta.db_table)} SET {quote(name)} = %s WHERE {quote('id')} = %s"  # noqa: S608
    left = iter(pairs)
    with connection.cursor() as cursor:
        while batch := [(_plain(value), _plain(key)) for key, value in islice(left, BATCH)]:
            cursor.executemany(statement, batch)


def remove(model: type[models.Model], **found: Any) -> None:
    """Delete rows on which nothing hangs, without fetching them."""
    manager: Any = model._default_manager
    manager.filter(**found)._raw_delete(manager.db)


def next_version(versions: Mapping[UUID, int]) -> bool:
    """Give every person the version after the one known; False where somebody came between and it is another."""
    for part in parts(list(versions)):
        people = Person.objects.filter(pk__in=part)
        people.update(version=F("version") + 1)
        if any(version != versions[one] + 1 for one, version in people.values_list("pk", "version")):
            return False
    return True


def parts(ids: Collection[Any], size: int = 1000) -> Iterator[list[Any]]:
    """A few of them at a time."""
    left = iter(ids)
    while part := list(islice(left, size)):
        yield part


def statements_of(
    person_id: UUID, record: dict[str, Any], raw: dict[str, str], source: Values
) -> Iterator[tuple[Values, dict[str, Any]]]:
    """What a list says of one person: a row of each class, as `operations.stating` writes it, and its facts unsealed.

    `source` holds the columns from `source_id` to `true_on`. What is read back from staging is storable already.
    """
    for part in slices_of(record, raw, storable_already=True):
        if not (part.facts or part.identity or part.raw):
            continue
        key = new_id()
        identity = None
        if part.identity or part.identity_raw:
            told = json.dumps({"facts": part.identity, "raw": part.identity_raw}, ensure_ascii=False)
            identity = bytes(seal(told, IDENTITY_SEAL, key))
        values = (
            key, person_id, part.data_class, SourceKind.CENSUS.value, *source, part.facts, part.raw, identity, [],
        )  # fmt: skip
        yield values, {**part.identity, **part.facts}


def _plain(value: Any) -> Any:
    return value.hex if isinstance(value, UUID) and connection.vendor == "sqlite" else value
