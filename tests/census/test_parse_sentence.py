"""Money and sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.census.parse.fields import FIELDS
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.sentence import term_of_columns
from rihai.paper.cell import Cell

DATED = Context(census_day=date(2026, 10, 1), day_first=True)


def parse(field: str, text: str, heading: str = "") -> Parsed:
    return FIELDS[field](Cell(text, text, "text"), replace(DATED, heading=heading))


def codes(read: Parsed) -> list[str]:
    return [problem.code for problem in read.problems]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rs.50,000/-", 50_000),
        ("0.1 M", 100_000),
        ("1 lac", 100_000),
        ("20k", 20_000),
        ("۵۰،۰۰۰", 50_000),
        ("1,00,000", 100_000),
        ("1 lac 50 thousand", 150_000),
        ("Nil", 0),
        ("2.5 crore", 25_000_000),
    ],
)
def test_money_is_a_number(text: str, amount: int) -> None:
    assert parse("surety_amount", text) == Parsed({"surety_amount": amount})


def test_two_amounts_are_none_to_choose_between() -> None:
    assert codes(parse("fine", "5000 10000")) == ["money_unreadable"]


def term(years: int = 0, months: int = 0, **more: Any) -> dict[str, Any]:
    return {"kind": "term", "term": {unit: n for unit, n in (("years", years), ("months", months)) if n}} | more


LIFE = {"kind": "life"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "10 Y RI + fine 50000 i/d 6M SI",
            {"sentences": [term(10, rigorous=True)], "fine": 50000, "default_term": {"months": 6}},
        ),
        ("14-00-00", {"sentences": [term(14)]}),
        ("Life", {"sentences": [LIFE]}),
        ("Death", {"sentences": [{"kind": "death"}]}),
        ("25 Years", {"sentences": [term(25)]}),
        (
            "Life + fine 1 lac or in default 6 months SI",
            {"sentences": [LIFE], "fine": 100_000, "default_term": {"months": 6}},
        ),
        ("عمر قید", {"sentences": [LIFE]}),
        ("سزائے موت", {"sentences": [{"kind": "death"}]}),
        ("۱۰ سال قید بامشقت", {"sentences": [term(10, rigorous=True)]}),
        ("5 years + 3 years concurrent", {"sentences": [term(5), term(3)], "concurrent_or_consecutive": "concurrent"}),
        (
            "10 years RI and 5 years RI consecutive",
            {
                "sentences": [term(10, rigorous=True), term(5, rigorous=True)],
                "concurrent_or_consecutive": "consecutive",
            },
        ),
        ("10 Y 6 M RI", {"sentences": [term(10, 6, rigorous=True)]}),
        ("2 years and 6 months SI", {"sentences": [term(2, 6, rigorous=False)]}),
        (
            "ten years R.I. with fine of Rs. 20,000/- in default of payment further 3 months SI",
            {"sentences": [term(10, rigorous=True)], "fine": 20000, "default_term": {"months": 3}},
        ),
        ("R.I. 7 years u/s 392 PPC", {"sentences": [term(7, rigorous=True, section="392")]}),
        ("fine Rs. 5000", {"sentences": [{"kind": "fine_only"}], "fine": 5000}),
        ("5Y-6M-0D", {"sentences": [term(5, 6)]}),
        ("5 Y / 6 M", {"sentences": [term(5, 6)]}),
        ("موت", {"sentences": [{"kind": "death"}]}),
        ("Fine only Rs 5000", {"sentences": [{"kind": "fine_only"}], "fine": 5000}),
        (
            "Death + Diyat Rs. 500000",
            {"sentences": [{"kind": "death"}], "compensation": [{"kind": "diyat", "amount": 500000}]},
        ),
        ("Life imprisonment (25 years)", {"sentences": [LIFE]}),
        ("Life x 2", {"sentences": [LIFE, LIFE]}),
        ("Nil", {}),
        ("UTP", {}),
    ],
)
def test_a_sentence_is_read(text: str, facts: dict[str, Any]) -> None:
    assert parse("sentence_text", text) == Parsed(facts)


def test_terms_in_default_are_never_taken_for_sentences() -> None:
    read = parse("sentence_text", "10 Y RI, fine 50000/- i/d 6M SI & 5 Y RI, fine 20000 i/d 3M SI")
    assert read.facts == {"sentences": [term(10, rigorous=True), term(5, rigorous=True)], "fine": 70_000}
    assert codes(read) == ["sentence_partly_unread"]


@pytest.mark.parametrize(
    "text",
    [
        "Fine 20000 or 2 months SI",
        "Fine Rs. 20,000/- i/d 2 months SI",
        "Fine 20000/- 2 M SI in default",
        "Fine Rs.20,000 (2 M SI in default)",
    ],
)
def test_imprisonment_instead_of_a_fine_is_a_term_in_default(text: str) -> None:
    fine_only = {"sentences": [{"kind": "fine_only"}], "default_term": {"months": 2}, "fine": 20000}
    assert parse("sentence_text", text).facts == fine_only


@pytest.mark.parametrize("text", ["Life (25 years)", "25 years RI (life)", "Life / 25 Years"])
def test_twenty_five_years_beside_life_explain_it(text: str) -> None:
    assert parse("sentence_text", text) == Parsed({"sentences": [LIFE]})


def test_a_sentence_that_would_be_read_too_short_is_not_read() -> None:
    assert codes(parse("sentence_text", "one year and half")) == ["sentence_unreadable"]


def test_the_benefit_of_section_382_b_may_stand_in_the_sentence() -> None:
    given = parse("sentence_text", "7 years RI with benefit of 382-B")
    refused = parse("sentence_text", "7 years RI without benefit of section 382-B Cr.P.C")
    assert (given.facts["s382b_granted"], refused.facts["s382b_granted"]) == (True, False)


def test_a_bare_number_needs_a_heading_that_names_its_unit() -> None:
    assert codes(parse("sentence_text", "10", heading="Sentence")) == ["sentence_unreadable"]
    assert parse("sentence_text", "10", heading="Sentence (Years)").facts == {"sentences": [term(10)]}


def test_three_number_columns_are_one_term() -> None:
    assert term_of_columns(14, 0, None) == [term(14)]
    assert term_of_columns(None, None, None) == []


@given(st.integers(1, 40), st.integers(0, 11), st.sampled_from(["RI", "SI", ""]))
def test_a_written_term_comes_back(years: int, months: int, labour: str) -> None:
    text = f"{years} Y {f'{months} M ' if months else ''}{labour}".strip()
    (sentence,) = parse("sentence_text", text).facts["sentences"]
    assert sentence == term(years, months, **({"rigorous": labour == "RI"} if labour else {}))
