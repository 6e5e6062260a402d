"""Days of a list: the day it is of, ages on a day, and which of day and month stands first."""

from __future__ import annotations

from datetime import date

import pytest

from rihai.census.read import read_sheets
from tests.census.lists import ASLAM, BILAL, CLEAN, HEAD, codes, grid, listed, one, read_grid


@pytest.mark.parametrize(
    ("title", "name", "sheet", "found_in"),
    [
        ("Position as on 30-06-2025", "list.xlsx", "UTP", "title"),
        ("Position on 30th June, 2025", "list.xlsx", "UTP", "title"),
        ("بتاریخ ۳۰ جون ۲۰۲۵", "list.xlsx", "UTP", "title"),
        ("A list", "list.xlsx", "30.06.2025", "sheet name"),
        ("A list", "roshanabad_2025-06-30.xlsx", "UTP", "file name"),
    ],
)
def test_the_day_of_the_list_is_found_where_it_stands(title: str, name: str, sheet: str, found_in: str) -> None:
    reading = read_sheets([grid([title], HEAD, ASLAM, name=sheet)], name)

    assert (reading.census_day, reading.found_in) == (date(2025, 6, 30), found_in)
    assert reading.rows[2].facts["census_date"] == "2025-06-30"


def test_a_day_given_by_a_person_counts_before_the_title() -> None:
    reading = listed(CLEAN, census_day=date(2025, 6, 1))

    assert (reading.census_day, reading.found_in) == (date(2025, 6, 1), "given")


def test_each_sheet_has_its_own_day() -> None:
    first = grid(["As on 30-06-2025"], HEAD, ASLAM, name="June")
    second = grid(["As on 31-07-2025"], HEAD, BILAL, name="July")

    reading = read_sheets([first, second], "list.xlsx")

    assert [row.facts.get("census_date") for row in reading.rows] == [
        None,
        None,
        "2025-06-30",
        None,
        None,
        "2025-07-31",
    ]


def test_an_age_at_admission_is_of_the_day_of_admission() -> None:
    person = {("Age at admission" if heading == "Age" else heading): text for heading, text in CLEAN.items()}

    assert one(person).facts["age_stated_on"] == "2024-03-15"


def test_an_age_at_arrest_is_of_the_day_of_arrest() -> None:
    person = {("Age at arrest" if heading == "Age" else heading): text for heading, text in CLEAN.items()}

    assert one(person).facts["age_stated_on"] == "2024-03-13"


def test_without_the_day_of_the_list_an_age_is_of_no_day() -> None:
    assert "age_stated_on" not in listed(CLEAN, title="A list").rows[2].facts


def test_doa_beside_a_date_of_arrest_is_the_admission() -> None:
    reading = read_grid(
        ["Name", "Status", "U/S", "Date of Arrest", "DOA"], ["Aslam", "UTP", "379 PPC", "13-03-2024", "15-03-2024"]
    )

    assert reading.rows[1].facts["admitted_on"] == "2024-03-15"


def test_doa_alone_is_neither_and_a_person_is_asked() -> None:
    reading = read_grid(["Name", "Status", "U/S", "DOA"], ["Aslam", "UTP", "379 PPC", "13-03-2024"])

    facts = reading.rows[1].facts
    assert "admitted_on" not in facts
    assert "arrested_on" not in facts["cases"][0]
    assert facts["remarks"] == "DOA: 13-03-2024"
    assert "heading_ambiguous" in codes(reading.rows[0])


def test_a_file_that_writes_the_month_first_is_read_so() -> None:
    days = ["03/13/2024", "03/14/2024", "03/15/2024", "04/05/2024"]

    reading = read_grid(
        ["Name", "Status", "U/S", "Date of Arrest"], *(["Aslam", "UTP", "379 PPC", day] for day in days)
    )

    assert reading.rows[4].facts["cases"][0]["arrested_on"] == "2024-04-05"
    assert "file_month_first" in codes(reading.rows[0])


def test_one_month_first_date_does_not_turn_a_file() -> None:
    days = ["13/03/2024", "14/03/2024", "15/03/2024", "16/03/2024", "03/17/2024", "04/05/2024"]

    reading = read_grid(
        ["Name", "Status", "U/S", "Date of Arrest"], *(["Aslam", "UTP", "379 PPC", day] for day in days)
    )

    assert reading.rows[6].facts["cases"][0]["arrested_on"] == "2024-05-04"
    assert "month_first" in codes(reading.rows[5])


def test_an_arrest_in_a_year_of_two_digits_after_the_list_is_rejected() -> None:
    assert codes(one({**CLEAN, "Date of Arrest": "13-03-28"}))[0] == "arrest_after_census"


def test_a_list_of_pakistan_that_never_shows_its_order_is_day_first_without_complaint() -> None:
    reading = listed({**CLEAN, "Date of Arrest": "12-3-24", "Date of Admission": "12-3-24", "Next Date": "05-07-2025"})

    assert reading.rows[2].facts["cases"][0]["arrested_on"] == "2024-03-12"
    assert reading.rows[2].verdict == "accepted"


def test_the_day_the_list_is_of_counts_before_the_day_of_its_letter() -> None:
    reading = listed(CLEAN, title="List as on 30-06-2025, with letter No. 12 dated 05-07-2025")

    assert reading.census_day == date(2025, 6, 30)
    assert reading.problems == ()
