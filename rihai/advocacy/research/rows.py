"""The rows of an extract before anything is made coarser: bands and codes, no name, no number, no day, no prison.

What a neighbour or a journalist can know of somebody is held to be recognisable; what they would learn is sensitive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rihai.accounts.models import Guarded
from rihai.accounts.operations.house import as_house
from rihai.days import day_of
from rihai.offences import OffenceTable
from rihai.people.models import Person
from rihai.people.queries.records import records_of
from rihai.places.kinds import Kind
from rihai.places.models import Inside
from rihai.profile.disclosure import Quasi
from rihai.profile.disclosure.extract import Fact
from rihai.profile.flags import HOUSE
from rihai.profile.statistics.offence import ChargeReader
from rihai.profile.statistics.person import Counted
from rihai.screening.law.packs import offences

TWO_AGES = {"under_18": "under_18", "18_to_24": "18_to_34", "25_to_34": "18_to_34"}
SENTENCED = {"appeal_pending", "no_appeal_pending", "appeal_not_known", "convicted_unsentenced"}
QUASI = (
    Quasi("sex", ()),
    Quasi("age_band", (lambda fact: fact and TWO_AGES.get(str(fact), "35_and_over"),)),
    Quasi("province", ()),
    Quasi("standing", (lambda fact: fact and ("sentenced" if fact in SENTENCED else fact),)),
)
"""By what somebody could be recognised, each with its steps; after the last it is left out."""
SENSITIVE = ("time_under_trial", "offence")
"""What must not be told of a group in which everybody has the same."""
COLUMNS = (*(one.name for one in QUASI), *SENSITIVE)


def rows_for_research(on: date, at: datetime) -> list[Mapping[str, Fact]]:
    """A row for each person held in a prison, as the house reads them; guarded people are in none."""
    with as_house(at):
        places = dict(Inside.objects.filter(outer__kind=Kind.PRISON).values_list("inner_id", "outer_id"))
        pairs = Inside.objects.filter(inner__in=set(places.values()), outer__kind=Kind.PROVINCE)
        provinces = dict(pairs.values_list("inner_id", "outer__name"))
        guarded = set(Guarded.objects.filter(ended_at=None).values_list("person_id", flat=True))
        held = Person.objects.filter(held_at__in=places, merged_into=None).order_by("pk")
        people = {
            key: provinces.get(places[place or 0]) for key, place in held.values_list("pk", "held_at_id")
            if key not in guarded
        }  # fmt: skip
        reader = ChargeReader(offences() or OffenceTable([]))
    return list(_rows(people, on, at, reader))


def _rows(
    people: Mapping[UUID, str | None], on: date, at: datetime, reader: ChargeReader
) -> Iterator[Mapping[str, Fact]]:
    for province, record in zip(people.values(), records_of(people, at=at), strict=True):
        yield _row(Counted(record, day_of(on), HOUSE, reader), province)


def _row(one: Counted, province: str | None) -> dict[str, Any]:
    under_trial = one.status == "under_trial"
    return {
        "sex": one.text("sex"), "age_band": one.age_band, "province": province, "standing": one.standing,
        "time_under_trial": one.time_band if under_trial else None, "offence": one.offence,
    }  # fmt: skip
