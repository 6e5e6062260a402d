"""Whom the rows of a register mean: persons by exact numbers, else perhaps by name; in few queries for all rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from rihai.casework.cases.registers.models import Link
from rihai.casework.cases.registers.reading import Read
from rihai.kit.actor import Actor
from rihai.kit.sealed.index import NORMALISERS
from rihai.names import meets
from rihai.people.models import Identifier, NameKey, Person
from rihai.people.projection.rows import keys_of
from rihai.people.queries.people import people_for

PART = 300
NEAR = 0.8
SHOWN = 3


def link_rows(rows: Sequence[Read], *, actor: Actor, at: datetime) -> list[tuple[str, UUID | None, list[str]]]:
    """For each row how it is linked, the person by an exact number, and whom it may mean, of people the actor sees."""
    found: list[tuple[str, UUID | None, list[str]]] = []
    for start in range(0, len(rows), PART):
        found += _part(rows[start : start + PART], actor, at)
    return found


def _part(rows: Sequence[Read], actor: Actor, at: datetime) -> Iterator[tuple[str, UUID | None, list[str]]]:
    numbers = {number for one in rows for number in (*_cards(one), *_prison(one))}
    by_number: dict[str, set[UUID]] = {}
    for known in Identifier.objects.filter(number_index__in=sorted(numbers)) if numbers else ():
        by_number.setdefault(_plain(str(known.number)), set()).add(known.person_id)
    keys = {at_row: keys_of([str(one.record.get("full_name") or "")]) for at_row, one in enumerate(rows)}
    asked = sorted({key for found in keys.values() for key in found})
    by_key: dict[str, set[UUID]] = {}
    for key, person_id in NameKey.objects.filter(key__in=asked).values_list("key", "person_id"):
        by_key.setdefault(key, set()).add(person_id)
    wanted = {one for found in (*by_number.values(), *by_key.values()) for one in found}
    people = {one.pk: one for one in people_for(actor, at=at).filter(pk__in=wanted)}
    for at_row, one in enumerate(rows):
        yield _link(one, by_number, {person for key in keys[at_row] for person in by_key.get(key, ())}, people)


def _link(
    row: Read, by_number: dict[str, set[UUID]], by_name: set[UUID], people: dict[UUID, Person]
) -> tuple[str, UUID | None, list[str]]:
    """An identity card is exact; a prison number is where the name meets too, since two prisons count alike."""
    scores = {one: _score(row.record, people[one]) for one in by_name if one in people}
    cards = {one for number in _cards(row) for one in by_number.get(_plain(number), ()) if one in people}
    counted = {one for number in _prison(row) for one in by_number.get(_plain(number), ()) if one in people}
    exact = cards or {one for one in counted if scores.get(one, 0) >= NEAR}
    if len(exact) == 1:
        return Link.EXACT, exact.pop(), []
    near = sorted((one for one in scores if scores[one] >= NEAR), key=lambda one: (-scores[one], one))
    found = dict.fromkeys([*sorted(exact), *near])
    return (Link.DOUBTFUL, None, [str(one) for one in found][:SHOWN]) if found else (Link.NEW, None, [])


def _score(record: dict[str, Any], person: Person) -> float:
    """How near the names are; a father's name on both sides counts as well."""
    name = meets(str(record.get("full_name") or ""), person.full_name).score
    father = str(record.get("father_or_husband_name") or "")
    if not father or not person.father_or_husband_name:
        return name
    return (name + meets(father, person.father_or_husband_name).score) / 2


def _cards(row: Read) -> list[str]:
    return [str(row.record["cnic"])] if row.record.get("cnic") else []


def _prison(row: Read) -> list[str]:
    return [str(row.record["prison_id"])] if row.record.get("prison_id") else []


def _plain(number: str) -> str:
    return NORMALISERS["folded"](number)
