"""Statements read from their table as the plain values that belief works on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from rihai.kit.sealed.cipher import unseal
from rihai.people.models import Statement
from rihai.people.record import Said

IDENTITY_SEAL = "people.statement.identity"
_BELIEVED = ("id", "person_id", "data_class", "kind", "said_at", "true_on", "identity")
_SHOWN = ("title", "sheet", "row", "said_by_name")
_EMPTY = frozenset({"", "[]", "{}", "null"})


def said_of(
    person_ids: Iterable[UUID], allowed: Q | None = None, *, with_sources: bool = True
) -> dict[UUID, list[Said]]:
    """What was said of each person and not withdrawn, in one query; `allowed` leaves out what an actor may not see.

    Without `with_sources` the raw texts and the words for the source are left away, which belief does not need.
    """
    rows = Statement.objects.filter(allowed or Q(), person__in=list(person_ids), withdrawn_at=None)
    json_columns = ("facts", "takes_back", "raw") if with_sources else ("facts", "takes_back")
    columns = [*_BELIEVED, *(Cast(one, TextField()) for one in json_columns), *(_SHOWN if with_sources else ())]
    found: dict[UUID, list[Said]] = defaultdict(list)
    for row in rows.values_list(*columns).iterator(chunk_size=5000):
        found[row[1]].append(_said(*row))
    return found


def said_from(row: Statement) -> Said:
    """A row as a plain value; the sealed numbers stand among the facts again."""
    facts, raw = _with_identity(row.facts, row.raw, row.identity)
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


def _said(
    key: UUID, person_id: UUID, data_class: str, kind: str, said_at: Any, true_on: Any, sealed: bytes | None,
    facts: str, takes_back: str, raw: str = "", title: str = "", sheet: str = "", row: int | None = None,
    said_by_name: str = "",
) -> Said:  # fmt: skip
    """A row of the query, its columns in their order."""
    identity = unseal(sealed, IDENTITY_SEAL, key) if sealed is not None else None
    told, texts = _with_identity(_read(facts), _read(raw), identity)
    back = frozenset(json.loads(takes_back)) if takes_back not in _EMPTY else frozenset()
    return Said(key, person_id, data_class, kind, said_at, true_on, told, texts, back, title, sheet, row, said_by_name)


def _read(text: str) -> Mapping[str, Any]:
    held: Mapping[str, Any] = json.loads(text) if text not in _EMPTY else {}
    return held


def _with_identity(
    facts: Mapping[str, Any], raw: Mapping[str, str], identity: str | None
) -> tuple[Mapping[str, Any], Mapping[str, str]]:
    if identity is None:
        return facts, raw
    held: dict[str, Any] = json.loads(identity)
    return {**held["facts"], **facts}, {**held["raw"], **raw}
