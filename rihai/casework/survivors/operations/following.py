"""What happens here after acts elsewhere: nobody there learns of it.

A person merged takes their records along; a release is compared with whom survivors asked to hear of. Both are done by
the house, and write nothing that is not under the seal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.casework.survivors.models import Heard, RecordState, SurvivorRecord, Watched
from rihai.casework.survivors.operations.passing import HERE, NOTICE
from rihai.kit.offers import Done
from rihai.names import meets
from rihai.people.models import ENDS, Identifier, MovementKind, Person
from rihai.people.projection.table import chunks

CHUNK = 500


def records_of(person_id: UUID) -> Iterable[SurvivorRecord]:
    """The records of a person, found by the blind index. Asked as the house, for the room's carrying over alone."""
    return SurvivorRecord.objects.filter(subject_index=str(person_id))


def written_for(person_id: UUID, first: Iterable[UUID]) -> Iterable[SurvivorRecord]:
    """Those of them that were written for one of these. Asked as the house."""
    written = {str(one) for one in first}
    return [one for one in records_of(person_id) if one.first_subject in written]


def move_records(records: Iterable[SurvivorRecord], to: UUID) -> None:
    """They are of this person now. Asked as the house; writes nothing that is not under the seal."""
    for one in records:
        one.subject = str(to)
        one.save(update_fields=["subject", "subject_index"])


def person_left(done: Done) -> None:
    """Of those who were released: whether a survivor asked to hear of one; her counsellor has a line at once."""
    with as_house(done.at):
        watched = list(Watched.objects.filter(ended_on=None, record__state=RecordState.OPEN).select_related("record"))
        if not watched:
            return
        told: set[UUID] = set()
        for chunk in chunks(done.person_ids, CHUNK):
            for left in _released(chunk):
                told |= {one.record.counsellor_id for one in watched if _hear(one, left, done)}
    notify(sorted(told), NOTICE, url=HERE, at=done.at)


class Left(NamedTuple):
    """Somebody released: their names, their numbers, the day."""

    name: str
    father: str
    numbers: frozenset[str]
    on: date


def _released(ids: Iterable[UUID]) -> Iterator[Left]:
    """Those of them who are free now and whose custody ended by a release."""
    people = Person.objects.filter(pk__in=list(ids), held_at=None, merged_into=None)
    numbers: dict[UUID, set[str]] = {}
    for one in Identifier.objects.filter(person__in=people):
        numbers.setdefault(one.person_id, set()).add(_plain(one.number or ""))
    for person in people.prefetch_related("episodes"):
        ended = [one for one in person.episodes.all() if one.ended_by in ENDS]
        last = max(ended, key=lambda one: one.sequence, default=None)
        if last is not None and last.ended_by == MovementKind.RELEASE and last.ended_on:
            own = frozenset(numbers.get(person.pk, ()))
            yield Left(person.full_name, person.father_or_husband_name, own, last.ended_on)


def _hear(one: Watched, left: Left, done: Done) -> bool:
    by_number = bool(one.number) and _plain(one.number or "") in left.numbers
    by_name = not by_number and meets(one.name or "", left.name).meets and meets(one.father or "", left.father).meets
    if not (by_number or by_name):
        return False
    Heard.objects.create(record=one.record, watched=one, left_on=left.on, by_number=by_number, heard_at=done.at)
    return True


def _plain(number: str) -> str:
    """A number without its signs, as two hands write it differently."""
    return "".join(sign for sign in number.casefold() if sign.isalnum())
