"""Releases one after the other: no difference between two of them tells what either withholds."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.errors import Refused
from rihai.profile.disclosure import Figures, Key, Reason, Release, as_json, attack, control, from_json
from tests.profile.attackers import breakdown, key, solved

JUNE, JULY, BOTH = "2026-06", "2026-07", "2026-06/07"


def _months(june: int, july: int) -> Figures:
    """Arrivals of two months together; the months themselves are not shown again."""
    figures = Figures()
    parts = [figures.add(Key(JUNE, "arrivals"), june, 5), figures.add(Key(JULY, "arrivals"), july, 5, shown=False)]
    figures.add(Key(BOTH, "arrivals"), june + july, 5)
    figures.add_sum(Key(BOTH, "arrivals"), parts)
    return figures


def test_two_months_together_do_not_betray_the_second_beside_the_first() -> None:
    june = Figures()
    june.add(Key(JUNE, "arrivals"), 12, 5)
    first = control(june).release
    both = control(_months(12, 3), earlier=[first]).release
    assert both.cells == {Key(JUNE, "arrivals"): 12, Key(BOTH, "arrivals"): None}
    low, high = attack([first, both])[Key(JULY, "arrivals")]
    assert high - low >= 5


def test_two_months_together_are_shown_where_both_are_large() -> None:
    june = Figures()
    june.add(Key(JUNE, "arrivals"), 12, 5)
    both = control(_months(12, 30), earlier=[control(june).release])
    assert both.release.cells[Key(BOTH, "arrivals")] == 42


def test_a_second_breakdown_of_the_same_day_does_not_undo_the_first() -> None:
    first = control(breakdown(3, 7, 20)).release
    figures = breakdown(3, 7, 20)
    figures.add(key("b and c"), 27, 5)
    figures.add_sum(key("b and c"), [key("b"), key("c")])
    figures.add_rest(key("all"), [key("b and c")])
    second = control(figures, earlier=[first])
    assert second.release.cells[key("b and c")] is None
    assert solved([first, second.release]) == set()
    bounds = attack([first, second.release])
    assert bounds[key("a")][1] - bounds[key("a")][0] >= 5


def test_parts_of_a_cell_withheld_as_cover_do_not_give_it_back() -> None:
    first = control(breakdown(4, 16)).release
    assert first.cells == {key("all"): 20, key("a"): None, key("b"): None}
    figures = Figures()
    figures.add(key("b"), 16, 5, shown=False)
    figures.add_sum(key("b"), [figures.add(key("b young"), 6, 5), figures.add(key("b old"), 10, 5)])
    second = control(figures, earlier=[first]).release
    assert None in second.cells.values()
    low, high = attack([first, second])[key("a")]
    assert high - low >= 5


def test_what_was_printed_before_covers_nothing() -> None:
    first = Figures()
    first.add(key("b"), 7, 5)
    second = control(breakdown(3, 7, 20), earlier=[control(first).release]).release
    assert second.cells == {key("all"): 30, key("a"): None, key("b"): 7, key("c"): None}


def test_what_was_withheld_of_a_day_stays_withheld() -> None:
    first = control(breakdown(3, 7, 20)).release
    again = control(breakdown(3, 7, 20), earlier=[first])
    assert again.release.cells == first.cells
    assert Reason.SMALL in {entry.reason for entry in again.log}


def test_a_day_that_was_published_with_other_numbers_is_refused() -> None:
    first = control(breakdown(10, 7, 20)).release
    with pytest.raises(Refused, match="published already"):
        control(breakdown(11, 7, 20), earlier=[first])


def test_a_figure_that_moved_by_few_people_is_withheld_where_rounding_does_not_blur_it() -> None:
    june = control(breakdown(40, 30, 90, period=JUNE)).release
    july = control(breakdown(41, 30, 90, period=JULY), earlier=[june])
    assert july.release.cells[key("a", JULY)] is None
    assert {entry.key.series: entry.reason for entry in july.log if entry.reason is Reason.CHANGE} == {
        "a": Reason.CHANGE, "all": Reason.CHANGE,
    }  # fmt: skip
    low, high = attack([june, july.release])[key("a", JULY)]
    assert high - low >= 5


def test_figures_rounded_in_both_months_may_show_that_little_changed() -> None:
    june = control(breakdown(40, 30, 90, period=JUNE), 5).release
    july = control(breakdown(41, 30, 90, period=JULY), 5, [june])
    assert july.log == ()


def test_a_sensitive_figure_is_blurred_too_little_by_rounding_to_five() -> None:
    june = control(breakdown(40, 30, threshold=10, period=JUNE), 5).release
    july = control(breakdown(41, 30, threshold=10, period=JULY), 5, [june])
    assert july.release.cells[key("a", JULY)] is None


def test_what_is_printed_again_is_rounded_the_same_again() -> None:
    first = control(breakdown(12, 12, 12, 12), 5).release
    again = control(breakdown(12, 12, 12, 12), 5, [first]).release
    assert again.cells == first.cells


def test_no_safe_way_is_no_release() -> None:
    june = Figures()
    june.add(Key(JUNE, "arrivals"), 12, 5)
    both = Figures()
    both.add(Key(BOTH, "arrivals"), 15, 5)
    betraying = Figures()
    parts = [betraying.add(Key(JUNE, "arrivals"), 12, 5, shown=False), betraying.add(Key(JULY, "arrivals"), 3, 5)]
    betraying.add(Key(BOTH, "arrivals"), 15, 5, shown=False)
    betraying.add_sum(Key(BOTH, "arrivals"), parts)
    with pytest.raises(Refused, match="betray a small count"):
        control(betraying, earlier=[control(june).release, control(both).release])


def test_a_release_is_kept_as_what_was_printed_and_nothing_more() -> None:
    release = control(breakdown(3, 7, 20)).release
    kept = json.dumps(as_json(release))
    assert from_json(json.loads(kept)) == release
    assert json.loads(kept)["cells"] == [
        ["2026-10-01", "all", 30], ["2026-10-01", "a", None], ["2026-10-01", "b", None], ["2026-10-01", "c", 20],
    ]  # fmt: skip
    assert "small" not in kept


@pytest.mark.parametrize(
    "damage",
    [{"format": 9}, {"cells": [["2026", "a", -1]]}, {"cells": [["2026", "a", True]]}, {"sums": 3}, {"base": 0}],
)
def test_anything_else_is_not_a_release(damage: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        from_json(as_json(control(breakdown(3, 7, 20)).release) | damage)


def test_releases_that_contradict_each_other_are_no_puzzle_to_solve() -> None:
    other = Release({key("all"): 31}, ())
    with pytest.raises(ValueError, match="No numbers agree"):
        attack([control(breakdown(3, 7, 20)).release, other])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 30), min_size=2, max_size=5),
    st.lists(st.integers(0, 30), min_size=2, max_size=5),
    st.sampled_from([1, 5]),
)
def test_a_day_published_by_one_cut_and_then_another_holds(first: list[int], second: list[int], base: int) -> None:
    second = [*second, max(0, sum(first) - sum(second))]
    first = [*first, max(0, sum(second) - sum(first))]
    one = control(breakdown(*first), base).release
    figures = Figures()
    figures.add(key("all"), sum(second), 5)
    figures.add_sum(key("all"), [figures.add(key(f"second {i}"), part, 5) for i, part in enumerate(second)])
    two = control(figures, base, [one]).release
    truth = breakdown(*first).counts | figures.counts
    for cell, (low, high) in attack([one, two]).items():
        assert low <= truth[cell].number <= high
        assert high - low >= 5, cell
