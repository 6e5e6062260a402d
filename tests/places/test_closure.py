"""What stands in what stays true through every act that adds or moves a place."""

from __future__ import annotations

import random

import pytest

from rihai.places.kinds import STANDS_IN, Kind
from rihai.places.models import Inside, Place
from rihai.places.operations import WrongPlace, add_place, change_place
from tests.places.world import AT, KEEPER, is_true, make, make_district

pytestmark = pytest.mark.django_db


def add(kind: Kind, name: str, within: Place) -> Place:
    return add_place(kind=kind, within=within, values={"name": name}, actor=KEEPER, at=AT)


def move(place: Place, within: Place) -> Place:
    return change_place(
        place=place, version=place.version, within=within, values={"name": place.name}, actor=KEEPER, at=AT
    )


def test_a_new_place_stands_in_everything_above_and_in_itself() -> None:
    district = make_district()

    station = add(Kind.POLICE_STATION, "Police Station Naya Bagh", district)
    lock_up = add(Kind.LOCK_UP, "Lock-up", station)

    above = set(Inside.objects.filter(inner=lock_up).values_list("outer__kind", flat=True))
    assert above == {"country", "province", "division", "district", "police_station", "lock_up"}
    assert is_true()


def test_a_place_that_moves_takes_with_it_all_that_stands_in_it() -> None:
    old, new = make_district(), make_district("Tibba Noor")
    station = add(Kind.POLICE_STATION, "Police Station", old)
    lock_up = add(Kind.LOCK_UP, "Lock-up", station)

    move(station, new)

    assert Inside.objects.filter(outer=new, inner=lock_up).exists()
    assert not Inside.objects.filter(outer=old, inner=lock_up).exists()
    assert is_true()


def test_a_place_cannot_stand_in_itself() -> None:
    court = add(Kind.COURT, "Sessions Court", make_district())
    bench = add(Kind.COURT, "Sessions Court, bench", court)

    with pytest.raises(WrongPlace):
        move(court, bench)

    assert is_true()


@pytest.mark.parametrize("kind", [Kind.PRISON, Kind.LOCK_UP, Kind.SHELTER_HOME, Kind.PRISON_UNIT])
def test_a_place_cannot_stand_where_its_kind_never_does(kind: Kind) -> None:
    country = make(Kind.COUNTRY, "Pakistan")

    with pytest.raises(WrongPlace):
        add(kind, "Nowhere", country)

    assert Place.objects.count() == 1


@pytest.mark.parametrize("number", range(5))
def test_the_table_is_true_after_any_row_of_moves(number: int) -> None:
    chance = random.Random(number)
    districts = [make_district(name) for name in ("Naya Bagh", "Tibba Noor", "Gulzar")]
    places = [*districts]
    for step in range(12):
        kind = chance.choice([Kind.POLICE_STATION, Kind.COURT, Kind.LOCK_UP, Kind.PROBATION_OFFICE])
        fitting = [place for place in places if place.kind in STANDS_IN[kind]]
        places.append(add(kind, f"{kind} {step}", chance.choice(fitting)))
    for place in chance.sample(places[3:], 8):
        held = Place.objects.get(pk=place.pk)
        below = set(Inside.objects.filter(outer=held).values_list("inner_id", flat=True))
        fitting = [one for one in places if one.kind in STANDS_IN[Kind(held.kind)] and one.pk not in below]
        move(held, chance.choice(fitting))

    assert is_true()
