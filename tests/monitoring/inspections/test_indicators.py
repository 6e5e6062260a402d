"""The indicators against the vector of the instrument's own paper, and what has no value."""

from __future__ import annotations

import pytest

from rihai.monitoring.inspections.indicators import by_code, indicators, poisson_interval

VECTOR = {
    "held_men": 1950, "capacity": 1200, "mdp": 1900, "deaths_suicide": 2, "deaths_natural": 6, "tb_cases": 11,
    "staff_all": 260, "staff_custody": 200, "untried": 1420, "doctors": 1.5,
}  # fmt: skip


def test_the_vector_of_the_paper_comes_out() -> None:
    found = by_code(indicators(VECTOR))
    values = {code: round(one.value, 2) for code, one in found.items() if one.value is not None}

    assert values["IND-01"] == 162.5
    assert values["IND-05"] == 4.21
    assert (values["IND-06"], values["IND-06a"]) == (10.53, 105.26)
    assert values["IND-09"] == 578.95
    assert (values["IND-10"], values["IND-10a"]) == (7.5, 9.75)
    assert values["IND-11"] == 72.82
    assert values["IND-12"] == 0.79


def test_nothing_underneath_gives_no_value_and_a_true_nought_is_one() -> None:
    found = by_code(indicators({"held_men": 10, "capacity": 0, "mdp": 100, "deaths_natural": 0, "complaints": 0}))

    assert found["IND-01"].value is None
    assert found["IND-05"].value == 0
    assert found["IND-07a"].value is None, "no deaths, no share of them"
    assert "warning" in str(found["IND-17"].note)
    assert by_code(indicators({}))["IND-05"].value is None


def test_few_events_have_their_exact_interval_and_many_have_none() -> None:
    few, many = by_code(indicators(VECTOR)), by_code(indicators({"mdp": 1000, "assaults": 20}))

    assert few["IND-05"].is_unstable
    assert not many["IND-15"].is_unstable


@pytest.mark.parametrize(("events", "low", "high"), [(0, 0.0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.390)])
def test_the_interval_is_that_of_garwoods_table(events: int, low: float, high: float) -> None:
    assert poisson_interval(events) == pytest.approx((low, high), abs=0.001)


def test_places_by_a_standard_are_whole_people() -> None:
    rooms = [
        {"room_kind": "shared", "room_length": 10, "room_width": 1, "room_people": 5},
        {"room_kind": "single", "room_length": 5, "room_width": 1, "room_people": 1},
    ]
    by_standard = {str(one.title): one for one in indicators({"rooms": rooms}) if one.code == "IND-02b"}

    assert [one.denominator for one in by_standard.values()] == [4, 2, 2]


def test_children_living_with_a_parent_are_not_counted_as_held() -> None:
    found = by_code(indicators({"held_women": 10, "held_children": 4, "capacity": 10}))

    assert found["IND-01"].value == 100
