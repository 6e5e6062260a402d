"""Adding, changing and closing places, and recording their figures."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rihai.kit.audit.models import Event
from rihai.kit.editing import Changed
from rihai.places.kinds import Kind
from rihai.places.models import Capacity, HeldCount, Place
from rihai.places.operations import (
    Said,
    WrongFigure,
    WrongPlace,
    add_place,
    change_place,
    close_place,
    record_capacity,
    record_caseload,
    record_count,
    reopen_place,
)
from rihai.places.queries import places_for, places_to_post_at, places_to_serve_at
from tests.places.world import AT, KEEPER, TODAY, make

pytestmark = pytest.mark.django_db
SAID = Said(source="Return of October", as_of=date(2026, 10, 31))


def add(kind: Kind, name: str, within: Place, **more: str) -> Place:
    return add_place(kind=kind, within=within, values={"name": name, **more}, actor=KEEPER, at=AT)


def change(place: Place, version: int, **values: str) -> Place:
    return change_place(
        place=place, version=version, within=None, values={"name": place.name, **values}, actor=KEEPER, at=AT
    )


def test_the_same_place_is_not_kept_twice(district: Place) -> None:
    add(Kind.SHELTER_HOME, "Darul Aman", district)

    with pytest.raises(WrongPlace):
        add(Kind.SHELTER_HOME, "Darul Aman", district)


def test_the_second_of_two_changes_is_refused_and_overwrites_nothing(district: Place) -> None:
    place = add(Kind.PRISON, "Women’s Prison Gulzar", district)
    change(place, 1, note="first")

    with pytest.raises(Changed):
        change(place, 1, note="second")

    assert Place.objects.get(pk=place.pk).note == "first"


def test_the_trail_names_the_fields_that_changed_and_no_value(district: Place) -> None:
    change(add(Kind.PRISON, "Women’s Prison Gulzar", district), 1, note="very private words")

    line = Event.objects.get(act="places.place.changed")
    assert line.detail["fields"] == ["note"]
    assert "private" not in line.written


def test_a_place_is_found_by_every_name_it_has_however_it_is_written(district: Place) -> None:
    place = add(Kind.PRISON, "Women’s Prison Gulzar", district, name_ur="زنانہ جیل گلزار", aliases="Purani Jail; WPG")

    for words in ("womens gulzar", "GULZAR prison", "گلزار", "جیل  گلزار", "زنانه جيل", "purani", "wpg"):
        assert list(places_for(words=words)) == [place], words
    assert list(places_for(words="gulzar karachi")) == []


def test_a_changed_name_is_found_and_the_old_one_is_not(district: Place) -> None:
    place = add(Kind.PRISON, "Old Name", district)
    change(place, 1, name="New Name")

    assert places_for(words="new name").count() == 1
    assert places_for(words="old name").count() == 0


def test_a_closed_place_stays_on_the_list_and_leaves_the_choices(district: Place) -> None:
    place = add(Kind.LOCK_UP, "Lock-up", district)

    close_place(place=place, version=1, on=TODAY, actor=KEEPER, at=AT)

    assert place in places_for(kind=Kind.LOCK_UP)
    assert place not in places_to_post_at()
    assert place not in places_to_serve_at()


def test_a_place_is_not_closed_over_what_is_open_in_it(district: Place) -> None:
    station = add(Kind.POLICE_STATION, "Police Station", district)
    add(Kind.LOCK_UP, "Lock-up", station)

    with pytest.raises(WrongPlace):
        close_place(place=station, version=1, on=TODAY, actor=KEEPER, at=AT)


def test_a_district_is_not_closed_here(district: Place) -> None:
    with pytest.raises(WrongPlace):
        close_place(place=district, version=1, on=TODAY, actor=KEEPER, at=AT)


def test_what_was_closed_can_be_reopened_and_what_is_open_cannot(district: Place) -> None:
    place = add(Kind.COURT, "Juvenile Court", district)
    closed = close_place(place=place, version=1, on=TODAY, actor=KEEPER, at=AT)
    opened = reopen_place(place=closed, version=2, actor=KEEPER, at=AT)

    assert opened.closed_on is None
    with pytest.raises(WrongPlace):
        reopen_place(place=opened, version=3, actor=KEEPER, at=AT)


@pytest.mark.parametrize("kind", [Kind.LOCK_UP, Kind.SHELTER_HOME, Kind.DISTRICT])
def test_a_lock_up_a_shelter_and_a_home_district_can_be_posted_at_and_served_at(kind: Kind, district: Place) -> None:
    place = district if kind == Kind.DISTRICT else make(kind, "There", district)

    assert place in places_to_post_at()
    assert place in places_to_serve_at()


def test_figures_of_the_past_stay_beside_the_new_one(district: Place) -> None:
    place = add(Kind.PRISON, "District Prison", district)
    record_capacity(place=place, places=100, said=SAID, actor=KEEPER, at=AT)
    record_capacity(place=place, places=120, said=SAID, actor=KEEPER, at=AT)

    assert list(Capacity.objects.values_list("places", flat=True).order_by("pk")) == [100, 120]


@pytest.mark.parametrize("said", [Said(source=" "), Said(source="Return", as_of=TODAY + timedelta(days=1))])
def test_a_figure_without_source_or_of_a_day_to_come_is_refused(district: Place, said: Said) -> None:
    with pytest.raises(WrongFigure):
        record_capacity(place=district, places=1, said=said, actor=KEEPER, at=AT)

    assert not Capacity.objects.exists()
    assert not Event.objects.exists()


def test_a_standard_that_is_none_of_ours_is_named(district: Place) -> None:
    with pytest.raises(WrongFigure):
        record_capacity(place=district, places=1, said=SAID, standard="other", actor=KEEPER, at=AT)


def test_a_count_is_kept_as_published_also_where_it_does_not_add_up(district: Place) -> None:
    parts = {("women", ""): 30, ("men", ""): 90}

    count = record_count(place=district, total=100, parts=parts, said=SAID, actor=KEEPER, at=AT)

    assert count.total == 100
    assert sum(count.parts.values_list("persons", flat=True)) == 120


def test_a_count_of_nothing_is_refused_and_a_count_of_nobody_is_kept(district: Place) -> None:
    with pytest.raises(WrongFigure):
        record_count(place=district, total=None, parts={}, said=SAID, actor=KEEPER, at=AT)
    record_count(place=district, total=0, parts={}, said=SAID, actor=KEEPER, at=AT)

    assert HeldCount.objects.get().total == 0


def test_a_caseload_needs_officers_or_people(district: Place) -> None:
    office = add(Kind.PROBATION_OFFICE, "Probation Office", district)

    with pytest.raises(WrongFigure):
        record_caseload(place=office, officers=None, people=None, said=SAID, actor=KEEPER, at=AT)
    record_caseload(place=office, officers=3, people=None, said=SAID, actor=KEEPER, at=AT)
    assert office.caseloads.get().people is None
