"""The typed tables of people nobody knew before, from the one record there is of them.

The same rows that `projection` would work out from their statements, without reading those back; a test holds the two
equal. For a prison's first list that is half of the work.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from rihai.kit.ids import new_id
from rihai.people.models import Alias, ChildInside, CriminalCase, Identifier, NameKey, Person
from rihai.people.projection import cases as of_case
from rihai.people.projection import rows
from rihai.people.projection.project import (
    ALIAS,
    IDENTIFIER,
    KEY,
    OF_CASES,
    PROJECTED,
    aliases_of,
    described,
    identifiers_of,
    index_of,
    numbers_of,
)
from rihai.people.projection.writes import Writes

Records = Mapping[UUID, Mapping[str, Any]]
_PERSON = ("id", "made_at", "held_at_id", "merged_into_id", "version", *PROJECTED)


def make_people(records: Records, *, place_id: int, made_at: Any, writes: Writes) -> None:
    """Write new people, held at the place, with all by which they are listed and found."""
    kept = (made_at, place_id, None, 1)
    writes.insert(Person, _PERSON, ((one, *kept, *described(record)) for one, record in records.items()))
    writes.insert(
        NameKey,
        KEY,
        ((key, one, place_id) for one, record in records.items() for key in sorted(rows.name_keys(record))),
    )
    writes.insert(Alias, ALIAS, (row for one, record in records.items() for row in aliases_of(one, record)))
    writes.insert(
        ChildInside, of_case.CHILD, (row for one, record in records.items() for row in of_case.children_of(one, record))
    )
    numbers = ((one, [(kind, text, index_of(text)) for kind, text in numbers_of(of)]) for one, of in records.items())
    writes.insert(Identifier, IDENTIFIER, (row for one, held in numbers for row in identifiers_of(one, held)))
    _make_cases(records, writes)


def _make_cases(records: Records, writes: Writes) -> None:
    found = [
        (new_id(), one, at, case)
        for one, record in records.items()
        for at, case in enumerate(record.get("cases") or ())
    ]
    writes.insert(CriminalCase, of_case.CASE, (of_case.case_of(*one) for one in found))
    for model, names, rows_of in OF_CASES:
        writes.insert(model, names, (row for key, one, _at, case in found for row in rows_of(key, one, case)))
