"""Works the typed tables out anew from the statements, in chunks, whatever the number of persons.

What has not changed is not written again: reading is cheap beside writing. A case keeps its key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models, transaction

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
from rihai.people.projection.table import chunks
from rihai.people.projection.writes import Writes
from rihai.people.record import IDENTIFYING, Said, differences, path_text, record_from
from rihai.people.record.said import HAND

CHUNK = 1000
PROJECTED = (
    "full_name", "other_script", "father_or_husband_name", "relation", "sex", "born_earliest", "born_latest",
    "nationality", "legal_status", "held_since",
)  # fmt: skip
Record = Mapping[str, Any]
Records = Mapping[UUID, Record]
_RowsOf = Callable[[UUID, UUID, Record], Iterator[tuple[Any, ...]]]
KEY = ("key", "person_id", "place_id")
ALIAS = ("id", "person_id", "name")
IDENTIFIER = ("id", "person_id", "kind", "number", "number_index")
OF_CASES: tuple[tuple[type[models.Model], tuple[str, ...], _RowsOf], ...] = (
    (Charge, of_case.CHARGE, of_case.charges_of),
    (Sentence, of_case.SENTENCE, of_case.sentences_of),
    (Hearing, of_case.HEARING, of_case.hearings_of),
)
"""What hangs on a case: the table, its columns, and the rows of one case by its key, its person and the case."""
_DIFFERS = ("person_id", "path", "ours_id", "theirs_id")
_SAID = of_case.CASE.index("place_in_record")
_NUMBERS = sorted(IDENTIFYING)


@transaction.atomic
def project(person_ids: Iterable[UUID], done: Callable[[int], None] = lambda _count: None) -> int:
    """Rewrite the tables of these persons from what is said of them; says how many there were.

    Idempotent. Part of the act that made the statements: called in its transaction. `done` hears how many persons each
    chunk had.
    """
    count = 0
    with as_house():
        for chunk in chunks(dict.fromkeys(person_ids), CHUNK):
            writes = Writes()
            known = work_out(chunk, said_of(chunk, with_sources=False), writes)
            writes.write()
            count += known
            done(known)
    return count


def work_out(person_ids: Collection[UUID], said: Mapping[UUID, Sequence[Said]], writes: Writes) -> int:
    """What must be written for the tables of persons to follow what is said of them; says how many persons are known.

    Asked as the house. Only what has changed is written.
    """
    columns = ("id", "held_at_id", *PROJECTED)
    held = {row[0]: row[1:] for row in Person.objects.filter(pk__in=person_ids).values_list(*columns)}
    records = {one: record_from(one, said.get(one, ())) for one in held}
    rows_of = {one: described(record) for one, record in records.items()}
    changed = [one for one, row in held.items() if row[1:] != rows_of[one]]
    writes.update(Person, PROJECTED, ((*rows_of[one], one) for one in changed))
    _keep_keys({one: row[0] for one, row in held.items()}, records, writes)
    _keep_identifiers(records, writes)
    _keep_cases(records, writes)
    children = {one: list(of_case.children_of(one, record)) for one, record in records.items()}
    _follow(ChildInside, of_case.CHILD, children, writes)
    _follow(Alias, ALIAS, {one: list(aliases_of(one, record)) for one, record in records.items()}, writes)
    _keep_differences(held, said, writes)
    return len(held)


def aliases_of(person_id: UUID, record: Record) -> Iterator[tuple[Any, ...]]:
    """The names a record has besides the first."""
    for name in rows.names(record)[1:]:
        yield new_id(), person_id, name


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


def numbers_of(record: Record) -> Iterator[tuple[str, str]]:
    """The numbers authorities gave the person, by kind."""
    for kind in _NUMBERS:
        if record.get(kind):
            yield kind, str(record[kind])


def identifiers_of(person_id: UUID, numbers: Iterable[tuple[str, str, bytes | None]]) -> Iterator[tuple[Any, ...]]:
    """The rows of IDENTIFIER, sealed, from kind, text and blind index of each number."""
    for kind, text, blind in numbers:
        key = new_id()
        yield key, person_id, kind, bytes(seal(text, NUMBER_SEAL, key)), blind


def _keep_keys(places: Mapping[UUID, int | None], records: Records, writes: Writes) -> None:
    """The keys of names."""
    held: dict[UUID, set[tuple[str, int | None]]] = defaultdict(set)
    for one, key, place in NameKey.objects.filter(person__in=list(places)).values_list("person_id", "key", "place_id"):
        held[one].add((key, place))
    wanted = {one: {(key, place) for key in rows.name_keys(records[one])} for one, place in places.items()}
    changed = [one for one, keys in wanted.items() if keys != held.get(one, set())]
    writes.clear(NameKey, (one for one in changed if one in held))
    writes.insert(NameKey, KEY, ((key, one, at) for one in changed for key, at in sorted(wanted[one], key=_first)))


def _keep_identifiers(records: Records, writes: Writes) -> None:
    """The sealed numbers."""
    held: dict[UUID, set[tuple[str, bytes]]] = defaultdict(set)
    known = Identifier.objects.filter(person__in=list(records)).values_list("person_id", "kind", "number_index")
    for one, kind, blind in known:
        held[one].add((kind, bytes(blind or b"")))
    changed: list[tuple[UUID, list[tuple[str, str, bytes | None]]]] = []
    for one, record in records.items():
        numbers = [(kind, text, index_of(text)) for kind, text in numbers_of(record)]
        if {(kind, blind or b"") for kind, _text, blind in numbers} != held.get(one, set()):
            changed.append((one, numbers))
    writes.clear(Identifier, (one for one, _numbers in changed if one in held))
    writes.insert(Identifier, IDENTIFIER, (row for one, numbers in changed for row in identifiers_of(one, numbers)))


def index_of(number: str) -> bytes | None:
    """The blind index of a number; None where nothing of it counts."""
    found: bytes | None = Identifier._meta.get_field("number_index").index(number)
    return found


def _keep_cases(records: Records, writes: Writes) -> None:
    """The cases under the keys they had; what hangs on them."""
    former = CriminalCase.objects.filter(person__in=list(records)).values_list(*of_case.CASE)
    held = {(row[1], row[2]): row for row in former}
    found = [
        (held[at][0] if (at := (one, of_case.case_id_of(case))) in held else new_id(), one, place, case)
        for one, record in records.items()
        for place, case in enumerate(record.get("cases") or ())
    ]
    wanted = [of_case.case_of(*one) for one in found]
    hanging: dict[UUID, list[tuple[UUID, Record]]] = {one: [] for one in records}
    for key, one, _place, case in found:
        hanging[one].append((key, case))
    for model, names, rows_of in OF_CASES:
        rows_by = {one: [row for at in cases for row in rows_of(at[0], one, at[1])] for one, cases in hanging.items()}
        _follow(model, names, rows_by, writes)
    known, stays = {row[0]: row for row in held.values()}, {row[0] for row in wanted}
    writes.remove(CriminalCase, [key for key in known if key not in stays])
    changed = (row for row in wanted if row[0] in known and row != known[row[0]])
    writes.update(CriminalCase, of_case.CASE[_SAID:], ((*row[_SAID:], row[0]) for row in changed))
    writes.insert(CriminalCase, of_case.CASE, (row for row in wanted if row[0] not in known))


def _follow(
    model: type[models.Model], names: Sequence[str], wanted: Mapping[UUID, list[tuple[Any, ...]]], writes: Writes
) -> None:
    """Rows of persons that have no name of their own: where any of a person's differ, all of them are written anew.

    `names` begins with `id` and `person_id`; the rest is compared.
    """
    held: dict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
    manager: Any = model._default_manager
    for row in manager.filter(person__in=list(wanted)).order_by().values_list(*names[1:]):
        held[row[0]].append(row[1:])
    changed = [one for one, rows_of in wanted.items() if not _same(held.get(one, []), [row[2:] for row in rows_of])]
    writes.clear(model, (one for one in changed if one in held))
    writes.insert(model, names, (row for one in changed for row in wanted[one]))


def _same(held: list[Any], wanted: list[Any]) -> bool:
    """Whether two lists hold the same, in whatever order."""
    return held == wanted or (len(held) == len(wanted) and sorted(held, key=repr) == sorted(wanted, key=repr))


def _keep_differences(ids: Collection[UUID], said: Mapping[UUID, Sequence[Said]], writes: Writes) -> None:
    """What is to be decided; a difference that is there already keeps its key."""
    held = {one[1:]: one[0] for one in Difference.objects.filter(person__in=list(ids)).values_list("pk", *_DIFFERS)}
    wanted = {(one, row.path, row.ours, row.theirs): row for one in ids for row in _differing(said.get(one, ()))}
    writes.remove(Difference, [key for at, key in held.items() if at not in wanted])
    writes.insert(
        Difference,
        ("id", *_DIFFERS, "data_class"),
        ((new_id(), *at, row.data_class) for at, row in wanted.items() if at not in held),
    )


@dataclass(frozen=True, slots=True)
class _Differing:
    """One difference as its table has it."""

    path: str
    ours: UUID
    theirs: UUID
    data_class: str


def _differing(said: Sequence[Said]) -> Iterator[_Differing]:
    if not any(one.kind == HAND for one in said):
        return
    for one in differences(said):
        yield _Differing(path_text(one.path)[:300], one.by_hand.id, one.by_census.id, one.data_class)


def _first(pair: tuple[str, int | None]) -> str:
    return pair[0]
