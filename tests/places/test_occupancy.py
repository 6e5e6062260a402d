"""Occupancy and sums say what the published figures say, and no more."""

from __future__ import annotations

from datetime import date

from rihai.places.models import Capacity, HeldCount, HeldPart
from rihai.places.occupancy import children, occupancies, sums


def count(total: int | None, year: int | None, key: int = 1, source: str = "a") -> HeldCount:
    return HeldCount(pk=key, total=total, as_of=date(year, 1, 1) if year else None, source=source)


def capacity(places: int, year: int | None, key: int = 1, source: str = "a", standard: str = "official") -> Capacity:
    as_of = date(year, 1, 1) if year else None
    return Capacity(pk=key, places=places, as_of=as_of, source=source, standard=standard)


def part(who: str, status: str, persons: int) -> HeldPart:
    return HeldPart(who=who, status=status, persons=persons)


def test_occupancy_is_people_for_each_hundred_places() -> None:
    (one,) = occupancies([count(3757, 2019)], [capacity(2360, 2019)])

    assert one.percent == 159.2
    assert one.beyond == 1397


def test_without_a_count_or_without_a_capacity_there_is_none() -> None:
    assert occupancies([], [capacity(100, 2019)]) == []
    assert occupancies([count(100, 2019)], []) == []
    assert occupancies([count(None, 2019)], [capacity(100, 2019)]) == []


def test_a_capacity_of_nought_divides_nothing() -> None:
    assert occupancies([count(12, 2019)], [capacity(0, 2019)]) == []


def test_nobody_held_is_not_the_same_as_not_known() -> None:
    (one,) = occupancies([count(0, 2019)], [capacity(40, 2019)])

    assert one.percent == 0


def test_the_capacity_of_the_same_source_comes_before_a_later_one() -> None:
    capacities = [capacity(37217, 2024, 1, "a"), capacity(37563, 2025, 2, "b")]

    (one,) = occupancies([count(61813, 2024, source="a")], capacities)

    assert one.capacity.places == 37217


def test_a_count_is_set_beside_the_last_capacity_before_it() -> None:
    capacities = [capacity(100, 2015, 1), capacity(140, 2020, 2), capacity(200, 2026, 3)]

    (one,) = occupancies([count(210, 2024, source="b")], capacities)

    assert one.capacity.places == 140
    assert one.is_apart


def test_an_undated_count_stands_behind_every_dated_one() -> None:
    (one,) = occupancies([count(711, None, 9), count(300, 2018, 1)], [capacity(180, 2018)])

    assert one.persons == 300


def test_each_standard_gives_its_own_occupancy() -> None:
    found = occupancies([count(120, 2024)], [capacity(100, 2024, 1), capacity(60, 2024, 2, standard="cpt")])

    assert [(one.capacity.standard, one.percent) for one in found] == [("official", 120.0), ("cpt", 200.0)]


def test_rows_that_fall_short_of_the_total_leave_people_in_none_of_them() -> None:
    parts = [part("", "convicted", 17056), part("", "under_trial", 26725)]

    (by_status,) = sums(count(47077, 2019), parts)

    assert by_status.adds_to == 43781
    assert by_status.unnamed == 3296
    assert by_status.too_many == 0


def test_rows_that_come_to_more_than_the_total_say_so() -> None:
    (by_status,) = sums(count(100, 2019), [part("", "convicted", 60), part("", "under_trial", 55)])

    assert by_status.too_many == 15
    assert by_status.unnamed == 0


def test_divisions_that_overlap_are_never_added_to_each_other() -> None:
    parts = [part("women", "", 6), part("men", "", 94), part("", "convicted", 30), part("", "under_trial", 70)]

    found = sums(count(100, 2024), parts)

    assert [(one.by, one.adds_to) for one in found] == [("status", 100), ("who", 100)]


def test_children_living_with_a_parent_stand_in_no_sum() -> None:
    parts = [part("women", "", 191), part("children", "", 17)]

    (by_who,) = sums(count(194, 2026), parts)

    assert by_who.adds_to == 191
    assert children(parts) == 17
    assert children(parts[:1]) is None


def test_without_a_published_total_nobody_is_reckoned_to_be_missing() -> None:
    (by_who,) = sums(count(None, 2021), [part("men", "", 49686), part("women", "", 907)])

    assert by_who.total is None
    assert by_who.adds_to == 50593
    assert by_who.unnamed == 0
