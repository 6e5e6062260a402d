"""Forms say what is wrong beside the field, keep what was typed, and fall over nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as some

from rihai.kit.forms import Form
from rihai.kit.forms.typed import read_day, read_figures


class CareForm(Form):
    """Every kind of field that takes text."""

    name = forms.CharField(max_length=20)
    story = forms.CharField(widget=forms.Textarea, required=False)
    count = forms.IntegerField(required=False)
    share = forms.DecimalField(required=False)
    ratio = forms.FloatField(required=False)
    on = forms.DateField(required=False)
    code = forms.UUIDField(required=False)
    kind = forms.ChoiceField(choices=[("a", "A")], required=False)


def said(**typed: Any) -> dict[str, list[str]]:
    form = CareForm({"name": "Gul"} | typed)
    return {field: [str(error) for error in errors] for field, errors in form.errors.items()}


@pytest.mark.parametrize("written", ["25/11/2026", "25-11-2026", "25.11.2026", "25 Nov 2026", "25 November, 2026",
                                     "2026-11-25", "۲۵/۱۱/۲۰۲۶", "۲۵ نومبر ۲۰۲۶", " 25 نومبر، 2026 "])  # fmt: skip
def test_a_day_may_be_written_in_several_ways(written: str) -> None:
    assert read_day(written) == date(2026, 11, 25)


@pytest.mark.parametrize("written", ["31/02/2026", "2026", "tomorrow", "13/13/2026", "1/1/26", "", "0/0/0000"])
def test_what_is_no_day_is_none(written: str) -> None:
    assert read_day(written) is None


def test_figures_may_be_urdu_and_have_their_thousands_parted() -> None:
    assert [read_figures(text) for text in ("۱۲", "1,234", "1,20,000", "12,5")] == ["12", "1234", "120000", "12,5"]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "a\x00b", "cannot be seen"),
        ("name", "a\u202eb", "turn the direction"),
        ("name", "\u2067abc", "turn the direction"),
        ("name", "x" * 21, "at most 20 letters; this has 21"),
        ("story", "x" * 10_001, "at most 10000 letters"),
        ("name", "  ", "This is needed"),
        ("count", "9" * 5000, "whole number"),
        ("count", "9" * 30, "up to 2147483647"),
        ("count", "-" + "9" * 30, "from -2147483647"),
        ("share", "1e400", "up to"),
        ("share", "NaN", "number in figures"),
        ("ratio", "inf", "number in figures"),
        ("on", "31/02/2026", "day first"),
        ("code", "1", "Copy it whole"),
        ("kind", "zz", "Choose one of the list"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_beside_its_field(field: str, typed: str, sentence: str) -> None:
    errors = said(**{field: typed})

    assert list(errors) == [field]
    assert sentence in errors[field][0]


def test_what_was_typed_is_shown_again_and_described_by_its_error() -> None:
    page = str(CareForm({"name": "Gul", "on": "31/02/2026", "count": "۱۲ا"}))

    assert 'value="31/02/2026"' in page
    assert 'value="۱۲ا"' in page
    assert 'aria-describedby="id_on_error"' in page
    assert 'id="id_on_error"' in page
    assert 'href="#id_on"' in page


def test_signs_that_cannot_be_shown_are_shown_as_such() -> None:
    assert 'value="a�b"' in str(CareForm({"name": "a\x00b"}))


def test_letters_are_brought_to_one_form() -> None:
    form = CareForm({"name": "Caf\u0065\u0301"})

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Caf\u00e9"


def test_a_password_is_judged_as_it_was_typed() -> None:
    class Secret(Form):
        word = forms.CharField(widget=forms.PasswordInput, strip=False)

    form = Secret({"word": " e\u0301 "})

    assert form.is_valid()
    assert form.cleaned_data["word"] == " e\u0301 "


@given(some.dictionaries(some.sampled_from(list(CareForm.base_fields)), some.text(max_size=300), max_size=8))
def test_nothing_that_is_typed_makes_a_form_fall_over(typed: dict[str, str]) -> None:
    form = CareForm(typed)

    form.is_valid()
    assert "\x00" not in str(form)
