"""Why hearings went no further: counted from what was written of them, at a place and in a period.

Counted as the house, since a count names nobody. Days run from an adjourned hearing to the day it was put off to, as
the diary has it; where none was fixed they are not known. What the order sheet does not say stays *not recorded*.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.coordination.scope import inner
from rihai.legal.matters.models import MatterHearing, Party, Side
from rihai.legal.matters.models.codes import HearingOutcome, Produced
from rihai.people.models import Placement

NOT_RECORDED = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """One hearing that was written down; `place_id` where its person was held that day (None: not known)."""

    on: date
    outcome: str
    by: str
    why: str
    produced: str
    not_produced_why: str
    days: int | None
    court: str
    place_id: int | None
    people: tuple[UUID, ...]

    @property
    def is_adjourned(self) -> bool:
        """Whether it was put off."""
        return self.outcome == HearingOutcome.ADJOURNED


@dataclass(slots=True)
class Row:
    """Hearings under one heading: how many, the days they were put off by as far as known, how many without a day."""

    key: Any
    hearings: int = 0
    days: int = 0
    undated: int = 0
    people: set[UUID] = field(default_factory=set)

    def add(self, one: Heard) -> None:
        """One more."""
        self.hearings += 1
        self.days += one.days or 0
        self.undated += one.days is None
        self.people.update(one.people)


@dataclass(frozen=True, slots=True)
class Listed:
    """A court or a prison: hearings written down, adjourned, and at which the person was not produced."""

    key: Any
    hearings: int
    adjourned: int
    not_produced: int


@dataclass(frozen=True, slots=True)
class Delay:
    """What a period comes to. `by_cause`, `by_act` and `not_produced` are sorted by number; courts and prisons are not
    ranked: they stand by name."""

    hearings: int
    adjourned: Row
    by_cause: list[Row]
    by_act: list[Row]
    not_produced: list[Row]
    by_court: list[Listed]
    by_prison: list[Listed]
    people: int


def delay_at(place_id: int | None, first: date, end: date) -> Delay:
    """Delay in a period, the last day not included; three queries however many hearings."""
    return delay_of(_heard(place_id, first, end))


def delay_of(rows: list[Heard]) -> Delay:
    """The same from plain values."""
    put_off = [one for one in rows if one.is_adjourned]
    whole = Row("")
    for one in put_off:
        whole.add(one)
    absent = [one for one in rows if one.produced == Produced.NO]
    return Delay(
        hearings=len(rows), adjourned=whole, by_cause=_rows(put_off, lambda one: one.why),
        by_act=_rows(put_off, lambda one: one.by), not_produced=_rows(absent, lambda one: one.not_produced_why),
        by_court=_listed(rows, lambda one: one.court), by_prison=_listed(rows, lambda one: one.place_id),
        people=len({person for one in rows for person in one.people}),
    )  # fmt: skip


def _rows(found: Iterable[Heard], by: Callable[[Heard], Any]) -> list[Row]:
    rows: dict[Any, Row] = {}
    for one in found:
        rows.setdefault(by(one), Row(by(one))).add(one)
    return sorted(rows.values(), key=lambda row: (-row.hearings, str(row.key)))


def _listed(found: Iterable[Heard], by: Callable[[Heard], Any]) -> list[Listed]:
    hearings, adjourned, absent = Counter[Any](), Counter[Any](), Counter[Any]()
    for one in found:
        hearings[by(one)] += 1
        adjourned[by(one)] += one.is_adjourned
        absent[by(one)] += one.produced == Produced.NO
    return [Listed(key, n, adjourned[key], absent[key]) for key, n in hearings.items()]


def _heard(place_id: int | None, first: date, end: date) -> list[Heard]:
    with as_house():
        rows = MatterHearing.objects.filter(listed_on__gte=first, listed_on__lt=end, recorded_at__isnull=False)
        found = list(rows.exclude(outcome=HearingOutcome.VACATED).select_related("court").order_by("listed_on", "pk"))
        clients: defaultdict[UUID, list[UUID]] = defaultdict(list)
        parties = Party.objects.filter(
            side=Side.CLIENT, person__isnull=False, matter__in={one.matter_id for one in found}
        )  # fmt: skip
        for matter, person in parties.values_list("matter_id", "person_id"):
            clients[matter].append(person)
        stays = _stays({person for people in clients.values() for person in people})
        within = None if place_id is None else set(inner(place_id))
    heard = []
    for row in found:
        people = clients[row.matter_id]
        places = [at for person in people if (at := _held(stays[person], row.listed_on)) is not None]
        if within is not None and not within & set(places):
            continue
        place = next((at for at in places if within is None or at in within), None)
        heard.append(_of(row, place, people))
    return heard


def _of(row: MatterHearing, place: int | None, people: list[UUID]) -> Heard:
    is_put_off = row.outcome == HearingOutcome.ADJOURNED
    days = (row.next_on - row.listed_on).days if is_put_off and row.next_on else None
    return Heard(
        row.listed_on, row.outcome, row.adjourned_by, row.adjourned_why, row.produced, row.not_produced_why, days,
        row.court_text, place, tuple(people),
    )  # fmt: skip


Stay = tuple[int, date | None, date | None]


def _stays(people: set[UUID]) -> defaultdict[UUID, list[Stay]]:
    stays: defaultdict[UUID, list[Stay]] = defaultdict(list)
    rows = Placement.objects.filter(person__in=people).order_by("pk")
    for person, place, began, ended in rows.values_list("person_id", "place_id", "started_on", "ended_on"):
        stays[person].append((place, began, ended))
    return stays


def _held(stays: list[Stay], on: date) -> int | None:
    """Where somebody was held on a day."""
    for place, began, ended in reversed(stays):
        if (began is None or began <= on) and (ended is None or on < ended):
            return place
    return None
