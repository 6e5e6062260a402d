"""Status, FIR, sections, court, bail, money, sentence, remission, appeal, counsel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.census.parse.codes import CODES, problem
from rihai.census.parse.fields import FIELDS
from rihai.census.parse.parsed import Context, Parsed
from rihai.facts import CASE_FACTS, PERSON_FACTS
from rihai.paper.cell import EMPTY, Cell

DATED = Context(census_day=date(2026, 10, 1), day_first=True)


def parse(field: str, text: str, heading: str = "") -> Parsed:
    return FIELDS[field](Cell(text, text, "text"), replace(DATED, heading=heading))


def codes(read: Parsed) -> list[str]:
    return [problem.code for problem in read.problems]


@pytest.mark.parametrize(
    ("status", "texts"),
    [
        ("under_trial", "UTP|U/T|U.T.P|UTPs|Under-trial|Under trial prisoner|حوالاتی|un-convicted|حوالاتی قیدی"),
        ("convict", "CP|C.P|Convict|CON|قیدی|R.I|S.I|Lifer|Convicted"),
        ("condemned", "Condemned|سزائے موت|Convict (Condemned)|C.P Condemned"),
        ("detained_without_charge", "Detenue|Detenu|Internee|نظر بند"),
        ("civil", "Civil|Debtor|Civil prisoner"),
        ("convicted_unsentenced", "Convicted awaiting sentence"),
    ],
)
def test_a_status_is_read_under_all_its_names(status: str, texts: str) -> None:
    for text in texts.split("|"):
        assert parse("status", text) == Parsed({"legal_status": status}), text


def test_a_lunatic_is_under_trial_with_a_flag() -> None:
    assert parse("status", "Lunatic").facts == {"legal_status": "under_trial", "mental_disorder_flag": True}


@pytest.mark.parametrize("text", ["UTP/CP", "UTP & Convict"])
def test_two_statuses_in_one_cell_are_warned(text: str) -> None:
    read = parse("status", text)
    assert (read.facts, codes(read), read.rest) == ({"legal_status": "under_trial"}, ["two_statuses"], text)


def test_a_body_warrant_is_no_status() -> None:
    read = parse("status", "B.W (body warrant)")
    assert (read.facts, codes(read)) == ({"legal_status": "other"}, ["status_body_warrant"])


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("status", "xyz", "status_unreadable"),
        ("sections", "quarrel", "offence_unreadable"),
        ("sentence_text", "abc", "sentence_unreadable"),
        ("sentence_text", "00-00-00", "sentence_unreadable"),
    ],
)
def test_what_a_record_cannot_stand_without_rejects_the_row(field: str, text: str, code: str) -> None:
    read = parse(field, text)
    assert code in codes(read)
    assert all(problem.rejects for problem in read.problems if problem.code == code)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("123/24", {"fir_number": "123/2024"}),
        ("123-24", {"fir_number": "123/2024"}),
        ("1423/2023", {"fir_number": "1423/2023"}),
        ("۱۲۳/۲۴", {"fir_number": "123/2024"}),
        ("FIR No. 123/24", {"fir_number": "123/2024"}),
        ("123", {"fir_number": "123"}),
        ("FIR No.123 dt 04.05.24", {"fir_number": "123/2024", "fir_date": "2024-05-04"}),
        ("123/24 dt 5.4.24", {"fir_number": "123/2024", "fir_date": "2024-04-05"}),
        ("123/24 & 45/23", {"fir_number": ["123/2024", "45/2023"]}),
        ("123/24\n45/23", {"fir_number": ["123/2024", "45/2023"]}),
        (
            "12/24 dt 1.2.24, 45/24 dt 3.4.24",
            {"fir_number": ["12/2024", "45/2024"], "fir_date": ["2024-02-01", "2024-04-03"]},
        ),
        ("123/24 PS City", {"fir_number": "123/2024", "police_station": "City"}),
    ],
)
def test_an_fir_is_number_and_year(text: str, facts: dict[str, Any]) -> None:
    assert parse("fir_number", text) == Parsed(facts)


@pytest.mark.parametrize("text", ["5-Jan-24", "05-May-24", "May-24", "2024-05-05", "45366"])
def test_an_fir_turned_into_a_date_is_lost(text: str) -> None:
    read = parse("fir_number", text)
    assert (read.facts, codes(read), read.rest) == ({}, ["fir_turned_into_date"], text)
    assert codes(FIELDS["fir_number"](Cell("05-May-24", date(1924, 1, 5), "date"), DATED)) == ["fir_turned_into_date"]


def test_an_fir_that_is_none_is_said() -> None:
    assert codes(parse("fir_number", "abc")) == ["fir_unreadable"]


def test_sections_become_charges() -> None:
    read = parse("sections", "302/34 PPC")
    assert [(charge["act"], charge["section"]) for charge in read.facts["charges"]] == [("PPC", "302"), ("PPC", "34")]
    assert read.problems == ()


def test_a_section_without_an_act_is_warned_not_supposed() -> None:
    read = parse("sections", "489-F")
    assert "act" not in read.facts["charges"][0]
    assert codes(read) == ["act_missing"]


@pytest.mark.parametrize(
    ("text", "court", "kind"),
    [
        ("ASJ-III Roshanabad", "ASJ-III Roshanabad", "DSJ"),
        ("Mr. Falan Khan D&SJ", "D&SJ", "DSJ"),
        ("JM Sec. 30", "JM Sec. 30", "MS30"),
        ("ATC-II", "ATC-II", "ATC"),
        ("Mr. Falan Khan, ASJ Sahilpur", "ASJ Sahilpur", "DSJ"),
        ("ASJ Sahilpur (Mr. Falan Khan)", "ASJ Sahilpur", "DSJ"),
        ("Falan Khan ASJ Sahilpur", "ASJ Sahilpur", "DSJ"),
        ("Court of Mr. Falan Khan Civil Judge", "Civil Judge", "JM"),
        ("LHC", "LHC", "HC"),
        ("Special Court CNS", "Special Court CNS", "CNS"),
        ("MCTC", "MCTC", "MCTC"),
        ("عدالت سیشن", "عدالت سیشن", "DSJ"),
    ],
)
def test_a_court_is_read_without_its_judge(text: str, court: str, kind: str) -> None:
    facts = parse("court", text).facts
    assert (facts["court"], facts["court_type"]) == (court, kind)


@pytest.mark.parametrize(("text", "powers"), [("Judicial Magistrate 1st Class", "first"), ("MS-30", "section_30")])
def test_a_magistrates_powers_are_read(text: str, powers: str) -> None:
    assert parse("court", text).facts["magistrate_class"] == powers


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Granted", {"bail_granted": True}),
        ("Rejected", {"bail_granted": False}),
        ("not granted", {"bail_granted": False}),
        ("Nil", {"bail_granted": False}),
        (
            "Granted, surety not furnished 50,000",
            {"bail_granted": True, "bail_furnished": False, "bail_granted_not_furnished": True, "surety_amount": 50000},
        ),
        (
            "ضمانت منظور مچلکہ جمع نہیں",
            {"bail_granted": True, "bail_furnished": False, "bail_granted_not_furnished": True},
        ),
        (
            "Granted; bonds submitted",
            {"bail_granted": True, "bail_furnished": True, "bail_granted_not_furnished": False},
        ),
        ("N/A", {}),
        ("Rejected on 3.2.25", {"bail_granted": False, "bail_refused_on": "2025-02-03"}),
        ("Granted on 3.2.25", {"bail_granted": True, "bail_granted_on": "2025-02-03"}),
        ("Cancelled 3.2.25", {"bail_granted": False, "bail_cancelled_on": "2025-02-03"}),
    ],
)
def test_a_state_of_bail_is_read(text: str, facts: dict[str, Any]) -> None:
    assert parse("bail_status", text) == Parsed(facts)


def test_a_bail_that_is_accepted_is_granted_not_furnished() -> None:
    assert parse("bail_status", "Accepted").facts == {"bail_granted": True}


@pytest.mark.parametrize("text", ["Granted on 31-02-2025", "Granted 05-05-2024, not furnished since 06-05-2024"])
def test_a_day_in_a_state_of_bail_is_no_surety(text: str) -> None:
    assert "surety_amount" not in parse("bail_status", text).facts


def test_a_fine_half_paid_is_not_the_whole() -> None:
    assert parse("fine_paid", "Half paid") == Parsed({"fine_paid": False}, (), "Half paid")


def test_a_refusal_and_a_grant_in_one_cell_are_not_weighed_against_each_other() -> None:
    read = parse("bail_status", "Bail rejected then granted 3.2.26")
    assert (read.facts, codes(read)) == ({}, ["bail_unreadable"])


def test_a_heading_that_asks_is_answered() -> None:
    read = parse("bail_status", "Yes", heading="Bail granted but not furnished")
    assert read.facts == {"bail_granted": True, "bail_furnished": False, "bail_granted_not_furnished": True}


@pytest.mark.parametrize(
    ("field", "text", "facts"),
    [
        ("fine", "Rs.20,000/-", {"fine": 20000}),
        ("fine", "Nil", {"fine": 0}),
        ("default_term", "6 M SI", {"default_term": {"months": 6}}),
        ("default_term", "Nil", {"default_term": {"days": 0}}),
        ("fine_paid", "Unpaid", {"fine_paid": False}),
        ("fine_paid", "Paid", {"fine_paid": True}),
        ("fine_paid", "paid on 5-5-24", {"fine_paid": True, "fine_paid_on": "2024-05-05"}),
        ("fine", "No fine", {"fine": 0}),
        ("fine", "Rs 50000 i/d 6 M SI", {"fine": 50000, "default_term": {"months": 6}}),
        ("fine_paid", "Paid 20,000", {"fine_paid_amount": 20000}),
        ("diyat_arsh_daman", "Diyat 2,500,000", {"compensation": [{"kind": "diyat", "amount": 2500000}]}),
        ("diyat_arsh_daman", "Nil", {"compensation": []}),
        ("set_off_382b", "Given", {"s382b_granted": True}),
        ("set_off_382b", "Not given", {"s382b_granted": False}),
        ("remission_earned", "450 days", {"remission_days": 450}),
        ("remission_earned", "Nil", {"remission_days": 0}),
        ("remission_earned", "120", {"remission_days": 120}),
        ("unexpired_portion", "2-01-10", {"unexpired_term": {"years": 2, "months": 1, "days": 10}}),
        ("challan_submitted", "Yes", {"challan_submitted": True}),
        (
            "appeal_status",
            "Crl.A 123/2022 LHC",
            {"appeal_filed": True, "appeal_no": "Crl.A 123/2022", "appeal_court": "LHC"},
        ),
        ("appeal_status", "J.A.", {"appeal_filed": True, "appeal_no": "J.A."}),
        ("appeal_status", "Nil", {"appeal_filed": False}),
        ("appeal_status", "Pending LHC", {"appeal_filed": True, "appeal_decided": False, "appeal_court": "LHC"}),
        (
            "appeal_status",
            "Dismissed on 3-2-24",
            {"appeal_filed": True, "appeal_decided": True, "appeal_decided_on": "2024-02-03"},
        ),
        ("mercy_petition", "Pending", {"mercy_petition": "pending"}),
        ("mercy_petition", "Nil", {"mercy_petition": "none"}),
        ("counsel", "Private", {"legal_counsel": "private"}),
        ("counsel", "State", {"legal_counsel": "state"}),
        ("counsel", "Legal aid", {"legal_counsel": "legal_aid"}),
        ("counsel", "نہیں", {"legal_counsel": "none"}),
        ("counsel", "None", {"legal_counsel": "none"}),
        ("case_role", "Abettor", {"case_role": "abettor"}),
        ("police_station", "PS Model Town", {"police_station": "Model Town"}),
        ("police_station", "تھانہ سول لائن", {"police_station": "سول لائن"}),
        ("arresting_agency", "Customs", {"arresting_agency": "customs"}),
        ("held_in_other_case", "Yes", {"held_in_other_case": True}),
    ],
)
def test_a_plain_cell_of_a_case_gives_its_facts_and_nothing_else(field: str, text: str, facts: dict[str, Any]) -> None:
    assert parse(field, text) == Parsed(facts)


@pytest.mark.parametrize("text", ["Incomplete", "Interim"])
def test_an_interim_report_is_not_the_challan(text: str) -> None:
    assert parse("challan_submitted", text) == Parsed({"challan_submitted": False}, (), text)


def test_remission_in_months_is_counted_short_and_said() -> None:
    read = parse("remission_earned", "3-02-15")
    assert (read.facts, codes(read)) == ({"remission_days": 3 * 360 + 2 * 30 + 15}, ["remission_converted"])


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("bail_status", "see file", "bail_unreadable"),
        ("court", "upstairs", "court_unreadable"),
        ("counsel", "Falan Khan Advocate", "counsel_unreadable"),
        ("default_term", "6", "term_unreadable"),
        ("diyat_arsh_daman", "Rs. 2,500,000", "compensation_kind_unknown"),
        ("sections", "302 Zoo Act 1912", "act_not_known"),
        ("sections", "302 PPC quarrel", "offence_partly_unread"),
        ("arrest_date", "15/03/0204", "date_out_of_range"),
    ],
)
def test_what_a_person_should_look_at_is_warned(field: str, text: str, code: str) -> None:
    read = parse(field, text)
    assert code in codes(read)
    assert not any(problem.rejects for problem in read.problems)


def test_every_code_is_said_in_sentences_and_names_its_cell() -> None:
    for name, code in CODES.items():
        said = problem(name, Cell("raw", "raw", "text"), "sex")
        assert (said.code, said.raw, said.fact) == (name, "raw", "sex")
        assert said.message.endswith(".")
        assert said.mend.endswith(".")
        assert said.rejects == (code.level == "reject")


def test_a_code_written_as_the_dictionary_has_it_is_read() -> None:
    for fact in (*PERSON_FACTS.values(), *CASE_FACTS.values()):
        if fact.kind == "code" and fact.name in FIELDS and fact.name != "province":
            for code in fact.codes:
                assert parse(fact.name, code).facts.get(fact.name) == code, (fact.name, code)


def test_no_foreign_papers_is_an_answer() -> None:
    assert parse("foreign_documents", "None").facts == {"foreign_documents": ["none"]}
    assert parse("foreign_documents", "passport, visa").facts == {"foreign_documents": ["passport", "visa"]}


def test_an_empty_cell_says_nothing_in_any_field() -> None:
    dash = Cell(" - ", " - ", "text")
    for field, parser in FIELDS.items():
        assert parser(EMPTY, DATED) == Parsed(), field
        assert parser(dash, DATED) == Parsed(), field


WORDS = [
    "UTP",
    "CP",
    "Death",
    "Life",
    "10",
    "years",
    "302/34",
    "PPC",
    "15-3-24",
    "Nil",
    "granted",
    "not",
    "Rs",
    "50,000",
    "i/d",
    "6M",
    "SI",
    "عمر",
    "قید",
]
FACTS = {*PERSON_FACTS, *CASE_FACTS, "sentence_years", "sentence_months", "sentence_days"}
UGLY = st.one_of(
    st.text(max_size=30),
    st.lists(
        st.sampled_from(WORDS),
        max_size=6,
    ).map(" ".join),
)


@given(st.sampled_from(sorted(FIELDS)), UGLY)
def test_no_text_is_lost_and_no_fact_is_invented(field: str, text: str) -> None:
    read = parse(field, text)
    assert set(read.facts) <= FACTS
    assert {problem.code for problem in read.problems} <= set(CODES)
    if read.problems and not read.facts:
        assert read.rest
