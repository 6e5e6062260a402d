"""Days, lengths of time, lists and sentences, in English and Urdu."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai import words
from rihai.errors import NotFound


@pytest.mark.parametrize(("language", "text"), [("en", "22 November 2026"), ("ur", "22 نومبر 2026")])
def test_a_day_is_written_in_words(language: str, text: str) -> None:
    assert words.day_text(date(2026, 11, 22), language) == text
    assert words.day_text((date(2026, 11, 22) - date(1970, 1, 1)).days, language) == text


@pytest.mark.parametrize(
    ("months", "days", "english", "urdu"),
    [
        (6, 0, "6 months", "6 ماہ"),
        (1, 1, "1 month 1 day", "1 ماہ 1 دن"),
        (18, 0, "1 year 6 months", "1 سال 6 ماہ"),
        (24, 45, "2 years 45 days", "2 سال 45 دن"),
        (0, 0, "0 days", "0 دن"),
    ],
)
def test_a_length_of_time_is_written_in_words(months: int, days: int, english: str, urdu: str) -> None:
    assert words.amount_text(months, days, "en") == english
    assert words.amount_text(months, days, "ur") == urdu


def test_no_length_of_time_is_less_than_nothing() -> None:
    with pytest.raises(ValueError, match="-1 months"):
        words.amount_text(-1, 0, "en")


@pytest.mark.parametrize(
    ("parts", "either", "both"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a or b", "a and b"), (["a", "b", "c"], "a, b or c", "a, b and c")],
)
def test_parts_are_joined_in_english(parts: list[str], either: str, both: str) -> None:
    assert words.join_or(parts, "en") == either
    assert words.join_and(parts, "en") == both


def test_parts_are_joined_in_urdu() -> None:
    assert words.join_or(["a", "b", "c"], "ur") == "a، b یا c"
    assert words.join_and(["a", "b"], "ur") == "a اور b"


def test_parts_with_braces_are_joined_as_they_are() -> None:
    assert words.join_and(["{a}", "{b}"], "en") == "{a} and {b}"


def test_values_fill_the_gaps() -> None:
    assert words.say("{who} {n}", "ur", who="{n}", n=2) == "{n} 2"


def test_a_gap_without_value_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        words.say("{who} {n}", "en", who="x")


def test_a_text_without_translation_is_said_in_english() -> None:
    assert words.say("No catalogue holds this", "ur") == "No catalogue holds this"


def test_the_number_chooses_the_sentence() -> None:
    assert words.say_count("{n} day", "{n} days", 1, "en") == "1 day"
    assert words.say_count("{n} day", "{n} days", 1200, "en") == "1,200 days"


def test_directions_are_known_and_other_languages_are_refused() -> None:
    assert [words.direction(language) for language in words.LANGUAGES] == ["ltr", "rtl"]
    for speak in (words.direction, lambda language: words.say("May", language)):
        with pytest.raises(NotFound, match="'fr'"):
            speak("fr")


@given(st.integers(min_value=0, max_value=5000), st.integers(min_value=0, max_value=5000))
def test_a_length_of_time_can_be_read_back(months: int, days: int) -> None:
    units = {"year": 12, "month": 1}
    parts = words.amount_text(months, days, "en").split()
    pairs = [(int(n.replace(",", "")), unit.rstrip("s")) for n, unit in zip(parts[::2], parts[1::2], strict=True)]
    assert sum(n * units[unit] for n, unit in pairs if unit in units) == months
    assert sum(n for n, unit in pairs if unit == "day") == days
