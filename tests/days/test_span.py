"""Days known in part, birth from a stated age and age on a day, against a scan day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rihai.days import Span, age_on, born, date_of, day_of, read_date
from tests.days import scan

around_leap_days = st.builds(
    lambda year, offset: date(year, 2, 26) + timedelta(days=offset), st.integers(2018, 2030), st.integers(0, 6)
)
days = around_leap_days | st.dates(date(2015, 1, 1), date(2032, 12, 31))


@given(days, st.integers(0, 9), st.integers(0, 3), st.integers(0, 40))
@example(date(2025, 2, 28), 8, 0, 0)
@example(date(2024, 2, 29), 8, 0, 0)
@settings(max_examples=60)
def test_birth_from_an_age_is_every_day_that_gives_that_age(day: date, low: int, wider: int, doubt: int) -> None:
    stated = Span(day_of(day), day_of(day) + doubt)

    found = born(low, low + wider, stated)

    first = day - timedelta(days=366 * (low + wider + 2))
    possible = [
        birth
        for birth in (first + timedelta(days=n) for n in range((date_of(stated.latest) - first).days + 1))
        if any(
            low <= scan.age(birth, day + timedelta(days=after)) <= low + wider
            for after in {0, doubt}
            if birth <= day + timedelta(days=after)
        )
    ]
    assert (date_of(found.earliest), date_of(found.latest)) == (possible[0], possible[-1])


def test_one_born_on_29_february_is_seventeen_on_28_february_before_the_eighteenth_year() -> None:
    birth, day = date(2008, 2, 29), date(2025, 2, 28)

    found = born(17, 17, Span(day_of(day), day_of(day)))

    assert scan.age(birth, day) == 17
    assert found.earliest <= day_of(birth) <= found.latest


@given(st.dates(date(1990, 1, 1), date(2010, 12, 31)) | around_leap_days, days)
def test_age_is_the_count_of_birthdays(birth: date, day: date) -> None:
    if birth <= day:
        assert age_on(day_of(birth), day_of(day)) == scan.age(birth, day)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026-05-21", "2026-05-21", "2026-05-21"),
        ("2026-05", "2026-05-01", "2026-05-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
        ({"earliest": "2026-05-01", "latest": "2026-05-10"}, "2026-05-01", "2026-05-10"),
        ({"earliest": "2026-05", "latest": "2026"}, "2026-05-01", "2026-12-31"),
    ],
)
def test_a_date_in_part_has_both_ends(written: object, first: str, last: str) -> None:
    assert read_date(written) == Span(day_of(date.fromisoformat(first)), day_of(date.fromisoformat(last)))


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-29", "2026-13", "2026-00", "2026-5-1", "21-05-2026", "0000", "", "about 2026", 2026, None, True, [],
        {"earliest": "2026-05-10", "latest": "2026-05-01"}, {"earliest": "2026-05-01"},
        {"earliest": "2026-05-01", "latest": None}, "2026-05-21 ", "٢٠٢٦",
    ],
)  # fmt: skip
def test_what_is_no_date_is_never_completed(written: object) -> None:
    assert read_date(written) is None
