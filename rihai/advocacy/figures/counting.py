"""Counts for a release, as the house: everybody held in prisons, and what the law, visits and answers come to.

True counts: nothing here leaves but through `control`. The same cuts every time; nobody chooses others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.advocacy.errors import NotSo
from rihai.advocacy.figures.counted import Counted, Two
from rihai.advocacy.figures.found import causes_at, kept_by, visited_by
from rihai.coordination.targets.models import CensusCount
from rihai.days import day_of
from rihai.people.models import Person
from rihai.people.queries.records import records_of
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place
from rihai.places.naming import folded
from rihai.places.queries.figures import figures_of
from rihai.profile.statistics import Stock, stock_on
from rihai.screening.law.packs import offences
from rihai.screening.models import Stale

ALIASES = re.compile(r"[;,/]")


def count_for_release(on: date, at: datetime) -> Counted:
    """Count for a day, which is today: the record tells who is held now. Raises NotSo while the law is being asked."""
    with as_house(at):
        prison_of = _prisons()
        held = Person.objects.filter(held_at__in=prison_of, merged_into=None).exclude(held_since__gt=on).order_by("pk")
        people = {one: prison_of[place or 0] for one, place in held.values_list("pk", "held_at_id")}
        if not people:
            raise NotSo(_("Nobody is on record as held in a prison. Figures follow a list of prisoners."))
        if Stale.objects.filter(person__held_at__in=prison_of).exists():
            raise NotSo(_("The law is still being asked about people on record. Try again in a few minutes."))
        there = sorted(set(people.values()))
        districts = list(Place.objects.filter(kind=Kind.DISTRICT))
        lists = CensusCount.objects.filter(place__in=prison_of, on__lte=on).order_by().values_list("place")
        days = [day for _place, day in lists.annotate(newest=Max("on"))]
        capacities = {str(key): one.capacity.places for key, one in figures_of(there).items() if one.capacity}
        return Counted(
            on=on, stock=_stock(people, districts, on, at), causes=causes_at(there, on),
            prisons={str(one.pk): names_of(one) for one in Place.objects.filter(pk__in=there)}, places=capacities,
            prisons_known=Place.objects.filter(kind=Kind.PRISON, closed_on=None).count(),
            districts={str(one.pk): names_of(one) for one in districts}, visited=visited_by(on), kept=kept_by(on),
            lists_from=min(days, default=None), lists_to=max(days, default=None),
        )  # fmt: skip


def names_of(place: Place) -> Two:
    """Its name in both languages; where no Urdu name is known, the English one."""
    return place.name, place.name_ur or place.name


def _prisons() -> dict[int, int]:
    """The prison of every place that is one or a part of one."""
    pairs = Inside.objects.filter(outer__kind=Kind.PRISON)
    return dict(pairs.values_list("inner_id", "outer_id"))


def _stock(people: Mapping[UUID, int], districts: list[Place], on: date, at: datetime) -> Stock:
    table, known = offences(), _by_name(districts)
    records = _records(people, known, at)
    return stock_on(records, day_of(on), offences=table) if table else stock_on(records, day_of(on))


def _records(people: Mapping[UUID, int], districts: Mapping[str, str], at: datetime) -> Iterator[dict[str, Any]]:
    """Their records; prison and home district by our own numbers, so that no text anybody typed is ever a row."""
    for key, record in zip(people, records_of(people, at=at), strict=True):
        written = record.get("home_district")
        record["home_district"] = districts.get(folded(written)) if isinstance(written, str) else None
        record["prison"] = str(people[key])
        yield record


def _by_name(districts: list[Place]) -> dict[str, str]:
    """The number of each district by its names, folded; a name of two districts is of none."""
    found: dict[str, str] = {}
    for one in districts:
        for name in {folded(one.name), folded(one.name_ur), *map(folded, ALIASES.split(one.aliases))} - {""}:
            found[name] = "" if name in found else str(one.pk)
    return {name: key for name, key in found.items() if key}
