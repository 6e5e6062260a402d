"""A census read is compared with the people known to us: who is who, and what taking it in would change for each.

The house compares; what comes of it is shown to nobody who does not see the person. People held at the place are
compared with every row; people elsewhere, or no longer held, only where a number or the FIR with its police station
brings them together, for a name alone finds half a country.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.census.compare.change import Difference
from rihai.census.compare.departures import expected_departure, recorded_departure
from rihai.census.compare.differences import impossible, statuses
from rihai.census.link import Link, link_between
from rihai.census.link.particulars import bare
from rihai.people.intake.known import Known, known_elsewhere, known_here
from rihai.people.intake.models import Census, ChangeKind, SourceRow
from rihai.people.intake.staging import read_told
from rihai.people.projection.statements import said_of
from rihai.people.projection.table import chunks
from rihai.people.queries.records import SCREENED
from rihai.people.record import Said, differences, path_text, record_from
from rihai.people.record.said import CENSUS

Facts = Mapping[str, Any]
CHUNK = 500
ROWS = 2000


@dataclass(frozen=True, slots=True)
class Found:
    """One change as it is kept: what differs and why two are one person stand in `told`, to be sealed."""

    kind: str
    person_id: UUID
    number: int | None
    told: str
    weight: float = 0.0


@dataclass(slots=True)
class Compared:
    """Who each row is, as far as surely known, and what changes."""

    matches: list[tuple[int, UUID]] = field(default_factory=list)
    changes: list[Found] = field(default_factory=list)


def rows_told(census: Census, *, rejected: bool = False) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of the rows that make persons (or of the rejected ones), each with its number, in order.

    Read a part at a time, so that no more of them are in memory.
    """
    rows = SourceRow.objects.filter(census=census)
    rows = rows.filter(verdict="rejected") if rejected else rows.filter(makes_person=True)
    last = 0
    while found := list(rows.filter(number__gt=last).order_by("number").only("id", "number", "told")[:ROWS]):
        for row in found:
            yield row.number, read_told(row.told).record
        last = found[-1].number


def compare_with_known(census: Census) -> Compared:
    """Compare, without writing anything; asked as the house."""
    with as_house():
        kept = _Kept({number: _packed(record) for number, record in rows_told(census)})
        here = known_here(census)
        elsewhere = known_elsewhere(census, kept.records(), exclude=here.keys())
        known = {**here, **elsewhere}
        ids, numbers = list(known), list(kept.rows)
        links = link_between(_known_records(known, kept), _row_records(census, kept))
        found = Compared()
        sure = [(numbers[link.other], ids[link.one], link) for link in links.sure]
        found.matches = [(number, person_id) for number, person_id, _link in sure]
        for part in _parts(sure):
            found.changes += _pairs(census, part, known, kept)
        doubtful = {ids[link.one] for link in links.doubtful}
        found.changes += [_doubtful(numbers[link.other], ids[link.one], link) for link in links.doubtful]
        matched = {person_id for _number, person_id in found.matches}
        absent = [one for one in here if one not in matched and one not in doubtful and not here[one].came_later]
        found.changes += _absent(census, absent, kept)
        return found


@dataclass(slots=True)
class _Kept:
    """What was read, packed, so that it is read and unsealed once: by person, by row; and of whom a hand wrote."""

    rows: dict[int, bytes]
    people: dict[UUID, bytes] = field(default_factory=dict)
    by_hand: set[UUID] = field(default_factory=set)

    def records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """The rows' records, each with its number, in order."""
        return ((number, _unpacked(packed)) for number, packed in self.rows.items())


