"""Gains, pass marks and questions, from plain values."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.training.exams.marking import Sat, marked, needed, normalised, right_in

ITEMS = tuple(f"q{number}" for number in range(1, 6))
RIGHT = st.frozensets(st.sampled_from(ITEMS))
SIDE = st.dictionaries(st.sampled_from("ABCDEFGH"), RIGHT)


def test_eight_of_twenty_and_then_fourteen_is_a_gain_of_six_and_half_of_what_was_missing() -> None:
    assert 14 - 8 == 6
    assert normalised(8, 14, 20) == Fraction(1, 2)
    assert normalised(20, 20, 20) is None
    assert normalised(10, 5, 20) == Fraction(-1, 2)


def test_a_pass_mark_is_never_less_than_it_says() -> None:
    assert [needed(70, most) for most in (10, 20, 15, 3)] == [7, 14, 11, 3]


def test_only_what_the_key_says_is_right() -> None:
    key = {"q1": ("true",), "q2": ("b", "c")}
    assert right_in({"q1": "true", "q2": "c", "q3": "true"}, key) == {"q1", "q2"}
    assert right_in({"q1": "unknown"}, key) == frozenset()


@settings(max_examples=60, deadline=None)
@given(SIDE, SIDE)
def test_everybody_is_counted_once_and_the_questions_add_up_to_the_gains(
    before: dict[str, frozenset[str]], after: dict[str, frozenset[str]]
) -> None:
    first = [Sat(code, right) for code, right in before.items()]
    then = [Sat(code, right) for code, right in after.items()]
    found = marked(first, then, ITEMS, pass_per_cent=70)
    codes = [one.before.code for one in found.pairs] + [one.code for one in (*found.only_before, *found.only_after)]
    assert sorted(codes) == sorted(before.keys() | after.keys())
    assert sum(one.after - one.before for one in found.items) == sum(one.gain for one in found.pairs)
    assert found.passed_after <= found.people
    turned = marked(then, first, ITEMS, pass_per_cent=70)
    assert [one.gain for one in turned.pairs] == [-one.gain for one in found.pairs]
    assert not set(turned.worse) & set(found.worse)
    shares = [share for one in found.pairs if (share := one.normalised(found.most)) is not None]
    assert all(share <= 1 for share in shares)
    assert len(shares) + found.had_all == found.people
    assert (found.mean_normalised is None) is (not shares)
