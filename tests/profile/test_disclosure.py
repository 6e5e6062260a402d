"""What is withheld, rounded and logged, and that it cannot be worked out of one release."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.paper.table import SUPPRESSED
from rihai.profile.disclosure import Figures, Key, Reason, attack, control
from rihai.profile.disclosure.rounding import nearest
from tests.profile.attackers import betrayed, breakdown, crossed, key, tried

NUMBERS = st.one_of(st.integers(0, 12), st.integers(0, 200))


def _printed(figures: Figures, base: int = 1) -> dict[str, int | None]:
    return {one.series: number for one, number in control(figures, base).release.cells.items()}


def test_a_small_count_takes_the_smallest_beside_it_along() -> None:
    assert _printed(breakdown(3, 7, 20)) == {"all": 30, "a": None, "b": None, "c": 20}
    assert attack([control(breakdown(3, 7, 20)).release]) == {key("a"): (0, 10), key("b"): (0, 10)}


def test_two_small_counts_that_only_share_a_little_take_a_third() -> None:
    assert _printed(breakdown(1, 2, 40)) == {"all": 43, "a": None, "b": None, "c": None}


def test_a_group_smaller_than_the_threshold_is_not_described() -> None:
    assert _printed(breakdown(0, 4, 0)) == {"all": None, "a": None, "b": None, "c": None}


def test_the_only_small_count_among_noughts_takes_a_nought() -> None:
    figures = breakdown(0, 0, 4)
    figures.add(key("whole"), 104, 5)
    figures.add(key("rest"), 100, 5)
    figures.add_sum(key("whole"), [key("all"), key("rest")])
    printed = _printed(figures)
    assert [printed[one] for one in ("all", "rest")] == [None, None]
    assert printed["whole"] == 104


def test_a_true_nought_is_printed_and_is_no_withheld_count() -> None:
    release = control(breakdown(0, 30, 40)).release
    assert release.printed(key("a")) == 0
    assert control(breakdown(3, 30, 40)).release.printed(key("a")) is SUPPRESSED


def test_nothing_is_withheld_where_nothing_is_small() -> None:
    assert _printed(breakdown(5, 7, 20)) == {"all": 32, "a": 5, "b": 7, "c": 20}
    assert control(breakdown(5, 7, 20)).log == ()


def test_everybody_less_men_does_not_give_the_women() -> None:
    figures = Figures()
    figures.add(key("all"), 300, 5)
    figures.add(key("men"), 297, 5)
    figures.add_rest(key("all"), [key("men")])
    release = control(figures).release
    assert release.cells == {key("all"): 300, key("men"): None}
    assert betrayed(figures, [release]) == {}


def test_breakdowns_inside_each_other_keep_what_either_withholds() -> None:
    figures = breakdown(60, 40)
    figures.add(key("a women"), 3, 5)
    figures.add(key("a men"), 57, 5)
    figures.add_sum(key("a"), [key("a women"), key("a men")])
    figures.add(key("b women"), 10, 5)
    figures.add(key("b men"), 30, 5)
    figures.add_sum(key("b"), [key("b women"), key("b men")])
    figures.add(key("women"), 13, 5)
    figures.add(key("men"), 87, 5)
    figures.add_sum(key("women"), [key("a women"), key("b women")])
    figures.add_sum(key("men"), [key("a men"), key("b men")])
    figures.add_sum(key("all"), [key("women"), key("men")])
    assert betrayed(figures, [control(figures).release]) == {}


def test_an_attacker_is_told_of_what_a_careless_release_betrays() -> None:
    figures = breakdown(3, 7, 20)
    careful = control(figures).release
    careless = replace(careful, cells={**careful.cells, key("b"): 7})
    assert betrayed(figures, [careful]) == {}
    assert betrayed(figures, [careless]) == {key("a"): "known to lie from 3 to 3"}


def test_the_log_says_which_cells_and_why_and_no_number() -> None:
    log = control(breakdown(3, 7, 2000)).log
    assert [(entry.key.series, entry.reason) for entry in log] == [("a", Reason.SMALL), ("b", Reason.COVER)]
    assert log[0].text("en") == "2026-10-01 a: fewer people than the threshold"
    assert not any(number in entry.text("en").split(" ", 1)[1] for entry in log for number in "0123456789")


@pytest.mark.parametrize(("number", "to"), [(12, 10), (13, 15), (17, 15), (18, 20), (2, 0), (3, 5), (6, 5), (8, 10)])
def test_rounding_goes_to_the_nearest_five(number: int, to: int) -> None:
    assert nearest(number, 5) == to


def test_rounded_parts_make_their_rounded_total() -> None:
    controlled = control(breakdown(12, 12, 12, 12), 5).release
    assert controlled.adds_up
    total, *parts = controlled.cells.values()
    assert total == sum(part or 0 for part in parts)
    assert set(parts) <= {10, 15}


def test_figures_that_do_not_add_up_are_refused() -> None:
    figures = breakdown(5, 6)
    with pytest.raises(ValueError, match="the parts do not make the total"):
        figures.add_sum(key("all"), [key("a")])
    with pytest.raises(ValueError, match="twice"):
        figures.add(key("a"), 5, 5)
    with pytest.raises(ValueError, match="twice in its sum"):
        figures.add_sum(key("all"), [key("a"), key("a")])


@settings(max_examples=60, deadline=None)
@given(st.lists(NUMBERS, min_size=1, max_size=8), st.sampled_from([5, 10]))
def test_a_breakdown_holds_whatever_its_numbers(parts: list[int], threshold: int) -> None:
    figures = breakdown(*parts, threshold=threshold)
    assert betrayed(figures, [control(figures).release]) == {}


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda wide: st.lists(st.lists(NUMBERS, min_size=wide, max_size=wide), min_size=1, max_size=4)
    )
)
def test_a_crossed_table_holds_whatever_its_numbers(rows: list[list[int]]) -> None:
    figures = crossed(rows)
    assert betrayed(figures, [control(figures).release]) == {}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.integers(0, 5), min_size=2, max_size=2), min_size=2, max_size=2))
def test_the_attack_finds_what_trying_every_world_finds(rows: list[list[int]]) -> None:
    release = control(crossed(rows, threshold=3)).release
    found = attack([release])
    if 0 < len(found) <= 4:
        assert {one: (low, min(high, 12)) for one, (low, high) in found.items()} == tried(release, 12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=2, max_size=4))
def test_rounding_keeps_every_withheld_cell_as_safe_and_every_number_near(rows: list[list[int]]) -> None:
    figures = crossed(rows)
    release = control(figures, 5).release
    for one, number in release.cells.items():
        assert number is None or (abs(number - figures.counts[one].number) < 5 and number % 5 == 0)
        assert number != 0 or figures.counts[one].number == 0
    if release.adds_up:
        for line in release.sums:
            total, *parts = (release.cells[cell] for cell in line.keys)
            if total is not None and None not in parts:
                assert sum(part or 0 for part in parts) == total


def test_a_cell_that_was_not_released_has_no_printed_form() -> None:
    with pytest.raises(KeyError):
        control(breakdown(5, 6)).release.printed(Key("2026-10-01", "another"))
