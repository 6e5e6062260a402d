"""The order of day and month in a file: shown by its own dates, never assumed from one of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.census.read.order import date_order


@pytest.mark.parametrize(
    ("texts", "day_first"),
    [
        (["13-03-2024"], True),
        (["۱۳-۰۳-۲۰۲۴"], True),
        (["03/13/2024", "03/14/2024"], None),
        (["03/13/2024", "03/14/2024", "03/15/2024"], False),
        (["13/03/2024", "14/03/2024", "03/15/2024"], None),
        (["13/03/2024", "14/03/2024", "15/03/2024", "16/03/2024", "03/15/2024"], True),
        (["03-04-2024", "2024-13-01", "March 2024", ""], None),
    ],
)
def test_a_number_above_twelve_shows_the_order_and_few_exceptions_do_not_turn_it(
    texts: list[str], day_first: bool | None
) -> None:
    assert date_order(texts).day_first is day_first


@given(days=st.lists(st.dates(date(1950, 1, 1), date(2040, 1, 1)).filter(lambda day: day.day > 12), min_size=3))
def test_a_file_of_one_order_is_always_recognised(days: list[date]) -> None:
    assert date_order(day.strftime("%d/%m/%Y") for day in days).day_first is True
    assert date_order(day.strftime("%m/%d/%Y") for day in days).day_first is False