def _packed(record: Facts) -> bytes:
    return zlib.compress(json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _unpacked(packed: bytes) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    return record


def _known_records(known: Mapping[UUID, Known], kept: _Kept) -> Iterator[Facts]:
    """What is believed of the people known, with their prison by its key, so that prison numbers compare."""
    for part in chunks(known, CHUNK):
        said = said_of(part, with_sources=False)
        for one in part:
            ours = _screened(said.get(one, ()))
            record = record_from(one, ours)
            kept.people[one] = _packed(record)
            if any(said.rank == 0 for said in ours):
                kept.by_hand.add(one)
            yield {**record, "prison": f"place {known[one].last_place}"}


def _row_records(census: Census, kept: _Kept) -> Iterator[Facts]:
    for number, record in kept.records():
        yield {**record, "id": str(number), "prison": f"place {census.place_id}"}


def _pairs(
    census: Census, part: Sequence[tuple[int, UUID, Link]], known: Mapping[UUID, Known], kept: _Kept
) -> Iterator[Found]:
    """All that changes for people who are surely in the list."""
    said = said_of([person_id for _number, person_id, _link in part if person_id in kept.by_hand], with_sources=False)
    for number, person_id, link in part:
        old, new = _unpacked(kept.people[person_id]), _unpacked(kept.rows[number])
        for kind, differing in _changes(census, known[person_id], _screened(said.get(person_id, ())), old, new):
            yield Found(kind, person_id, number, _text(differing, link))


def _changes(
    census: Census, who: Known, ours: Sequence[Said], old: Facts, new: Facts
) -> Iterator[tuple[str, list[Difference]]]:
    departure = recorded_departure(new)
    if departure and who.is_here:
        yield (ChangeKind.KNOWN_LATER if who.moved_later else ChangeKind.GONE), [departure]
    elif not who.is_here and not departure:
        moved = ChangeKind.MOVED if who.held_at is not None else ChangeKind.RETURNED
        yield (ChangeKind.KNOWN_LATER if who.moved_later else moved), []
    if wrong := list(impossible(old, new)):
        yield ChangeKind.IMPOSSIBLE, wrong
    if changed := list(statuses(old, new)):
        yield ChangeKind.STATUS, changed
    was, now = bare(old.get("barrack")), bare(new.get("barrack"))
    if who.is_here and was and now and was != now:
        yield ChangeKind.WITHIN, [Difference("barrack", old["barrack"], new["barrack"], "moved")]
    if differing := list(_against_hand(census, who.person_id, ours, new)):
        yield ChangeKind.BY_HAND, differing


def _against_hand(census: Census, person_id: UUID, ours: Sequence[Said], new: Facts) -> Iterator[Difference]:
    """Where the list says otherwise than somebody wrote by hand; the hand stays believed until it is decided."""
    if not any(one.rank == 0 for one in ours):
        return
    by_list = Said(
        id=census.pk, person_id=person_id, data_class="personal", kind=CENSUS, said_at=census.made_at,
        true_on=census.true_on, facts=new,
    )  # fmt: skip
    for one in differences([*ours, by_list]):
        if one.by_census.id == census.pk:
            yield Difference(path_text(one.path), one.ours, one.theirs, "by_hand", one.path.case_id or None)


def _doubtful(number: int, person_id: UUID, link: Link) -> Found:
    return Found(ChangeKind.PROBABLY_SAME, person_id, number, _text([], link), link.weight)


def _absent(census: Census, absent: Sequence[UUID], kept: _Kept) -> Iterator[Found]:
    """People held there of whom the list says nothing: gone by our own record, in a row left out, or missing."""
    if not absent:
        return
    rejected = list(rows_told(census, rejected=True))
    records = [{**_unpacked(kept.people[one]), "prison": ""} for one in absent]
    links = link_between(
        records if rejected else [], ({**record, "id": str(number), "prison": ""} for number, record in rejected)
    )
    unread = {link.one: rejected[link.other][0] for link in (*links.doubtful, *links.sure)}
    for at, (person_id, record) in enumerate(zip(absent, records, strict=True)):
        if departure := recorded_departure(record):
            yield Found(ChangeKind.GONE, person_id, None, _text([departure]))
        elif at in unread:
            yield Found(ChangeKind.LEFT_OUT, person_id, unread[at], _text([]))
        else:
            yield Found(ChangeKind.MISSING, person_id, None, _text(expected_departure(record, census.true_on)))


def _screened(said: Iterable[Said]) -> list[Said]:
    """What is sealed is never compared: a change would tell of it."""
    return [one for one in said if one.data_class in SCREENED]


def _text(differing: Iterable[Difference], link: Link | None = None) -> str:
    points = [list(point) for point in link.points] if link else []
    said = {"differs": [list(one) for one in differing], "points": points, "rivals": link.rivals if link else 0}
    return json.dumps(said, ensure_ascii=False, default=str)


def _parts(sure: Sequence[tuple[int, UUID, Link]]) -> Iterator[Sequence[tuple[int, UUID, Link]]]:
    return (sure[at : at + CHUNK] for at in range(0, len(sure), CHUNK))
