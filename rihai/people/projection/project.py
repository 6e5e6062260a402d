"""Works the typed tables out anew from the statements, in chunks, whatever the number of persons.

What has not changed is not written again where that is cheap to see (names, numbers); a case keeps its key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from rihai.accounts.operations.house import as_house
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
from rihai.people.projection import rows
from rihai.people.projection.cases import case_of, charges_of, children_of, hearings_of, sentences_of
from rihai.people.projection.statements import said_of
from rihai.people.record import IDENTIFYING, Said, differences, path_text, record_from

CHUNK = 1000
BATCH = 2000
PROJECTED = (
    "full_name", "other_script", "father_or_husband_name", "relation", "sex", "born_earliest", "born_latest",
    "nationality", "legal_status", "held_since",
)  # fmt: skip
Row = TypeVar("Row", bound=Model)
Records = dict[UUID, dict[str, Any]]


@transaction.atomic
def project(person_ids: Iterable[UUID], done: Callable[[int], None] = lambda _count: None) -> int:
    """Rewrite the tables of these persons from what is said of them; says how many there were.

    Idempotent. Part of the act that made the statements: called in its transaction. `done` hears how many persons each
    chunk had.
    """
    count = 0
    with as_house():
        for chunk in _chunks(dict.fromkeys(person_ids)):
            persons = list(Person.objects.filter(pk__in=chunk))
            _project(persons)
            count += len(persons)
            done(len(persons))
    return count


def _project(persons: Sequence[Person]) -> None:
    ids = [person.pk for person in persons]
    said = said_of(ids)
    records = {person.pk: record_from(person.pk, said.get(person.pk, ())) for person in persons}
    for person in persons:
        _describe(person, records[person.pk])
    Person.objects.bulk_create(
        persons, update_conflicts=True, unique_fields=["id"], update_fields=PROJECTED, batch_size=BATCH
    )
    _keep_keys(persons, records)
    _keep_identifiers(ids, records)
    _keep_cases(ids, records)
    _replace(ChildInside, ids, (child for one, record in records.items() for child in children_of(one, record)))
    _replace(Alias, ids, (Alias(person_id=one, name=name) for one, held in records.items() for name in rows.names(held)[1:]))
    _replace(Difference, ids, (row for one in ids for row in _differing(said.get(one, ()))))


def _describe(person: Person, record: dict[str, Any]) -> None:
    """Write the facts a person is listed by into the row."""
    known = rows.names(record)
    between = rows.born(record)
    person.full_name = known[0] if known else ""
    person.other_script = rows.other_script(record)
    person.father_or_husband_name = rows.text(record.get("father_or_husband_name"), 200)
    person.relation = rows.text(record.get("relation_to_named"), 12)
    person.sex = rows.text(record.get("sex"), 12)
    person.born_earliest, person.born_latest = between.earliest, between.latest
    person.nationality = rows.text(record.get("nationality"), 20)
    person.legal_status = rows.status(record)
    person.held_since = rows.since(record)


def _keep_keys(persons: Sequence[Person], records: Records) -> None:
    """The keys of names, written only where they have changed."""
    held: dict[UUID, set[tuple[str, int | None]]] = defaultdict(set)
    found = NameKey.objects.filter(person__in=[person.pk for person in persons])
    for one, key, place in found.values_list("person_id", "key", "place_id"):
        held[one].add((key, place))
    wanted = {one.pk: {(key, one.held_at_id) for key in rows.name_keys(records[one.pk])} for one in persons}
    changed = [one for one, keys in wanted.items() if keys != held[one]]
    new = (NameKey(key=key, person_id=one, place_id=place) for one in changed for key, place in wanted[one])
    _replace(NameKey, [one for one in changed if held[one]], new)


def _keep_identifiers(ids: Collection[UUID], records: Records) -> None:
    """The sealed numbers, written only where they have changed."""
    index = Identifier._meta.get_field("number_index")
    held: dict[UUID, set[tuple[str, bytes]]] = defaultdict(set)
    for one, kind, blind in Identifier.objects.filter(person__in=ids).values_list("person_id", "kind", "number_index"):
        held[one].add((kind, bytes(blind or b"")))
    changed = []
    for one, record in records.items():
        numbers = {kind: str(record[kind]) for kind in sorted(IDENTIFYING) if record.get(kind)}
        if {(kind, index.index(number) or b"") for kind, number in numbers.items()} != held[one]:
            changed.append((one, numbers))
    new = (Identifier(person_id=one, kind=kind, number=text) for one, numbers in changed for kind, text in numbers.items())
    _replace(Identifier, [one for one, _numbers in changed if held[one]], new)


def _keep_cases(ids: Collection[UUID], records: Records) -> None:
    """The cases under the keys they had; what hangs on them anew."""
    held = {(case.person_id, case.case_id): case.pk for case in CriminalCase.objects.filter(person__in=ids)}
    cases = [
        (case_of(one, at, case, held), case)
        for one, record in records.items()
        for at, case in enumerate(record.get("cases") or ())
    ]
    stay = {row.pk for row, _case in cases}
    gone = [key for key in held.values() if key not in stay]
    if gone:
        CriminalCase.objects.filter(pk__in=gone).delete()
    fields = [field.attname for field in CriminalCase._meta.concrete_fields if not field.primary_key]
    CriminalCase.objects.bulk_create(
        [row for row, _case in cases], update_conflicts=True, unique_fields=["id"], update_fields=fields, batch_size=BATCH
    )
    _replace(Charge, ids, (charge for row, case in cases for charge in charges_of(row, case)))
    _replace(Sentence, ids, (sentence for row, case in cases for sentence in sentences_of(row, case)))
    _replace(Hearing, ids, (hearing for row, case in cases for hearing in hearings_of(row, case)))


def _differing(said: Sequence[Said]) -> Iterable[Difference]:
    if not any(one.kind == "hand" for one in said):
        return
    for one in differences(said):
        yield Difference(
            person_id=one.by_hand.person_id,
            data_class=one.data_class,
            path=path_text(one.path)[:300],
            ours_id=one.by_hand.id,
            theirs_id=one.by_census.id,
        )


def _replace(model: type[Row], ids: Collection[UUID], new: Iterable[Row]) -> None:
    """These rows instead of all that the persons had in the table."""
    manager: Any = model._default_manager
    if ids:
        manager.filter(person__in=ids)._raw_delete(manager.db)
    manager.bulk_create(new, batch_size=BATCH)


def _chunks(ids: Iterable[UUID]) -> Iterator[tuple[UUID, ...]]:
    left = iter(ids)
    while chunk := tuple(islice(left, CHUNK)):
        yield chunk
