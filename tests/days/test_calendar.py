"""Anniversaries and the days on which periods are exceeded, reached or nearly over, against a scan day by day."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rihai.days import (
    ALWAYS,
    NEVER,
    add,
    anniversary,
    date_of,
    day_of,
    exceeding,
    first_within,
    fraction_of,
    iso,
)
from tests.days import scan

days = st.dates(date(1950, 1, 1), date(2090, 12, 31))
ends_of_months = st.builds(
    lambda year, month, back: date(year, month, scan.last_of_month(year, month)) - timedelta(days=back),
    st.integers(1996, 2032), st.integers(1, 12), st.integers(0, 3),
)  # fmt: skip
any_day = days | ends_of_months
lengths = st.integers(0, 320)


@given(any_day, st.integers(-600, 600))
def test_an_anniversary_keeps_the_day_or_falls_on_the_last_of_the_month(day: date, months: int) -> None:
    found = anniversary(day, months)

    index = day.year * 12 + day.month - 1 + months
    assert (found.year, found.month) == (index // 12, index % 12 + 1)
    assert found.day == min(day.day, scan.last_of_month(found.year, found.month))


@given(any_day, st.integers(0, 400), lengths)
def test_a_later_day_never_has_an_earlier_anniversary(day: date, later: int, months: int) -> None:
    assert anniversary(day, months) <= anniversary(day + timedelta(days=later), months)


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2023-02-28", 12, "2024-02-28"),
        ("2024-08-31", 6, "2025-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2024-03-31", -1, "2024-02-29"),
    ],
)
def test_anniversaries_around_the_end_of_february(day: str, months: int, found: str) -> None:
    assert anniversary(date.fromisoformat(day), months).isoformat() == found


@given(any_day, lengths)
def test_more_than_a_period_begins_the_day_after_its_anniversary(day: date, months: int) -> None:
    assert exceeding(day, months) - anniversary(day, months) == timedelta(days=1)


@given(any_day, lengths, st.integers(0, 60))
def test_months_are_added_before_days(day: date, months: int, more: int) -> None:
    assert date_of(add(day_of(day), months, more)) == anniversary(day, months) + timedelta(days=more)


@given(any_day, st.integers(0, 40), st.integers(0, 45))
@example(date(2026, 8, 31), 6, 0)
@example(date(2024, 2, 29), 12, 0)
@settings(max_examples=60)
def test_not_more_than_so_much_is_left_from_the_first_day_that_reaches_the_last(
    last: date, months: int, more: int
) -> None:
    assert date_of(first_within(day_of(last), months, more)) == scan.within(last, months, more)


def test_six_months_before_31_august_is_1_march() -> None:
    assert date_of(first_within(day_of(date(2026, 8, 31)), 6)) == date(2026, 3, 1)


@given(any_day, st.integers(0, 300), st.integers(0, 60), st.integers(1, 4), st.integers(1, 6))
@example(date(2024, 1, 31), 16, 0, 1, 3)
@example(date(2024, 1, 31), 0, 1, 1, 3)
@settings(max_examples=80)
def test_a_fraction_of_a_term_is_taken_in_months_and_what_is_left_in_days(
    start: date, months: int, more: int, numerator: int, denominator: int
) -> None:
    numerator = min(numerator, denominator)

    found = date_of(fraction_of(day_of(start), months, more, numerator, denominator))

    assert found == scan.part_served(start, months, more, Fraction(numerator, denominator))


def test_a_third_of_sixteen_months_is_five_months_and_a_third_of_the_sixth() -> None:
    # From 1 January 2026: five months end on 1 June; June has thirty days, and a third of them is ten.
    assert date_of(fraction_of(day_of(date(2026, 1, 1)), 16, 0, 1, 3)) == date(2026, 6, 11)


def test_a_quarter_of_a_day_is_a_whole_day() -> None:
    assert date_of(fraction_of(day_of(date(2026, 1, 1)), 0, 1, 1, 4)) == date(2026, 1, 2)


def test_a_quarter_of_ten_months_has_two_months_and_half_of_the_third() -> None:
    # From 1 January 2026: two months end on 1 March; half of March, thirty-one days, is sixteen when rounded up.
    assert date_of(fraction_of(day_of(date(2026, 1, 1)), 10, 0, 1, 4)) == date(2026, 3, 17)


@given(any_day)
def test_a_day_is_the_number_of_days_since_1970(day: date) -> None:
    assert day_of(day) == scan.number(day)
    assert date_of(day_of(day)) == day
    assert iso(day_of(day)) == day.isoformat()


@pytest.mark.parametrize("day", [ALWAYS, NEVER, 3_000_000, -800_000])
def test_a_day_that_no_calendar_holds_is_no_text(day: int) -> None:
    assert iso(day) is None
