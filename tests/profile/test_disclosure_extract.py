"""Extracts of rows: nobody stands alone, and a group does not give its members away."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.paper.table import SUPPRESSED
from rihai.profile.disclosure import Quasi, anonymous
from rihai.profile.disclosure.extract import Fact


def _band(age: Fact) -> Fact:
    return f"{int(age) // 10}0s" if isinstance(age, int) else None


QUASI = (Quasi("age", (_band,)), Quasi("district", ()))
ROWS = st.lists(
    st.fixed_dictionaries({
        "age": st.one_of(st.none(), st.integers(18, 40)),
        "district": st.sampled_from(["Kasur", "Okara", None]),
        "illness": st.sampled_from(["none", "tuberculosis"]),
        "full_name": st.just("Somebody"),
    }),
    max_size=40,
)  # fmt: skip


def _people(*ages: int, illness: str = "none") -> list[dict[str, Fact]]:
    return [{"age": age, "district": "Kasur", "illness": illness, "full_name": "Somebody"} for age in ages]


def test_ages_become_bands_where_nobody_shares_one() -> None:
    extract = anonymous(_people(21, 22, 23), QUASI, k=3)
    assert [row["age"] for row in extract.rows] == ["20s", "20s", "20s"]
    assert extract.coarsened == {"age": 1, "district": 0}


def test_a_name_never_leaves() -> None:
    extract = anonymous(_people(21, 21, 21), QUASI, ["illness"], k=3)
    assert {name for row in extract.rows for name in row} == {"age", "district", "illness"}


def test_one_person_apart_is_withheld_rather_than_everybody_made_coarser() -> None:
    extract = anonymous([*_people(*[21] * 20), *_people(77)], QUASI, k=5)
    assert (len(extract.rows), extract.rows_withheld, extract.coarsened["age"]) == (20, 1, 0)


def test_a_group_that_has_but_one_illness_does_not_tell_it() -> None:
    sick = _people(21, 21, 21, illness="tuberculosis")
    mixed = [*_people(31, 31), *_people(31, illness="tuberculosis")]
    extract = anonymous([*sick, *mixed], QUASI, ["illness"], k=3)
    told = {(row["age"], row["illness"]) for row in extract.rows}
    assert told == {(21, SUPPRESSED), (31, "none"), (31, "tuberculosis")}
    assert extract.facts_withheld == {"illness": 3}


def test_fewer_people_than_k_give_no_extract() -> None:
    extract = anonymous(_people(21, 22), QUASI, k=3)
    assert (extract.rows, extract.rows_withheld) == ((), 2)


def test_the_order_of_the_list_does_not_survive() -> None:
    rows = [*_people(*[31] * 3), *_people(*[21] * 3)]
    assert anonymous(rows, QUASI, k=3).rows == anonymous(rows[::-1], QUASI, k=3).rows


def test_a_column_is_recognisable_or_sensitive_and_k_is_two_or_more() -> None:
    for quasi, sensitive, k in ((QUASI, ["age"], 3), (QUASI, [], 1)):
        with pytest.raises(ValueError, match="two or more"):
            anonymous([], quasi, sensitive, k=k)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.integers(2, 6))
def test_nobody_stands_alone(rows: list[dict[str, Fact]], k: int) -> None:
    extract = anonymous(rows, QUASI, ["illness"], k=k)
    assert len(extract.rows) + extract.rows_withheld == len(rows)
    groups = Counter((row["age"], row["district"]) for row in extract.rows)
    assert all(count >= k for count in groups.values())
    for group in groups:
        told = {row["illness"] for row in extract.rows if (row["age"], row["district"]) == group}
        assert told == {SUPPRESSED} or len(told) >= 2
