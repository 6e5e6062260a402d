"""Ages, identity numbers, names, sex, nationality, children, health."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rihai.census.parse.fields import FIELDS
from rihai.census.parse.parsed import Context, Parsed
from rihai.paper.cell import Cell

DATED = Context(census_day=date(2026, 10, 1), day_first=True)


def parse(field: str, text: str, heading: str = "") -> Parsed:
    return FIELDS[field](Cell(text, text, "text"), replace(DATED, heading=heading))


def codes(read: Parsed) -> list[str]:
    return [problem.code for problem in read.problems]


@pytest.mark.parametrize("text", ["35", "35 Y", "35 yrs.", "35 years old", "۳۵", "35 سال", "35.0", "35 Y 6 M"])
def test_one_age_is_one_number(text: str) -> None:
    assert parse("age", text) == Parsed({"age_years": 35, "age_stated_on": "2026-10-01"})


@pytest.mark.parametrize(
    ("text", "least", "most", "problems"),
    [
        ("about 40", 38, 42, ["age_approximate"]), ("approx. 25 yrs", 23, 27, ["age_approximate"]),
        ("تقریبا ۴۰ سال", 38, 42, ["age_approximate"]), ("35-40", 35, 40, ["age_approximate"]),
        ("16/17", 16, 17, ["age_approximate"]), ("17-18", 17, 18, ["age_approximate", "age_across_18"]),
        ("about 17", 15, 19, ["age_approximate", "age_across_18"]), ("60+", 60, 120, ["age_approximate"]),
    ],
)  # fmt: skip
def test_an_approximate_age_is_a_range(text: str, least: int, most: int, problems: list[str]) -> None:
    read = parse("age", text)
    assert read.facts["age_years"] == {"min": least, "max": most}
    assert codes(read) == problems


def test_where_somebody_lives_is_no_part_of_the_fathers_name() -> None:
    assert parse("full_name", "Sana d/o Karim R/o Chak 5").facts == {
        "full_name": "Sana", "father_or_husband_name": "Karim", "relation_to_named": "daughter_of", "address": "Chak 5",
    }  # fmt: skip
    assert parse("father_or_husband_name", "S/o Karim, resident of Chak 5").facts["address"] == "Chak 5"


def test_an_age_of_seventeen_and_a_half_is_seventeen_completed_years() -> None:
    assert parse("age", "17 ½").facts["age_years"] == 17


@pytest.mark.parametrize("text", ["150", "-5", "1985", "121"])
def test_an_age_nobody_has_rejects_the_row(text: str) -> None:
    read = parse("age", text)
    assert (codes(read), read.problems[0].rejects, read.facts) == (["age_impossible"], True, {})


def test_an_age_at_admission_is_not_dated_with_the_list() -> None:
    assert parse("age", "35", heading="Age at admission").facts == {"age_years": 35}


def test_an_age_in_words_is_kept_and_warned() -> None:
    read = parse("age", "minor")
    assert (read.facts, codes(read), read.rest) == ({}, ["age_unreadable"], "minor")


@pytest.mark.parametrize("text", ["91202-1234567-1", "9120212345671", "91202 1234567 1", "۹۱۲۰۲-۱۲۳۴۵۶۷-۱"])
def test_an_identity_number_is_thirteen_digits(text: str) -> None:
    assert parse("cnic", text) == Parsed({"cnic": "9120212345671"})


def test_an_invented_number_is_a_number() -> None:
    assert parse("cnic", "99999-0000001-1") == Parsed({"cnic": "9999900000011"})


def test_a_number_cell_that_kept_its_digits_is_not_damaged() -> None:
    assert FIELDS["cnic"](Cell("9.52021E+12", 9520212345671.0, "number"), DATED).facts == {"cnic": "9520212345671"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3.52021E+12", "cnic_damaged"),
        ("3520210000000", "cnic_damaged"),
        ("11111-1111111-1", "cnic_filler"),
        ("35202-123456-1", "cnic_unreadable"),
    ],
)
def test_a_damaged_identity_number_is_never_repaired(text: str, code: str) -> None:
    read = parse("cnic", text)
    assert (read.facts, codes(read), read.rest) == ({}, [code], text)


@pytest.mark.parametrize("text", ["AB1234567", "Passport No. AB1234567", "POR card 123", "352-89-123456"])
def test_a_passport_in_the_identity_column_is_no_problem(text: str) -> None:
    assert parse("cnic", text) == Parsed({"other_identity": text})


@pytest.mark.parametrize(
    ("field", "text", "facts"),
    [
        ("sex", "M", {"sex": "male"}), ("sex", "Female", {"sex": "female"}), ("sex", "TG", {"sex": "transgender"}),
        ("sex", "عورت", {"sex": "female"}), ("sex", "خواجہ سرا", {"sex": "transgender"}),
        ("nationality", "Pakistani", {"nationality": "PK"}), ("nationality", "Afghani", {"nationality": "AF"}),
        ("nationality", "Nigerian", {"nationality": "NG"}), ("nationality", "پاکستانی", {"nationality": "PK"}),
        ("relation_to_named", "S/O", {"relation_to_named": "son_of"}),
        ("relation_to_named", "Wd/O", {"relation_to_named": "widow_of"}),
        ("father_or_husband_name", "S/o Ghulam Rasool", {
            "father_or_husband_name": "Ghulam Rasool", "relation_to_named": "son_of"}),
        ("father_or_husband_name", "W/O (late) Nazir", {
            "father_or_husband_name": "(late) Nazir", "relation_to_named": "wife_of"}),
        ("father_or_husband_name", "Ghulam Rasool", {"father_or_husband_name": "Ghulam Rasool"}),
        ("alias", "@ Kala", {"alias": "Kala"}), ("alias", "urf Pappu", {"alias": "Pappu"}),
        ("district", "FSD", {"home_district": "Faisalabad"}),
        ("district", "R.Y.Khan", {"home_district": "Rahim Yar Khan"}),
        ("district", "Faisal Abad", {"home_district": "Faisalabad"}),
        ("district", "D.G. Khan", {"home_district": "Dera Ghazi Khan"}),
        ("province", "N.W.F.P", {"home_province": "Khyber Pakhtunkhwa"}),
        ("province", "PB", {"home_province": "Punjab"}),
        ("prison", "CJ Roshanabad", {"prison": "CJ Roshanabad", "prison_type": "central"}),
        ("prison", "Camp Jail", {"prison": "Camp Jail"}),
        ("juvenile_age_evidence", "B-Form", {"date_of_birth_source": "birth_certificate"}),
        ("children_total", "Nil", {"children_total": 0}), ("children_in_prison", "02", {"children_in_prison": 2}),
        ("pregnant", "P", {"pregnant": True}), ("pregnant", "N", {"pregnant": False}),
        ("health", "TB on ATT", {"illness": ["tuberculosis"]}),
        ("health", "HBV, HCV +ve", {"illness": ["hepatitis_b", "hepatitis_c"]}),
        ("health", "Fit", {"illness": []}),
        ("health", "Psy. patient", {"illness": ["mental_illness"], "mental_disorder_flag": True}),
        ("disability", "Nil", {"disability": []}), ("drug_user", "No", {"drug_user": False}),
        ("previous_conviction", "Nil", {"previous_convictions": []}),
        ("previous_conviction", "02", {"previous_convictions": [{}, {}]}),
        ("previous_conviction", "P.C. 1", {"previous_convictions": [{}]}), ("other_cases", "Nil", {"cases_pending": 0}),
        ("other_cases", "2", {"cases_pending": 2}), ("serial", "1.", {"serial": "1"}),
        ("prison_id", "UTP-1123/25", {"prison_id": "UTP-1123/25"}),
        ("visits", "3-2-25", {"last_family_contact_on": "2025-02-03"}), ("barrack", "7/A", {"barrack": "7/A"}),
        ("mental_health", "Nil", {"mental_disorder_flag": False}),
        ("health", "Epilepsy", {"illness": ["epilepsy"]}), ("health", "Physically & mentally fit", {"illness": []}),
        ("pregnant", "FALSE", {"pregnant": False}), ("fine_paid", "TRUE", {"fine_paid": True}),
        ("census_date", "As on 30-06-2025", {"census_date": "2025-06-30"}),
    ],
)  # fmt: skip
def test_a_plain_cell_gives_its_fact_and_nothing_else(field: str, text: str, facts: dict[str, Any]) -> None:
    assert parse(field, text) == Parsed(facts)


@pytest.mark.parametrize(
    ("field", "text", "facts"),
    [
        ("nationality", "Indian (Fisherman)", {"nationality": "IN"}),
        ("nationality", "Afghan Refugee", {"nationality": "AF"}),
        ("juvenile_age_evidence", "Ossification 16-17 yrs", {"date_of_birth_source": "medical_report"}),
        ("pregnant", "Yes 6 months", {"pregnant": True}), ("children_total", "4 (2+2)", {"children_total": 4}),
        ("disability", "Blind R eye", {"disability": ["visual"]}),
        ("disability", "amputee", {"disability": ["physical"]}),
        ("drug_user", "Yes (Ice)", {"drug_user": True}), ("health", "HIV -ve", {}), ("health", "Fracture leg", {}),
        ("mental_health", "Sec. 466 CrPC", {"mental_disorder_flag": True}), ("visits", "Never", {}),
        ("visits", "Weekly", {}),
        ("mental_health", "u/t PIMH", {"mental_disorder_flag": True, "illness": ["mental_illness"]}),
        ("other_cases", "See S.No 41", {}),
        ("previous_conviction", "Habitual", {"previous_convictions": [{}]}),
        ("previous_conviction", "1 (302 PPC)", {"previous_convictions": [{"act": "PPC", "section": "302"}]}),
        ("previous_conviction", "302 PPC", {"previous_convictions": [{"act": "PPC", "section": "302"}]}),
    ],
)  # fmt: skip
def test_what_a_cell_says_beyond_its_fact_is_kept(field: str, text: str, facts: dict[str, Any]) -> None:
    assert parse(field, text) == Parsed(facts, (), text)


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("sex", "Juvenile", "sex_unreadable"), ("nationality", "Punjab", "nationality_unreadable"),
        ("nationality", "Male", "nationality_unreadable"),
        ("relation_to_named", "??!", "relation_unreadable"), ("pregnant", "maybe", "answer_unreadable"),
        ("children_total", "many", "children_unreadable"),
        ("sentence_years", "ten", "number_unreadable"), ("security_category", "Z", "code_unreadable"),
        ("full_name", "123", "name_unreadable"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_kept_and_said(field: str, text: str, code: str) -> None:
    read = parse(field, text)
    assert (read.facts, codes(read), read.rest) == ({}, [code], text)


def test_a_name_is_taken_apart() -> None:
    assert parse("full_name", "Muhammad Aslam @ Achu s/o Allah Ditta").facts == {
        "full_name": "Muhammad Aslam",
        "alias": "Achu",
        "father_or_husband_name": "Allah Ditta",
        "relation_to_named": "son_of",
    }


def test_a_name_keeps_the_marks_above_its_letters() -> None:
    assert parse("alias", "مُنّا\u200f").facts == {"alias": "مُنّا"}


def test_numbers_that_are_keys_are_written_in_one_script() -> None:
    assert parse("prison_id", "UTP-۱۱۲۳/۲۵").facts == {"prison_id": "UTP-1123/25"}
    assert parse("cnic", "Passport ZZ۹۷۲۵۲۰۷").facts == {"other_identity": "Passport ZZ9725207"}


def test_a_heading_says_nothing_of_the_relation() -> None:
    assert parse("father_or_husband_name", "Ghulam Rasool", heading="S/O").facts == {
        "father_or_husband_name": "Ghulam Rasool"
    }


def test_a_question_whether_foreign_is_answered_by_yes_and_no() -> None:
    assert parse("nationality", "N", heading="Foreigner Y/N").facts == {"is_foreign_national": False}


def test_other_cases_count_beside_the_case_of_the_row() -> None:
    assert parse("other_cases", "1", heading="Other cases").facts == {"cases_pending": 2}


def test_a_child_of_two_was_born_within_a_year() -> None:
    read = parse("children_in_prison", "1 (2 yrs)")
    born = {"earliest": "2023-10-02", "latest": "2024-10-01"}
    assert read.facts == {"children_in_prison": 1, "children": [{"date_of_birth": born, "lives_in_prison": True}]}


def test_a_child_of_eight_months_was_born_within_a_month() -> None:
    (child,) = parse("children_in_prison", "1 (8 months)").facts["children"]
    assert child["date_of_birth"] == {"earliest": "2026-01-02", "latest": "2026-02-01"}


@pytest.mark.parametrize(
    "text",
    [
        "Bailed 3/6",
        "Escaped",
        "Released on 3.6.26",
        "Transferred to CJ Sahilpur",
        "رہا ہوا",
        "ضمانت پر رہا",
        "بری ہو گیا",
        "Died in hospital",
        "Shifted to Hosp. Escaped",
    ],
)
def test_remarks_that_say_the_person_left_are_warned(text: str) -> None:
    read = parse("remarks", text)
    assert (read.facts, codes(read)) == ({"remarks": text}, ["remarks_say_left"])


@pytest.mark.parametrize(
    "text",
    [
        "Shifted to Hosp.",
        "On B/W",
        "Not released",
        "Release order awaited",
        "Weak eyesight",
        "Discharged from hospital",
        "wife died",
    ],
)
def test_remarks_about_somebody_still_here_are_not(text: str) -> None:
    assert parse("remarks", text) == Parsed({"remarks": text})
