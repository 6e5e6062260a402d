"""Works the typed tables out anew from the statements, in chunks, whatever the number of persons.

What has not changed is not written again where that is cheap to see (names, numbers); a case keeps its key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from rihai.accounts.operations.house import as_house
from rihai.kit.ids import new_id
from rihai.kit.sealed.cipher import seal
from rihai.people.models import (
    Alias,
    Charge,
    ChildInside,
    CriminalCase,
    Difference,
    Hearing,
    Identifier,
    NameKey,
    Person,
    Sentence,
)
from rihai.people.models.person import NUMBER_SEAL
from rihai.people.projection import cases as of_case
from rihai.people.projection import rows
from rihai.people.projection.statements import said_of
from rihai.people.projection.table import chunks, clear, insert, upsert
from rihai.people.record import IDENTIFYING, Said, differences, path_text, record_from
from rihai.people.record.said import HAND

CHUNK = 1000
KEPT = ("id", "made_at", "held_at_id", "merged_into_id", "version")
PROJECTED = (
    "full_name", "other_script", "father_or_husband_name", "relation", "sex", "born_earliest", "born_latest",
    "nationality", "legal_status", "held_since",
)  # fmt: skip
_NUMBERS = sorted(IDENTIFYING)
Record = Mapping[str, Any]
Records = Mapping[UUID, Record]


@transaction.atomic
def project(person_ids: Iterable[UUID], done: Callable[[int], None] = lambda _count: None) -> int:
    """Rewrite the tables of these persons from what is said of them; says how many there were.

    Idempotent. Part of the act that made the statements: called in its transaction. `done` hears how many persons each
    chunk had.
    """
    count = 0
    with as_house():
        for chunk in chunks(dict.fromkeys(person_ids), CHUNK):
            held = {row[0]: row for row in Person.objects.filter(pk__in=chunk).values_list(*KEPT)}
            _project(held)
            count += len(held)
            done(len(held))
    return count


def _project(held: Mapping[UUID, tuple[Any, ...]]) -> None:
    ids = list(held)
    said = said_of(ids)
    records = {one: record_from(one, said.get(one, ())) for one in ids}
    upsert_persons(held, records)
    _keep_keys({one: row[2] for one, row in held.items()}, records)
    _keep_identifiers(ids, records)
    _keep_cases(ids, records)
    clear(ChildInside, ids)
    insert(
        ChildInside, of_case.CHILD, (row for one, record in records.items() for row in of_case.children_of(one, record))
    )
    clear(Alias, ids)
    insert(
        Alias,
        ("id", "person_id", "name"),
        ((new_id(), one, name) for one, record in records.items() for name in rows.names(record)[1:]),
    )
    _keep_differences(ids, said)


def upsert_persons(held: Mapping[UUID, tuple[Any, ...]], records: Records) -> None:
    """Write the facts people are listed by; what is kept of them besides is given back as it was."""
    upsert(Person, (*KEPT, *PROJECTED), (held[one] + described(record) for one, record in records.items()))


def described(record: Record) -> tuple[Any, ...]:
    """The columns of PROJECTED, from a record."""
    known, between = rows.names(record), rows.born(record)
    return (
        known[0] if known else "",
        rows.other_script(record),
        rows.text(record.get("father_or_husband_name"), 200),
        rows.text(record.get("relation_to_named"), 12),
        rows.text(record.get("sex"), 12),
        between.earliest,
        between.latest,
        rows.text(record.get("nationality"), 20),
        rows.status(record),
        rows.since(record),
    )


def _keep_keys(places: Mapping[UUID, int | None], records: Records) -> None:
    """The keys of names, written only where they have changed."""
    held: dict[UUID, set[tuple[str, int | None]]] = defaultdict(set)
    for one, key, place in NameKey.objects.filter(person__in=list(places)).values_list("person_id", "key", "place_id"):
        held[one].add((key, place))
    wanted = {one: {(key, place) for key in rows.name_keys(records[one])} for one, place in places.items()}
    changed = [one for one, keys in wanted.items() if keys != held.get(one, set())]
    clear(NameKey, [one for one in changed if one in held])
    insert(NameKey, ("key", "person_id", "place_id"), ((key, one, at) for one in changed for key, at in wanted[one]))


def _keep_identifiers(ids: Collection[UUID], records: Records) -> None:
    """The sealed numbers, written only where they have changed."""
    index = Identifier._meta.get_field("number_index").index
    held: dict[UUID, set[tuple[str, bytes]]] = defaultdict(set)
    for one, kind, blind in Identifier.objects.filter(person__in=ids).values_list("person_id", "kind", "number_index"):
        held[one].add((kind, bytes(blind or b"")))
    changed: list[tuple[UUID, list[tuple[str, str, bytes]]]] = []
    for one, record in records.items():
        said = [(kind, str(record[kind])) for kind in _NUMBERS if record.get(kind)]
        numbers = [(kind, text, index(text) or b"") for kind, text in said]
        if {(kind, blind) for kind, _text, blind in numbers} != held.get(one, set()):
            changed.append((one, numbers))
    clear(Identifier, [one for one, _numbers in changed if one in held])
    insert(
        Identifier,
        ("id", "person_id", "kind", "number", "number_index"),
        (
            (key := new_id(), one, kind, bytes(seal(text, NUMBER_SEAL, key)), blind or None)
            for one, numbers in changed
            for kind, text, blind in numbers
        ),
    )


def _keep_cases(ids: Collection[UUID], records: Records) -> None:
    """The cases under the keys they had; what hangs on them anew."""
    former = CriminalCase.objects.filter(person__in=ids).values_list("person_id", "case_id", "pk")
    held = {(person, case_id): key for person, case_id, key in former}
    found = [
        (held.get((one, of_case.case_id_of(case))) or new_id(), one, at, case)
        for one, record in records.items()
        for at, case in enumerate(record.get("cases") or ())
    ]
    for table in (Charge, Sentence, Hearing):
        clear(table, ids)
    if gone := set(held.values()) - {key for key, *_rest in found}:
        CriminalCase.objects.filter(pk__in=gone).delete()
    upsert(CriminalCase, of_case.CASE, (of_case.case_of(*one) for one in found))
    insert(Charge, of_case.CHARGE, (row for key, one, _at, case in found for row in of_case.charges_of(key, one, case)))
    insert(
        Sentence, of_case.SENTENCE, (row for key, one, _, case in found for row in of_case.sentences_of(key, one, case))
    )
    insert(
        Hearing, of_case.HEARING, (row for key, one, _at, case in found for row in of_case.hearings_of(key, one, case))
    )


def _keep_differences(ids: Collection[UUID], said: Mapping[UUID, Sequence[Said]]) -> None:
    """What is to be decided; a difference that is there already keeps its key."""
    held = {_key_of(one): one.pk for one in Difference.objects.filter(person__in=ids)}
    wanted = {_key_of(row): row for one in ids for row in _differing(said.get(one, ()))}
    if gone := [key for at, key in held.items() if at not in wanted]:
        Difference.objects.filter(pk__in=gone).delete()
    Difference.objects.bulk_create([row for at, row in wanted.items() if at not in held])


def _key_of(row: Difference) -> tuple[UUID, str, UUID, UUID]:
    return row.person_id, row.path, row.ours_id, row.theirs_id


def _differing(said: Sequence[Said]) -> Iterator[Difference]:
    if not any(one.kind == HAND for one in said):
        return
    for one in differences(said):
        yield Difference(
            person_id=one.by_hand.person_id,
            data_class=one.data_class,
            path=path_text(one.path)[:300],
            ours_id=one.by_hand.id,
            theirs_id=one.by_census.id,
        )
