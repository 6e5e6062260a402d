"""Layouts: another system's words for our facts, read strictly, with every mistake and its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from rihai.census.layouts import SHIPPED, LayoutInvalid, load_layout, read_layout
from rihai.census.read import read_census, read_sheets
from rihai.census.reading import SourceRow
from tests.census.lists import as_csv, codes, grid

ROSTER = [
    ["Booking #", "Name", "DOB", "Sex", "Race", "Booking Date", "Arrest Date", "Case #",
     "Charge", "Bond", "Court Date"],
    ["9000123", "DOE, JANE Q", "04/25/1990", "F", "W", "03/05/2025", "03/04/2025", "25-01234",
     "BURGLARY 2ND; THEFT", "$5,000.00", "07/15/2025"],
]  # fmt: skip
E_PRISONS = [
    ["Prisoner ID", "Prisoner Name", "Father/Husband Name", "Gender", "Age", "Prisoner Type", "Crime No",
     "Police Station", "Act & Section", "Date of Arrest", "Date of Admission", "Next Hearing Date", "Aadhaar No",
     "State"],
    ["P-77", "Asha Devi", "W/O Mohan Lal", "Female", "34", "UT", "51/2024", "Kotwali",
     "379 IPC", "13/03/2024", "14/03/2024", "15/07/2025", "9000 1111 2222", "Rajasthan"],
]  # fmt: skip


def _read(lines: list[list[str]], layout: str) -> SourceRow:
    return read_census(as_csv(lines), "export_2025-06-30.csv", layout=load_layout(layout)).rows[1]


def _mistakes(text: str) -> tuple[str, ...]:
    with pytest.raises(LayoutInvalid) as caught:
        read_layout(text, "ours.yaml")
    return caught.value.mistakes


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_layout_loads_and_says_what_it_is(name: str) -> None:
    layout = load_layout(name)

    assert layout.name == name
    assert layout.says.endswith(".")


def test_a_roster_of_a_jail_in_the_united_states_is_read() -> None:
    row = _read(ROSTER, "us_jail_roster")

    (case,) = row.facts["cases"]
    assert row.verdict != "rejected"
    assert row.facts["country"] == "US"
    assert row.facts["full_name"] == "JANE Q DOE"
    assert row.facts["date_of_birth"] == "1990-04-25"
    assert row.facts["admitted_on"] == "2025-03-05"
    assert row.facts["remarks"] == "Race: W; Case #: 25-01234"
    assert row.raw["Name"] == "DOE, JANE Q"
    assert case["arrested_on"] == "2025-03-04"
    assert case["next_hearing_on"] == "2025-07-15"
    assert case["surety_amount"] == 5000
    assert case["legal_status"] == "under_trial"
    assert case["charges"] == [{"section_text": "BURGLARY 2ND"}, {"section_text": "THEFT"}]


def test_dates_of_a_month_first_layout_are_no_reason_to_warn() -> None:
    assert "month_first" not in codes(_read(ROSTER, "us_jail_roster"))


def test_an_export_of_an_e_prisons_system_is_read() -> None:
    row = _read(E_PRISONS, "e_prisons")

    (case,) = row.facts["cases"]
    assert row.verdict == "accepted"
    assert row.facts["country"] == "IN"
    assert row.facts["sex"] == "female"
    assert row.facts["home_province"] == "Rajasthan"
    assert case["legal_status"] == "under_trial"
    assert case["arrested_on"] == "2024-03-13"
    assert [(charge["act"], charge["section"]) for charge in case["charges"]] == [("IPC", "379")]


def test_words_of_a_layout_replace_texts_and_values() -> None:
    layout = read_layout(
        "layout: ours\nheadings: {Wing: status, Crime code: sections}\n"
        "values:\n  status: {Red: convict, N: under_trial}\n  sections: {K7: 302 PPC}\n",
        "ours.yaml",
    )
    content = as_csv([["Name", "Wing", "Crime code"], ["Muhammad Aslam", "n", "k7"]])

    row = read_census(content, "list.csv", layout=layout).rows[1]

    assert row.facts["cases"][0]["legal_status"] == "under_trial"
    assert row.facts["cases"][0]["charges"][0]["section"] == "302"


def test_a_layout_may_name_the_row_of_the_headings_and_the_facts_of_a_sheet() -> None:
    layout = read_layout(
        "layout: ours\nheading_row: 3\nknown_headings: false\nheadings: {A: full_name, B: status, C: sections}\n"
        "facts: {province: sindh, prison: Sub-Jail Roshanabad}\n",
        "ours.yaml",
    )
    content = as_csv([["Name", "Status", "U/S"], ["x", "y", "z"], ["A", "B", "C"], ["Aslam", "UTP", "379 PPC"]])

    reading = read_census(content, "list.csv", layout=layout)

    assert [row.verdict for row in reading.rows[:3]] == ["not_a_person"] * 3
    assert reading.rows[3].facts["province"] == "sindh"
    assert reading.rows[3].facts["prison"] == "Sub-Jail Roshanabad"


def test_a_layout_may_say_that_a_column_holds_the_whole_case() -> None:
    layout = read_layout("layout: ours\nheadings: {Particulars: case_in_one_cell}\n", "ours.yaml")
    rows = (["Name", "Status", "Particulars"], ["Shazia", "UTP", "FIR 51/25 u/s 379 PPC PS City"])

    reading = read_sheets([grid(*rows)], "list.xlsx", layout=layout)

    assert reading.rows[1].facts["cases"][0]["case_id"] == "51/25 City"


def test_facts_confirmed_for_one_sheet_hold_there_alone() -> None:
    layout = read_layout("layout: ours\nsheet_facts:\n  Women: {sex: female}\n", "ours.yaml")
    rows = (["Name", "Status", "U/S"], ["Shazia", "UTP", "379 PPC"])

    reading = read_sheets([grid(*rows, name="Women"), grid(*rows, name="UTP")], "list.xlsx", layout=layout)

    assert [row.facts.get("sex") for row in reading.rows] == [None, "female", None, None]


def test_every_mistake_of_a_layout_is_told_with_its_line() -> None:
    text = (
        "layout: ours\ndates: sideways\nheadings:\n  A: nosuch\n  A: sex\ncolour: red\n"
        "facts: {sex: woman, charges: x}\nvalues:\n  status: {N: sleeping}\nheading_row: first\n"
    )

    assert _mistakes(text) == (
        "ours.yaml:5: 'A' stands here twice",
        "ours.yaml:2: 'dates' is one of day_first, month_first",
        "ours.yaml:6: unknown key 'colour'; known are layout, says, dates, names, charges, charges_split, sheets, "
        "heading_row, known_headings, headings, values, facts, sheet_facts",
        "ours.yaml:7: 'sex': sex is one of female, male, transgender",
        "ours.yaml:7: 'charges' is not a fact that can hold for a whole file",
        "ours.yaml:9: 'N': legal_status is one of under_trial, convicted_unsentenced, convict, condemned, security, "
        "detained_without_charge, civil, immigration, released, other",
        "ours.yaml:10: the number of the row with the headings is expected, from 1",
    )


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "layout: [\n", "headings: {A: sex}\n"])
def test_what_is_no_layout_is_refused(text: str) -> None:
    assert _mistakes(text)


def test_a_layout_that_is_not_there_is_refused_with_the_names_of_ours(tmp_path: Path) -> None:
    with pytest.raises(LayoutInvalid, match="pakistan, e_prisons, us_jail_roster"):
        load_layout(str(tmp_path / "none.yaml"))


def test_short_words_of_lists_stay_words_in_yaml() -> None:
    layout = read_layout(
        "layout: ours\nvalues:\n  sex: {M: male, N: transgender, no: female, off: male}\n", "ours.yaml"
    )

    assert layout.values["sex"] == {"M": "male", "N": "transgender", "no": "female", "off": "male"}


def test_the_worked_example_of_the_how_to_is_true() -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "read-another-systems-file.md").read_text(encoding="utf-8")
    blocks = [part.split("\n", 1)[1] for part in page.split("```")[1::2]]
    roster = next(block for block in blocks if block.startswith("Inmate"))
    layout = next(block for block in blocks if block.startswith("layout:"))

    reading = read_census(roster.encode(), "hillsview-2025-06-30.csv", layout=read_layout(layout, "hillsview.yaml"))

    (record,) = reading.records()
    assert record["full_name"] == "JANE DOE"
    assert record["sex"] == "female"
    assert record["cases"][0]["arrested_on"] == "2025-03-04"
    assert record["cases"][0]["legal_status"] == "under_trial"
    assert record["remarks"] == "Mug shot: 9000123.jpg"
