"""Whom a census is compared with: everybody held at the place, and whoever elsewhere shares a number with a row."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, Q, QuerySet, Sum

from rihai.census.link.particulars import bare
from rihai.people.intake.models import Census, SourceRow
from rihai.people.models import CriminalCase, Identifier, Movement, Person, Placement
from rihai.people.projection.table import chunks
from rihai.places.models import Inside

PART = 500


@dataclass(frozen=True, slots=True)
class Known:
    """A person the census is compared with.

    `last_place` is where they are held, or were last. `moved_later`: a movement after the day of the list is recorded;
    `came_later`: they came to this place after it, so that the list cannot have them.
    """

    person_id: UUID
    held_at: int | None
    is_here: bool
    last_place: int | None
    moved_later: bool = False
    came_later: bool = False


def held_here(census: Census) -> QuerySet[Person]:
    """The people held at the census's place or in a part of it."""
    inside = Inside.objects.filter(outer=census.place_id).values("inner_id")
    return Person.objects.filter(held_at__in=inside, merged_into=None)


def known_here(census: Census) -> dict[UUID, Known]:
    """Everybody held there."""
    return _known(census, dict(held_here(census).order_by("pk").values_list("pk", "held_at_id")), is_here=True)


def known_elsewhere(
    census: Census, rows: Iterable[tuple[int, Mapping[str, Any]]], exclude: Collection[UUID]
) -> dict[UUID, Known]:
    """People held elsewhere, or not now, who share an exact number or an FIR and its police station with a row."""
    found: set[UUID] = set()
    left = iter(rows)
    while part := [record for _number, record in islice(left, PART)]:
        found |= set(_by_number(part)) | set(_by_fir(part))
    held: dict[UUID, int | None] = {}
    for ids in chunks(sorted(found - set(exclude)), PART):
        held |= dict(Person.objects.filter(pk__in=ids, merged_into=None).values_list("pk", "held_at_id"))
    return _known(census, held, is_here=False)


def _by_number(records: Iterable[Mapping[str, Any]]) -> QuerySet[Any, UUID]:
    numbers = {str(number) for one in records for kind in ("cnic", "other_identity") if (number := one.get(kind))}
    return Identifier.objects.filter(number_index__in=sorted(numbers)).values_list("person_id", flat=True)


def _by_fir(records: Iterable[Mapping[str, Any]]) -> Iterator[UUID]:
    wanted = {
        (str(case["fir_number"]), bare(case["police_station"]))
        for one in records
        for case in one.get("cases") or ()
        if case.get("fir_number") and case.get("police_station")
    }
    cases = CriminalCase.objects.filter(fir_number__in=sorted({number for number, _station in wanted}))
    for person_id, number, station in cases.values_list("person_id", "fir_number", "police_station"):
        if (number, bare(station)) in wanted:
            yield person_id


def _known(census: Census, held: Mapping[UUID, int | None], *, is_here: bool) -> dict[UUID, Known]:
    found: dict[UUID, Known] = {}
    for ids in chunks(held, PART):
        moved = dict(_newest_movement(ids))
        placed = {person: (place, began) for person, place, began in _newest_placement(ids)}
        for one in ids:
            place, began = placed.get(one, (None, None))
            later = moved.get(one)
            found[one] = Known(
                person_id=one,
                held_at=held[one],
                is_here=is_here,
                last_place=(census.place_id if is_here else held[one] or place),
                moved_later=later is not None and later > census.true_on,
                came_later=is_here and began is not None and began > census.true_on,
            )
    return found


def _newest_movement(ids: Collection[UUID]) -> Iterable[tuple[UUID, date | None]]:
    moves = Movement.objects.filter(person__in=ids).order_by()
    return moves.values("person_id").annotate(day=Max("on")).values_list("person_id", "day")


def _newest_placement(ids: Collection[UUID]) -> Iterable[tuple[UUID, int, date | None]]:
    stays = Placement.objects.filter(person__in=ids).order_by(F("ended_on").desc(nulls_first=True))
    seen: set[UUID] = set()
    for person, place, began in stays.values_list("person_id", "place_id", "started_on"):
        if person not in seen:
            seen.add(person)
            yield person, place, began


def basis_of(census: Census) -> str:
    """Tells whether the people a census was compared with are still as they were: how many, and all their versions."""
    matched = SourceRow.objects.filter(census=census, person_id__isnull=False).values("person_id")
    inside = Inside.objects.filter(outer=census.place_id).values("inner_id")
    people = Person.objects.filter(Q(pk__in=matched) | Q(held_at__in=inside))
    counted = people.aggregate(count=Count("pk"), versions=Sum("version"), newest=Max("made_at"))
    return hashlib.sha256(json.dumps(counted, default=str, sort_keys=True).encode()).hexdigest()
