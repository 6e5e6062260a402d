"""What a heading means: exact, in two languages, with a word too many, misspelt, or not known."""

from __future__ import annotations

import pytest

from rihai.census.fields import fact_of
from rihai.census.headings import SURE, USABLE, fold, is_known, known, propose
from rihai.census.parse.fields import FIELDS
from rihai.facts import CASE_FACTS, PERSON_FACTS


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        ("serial", "Sr. No|S.No|S#|Sr.#|نمبر شمار"),
        ("full_name", "Name|NAME OF PRISONER|Name & Father's Name|نام قیدی|Name / نام|Name (نام)|Name\nنام"),
        ("father_or_husband_name", "F/Name|Father’s Name|S/O|ولدیت"),
        ("cnic", "CNIC No.|C.N.I.C|شناختی کارڈ نمبر|شناختي کارڈ نمبر"),
        ("sections", "U/S|Under Section|Offence|زیر دفعہ|دفعات"),
        ("fir_number", "FIR No.|F.I.R #|FIR No. & Date|مقدمہ نمبر"),
        ("arrest_date", "Date of Arrest|DATE  OF  ARREST|تاریخ گرفتاری|arrested_on|Arrest Date (dd/mm/yyyy)"),
        ("next_hearing", "Next Date|N.D.O.H|آئندہ پیشی"),
        ("age", "Age|Age (in years)|عمر"),
    ],
)
def test_headings_of_real_lists_are_known(field: str, headings: str) -> None:
    for heading in headings.split("|"):
        proposal = propose([heading])
        assert field in {proposal.fields[0], fact_of(proposal.fields[0])} | {
            name for name in FIELDS if fact_of(name) == proposal.fields[0]
        }, heading
        assert proposal.confidence >= USABLE, heading


def test_a_misspelt_heading_is_proposed_with_less_than_certainty() -> None:
    proposal = propose(["Date of Admision"])

    assert proposal.fields == ("admission_date",)
    assert USABLE <= proposal.confidence < SURE


def test_a_heading_nobody_knows_is_not_guessed_at() -> None:
    assert propose(["Blood Group"]).confidence < USABLE
    assert propose(["Xyz"]).fields == ()


def test_a_heading_with_two_meanings_names_both() -> None:
    assert propose(["DOA"]).fields == ("arrest_date", "admission_date")


@pytest.mark.parametrize(("heading", "field"), [("I/D", "default_term"), ("i.d.", "default_term"), ("ID", "prison_id")])
def test_the_sign_between_two_letters_tells_in_default_from_a_number(heading: str, field: str) -> None:
    assert propose([heading]).fields == (field,)


def test_a_heading_that_says_one_thing_twice_is_that_thing() -> None:
    assert propose(["FIR No/Crime No"]).fields == ("fir_number",)
    assert propose(["Age/Sex"]).fields == ()


def test_the_lower_line_decides_where_the_whole_says_nothing() -> None:
    assert propose(["Particulars Name", "Name", "Particulars"]).fields == ("full_name",)


def test_every_fact_with_a_parser_is_a_heading_of_its_own() -> None:
    for fact in (*PERSON_FACTS, *CASE_FACTS):
        if fact in FIELDS and fact not in {"id", "case_id"}:
            assert is_known(fact), fact


def test_every_field_of_the_table_has_a_parser() -> None:
    assert {field for fields in known().values() for field in fields} <= set(FIELDS)


def test_folding_drops_what_does_not_matter() -> None:
    assert fold(" F.I.R  No. ") == fold("fir #") == "firno"
    assert fold("@") == "@"
    assert fold("ـ-/.") == ""
