"""Keeps what a source says: one row a class of data; and makes the tables follow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rihai.kit.actor import Actor
from rihai.people.models import SourceKind, Statement
from rihai.people.record import class_of, read_path, slices_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement comes from: what kind, by whom, when, on which day it was true; where in a file it stands."""

    kind: SourceKind
    at: datetime
    by: UUID | None = None
    by_name: str = ""
    true_on: date | None = None
    source_id: UUID | None = None
    title: str = ""
    sheet: str = ""
    row: int | None = None


def by_hand(actor: Actor, at: datetime, true_on: date | None = None) -> Source:
    """The source of what somebody types in."""
    return Source(kind=SourceKind.HAND, at=at, by=actor.pk, by_name=actor.name[:120], true_on=true_on)


def statements_from(
    person_id: UUID,
    record: Mapping[str, Any],
    source: Source,
    *,
    raw: Mapping[str, str] | None = None,
    takes_back: Iterable[str] = (),
) -> list[Statement]:
    """The rows, not yet saved, of a record as one source states it; `raw` and `takes_back` are by path.

    Raises UnknownFact for a fact the dictionary does not have.
    """
    gone: dict[str, list[str]] = {}
    for text in takes_back:
        gone.setdefault(class_of(read_path(text).fact), []).append(text)
    slices = {one.data_class: one for one in slices_of(record, raw)}
    rows = []
    for data_class in dict.fromkeys((*slices, *gone)):
        part = slices.get(data_class)
        said = part is not None and (part.facts or part.identity or part.raw)
        if not said and data_class not in gone:
            continue
        row = _row(person_id, data_class, source)
        row.takes_back = gone.get(data_class, [])
        if part is not None:
            row.facts, row.raw = part.facts, part.raw
            if part.identity or part.identity_raw:
                row.identity = json.dumps({"facts": part.identity, "raw": part.identity_raw}, ensure_ascii=False)
        rows.append(row)
    return rows


def state(
    person_id: UUID,
    record: Mapping[str, Any],
    source: Source,
    *,
    raw: Mapping[str, str] | None = None,
    takes_back: Iterable[str] = (),
) -> None:
    """Keep what a source says of a person; the caller projects."""
    Statement.objects.bulk_create(statements_from(person_id, record, source, raw=raw, takes_back=takes_back))


def _row(person_id: UUID, data_class: str, source: Source) -> Statement:
    return Statement(
        person_id=person_id,
        data_class=data_class,
        kind=source.kind,
        source_id=source.source_id,
        title=source.title[:200],
        sheet=source.sheet[:120],
        row=source.row,
        said_by=source.by,
        said_by_name=source.by_name,
        said_at=source.at,
        true_on=source.true_on,
    )
