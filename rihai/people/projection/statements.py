"""Statements read from their table as the plain values that belief works on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from rihai.people.models import Statement
from rihai.people.record import Said

COLUMNS = (
    "id", "person_id", "data_class", "kind", "said_at", "true_on", "facts", "raw", "identity", "takes_back", "title",
    "sheet", "row", "said_by_name",
)  # fmt: skip


def said_of(person_ids: Iterable[UUID], allowed: Q | None = None) -> dict[UUID, list[Said]]:
    """What was said of each person and not withdrawn, in one query; `allowed` leaves out what an actor may not see."""
    found: dict[UUID, list[Said]] = defaultdict(list)
    rows = Statement.objects.filter(allowed or Q(), person__in=list(person_ids), withdrawn_at=None).only(*COLUMNS)
    for row in rows.iterator(chunk_size=5000):
        found[row.person_id].append(said_from(row))
    return found


def said_from(row: Statement) -> Said:
    """A row as a plain value; the sealed numbers stand among the facts again."""
    facts, raw = row.facts, row.raw
    if (sealed := row.identity) is not None:
        held: dict[str, Any] = json.loads(sealed)
        facts, raw = {**held["facts"], **facts}, {**held["raw"], **raw}
    return Said(
        id=row.id,
        person_id=row.person_id,
        data_class=row.data_class,
        kind=row.kind,
        said_at=row.said_at,
        true_on=row.true_on,
        facts=facts,
        raw=raw,
        takes_back=frozenset(row.takes_back),
        title=row.title,
        sheet=row.sheet,
        row=row.row,
        said_by_name=row.said_by_name,
    )
