"""Days as prisons write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.census.parse.fields import FIELDS
from rihai.census.parse.parsed import Context, Parsed
from rihai.days import read_date
from rihai.paper.cell import EMPTY, Cell

DAY_FIRST = Context(census_day=date(2026, 10, 1), day_first=True)


def parse(field: str, text: str, context: Context = DAY_FIRST) -> Parsed:
    return FIELDS[field](Cell(text, text, "text"), context)


def codes(read: Parsed) -> list[str]:
    return [problem.code for problem in read.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-03-15", "2024-03-15"), ("15/03/2024", "2024-03-15"), ("15.3.24", "2024-03-15"),
        ("12-3-24", "2024-03-12"),
        ("15-Mar-24", "2024-03-15"), ("15th March, 2024", "2024-03-15"), ("March 15, 2024", "2024-03-15"),
        ("March 2024", "2024-03"), ("3/2024", "2024-03"), ("Jan-85", "1985-01"), ("2024", "2024"),
        ("۱۵-۰۳-۲۰۲۴", "2024-03-15"), ("15 مارچ ۲۰۲۴ء", "2024-03-15"), ("45366", "2024-03-15"),
        ("dt 04.05.24", "2024-05-04"), ("As on 30-06-2025", "2025-06-30"), ("20240315", "2024-03-15"),
        ("15032024", "2024-03-15"), ("2024-03-15 00:00:00", "2024-03-15"), ("15/03/2024 10:30 am", "2024-03-15"),
        ("29-02-2024", "2024-02-29"), ("31.12.99", "1999-12-31"),
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str, value: str) -> None:
    read = parse("arrest_date", text)
    assert read == Parsed({"arrested_on": value})


def test_a_date_cell_and_a_serial_number_are_read_without_a_warning() -> None:
    stored = FIELDS["arrest_date"](Cell("15-Mar-24", date(2024, 3, 15), "date"), DAY_FIRST)
    serial = FIELDS["arrest_date"](Cell("45366", 45366, "number"), DAY_FIRST)
    assert stored == serial == Parsed({"arrested_on": "2024-03-15"})


@pytest.mark.parametrize("text", ["31-02-2024", "29-02-2023", "32/13/2024", "31/04/24", "2024-02-30", "30-Feb-2024"])
def test_a_day_that_does_not_exist_rejects_the_row(text: str) -> None:
    read = parse("arrest_date", text)
    assert (read.facts, codes(read), read.rest) == ({}, ["date_does_not_exist"], text)
    assert read.problems[0].rejects
    assert read.problems[0].raw == text


def test_a_month_first_date_in_a_day_first_file_is_read_and_warned() -> None:
    read = parse("arrest_date", "03/15/2024")
    assert (read.facts, codes(read)) == ({"arrested_on": "2024-03-15"}, ["month_first"])
    assert not read.problems[0].rejects


def test_a_month_first_file_is_read_month_first() -> None:
    pakistan = parse("arrest_date", "03/04/2024", Context(day_first=False))
    america = parse("arrest_date", "03/04/2024", Context(day_first=False, country="US"))
    assert pakistan.facts == america.facts == {"arrested_on": "2024-03-04"}
    assert (codes(pakistan), codes(america)) == (["month_first"], [])


def test_a_day_first_date_in_a_month_first_file_is_warned() -> None:
    read = parse("arrest_date", "15/03/2024", Context(day_first=False, country="US"))
    assert (read.facts, codes(read)) == ({"arrested_on": "2024-03-15"}, ["date_order_mixed"])


def test_a_date_that_could_be_both_is_warned_while_the_file_has_not_shown_its_order() -> None:
    open_order = Context(day_first=None)
    assert codes(parse("arrest_date", "03/04/2024", open_order)) == ["date_order_unclear"]
    assert codes(parse("arrest_date", "13/04/2024", open_order)) == []
    assert codes(parse("arrest_date", "04/04/2024", open_order)) == []


@pytest.mark.parametrize(
    ("text", "census_year", "year"),
    [
        ("26", 2026, 2026),
        ("28", 2026, 2028),
        ("56", 2026, 2056),
        ("57", 2026, 1957),
        ("85", 2026, 1985),
        ("24", None, 2024),
        ("31", None, 1931),
    ],
)
def test_two_digits_of_a_year_are_read_against_the_day_of_the_list(
    text: str, census_year: int | None, year: int
) -> None:
    context = Context(census_day=date(census_year, 10, 1) if census_year else None, day_first=True)
    assert parse("arrest_date", f"15-03-{text}", context).facts == {"arrested_on": f"{year}-03-15"}


def test_a_release_may_lie_far_ahead_of_the_list() -> None:
    assert parse("probable_release_date", "15-08-49").facts == {"release_due_on": "2049-08-15"}


@pytest.mark.parametrize("text", ["Not fixed", "Adj. sine die"])
def test_a_hearing_that_is_not_fixed_has_no_day_and_keeps_its_words(text: str) -> None:
    assert parse("next_hearing", text) == Parsed({}, (), text)


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "15-Mar",
        "15-O3-2024",
        "2023-24",
        "13/2024",
        "about 1985",
        "before 2020",
        "5/5/24, 6/5/24",
        "5/5/24/6/5/24",
        "13-03-24/15-03-24",
    ],
)
def test_what_is_no_single_day_is_not_guessed(text: str) -> None:
    read = parse("arrest_date", text)
    assert (read.facts, codes(read), read.rest) == ({}, ["date_unreadable"], text)


@pytest.mark.parametrize("text", ["", "-", "--", "N/A", "Nil", "00-00-0000", "not known"])
def test_nothing_in_the_cell_is_nothing_known(text: str) -> None:
    assert parse("arrest_date", text) == Parsed()
    assert FIELDS["arrest_date"](EMPTY, DAY_FIRST) == Parsed()


def test_words_around_a_day_are_kept() -> None:
    assert parse("arrest_date", "1/2/24 (transferred)") == Parsed(
        {"arrested_on": "2024-02-01"}, (), "1/2/24 (transferred)"
    )


def test_the_first_of_january_is_only_a_year_of_birth() -> None:
    read = parse("date_of_birth", "01-01-1985")
    assert read.facts == {"date_of_birth": "1985", "date_of_birth_precision": "year"}
    assert codes(read) == ["birth_year_only"]


@pytest.mark.parametrize("text", ["01-02-1899", "13-03-0204"])
def test_a_birth_in_a_year_that_cannot_be_is_an_age_nobody_has(text: str) -> None:
    read = parse("date_of_birth", text)
    assert (read.facts, codes(read), read.rest) == ({}, ["age_impossible"], text)


def test_a_birth_keeps_how_far_it_is_known() -> None:
    assert parse("date_of_birth", "Jan-85").facts == {"date_of_birth": "1985-01", "date_of_birth_precision": "month"}
    assert parse("date_of_birth", "3-4-1999").facts == {"date_of_birth": "1999-04-03", "date_of_birth_precision": "day"}


@given(
    st.dates(date(1930, 1, 1), date(2026, 12, 31)),
    st.sampled_from(["%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %b %Y", "%d/%m/%Y"]),
)
def test_a_written_day_comes_back(day: date, shape: str) -> None:
    assert parse("arrest_date", day.strftime(shape)).facts == {"arrested_on": day.isoformat()}


@given(st.integers(21916, 60000))
def test_a_serial_number_counts_from_30_december_1899(serial: int) -> None:
    expected = (date(1899, 12, 30) + timedelta(days=serial)).isoformat()
    assert parse("arrest_date", str(serial)).facts == {"arrested_on": expected}


def test_a_date_without_its_dots_is_no_serial_number() -> None:
    assert codes(parse("arrest_date", "12324")) == ["date_unreadable"]
    assert parse("date_of_birth", "12324").facts["date_of_birth"] == "1933-09-27"


@given(st.text(max_size=25))
def test_whatever_is_written_the_day_is_a_day_or_nothing(text: str) -> None:
    value = parse("arrest_date", text).facts.get("arrested_on")
    assert value is None or read_date(value) is not None
