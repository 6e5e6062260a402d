"""Text that a spreadsheet program could evaluate is neutralised; everything else is left as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.paper.safe import is_formula_like, safe_text


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+923001234567",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u00a0=1",
        "＝1",
        "＋1",
        "－1",
        "＠A",
    ],
)
def test_what_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe_text(text) == "'" + text


@pytest.mark.parametrize("text", ["Aslam", "302/34 PPC", "a=b", "", "محمد یوسف", "'=1"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert safe_text(text) == text


@pytest.mark.parametrize(("value", "text"), [(-5, "-5"), (-0.5, "-0.5"), (None, ""), (True, "True")])
def test_numbers_and_nothing_stay_what_they_are(value: object, text: str) -> None:
    assert safe_text(value) == text


@given(st.text())
def test_no_text_comes_out_able_to_run_and_none_is_lost(text: str) -> None:
    safe = safe_text(text)

    assert not is_formula_like(safe)
    assert safe.removeprefix("'") == text or safe == text
