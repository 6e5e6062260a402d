"""Terms as records write them and durations as registers write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.days import Term, as_term, parse_duration, read_term


@pytest.mark.parametrize(
    ("written", "months", "days"),
    [
        ({"years": 10, "months": 6}, 126, 0),
        ({"weeks": 2, "days": 3}, 0, 17),
        ({"days": 0}, 0, 0),
        ({"years": 1, "months": 1, "weeks": 1, "days": 1}, 13, 8),
    ],
)
def test_a_term_is_months_and_days(written: dict[str, int], months: int, days: int) -> None:
    assert read_term(written) == Term(months, days)


@pytest.mark.parametrize(
    "written", [{}, None, 6, "6 months", {"months": -1}, {"months": 1.5}, {"months": True}, {"fortnights": 1}]
)
def test_what_is_no_term_is_not_read(written: object) -> None:
    assert read_term(written) is None
    with pytest.raises(ValueError, match="not a term"):
        as_term(written)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("14-00-00", {"years": 14}),
        ("02-06-15", {"years": 2, "months": 6, "days": 15}),
        ("2/6/0", {"years": 2, "months": 6}),
        ("00-00-00", {"days": 0}),
        ("10 Y 6 M RI", {"years": 10, "months": 6}),
        ("6 M SI", {"months": 6}),
        ("450 days", {"days": 450}),
        ("2 Weeks", {"weeks": 2}),
        ("2.5 years", {"years": 2, "months": 6}),
        ("۱۰ سال", {"years": 10}),
        ("۱۰ سال ۶ ماہ", {"years": 10, "months": 6}),
        ("۱۵ دن", {"days": 15}),
    ],
)
def test_registers_write_durations_in_many_ways(text: str, term: dict[str, int]) -> None:
    assert parse_duration(text) == term


@pytest.mark.parametrize("text", ["2½ years", "2½ Y RI", "۲½ سال"])
def test_a_half_sign_is_half_a_year_or_nothing_but_never_two_whole_years_or_half_a_number(text: str) -> None:
    assert parse_duration(text) in ({"years": 2, "months": 6}, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "life",
        "RI",
        "5 years 3 years",
        "2.5 months",
        "01-13-00",
        "01-00-31",
        "1.7 years",
        "1/2 year",
        "1,5 years",
        "death",
    ],
)
def test_what_cannot_be_said_for_certain_is_no_duration(text: str) -> None:
    assert parse_duration(text) is None


@given(st.integers(0, 30), st.integers(0, 11), st.integers(0, 30))
def test_a_triplet_and_the_same_in_words_are_one_term(years: int, months: int, days: int) -> None:
    triplet = parse_duration(f"{years:02}-{months:02}-{days:02}")
    words = parse_duration(f"{years} years {months} months {days} days RI")

    assert read_term(triplet) == Term(12 * years + months, days) == read_term(words)
