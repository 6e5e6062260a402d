"""Keeps the sums of places: what some people come to is taken away before their rows are written anew, and added after.

`contributions` is the one place that says what a person adds, before and after alike. The sums of two acts at the same
time come to both, since each adds to what stands; rows are changed in one order, so that neither waits for the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model

from rihai.people.projection.table import chunks
from rihai.screening.sums.masks import PERSONAL, bit_of
from rihai.screening.sums.models import GapCount, LostSum, Part, Under

CHUNK = 1000
OTHER_CASE = "held_in_other_case"
"""The note of a finding of *still inside although* by which another case is what holds the person."""
Key = tuple[Any, ...]
GAP = ("place_id", "fact", "mask")
LOST = ("under", "place_id", "part", "provision", "court", "note", "mask")


@dataclass(slots=True)
class Sums:
    """People by fact, and people and days by heading."""

    gaps: Counter[Key] = field(default_factory=Counter)
    people: Counter[Key] = field(default_factory=Counter)
    days: Counter[Key] = field(default_factory=Counter)

    def add(self, key: Key, days: int) -> None:
        """One person's days under one heading."""
        self.people[key] += 1
        self.days[key] += days


def contributions(person_ids: Iterable[UUID]) -> Sums:
    """What these people add to the sums, of those who are counted at all; asked as the house."""
    from rihai.screening.models import Screened

    sums = Sums()
    for chunk in chunks(person_ids, CHUNK):
        rows = Screened.objects.filter(person__in=chunk, counted=True)
        held = {one: (place, met, since) for one, place, met, since in rows.values_list(
            "pk", "place_id", "met_from", "open_from")}  # fmt: skip
        if held:
            _gaps(held, sums)
            _lost(held, sums)
    return sums


def keep(before: Sums, after: Sums) -> None:
    """Take away and add, in the transaction of the act."""
    gaps = _changed(before.gaps, after.gaps)
    _add(GapCount, GAP, {key: (people,) for key, people in gaps.items()}, ("people",))
    people, days = _changed(before.people, after.people), _changed(before.days, after.days)
    lost = {key: (people.get(key, 0), days.get(key, 0)) for key in {**people, **days}}
    _add(LostSum, LOST, lost, ("people", "days"))


def _changed(before: Counter[Key], after: Counter[Key]) -> dict[Key, int]:
    return {key: more for key in {**before, **after} if (more := after[key] - before[key])}


def _add(model: type[Model], columns: Collection[str], rows: Mapping[Key, Key], sums: Collection[str]) -> None:
    """Add to the rows that stand, and make those that do not."""
    if not rows:
        return
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)
    named = ", ".join(quote(one) for one in (*columns, *sums))
    gaps = ", ".join(["%s"] * (len(columns) + len(sums)))
    adding = ", ".join(f"{quote(one)} = {table}.{quote(one)} + excluded.{quote(one)}" for one in sums)
    once = ", ".join(quote(one) for one in columns)
    statement = f"INSERT INTO {table} ({named}) VALUES ({gaps}) ON CONFLICT ({once}) DO UPDATE SET {adding}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(statement, [(*key, *more) for key, more in sorted(rows.items())])


Held = Mapping[UUID, tuple[int, date | None, date | None]]


def _gaps(held: Held, sums: Sums) -> None:
    from rihai.screening.models import Gap

    masks: defaultdict[tuple[UUID, str], int] = defaultdict(int)
    rows = Gap.objects.filter(person__in=list(held)).values_list("person_id", "fact", "data_class", "and_legal")
    for person, fact, data_class, and_legal in rows:
        bit = bit_of(data_class, and_legal)
        masks[person, fact] |= bit
        masks[person, ""] |= bit
    sums.gaps.update((held[person][0], fact, mask) for (person, fact), mask in masks.items())


def _lost(held: Held, sums: Sums) -> None:
    from rihai.screening.models import Finding

    losing = {person: parts_of(met, since) for person, (_place, met, since) in held.items() if since or met}
    for person, parts in losing.items():
        for part, days in parts.items():
            sums.add((Under.ALL, held[person][0], part, "", "", "", PERSONAL), days)
    rows = Finding.objects.filter(person__in=list(losing)).exclude(behind="")
    columns = ("person_id", "behind", "provision", "court", "notes", "data_class", "and_legal")
    for person, behind, provision, court, notes, data_class, and_legal in rows.values_list(*columns):
        mask = bit_of(data_class, and_legal)
        for under, part in headings_of(behind):
            if part in losing[person]:
                named = (provision, court if under == Under.LAW else "", note_of(under, notes))
                sums.add((under, held[person][0], part, *named, mask), losing[person][part])


def parts_of(met_from: date | None, open_from: date | None) -> dict[Part, int]:
    """What the parts of one person's lost days add to the sums."""
    found = {}
    if met_from:
        found[Part.MET] = met_from.toordinal()
        if open_from and open_from < met_from:
            found[Part.UNTIL_MET] = (met_from - open_from).days
    elif open_from:
        found[Part.OPEN] = open_from.toordinal()
    return found


def note_of(under: Under, notes: Collection[str]) -> str:
    """The note that changes why somebody is still inside."""
    return OTHER_CASE if under == Under.INSIDE and OTHER_CASE in notes else ""


def headings_of(behind: str) -> list[tuple[Under, Part]]:
    """Which parts stand under a finding."""
    found = []
    if "m" in behind:
        found.append((Under.LAW, Part.MET))
    if "o" in behind:
        found += [(Under.LAW, Part.OPEN), (Under.LAW, Part.UNTIL_MET)]
    return [*found, *((Under.INSIDE, part) for part in Part)] if "i" in behind else found
