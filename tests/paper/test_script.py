"""Stretches of the other script are found whole, with their own brackets and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.paper.script import isolated, runs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("دفعہ 497(1) کے تحت", ["497(1)"]),
        ("(دفعہ 497)", ["497"]),
        ("ایکٹ (CrPC) سے", ["(CrPC)"]),
        ("ایکٹ (دفعہ 4 CrPC) سے", ["4 CrPC"]),
        ("الزام PPC 337-A(i) اور 506(i)۔", ["PPC 337-A(i)", "506(i)"]),
        ("کل 1,284 افراد، 12.5% زیرِ سماعت", ["1,284", "12.5%"]),
        ("CrPC s.497(1) and 498", ["CrPC s.497(1) and 498"]),
        ("اردو", []),
    ],
)
def test_latin_stretches_of_an_urdu_line(text: str, found: list[str]) -> None:
    assert [run.text for run in runs(text, "rtl") if run.direction == "ltr"] == found


def test_urdu_stretches_of_an_english_line() -> None:
    assert [run.text for run in runs("Nargis (نرگس فرضی), 34", "ltr") if run.direction == "rtl"] == ["نرگس فرضی"]


def test_an_english_line_is_left_alone() -> None:
    assert isolated("Held 7 months (s.497)", "ltr") == "Held 7 months (s.497)"


@given(st.text(alphabet=st.sampled_from("ab19ابپ ()[]%،.\n-+")), st.sampled_from(["ltr", "rtl"]))
def test_no_letter_is_lost_or_moved(text: str, page: str) -> None:
    assert "".join(run.text for run in runs(text, page)) == text
    assert all(run.text for run in runs(text, page))
