"""Accusations as prisons write them."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.offences import read_charges
from rihai.offences.tokens import BREAKS, JOINS

WRITTEN = [
    ("302/34 PPC", ["PPC 302", "PPC 34"]),
    ("9(1)3-c CNSA", ["CNSA 9 (1)3-c"]),
    ("9(1)-3(c) CNSA 1997", ["CNSA 9 (1)3-c"]),
    ("9-C CNSA", ["CNSA 9 (c)"]),
    ("9 C CNSA", ["CNSA 9 (c)"]),
    ("9 (c) CNS Act", ["CNSA 9 (c)"]),
    ("489-F", ["? 489-F"]),
    ("u/s 379,411 PPC", ["PPC 379", "PPC 411"]),
    ("13/20/65 AO", ["ARMS_ORD 13"]),
    ("13-20-65 A.O", ["ARMS_ORD 13"]),
    ("13-2(a)/20/65", ["ARMS_ORD 13 (2)(a)"]),
    ("7-ATA", ["ATA 7"]),
    ("7-A.T.A.", ["ATA 7"]),
    ("ت پ ۳۰۲", ["PPC 302"]),
    ("302, 324, 148/149 ت پ", ["PPC 302", "PPC 324", "PPC 148", "PPC 149"]),
    ("379ت پ", ["PPC 379"]),
    ("زیر دفعہ ۳۸۱-اے ت پ", ["PPC 381-A"]),
    ("۳۸۱ الف ت پ", ["PPC 381-A"]),
    ("۴۸۹۔ایف ت پ", ["PPC 489-F"]),
    ("365 ب/34 ت پ", ["PPC 365-B", "PPC 34"]),
    ("۹ سی سی این ایس اے", ["CNSA 9 (c)"]),
    ("۹ سی این ایس اے", ["CNSA 9"]),
    ("U/S 337-A(i), 337-F(v) PPC & 23(1)(a) SAA", ["PPC 337-A (i)", "PPC 337-F (v)", "ARMS_SINDH 23 (1)(a)"]),
    ("337-A(i), (iii) PPC", ["PPC 337-A (i)", "PPC 337-A (iii)"]),
    ("337Aii ppc", ["PPC 337-A (ii)"]),
    ("506/II PPC", ["PPC 506 (ii)"]),
    ("376-iii PPC", ["PPC 376 (iii)"]),
    ("506-B PPC", ["PPC 506 (b)"]),
    ("6/9-C", ["? 6", "? 9-C"]),
    ("6/9-C CNSA", ["CNSA 6", "CNSA 9 (c)"]),
    ("3/4 PEHO", ["HADD_ORD 3", "HADD_ORD 4"]),
    ("3/4 امتناع منشیات", ["HADD_ORD 3", "HADD_ORD 4"]),
    ("9-C امتناع منشیات", ["CNSA 9 (c)"]),
    ("14 Foreigners Act", ["FOREIGNERS 14"]),
    ("14 فارنر ایکٹ", ["FOREIGNERS 14"]),
    ("7 انسداد دہشت گردی ایکٹ", ["ATA 7"]),
    ("302 تعزیرات پاکستان", ["PPC 302"]),
    ("13 اسلحہ آرڈیننس", ["ARMS_ORD 13"]),
    ("10 حدود", ["ZINA_ORD 10"]),
    ("11 حدود", ["حدود 11"]),
    ("107/151 CrPC", ["CRPC 107", "CRPC 151"]),
    ("55/109 Cr.P.C", ["CRPC 55", "CRPC 109"]),
    ("ZIN 10(2)", ["ZINA_ORD 10 (2)"]),
    ("302-ppc", ["PPC 302"]),
    ("302/109/34", ["? 302", "? 109", "? 34"]),
    ("MPO 3", ["MPO 3"]),
    ("3-MPO", ["MPO 3"]),
    ("PECA 20/21/24", ["PECA 20", "PECA 21", "PECA 24"]),
    ("u/s 9(1)6-d CNSA 2022", ["CNSA 9 (1)6-d"]),
    ("5/6 Gambling", ["GAMBLING 5", "GAMBLING 6"]),
    ("15-AA", ["ARMS_KP 15"]),
    ("9-D KP CNSA", ["CNSA_KP 9 (d)"]),
    ("Pakistan Penal Code (PPC) 302", ["PPC 302"]),
    ("5 Explosive Substances Act 1908", ["Explosive Substances Act 1908 5"]),
]


def _short(text: str) -> list[str]:
    return [
        " ".join(filter(None, (str(c.get("act", "?")), str(c.get("section", "")), str(c.get("sub_limb", "")))))
        for c in read_charges(text).charges
    ]


@pytest.mark.parametrize(("text", "meant"), WRITTEN)
def test_a_written_accusation_becomes_its_charges(text: str, meant: list[str]) -> None:
    expected = [name.replace("حدود", "Hudood") for name in meant]
    assert _short(text) == expected


def test_an_act_owns_the_sections_back_to_the_act_before_it() -> None:
    assert _short("395/412 PPC 7 ATA") == ["PPC 395", "PPC 412", "ATA 7"]


def test_an_act_named_first_owns_the_sections_that_follow() -> None:
    assert _short("PPC 302, 324 ATA 7") == ["PPC 302", "? 324", "ATA 7"]
    assert _short("PPC 302, 324, ATA 7") == ["PPC 302", "PPC 324", "ATA 7"]


def test_the_act_in_the_same_run_decides_where_two_could_be_meant() -> None:
    assert _short("PECA 20/21, 379 PPC") == ["PECA 20", "PECA 21", "PPC 379"]
    assert _short("302 PPC, ATA 7") == ["PPC 302", "ATA 7"]
    assert _short("PECA 20 PPC") == ["PECA", "? 20", "PPC"]


def test_no_act_reaches_across_what_could_not_be_read() -> None:
    assert _short("4/5 ESA, 302 PPC") == ["? 4", "? 5", "PPC 302"]
    assert _short("PPC 302, smudged 7") == ["PPC 302", "? 7"]


def test_no_act_is_supposed_after_the_last_one_named() -> None:
    charges = read_charges("302 PPC 324")
    assert "act" not in charges.charges[1]
    assert [(t.code, t.raw) for t in charges.troubles] == [("act_missing", "324")]


def test_drug_and_weight_go_to_the_narcotics_charge() -> None:
    charge = read_charges("9-C CNSA 1250 gm charas").charges[0]
    assert (charge["substance"], charge["quantity_grams"]) == ("charas", 1250)
    assert read_charges("1.2 kg heroin 9(c) CNSA").charges[0]["quantity_grams"] == 1200
    assert read_charges("چرس 1250 گرام 9-C CNSA").charges[0]["substance"] == "charas"
    assert read_charges("1 kg 250 gm charas 9C CNSA, 302 PPC").charges[0]["quantity_grams"] == 1250


def test_two_weights_are_given_to_no_charge() -> None:
    read = read_charges("9-C CNSA 1250 gm charas 300 gm heroin")
    assert "quantity_grams" not in read.charges[0]
    assert "substance" not in read.charges[0]
    assert read.leftovers == ["1250 gm charas 300 gm heroin"]
    assert [trouble.code for trouble in read.troubles] == ["offence_partly_unread"]


def test_a_gloss_is_kept_and_said_but_is_no_charge() -> None:
    read = read_charges("302 PPC (murder)")
    assert (len(read.charges), read.leftovers) == (1, ["murder"])


def test_words_alone_between_commas_may_be_a_charge() -> None:
    read = read_charges("302 PPC, Qatl e Amd")
    assert read.charges[1] == {"section_text": "Qatl e Amd"}
    assert [trouble.code for trouble in read.troubles] == ["offence_partly_unread"]


def test_a_text_without_any_section_is_unreadable() -> None:
    read = read_charges("murder of a neighbour")
    assert (read.charges, read.leftovers) == ([], ["murder of a neighbour"])
    assert [trouble.code for trouble in read.troubles] == ["offence_unreadable"]


def test_an_act_without_a_code_stands_under_its_plain_name() -> None:
    read = read_charges("156(1)(89) of Customs Act 1969")
    assert read.charges[0]["act"] == "Customs Act 1969"
    assert [trouble.code for trouble in read.troubles] == ["act_not_known"]


def test_an_act_alone_is_a_charge_without_section() -> None:
    assert read_charges("ATA").charges == [{"act": "ATA", "section_text": "ATA"}]


def test_further_codes_are_read_as_they_stand() -> None:
    assert read_charges("5 XYZ_LAW", acts={"XYZ_LAW"}).charges[0]["act"] == "XYZ_LAW"


PIECES = st.sampled_from(
    ["302", "9(1)3-c", "9-C", "337-A(i)", "PPC", "ت پ", "۳۰۲", "CNSA", "20/65", "AO", "7", "ATA", "1250 gm", "charas",
     "u/s", "Act", "of", "murder", "&", ",", "/", " ", "-", "(", ")", "(ii)", "1860", "Customs Act", "دفعہ",
     "½", "#", "İ"]
)  # fmt: skip


def _kept(text: str) -> Counter[str]:
    return Counter(letter for letter in text if letter not in BREAKS + JOINS and not letter.isspace())


RUN = st.lists(PIECES, max_size=9)


@settings(max_examples=200, deadline=None)
@given(st.one_of(RUN.map(" ".join), RUN.map("".join), st.text(max_size=25)))
def test_every_letter_ends_in_one_section_text_or_leftover(text: str) -> None:
    read = read_charges(text)
    texts = [str(charge["section_text"]) for charge in read.charges]
    assert _kept("".join([*texts, *read.leftovers])) == _kept(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(100, 511), min_size=1, max_size=4), st.sampled_from(["/", ", ", " & ", " / ", "، "]))
def test_sections_joined_in_any_way_are_all_of_the_act_after_them(sections: list[int], joint: str) -> None:
    text = joint.join(map(str, sections)) + " PPC"
    assert _short(text) == [f"PPC {section}" for section in sections]


def test_the_room_needs_no_heavy_library() -> None:
    heavy = "{'duckdb', 'pyarrow', 'sqlglot', 'openpyxl', 'rapidfuzz'}"
    code = f"import rihai.offences, sys; assert not {heavy} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
