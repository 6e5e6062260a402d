"""What taking in a census will write, worked out beforehand: so that others wait for the database as short as may be.

Nothing is written here. Whether it still holds when it is written is asked again then (`Prepared.basis`, `versions`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.census.compare.departures import recorded_departure
from rihai.kit.actor import Actor
from rihai.kit.ids import new_id
from rihai.people.intake.bulk import STATEMENT, moment, parts, statements_of
from rihai.people.intake.custody import ByList, Came, admit
from rihai.people.intake.fresh import make_people
from rihai.people.intake.known import basis_of
from rihai.people.intake.leaving import how_left
from rihai.people.intake.models import Census, CensusChange, ChangeKind, SourceRow
from rihai.people.intake.staging import Told, fields_of, raw_by_path, read_told
from rihai.people.models import MovementKind, Person, Statement
from rihai.people.operations.entering import guarding_section
from rihai.people.projection.project import work_out
from rihai.people.projection.rows import exact, text
from rihai.people.projection.statements import said_of
from rihai.people.projection.writes import Writes
from rihai.people.record import Said
from rihai.people.record.said import CENSUS

ROWS = 1000


@dataclass(slots=True)
class Prepared:
    """Who is new, who is told of again (with the version they had), who comes and goes, and all that is written."""

    by: ByList
    basis: str
    files: Mapping[UUID, tuple[str, dict[str, dict[str, str]]]]
    changes: Mapping[str, set[UUID]]
    writes: Writes = field(default_factory=Writes)
    new: list[UUID] = field(default_factory=list)
    known: list[UUID] = field(default_factory=list)
    coming: dict[UUID, Came] = field(default_factory=dict)
    going: dict[UUID, tuple[MovementKind, str]] = field(default_factory=dict)
    guarded: dict[UUID, str] = field(default_factory=dict)
    versions: dict[UUID, int] = field(default_factory=dict)


def prepare(census: Census, *, actor: Actor, at: datetime) -> Prepared:
    """Work out a taking in by an actor at a moment; asked as the house, for whoever may take the census in."""
    with as_house(at):
        decided = _decided(census)
        work = _begin(census, _changes(census, decided), actor, at)
        for rows in _rows(census):
            _take_rows(work, rows, decided)
        for person_id in work.changes[ChangeKind.GONE] - set(work.going):
            work.going[person_id] = (MovementKind.RELEASE, "")
        new = set(work.new)
        for part in parts([*work.known, *(one for one in work.going if one not in new)]):
            work.versions |= dict(Person.objects.filter(pk__in=part).values_list("pk", "version"))
    return work


def _begin(census: Census, changes: Mapping[str, set[UUID]], actor: Actor, at: datetime) -> Prepared:
    files = list(census.files.select_related("stored"))
    by = ByList(place_id=census.place_id, on=census.true_on, source_id=files[0].pk, actor=actor, at=at)
    named = {one.pk: (str(one.stored.name)[:200], fields_of(one.headings)) for one in files}
    return Prepared(by, basis_of(census), named, changes)


def _decided(census: Census) -> dict[int, UUID]:
    """Rows of which somebody said whom they are."""
    said = CensusChange.objects.filter(census=census, kind=ChangeKind.PROBABLY_SAME, decision="same")
    return {number: person for number, person in said.values_list("number", "person_id") if number is not None}


def _changes(census: Census, decided: Mapping[int, UUID]) -> dict[str, set[UUID]]:
    """Who comes and who goes, by kind; of those somebody said who they are, whoever is not held there comes."""
    found: dict[str, set[UUID]] = {kind: set() for kind in ChangeKind.values}
    for kind, person in CensusChange.objects.filter(census=census).values_list("kind", "person_id"):
        found[kind].add(person)
    for part in parts(list(decided.values())):
        away = Person.objects.filter(pk__in=part).exclude(held_at__outer_pairs__outer=census.place_id)
        found[ChangeKind.MOVED] |= set(away.values_list("pk", flat=True))
    return found


def _rows(census: Census) -> Iterator[list[SourceRow]]:
    last = 0
    rows = SourceRow.objects.filter(census=census, makes_person=True).order_by("number")
    while found := list(rows.filter(number__gt=last)[:ROWS]):
        yield found
        last = found[-1].number


def _take_rows(work: Prepared, rows: Sequence[SourceRow], decided: Mapping[int, UUID]) -> None:
    """Some rows: new people, what the list says of everybody, and the tables of those known already."""
    told = {row.number: read_told(row.told) for row in rows}
    persons: dict[int, UUID] = {}
    fresh: list[SourceRow] = []
    for row in rows:
        known = row.person_id or decided.get(row.number)
        if known is None:
            fresh.append(row)
        persons[row.number] = known or new_id()
    records = {persons[row.number]: told[row.number].record for row in fresh}
    make_people(records, place_id=work.by.place_id, made_at=moment(work.by.at), writes=work.writes)
    said: dict[UUID, list[Said]] = {}
    work.writes.insert(Statement, STATEMENT, _statements(work, rows, told, persons, said))
    admit([_came(persons[row.number], told[row.number]) for row in fresh], work.by, work.writes)
    new = {row.number for row in fresh}
    written = ((persons[row.number], row.number in new, row.pk) for row in rows if row.person_id is None)
    work.writes.update(SourceRow, ("person_id", "is_new"), written)
    _work_out([persons[row.number] for row in rows if row.number not in new], said, work.writes)
    for row in rows:
        _note(work, persons[row.number], told[row.number], row.number in new)


def _work_out(known: Sequence[UUID], said_now: Mapping[UUID, Sequence[Said]], writes: Writes) -> None:
    """The tables of people known before follow what was said of them and what the list says now."""
    if known:
        said = said_of(known, with_sources=False)
        work_out(known, {one: [*said.get(one, ()), *said_now.get(one, ())] for one in known}, writes)


def _statements(
    work: Prepared,
    rows: Sequence[SourceRow],
    told: Mapping[int, Told],
    persons: Mapping[int, UUID],
    kept: dict[UUID, list[Said]],
) -> Iterator[tuple[Any, ...]]:
    """The rows of the statements; they are kept as belief reads them, too."""
    by = work.by
    author = by.actor.pk, by.actor.name[:120], moment(by.at), by.on
    for row in rows:
        title, fields = work.files[row.file_id]
        said, person_id = told[row.number], persons[row.number]
        raw = raw_by_path(said.record, said.raw, fields.get(row.sheet, {}))
        for values, facts in statements_of(
            person_id, said.record, raw, (row.file_id, title, row.sheet, row.row, *author)
        ):
            one = Said(values[0], person_id, values[2], CENSUS, by.at, by.on, facts)
            kept.setdefault(person_id, []).append(one)
            yield values


def _came(person_id: UUID, told: Told) -> Came:
    return Came(person_id, exact(told.record.get("admitted_on")), text(told.record.get("barrack"), 80))


def _note(work: Prepared, person_id: UUID, told: Told, is_new: bool) -> None:
    """What follows from a row beside what it says: who comes, who goes, who is to be guarded."""
    changes = work.changes
    (work.new if is_new else work.known).append(person_id)
    if person_id in changes[ChangeKind.MOVED] or person_id in changes[ChangeKind.RETURNED]:
        work.coming[person_id] = _came(person_id, told)
    departure = recorded_departure(told.record)
    if departure and (is_new or person_id in changes[ChangeKind.GONE]):
        work.going[person_id] = how_left(told.record)
    if ground := guarding_section(told.record):
        work.guarded[person_id] = ground
