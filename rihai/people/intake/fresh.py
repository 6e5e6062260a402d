"""The typed tables of people nobody knew before, from the one record there is of them.

The same rows that `projection` would work out from their statements, without reading those back; a test holds the two
equal. For a prison's first list that is half of the work.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from rihai.kit.ids import new_id
from rihai.people.models import (
    Alias,
    Charge,
    ChildInside,
    CriminalCase,
    Hearing,
    Identifier,
    NameKey,
    Person,
    Sentence,
)
from rihai.people.projection import cases as of_case
from rihai.people.projection import rows
from rihai.people.projection.project import KEPT, PROJECTED, described
from rihai.people.projection.table import insert
from rihai.people.record import IDENTIFYING

Records = Mapping[UUID, Mapping[str, Any]]


def make_people(records: Records, *, place_id: int, made_at: Any) -> None:
    """Write new people, held at the place, with all by which they are listed and found."""
    kept = (made_at, place_id, None, 1)
    insert(Person, (*KEPT, *PROJECTED), ((one, *kept, *described(record)) for one, record in records.items()))
    insert(
        NameKey,
        ("key", "person_id", "place_id"),
        ((key, one, place_id) for one, record in records.items() for key in rows.name_keys(record)),
    )
    others = ((one, name) for one, record in records.items() for name in rows.names(record)[1:])
    insert(Alias, ("id", "person_id", "name"), ((new_id(), one, name) for one, name in others))
    children = (row for one, record in records.items() for row in of_case.children_of(one, record))
    insert(ChildInside, of_case.CHILD, children)
    Identifier.objects.bulk_create(
        Identifier(person_id=one, kind=kind, number=str(record[kind]))
        for one, record in records.items()
        for kind in sorted(IDENTIFYING)
        if record.get(kind)
    )
    _make_cases(records)


def _make_cases(records: Records) -> None:
    found = [
        (new_id(), one, at, case)
        for one, record in records.items()
        for at, case in enumerate(record.get("cases") or ())
    ]
    insert(CriminalCase, of_case.CASE, (of_case.case_of(*one) for one in found))
    for model, names, rows_of in (
        (Charge, of_case.CHARGE, of_case.charges_of),
        (Sentence, of_case.SENTENCE, of_case.sentences_of),
        (Hearing, of_case.HEARING, of_case.hearings_of),
    ):
        insert(model, names, (row for key, one, _at, case in found for row in rows_of(key, one, case)))
