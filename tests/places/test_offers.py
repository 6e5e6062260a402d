"""What the room offers: worklist, search, clock, export."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from rihai.kit.offers import Export, Navigation, Search, Tick, Worklist, offered
from rihai.places import exports
from rihai.places.kinds import Kind
from rihai.places.models import Permit, Place
from rihai.places.offers import find_places, leave_rows
from rihai.places.operations import Said, record_count
from rihai.profile.disclosure import Key
from tests.places.world import AT, KEEPER, READER, TODAY, make, make_district

pytestmark = pytest.mark.django_db


def leave(place: Place, days: int) -> Permit:
    return Permit.objects.create(
        place=place, kind="memorandum", asked_of="IG", asked_on=TODAY - timedelta(days=300), state="given",
        answered_on=TODAY - timedelta(days=290), expires_on=TODAY + timedelta(days=days),
    )  # fmt: skip


def test_the_house_is_offered_everything_the_room_has() -> None:
    assert {one.url for one in offered(Navigation)} >= {"places:index", "places:map"}
    assert "places.leave" in {one.name for one in offered(Worklist)}
    assert "places" in {one.name for one in offered(Search)}
    assert "places.leave" in {one.name for one in offered(Tick)}
    assert "places.places" in {one.name for one in offered(Export)}


def test_a_leave_about_to_end_stands_on_the_worklist_with_its_day() -> None:
    place = make(Kind.PRISON, "District Prison Naya Bagh", make_district())
    leave(place, 40)

    (row,) = leave_rows(KEEPER, TODAY)

    assert row.who == "District Prison Naya Bagh"
    assert row.word == "Expires in 40 days"
    assert row.due_on == TODAY - timedelta(days=20)
    assert leave_rows(READER, TODAY) == []


def test_an_expired_leave_says_since_when() -> None:
    leave(make(Kind.PRISON, "District Prison", make_district()), -1)

    assert leave_rows(KEEPER, TODAY)[0].word == "Expired 1 day ago"


def test_the_worklist_asks_the_database_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    district = make_district()
    for number in range(12):
        leave(make(Kind.PRISON, f"Prison {number}", district), number)

    with django_assert_num_queries(1):
        assert len(leave_rows(KEEPER, TODAY)) == 12


def test_the_search_finds_prisons_first(seeded: None) -> None:
    found = find_places(READER, "lahore", 5)

    assert len(found) == 5
    assert [hit.says for hit in found[:2]] == ["prison", "prison"]
    assert find_places(READER, "اڈیالہ", 5)[0].name == "Central Jail Rawalpindi"
    assert find_places(READER, "  ", 5) == []


def test_the_export_has_a_row_for_each_prison_and_nothing_invented(seeded: None) -> None:
    Place.objects.filter(code="prison:Central Jail Mach").update(invented=True)

    sheet = exports.sheet(READER, {"kind": "prison"}, "en")

    assert len(sheet.rows) == 122 == exports.count(READER, {"kind": "prison"})
    lahore = next(row for row in sheet.rows if row[0] == "Central Jail Lahore")
    assert (lahore[6], lahore[9]) == (2360, 3757)


def test_a_count_that_nobody_published_leaves_through_disclosure_control() -> None:
    place = make(Kind.PRISON, "Women’s Prison", make_district())
    record_count(place=place, total=3, parts={}, said=Said(source="by telephone", as_of=TODAY), actor=KEEPER, at=AT)

    sheet = exports.sheet(READER, {"kind": "prison"}, "en")

    assert isinstance(sheet.rows[0][9], Key)
    assert [count.number for count in sheet.figures.counts.values()] == [3]


def test_nonsense_in_the_filter_of_an_export_narrows_nothing(seeded: None) -> None:
    every = exports.count(READER, {})

    for filters in ({"kind": "castle"}, {"province": "many"}, {"province": "9" * 30}):
        assert exports.count(READER, filters) == every, filters
