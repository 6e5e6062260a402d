"""Every problem code: produced by a row, printed with its place, and in the reference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rihai import words
from rihai.census.problems import CATALOGUE, render_reference
from rihai.census.read import read_sheets
from rihai.census.reading import Reading
from rihai.paper.cell import Cell
from tests.census.lists import CLEAN, CONVICT, codes, grid, listed, one, read_grid

CHANGES: dict[str, dict[str, str]] = {
    "name_missing": {"Name": ""},
    "name_unreadable": {"Name": "1234"},
    "status_missing": {"Status": ""},
    "status_unreadable": {"Status": "blue"},
    "offence_missing": {"U/S": ""},
    "offence_unreadable": {"U/S": "as per record"},
    "date_does_not_exist": {"Date of Arrest": "31-02-2024"},
    "age_impossible": {"Age": "240"},
    "arrest_after_census": {"Date of Arrest": "01-07-2025"},
    "admission_after_census": {"Date of Admission": "01-07-2025"},
    "sex_contradicted": {"Father Name": "W/o Imran", "CNIC": "91202-1234567-2"},
    "arrest_date_missing": {"Date of Arrest": ""},
    "admission_date_missing": {"Date of Admission": ""},
    "identity_missing": {"CNIC": ""},
    "sex_against_identity": {"CNIC": "91202-1234567-2"},
    "sex_against_relation": {"Father Name": "W/o Imran"},
    "age_and_birth_disagree": {"DOB": "05-05-1960"},
    "fir_after_arrest": {"FIR Date": "14-03-2024"},
    "admission_before_arrest": {"Date of Admission": "12-03-2024"},
    "next_hearing_missing": {"Next Date": ""},
    "next_hearing_past": {"Next Date": "29-06-2025"},
    "act_repealed": {"U/S": "10(3) Zina Ordinance"},
    "act_not_known": {"U/S": "4/5 Explosive Substances Act"},
    "act_missing": {"U/S": "302/34"},
    "section_recut": {"U/S": "9-C CNSA"},
    "offence_partly_unread": {"U/S": "302 PPC etc and more"},
    "only_money_holds": {"Bail": "Granted, surety not furnished 50,000"},
    "cases_not_paired": {"FIR No": "123/24; 45/24", "U/S": "302/34 PPC"},
    "cases_share_cells": {"FIR No": "123/24; 45/24", "U/S": "302/34 PPC; 379 PPC"},
    "columns_disagree": {"Bail": "Granted, surety 50,000", "Surety": "70,000"},
    "date_unreadable": {"Date of Arrest": "last spring"},
    "date_out_of_range": {"Date of Arrest": "13-03-0204"},
    "month_first": {"Date of Arrest": "03/13/2024"},
    "birth_year_only": {"DOB": "01-01-1990"},
    "age_approximate": {"Age": "about 40"},
    "age_across_18": {"Age": "17-19"},
    "age_unreadable": {"Age": "old"},
    "cnic_damaged": {"CNIC": "3.52021E+12"},
    "cnic_filler": {"CNIC": "11111-1111111-1"},
    "cnic_unreadable": {"CNIC": "91202-12345"},
    "sex_unreadable": {"Sex": "K"},
    "nationality_unreadable": {"Nationality": "Martian"},
    "relation_unreadable": {"Relation": "neighbour"},
    "two_statuses": {"Status": "UTP / Convict", "Sentence": "5 Y RI", "Date of Sentence": "16-06-2024"},
    "status_body_warrant": {"Status": "B.W"},
    "fir_turned_into_date": {"FIR No": "05-May-24"},
    "fir_unreadable": {"FIR No": "not traced yet"},
    "court_unreadable": {"Court": "Room 4"},
    "bail_unreadable": {"Bail": "purple"},
    "money_unreadable": {"Surety": "a cow"},
    "number_unreadable": {"hours_alone": "several"},
    "answer_unreadable": {"Challan": "purple"},
    "code_unreadable": {"Mercy Petition": "purple"},
    "counsel_unreadable": {"Counsel": "purple"},
    "children_unreadable": {"Children in jail": "some"},
    "remarks_say_left": {"Remarks": "Bailed 3/6"},
}
OF_CONVICTS: dict[str, dict[str, str]] = {
    "sentence_missing": {"Sentence": ""},
    "sentence_unreadable": {"Sentence": "as awarded"},
    "sentence_partly_unread": {"Sentence": "10 Y RI and 7 more"},
    "sentence_date_missing": {"Date of Sentence": ""},
    "sentence_seems_over": {"PDR": "01-05-2025"},
    "remission_converted": {"Remission": "1-02-15"},
    "term_unreadable": {"Unexpired": "a while"},
    "compensation_kind_unknown": {"Diyat/Arsh/Daman": "2,500,000"},
}
OTHER = {**CLEAN, "Sr. No": "2", "UTP No": "UTP-2/25", "CNIC": "91202-1234569-1", "Name": "Bilal", "FIR No": "9/24"}


def _of_file(reading: Reading) -> set[str]:
    return {found.code for row in reading.rows for found in row.problems}


ELSEWHERE: dict[str, Callable[[], set[str]]] = {
    "row_without_headings": lambda: _of_file(read_grid(["x", "y", "z", "w"], ["p", "q", "r", "s"])),
    "heading_not_found": lambda: _of_file(read_grid(["nothing here"])),
    "another_case": lambda: _of_file(listed(CLEAN, {**CLEAN, "FIR No": "45/25"})),
    "duplicate_row": lambda: _of_file(listed(CLEAN, CLEAN)),
    "other_case_rejected": lambda: _of_file(listed(CLEAN, {**CLEAN, "FIR No": "45/25", "Status": ""})),
    "identity_number_shared": lambda: _of_file(listed(CLEAN, {**OTHER, "CNIC": CLEAN["CNIC"]})),
    "prison_number_shared": lambda: _of_file(
        listed({**CLEAN, "CNIC": ""}, {**OTHER, "CNIC": "", "UTP No": "UTP-1/25", "FIR No": "123/24"})
    ),
    "formula_not_calculated": lambda: _of_file(
        read_grid(["Name", "Status", "U/S"], ["Aslam", "UTP", Cell("=A1", None, "uncounted")])
    ),
    "cell_error": lambda: _of_file(
        read_grid(["Name", "Status", "U/S"], ["Aslam", "UTP", Cell("#REF!", None, "error")])
    ),
    "heading_ambiguous": lambda: _of_file(read_grid(["Name", "Status", "U/S", "DOA"], ["A", "UTP", "302 PPC", "x"])),
    "heading_unsure": lambda: _of_file(read_grid(["Name", "Status", "U/S", "Date of Arest"], ["A"])),
    "heading_not_used": lambda: _of_file(listed({**CLEAN, "Blood Group": "A"})),
    "heading_twice": lambda: _of_file(read_grid(["Name", "Status", "U/S", "Age", "Age (Yrs)"], ["A"])),
    "census_day_missing": lambda: _of_file(listed(CLEAN, title="A list")),
    "census_day_differs": lambda: _of_file(listed(CLEAN, title="As on 30-06-2025; position as on 01-07-2025")),
    "status_from_title": lambda: _of_file(read_grid(["Name", "U/S", "CNIC"], ["A"])),
    "sex_not_given": lambda: _of_file(read_grid(["Name", "U/S", "CNIC"], ["A"])),
    "identity_not_given": lambda: _of_file(read_grid(["Name", "U/S", "Sex"], ["A"])),
    "hearing_not_given": lambda: _of_file(read_grid(["Name", "U/S", "Sex"], ["A"])),
    "file_order_unclear": lambda: _of_file(_dated("13-03-2024", "03-14-2024")),
    "file_month_first": lambda: _of_file(_dated("03-13-2024", "03-14-2024", "03-15-2024")),
    "date_order_unclear": lambda: _of_file(_dated("03-14-2024", "03-04-2024")),
    "date_order_mixed": lambda: _of_file(_dated(*[f"03-{day}-2024" for day in range(13, 19)], "19-03-2024")),
    "order_seems_over": lambda: _of_file(
        listed({**CLEAN, "Status": "Detenue", "security_order_on": "2025-01-01", "security_period": "3 months"})
    ),
    "sheet_left_out": lambda: _of_file(_with_sheets()),
}


def _dated(*arrests: str) -> Reading:
    return read_grid(["Name", "Status", "U/S", "Date of Arrest"], *(["A", "UTP", "302 PPC", day] for day in arrests))


def _with_sheets() -> Reading:
    from rihai.census.layouts import read_layout

    layout = read_layout("layout: ours\nsheets: [UTP]\n", "ours.yaml")
    return read_sheets([grid(["Name", "Status"]), grid(["Notes"], name="Notes")], "x.xlsx", layout=layout)


@pytest.mark.parametrize("code", CHANGES)
def test_a_cell_of_a_row_under_trial_gives_the_code(code: str) -> None:
    assert code in codes(one({**CLEAN, **CHANGES[code]}))


@pytest.mark.parametrize("code", OF_CONVICTS)
def test_a_cell_of_a_convicts_row_gives_the_code(code: str) -> None:
    assert code in codes(one({**CONVICT, **OF_CONVICTS[code]}))


@pytest.mark.parametrize("code", ELSEWHERE)
def test_a_file_gives_the_code(code: str) -> None:
    assert code in ELSEWHERE[code]()


def test_every_code_is_produced_by_one_of_these_tests() -> None:
    assert {*CHANGES, *OF_CONVICTS, *ELSEWHERE} == set(CATALOGUE)


@pytest.mark.parametrize("code", [code for code in (*CHANGES, *OF_CONVICTS) if CATALOGUE[code].level == "reject"])
def test_a_code_that_rejects_rejects_the_row(code: str) -> None:
    row = one({**CLEAN, **CHANGES[code]} if code in CHANGES else {**CONVICT, **OF_CONVICTS[code]})

    assert row.verdict == "rejected"
    assert row.facts["id"] == "3"


@pytest.mark.parametrize("code", [code for code in CHANGES if CATALOGUE[code].level == "warn"])
def test_a_code_that_warns_lets_the_row_stand(code: str) -> None:
    assert one({**CLEAN, **CHANGES[code]}).verdict == "accepted_with_warnings"


def test_a_problem_names_its_place_its_fact_and_its_mending() -> None:
    row = one({**CLEAN, "Date of Arrest": "31-02-2024"})

    (found,) = row.problems

    assert (found.sheet, found.row, found.fact, found.raw) == (None, 3, "arrested_on", "31-02-2024")
    assert found.message == "There is no such day in the calendar."
    assert found.mend == "Write the day as the register has it."


def test_nothing_is_wrong_with_a_clean_row() -> None:
    assert one(CLEAN).verdict == "accepted"
    assert one(CLEAN).problems == ()
    assert one(CONVICT).problems == ()


@pytest.mark.parametrize(
    "change",
    [
        {"Name": "MOHD.  ASLAM"},
        {"Age": "۳۵"},
        {"Date of Arrest": "45364"},
        {"CNIC": "Passport AB1234567"},
        {"Date of Arrest": "13 March 2024"},
        {"Status": "حوالاتی"},
    ],
)
def test_what_is_not_worth_a_warning_gives_none(change: dict[str, str]) -> None:
    assert one({**CLEAN, **change}).problems == ()


def test_a_namesake_with_other_particulars_is_left_alone() -> None:
    namesake = {**OTHER, "Name": CLEAN["Name"]}

    assert [row.verdict for row in listed(CLEAN, namesake).rows[2:]] == ["accepted", "accepted"]


def test_the_reference_of_codes_begins_with_those_this_code_makes() -> None:
    written = Path(__file__).parents[2] / "docs" / "reference" / "problem-codes.md"

    assert written.read_text(encoding="utf-8").startswith(render_reference().rstrip())


def test_messages_are_sentences_without_personal_data() -> None:
    for code, entry in CATALOGUE.items():
        assert entry.meaning.endswith("."), code
        assert entry.mend.endswith("."), code


def test_every_problem_is_told_in_urdu_too() -> None:
    catalogue = words.read_catalogue((words.LOCALE / "ur" / "LC_MESSAGES" / "census.po").read_text(encoding="utf-8"))

    texts = {text for entry in CATALOGUE.values() for text in (entry.meaning, entry.mend)}

    assert texts - set(catalogue) == set()


def test_a_hearing_on_the_day_of_the_list_is_not_past() -> None:
    assert one({**CLEAN, "Next Date": "30-06-2025"}).problems == ()
