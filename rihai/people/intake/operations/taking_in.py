"""A census is taken in: one transaction, all of it or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from rihai.accounts.operations import guard
from rihai.accounts.operations.house import as_house
from rihai.census.compare.departures import recorded_departure
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.ids import new_id
from rihai.kit.jobs import start
from rihai.kit.offers import Done
from rihai.people.intake.bulk import STATEMENT, moment, parts, statements_of, write
from rihai.people.intake.custody import ByList, Came, admit, bring, let_go
from rihai.people.intake.errors import Stale, WrongState
from rihai.people.intake.fresh import make_people
from rihai.people.intake.known import basis_of
from rihai.people.intake.leaving import how_left
from rihai.people.intake.models import Census, CensusChange, CensusState, ChangeKind, SourceRow
from rihai.people.intake.operations.reach import census_for
from rihai.people.intake.staging import Told, fields_of, raw_by_path, read_told
from rihai.people.models import LinkDecision, MovementKind, Person, Statement
from rihai.people.operations.entering import guarding_section
from rihai.people.projection import project
from rihai.people.projection.rows import exact, text
from rihai.people.projection.table import insert

TAKE_IN = "people.census.take_in"
ACT = "people.census.taken_in"
ROWS = 2000


@transaction.atomic
def ask_to_take_in(*, census_id: UUID, actor: Actor, at: datetime) -> Census:
    """Ask for the taking in, which a worker does in one transaction. Raises NoSuchCensus, WrongState, Stale."""
    census = census_for(census_id, (CensusState.TO_REVIEW,), actor=actor, at=at)
    _check(census)
    job = start(TAKE_IN, arguments={"census": str(census.pk)}, actor=actor, at=at)
    census.state, census.job_id = CensusState.TAKING_IN, job.pk
    census.save(update_fields=["state", "job_id"])
    append("people.census.taking_in_asked", actor=actor, at=at, subject=census.pk, kind="census")
    return census


@dataclass(slots=True)
class _Work:
    """What is done in one taking in."""

    census: Census
    by: ByList
    files: Mapping[UUID, tuple[str, dict[str, dict[str, str]]]]
    new: list[UUID] = field(default_factory=list)
    known: list[UUID] = field(default_factory=list)
    coming: dict[UUID, Came] = field(default_factory=dict)
    going: dict[UUID, tuple[MovementKind, str]] = field(default_factory=dict)
    guarded: dict[UUID, str] = field(default_factory=dict)


@transaction.atomic
def take_in(*, census_id: UUID, actor: Actor, at: datetime) -> int:
    """Everybody of the list becomes a person, or is told of anew; says how many there are.

    New people are made and admitted; those known are told of again, moved here from where they were, or let go where
    the list says that they have left; who is missing stays as they are, for nobody knows. What was written by hand
    stays believed. Raises NoSuchCensus, WrongState, Stale, and what a room above has against it.
    """
    states = (CensusState.TO_REVIEW, CensusState.TAKING_IN)
    census = census_for(census_id, states, actor=actor, at=at)
    _check(census)
    detail: dict[str, Any] = {"place": census.place_id, "true_on": census.true_on}
    before(Done(act=ACT, actor=actor, at=at, detail={**detail, "census": census.pk}))
    with as_house(at):
        work = _begin(census, actor, at)
        decided = _decided(census)
        changes = _changes(census, decided)
        for rows in _rows(census):
            _take_rows(work, rows, decided, changes)
        _move(work, changes)
        _remember(census, actor, at)
        told_again = _follow(work)
    for person_id, ground in work.guarded.items():
        guard(person_id=person_id, ground=ground, actor=actor, at=at)
    census.state, census.taken_in_at = CensusState.TAKEN_IN, at
    census.save(update_fields=["state", "taken_in_at"])
    after(
        Done(act=ACT, actor=actor, at=at, person_ids=(*work.new, *told_again), detail={**detail, "census": census.pk})
    )
    counted = {"new": len(work.new), "known": len(work.known), "came": len(work.coming), "left": len(work.going)}
    append(ACT, actor=actor, at=at, subject=census.pk, kind="census", detail={**detail, **counted})
    return len(work.new) + len(work.known)


def _follow(work: _Work) -> list[UUID]:
    """The tables of everybody known before follow what is said; says who they are. New people have theirs already."""
    new = set(work.new)
    told_again = list(dict.fromkeys([*work.known, *(one for one in work.going if one not in new)]))
    for part in parts(told_again):
        Person.objects.filter(pk__in=part).update(version=F("version") + 1)
    project([*told_again, *(one for one in work.going if one in new)])
    return told_again


def _check(census: Census) -> None:
    if not census.sum.get("people"):
        raise WrongState(_("Nobody stands in this list as far as it could be read. Mend it and send it again."))
    with as_house():
        if basis_of(census) != census.basis:
            raise Stale(_("People there have changed since the list was compared with them. Compare once more first."))


def _begin(census: Census, actor: Actor, at: datetime) -> _Work:
    files = list(census.files.select_related("stored"))
    by = ByList(place_id=census.place_id, on=census.true_on, source_id=files[0].pk, actor=actor, at=at)
    return _Work(census, by, {one.pk: (str(one.stored.name)[:200], fields_of(one.headings)) for one in files})


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


def _take_rows(
    work: _Work, rows: Sequence[SourceRow], decided: Mapping[int, UUID], changes: Mapping[str, set[UUID]]
) -> None:
    """Some rows: new people made, and what the list says of everybody kept."""
    told = {row.number: read_told(row.told) for row in rows}
    persons: dict[int, UUID] = {}
    fresh: list[SourceRow] = []
    for row in rows:
        known = row.person_id or decided.get(row.number)
        if known is None:
            fresh.append(row)
        persons[row.number] = known or new_id()
    records = {persons[row.number]: told[row.number].record for row in fresh}
    make_people(records, place_id=work.by.place_id, made_at=moment(work.by.at))
    insert(Statement, STATEMENT, _statements(work, rows, told, persons))
    admit([_came(persons[row.number], told[row.number]) for row in fresh], work.by)
    new = {row.number for row in fresh}
    written = [(row.pk, persons[row.number]) for row in rows if row.person_id is None]
    write(SourceRow, "person_id", written)
    write(SourceRow, "is_new", ((row.pk, True) for row in fresh))
    for row in rows:
        _note(work, persons[row.number], told[row.number], row.number in new, changes)


def _statements(
    work: _Work, rows: Sequence[SourceRow], told: Mapping[int, Told], persons: Mapping[int, UUID]
) -> Iterator[tuple[Any, ...]]:
    by = work.by
    for row in rows:
        title, fields = work.files[row.file_id]
        said = told[row.number]
        raw = raw_by_path(said.record, said.raw, fields.get(row.sheet, {}))
        source = (row.file_id, title, row.sheet, row.row, by.actor.pk, by.actor.name[:120], moment(by.at), by.on)
        yield from statements_of(persons[row.number], said.record, raw, source)


def _came(person_id: UUID, told: Told) -> Came:
    return Came(person_id, exact(told.record.get("admitted_on")), text(told.record.get("barrack"), 80))


def _note(work: _Work, person_id: UUID, told: Told, is_new: bool, changes: Mapping[str, set[UUID]]) -> None:
    """What follows from a row beside what it says: who comes, who goes, who is to be guarded."""
    (work.new if is_new else work.known).append(person_id)
    if person_id in changes[ChangeKind.MOVED] or person_id in changes[ChangeKind.RETURNED]:
        work.coming[person_id] = _came(person_id, told)
    departure = recorded_departure(told.record)
    if departure and (is_new or person_id in changes[ChangeKind.GONE]):
        work.going[person_id] = how_left(told.record)
    if ground := guarding_section(told.record):
        work.guarded[person_id] = ground


def _move(work: _Work, changes: Mapping[str, set[UUID]]) -> None:
    """Who comes, who goes; what that replaced is kept on the change."""
    for person_id in changes[ChangeKind.GONE] - set(work.going):
        work.going[person_id] = (MovementKind.RELEASE, "")
    replaced = bring(work.coming, work.by) | let_go(work.going, work.by)
    kinds = (ChangeKind.MOVED, ChangeKind.RETURNED, ChangeKind.GONE, ChangeKind.PROBABLY_SAME)
    rows = list(CensusChange.objects.filter(census=work.census, kind__in=kinds).only("id", "person_id"))
    for row in rows:
        row.before = replaced.get(row.person_id, {})
    CensusChange.objects.bulk_update(rows, ["before"], batch_size=500)


def _remember(census: Census, actor: Actor, at: datetime) -> None:
    """What was decided of doubtful matches holds for the two persons from now on."""
    said = CensusChange.objects.filter(census=census, kind=ChangeKind.PROBABLY_SAME, decision="different")
    rows = dict(SourceRow.objects.filter(census=census, makes_person=True).values_list("number", "person_id"))
    verdicts = []
    for number, person in said.values_list("number", "person_id"):
        other = rows.get(number) if number is not None else None
        if other is not None and other != person:
            one, two = sorted((other, person))
            verdicts.append(
                LinkDecision(
                    one_id=one, other_id=two, verdict=LinkDecision.Verdict.DIFFERENT, decided_by=actor.pk,
                    decided_by_name=actor.name[:120], decided_at=at,
                )
            )  # fmt: skip
    LinkDecision.objects.bulk_create(verdicts)
