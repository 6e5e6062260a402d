"""The same person twice: by exact keys alone, never against a name that contradicts, each case apart."""

from __future__ import annotations

from rihai.census.read import read_sheets
from tests.census.lists import CLEAN, codes, grid, listed

ANOTHER = {**CLEAN, "Sr. No": "2", "FIR No": "45/24", "U/S": "379 PPC", "P.S": "City"}
SOMEBODY = {**ANOTHER, "UTP No": "UTP-2/25", "CNIC": "91202-7654321-1", "Name": "Bilal", "Father Name": "S/o Akram"}


def test_the_same_person_and_case_again_is_a_duplicate() -> None:
    reading = listed(CLEAN, {**CLEAN, "Sr. No": "9", "Name": "Mohd. Aslam"})

    first, second = reading.rows[2:]
    assert (first.verdict, first.of) == ("accepted", None)
    assert (second.verdict, second.of) == ("duplicate", 3)
    assert second.facts["full_name"] == "Mohd. Aslam"
    assert [record["id"] for record in reading.records()] == ["3"]


def test_a_duplicate_names_the_facts_in_which_it_differs_and_no_values() -> None:
    row = listed(CLEAN, {**CLEAN, "Next Date": "20-07-2025", "Age": "36"}).rows[3]

    assert row.problems[0].message == (
        "The same person and case as an earlier row. See row 3. It differs in age_years, next_hearing_on."
    )


def test_another_case_of_a_person_stands_and_is_joined_to_the_first() -> None:
    reading = listed(CLEAN, ANOTHER)

    (record,) = reading.records()
    assert (reading.rows[3].verdict, reading.rows[3].of) == ("accepted_with_warnings", 3)
    assert [case["case_id"] for case in record["cases"]] == ["123/24 Saddar", "45/24 City"]
    assert [len(case["charges"]) for case in record["cases"]] == [2, 1]


def test_the_earlier_row_is_always_the_first_one() -> None:
    third = {**ANOTHER, "FIR No": "46/24"}

    assert [row.of for row in listed(CLEAN, ANOTHER, third, ANOTHER).rows[2:]] == [None, 3, 3, 3]


def test_what_a_later_row_adds_is_kept_and_what_it_contradicts_is_not_taken() -> None:
    (record,) = listed({**CLEAN, "Religion": ""}, {**ANOTHER, "Religion": "Islam", "Age": "36"}).records()

    assert record["religion"] == "Islam"
    assert record["age_years"] == 35


def test_a_prison_number_with_the_same_fir_is_the_same_person() -> None:
    reading = listed({**CLEAN, "CNIC": ""}, {**CLEAN, "CNIC": ""})

    assert reading.rows[3].verdict == "duplicate"


def test_two_identity_numbers_are_two_people_whatever_the_prison_number() -> None:
    reading = listed(CLEAN, {**SOMEBODY, "UTP No": CLEAN["UTP No"]})

    assert reading.rows[3].of is None


def test_an_identity_number_never_joins_names_that_contradict() -> None:
    reading = listed(CLEAN, {**SOMEBODY, "CNIC": CLEAN["CNIC"]})

    assert reading.rows[3].of is None
    assert codes(reading.rows[3]) == ["identity_number_shared"]
    assert len(list(reading.records())) == 2


def test_a_prison_number_never_joins_sons_of_different_fathers() -> None:
    reading = listed({**CLEAN, "CNIC": ""}, {**ANOTHER, "CNIC": "", "Father Name": "S/o Allah Ditta"})

    assert reading.rows[3].of is None


def test_a_prison_number_of_another_prison_is_another_number() -> None:
    head = ["Jail", "UTP No", "Name", "Status", "U/S", "FIR No"]
    sheet = grid(
        head,
        ["District Jail Roshanabad", "1123", "Muhammad Aslam", "UTP", "302 PPC", "5/24"],
        ["Central Jail Roshanabad", "1123", "Muhammad Aslam", "UTP", "379 PPC", "6/24"],
    )

    assert [row.of for row in read_sheets([sheet], "list.xlsx").rows] == [None, None, None]


def test_a_person_on_two_sheets_is_one_person() -> None:
    first = grid(list(CLEAN), list(CLEAN.values()), name="UTP")
    second = grid(list(ANOTHER), list(ANOTHER.values()), name="Convicts")

    reading = read_sheets([first, second], "list.xlsx")

    said = reading.rows[3].as_json()
    assert (said["sheet"], said["of"], said["of_sheet"]) == ("Convicts", 2, "UTP")
    assert len(list(reading.records())) == 1


def test_a_rejected_row_stays_rejected_and_warns_the_person_who_stands() -> None:
    reading = listed(CLEAN, {**ANOTHER, "Date of Arrest": "31-02-2024"})

    assert (reading.rows[3].verdict, reading.rows[3].of) == ("rejected", None)
    assert (reading.rows[2].verdict, codes(reading.rows[2])) == ("accepted_with_warnings", ["other_case_rejected"])


def test_a_good_row_after_a_rejected_one_of_the_same_case_stands_by_itself() -> None:
    reading = listed({**CLEAN, "Status": ""}, CLEAN)

    assert [row.verdict for row in reading.rows[2:]] == ["rejected", "accepted"]


def test_without_an_fir_charges_and_court_tell_cases_apart() -> None:
    bare = {**CLEAN, "FIR No": ""}

    verdicts = [row.verdict for row in listed(bare, bare, {**bare, "U/S": "379 PPC"}).rows[2:]]

    assert verdicts == ["accepted", "duplicate", "accepted_with_warnings"]


def test_cases_with_one_key_keep_apart_in_the_record() -> None:
    bare = {**CLEAN, "P.S": ""}
    (record,) = listed(bare, {**bare, "FIR No": "45/24"}).records()

    assert [case["case_id"] for case in record["cases"]] == ["123/24", "45/24"]
