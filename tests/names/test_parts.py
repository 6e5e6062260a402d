"""A cell of names is taken apart without changing or losing a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.names import NameParts, split_name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Zarak Khan", NameParts("Zarak Khan")),
        ("  Zarak   Khan ", NameParts("Zarak Khan")),
        ("Zarak S/O Gul Khan", NameParts("Zarak", None, "Gul Khan", "son_of")),
        ("Zarak s/o. Gul Khan", NameParts("Zarak", None, "Gul Khan", "son_of")),
        ("Zarak son of Gul Khan", NameParts("Zarak", None, "Gul Khan", "son_of")),
        ("Mst. Amna d / o Zarak", NameParts("Mst. Amna", None, "Zarak", "daughter_of")),
        ("Amna Bibi W/o Zarak", NameParts("Amna Bibi", None, "Zarak", "wife_of")),
        ("Amna Bibi Wd/o Zarak", NameParts("Amna Bibi", None, "Zarak", "widow_of")),
        ("زرک ولد گل خان", NameParts("زرک", None, "گل خان", "son_of")),
        ("مسماۃ آمنہ زوجہ زرک", NameParts("مسماۃ آمنہ", None, "زرک", "wife_of")),
        ("آمنہ زوجة زرک", NameParts("آمنہ", None, "زرک", "wife_of")),
        ("آمنہ بنت زرک", NameParts("آمنہ", None, "زرک", "daughter_of")),
        ("آمنہ دختر زرک", NameParts("آمنہ", None, "زرک", "daughter_of")),
        ("آمنہ بیوہ زرک", NameParts("آمنہ", None, "زرک", "widow_of")),
        ("سومار پٽ علی", NameParts("سومار", None, "علی", "son_of")),
        ("Zarak @ Kala s/o Gul", NameParts("Zarak", "Kala", "Gul", "son_of")),
        ("Zarak urf Kala", NameParts("Zarak", "Kala")),
        ("Zarak a.k.a. Kala", NameParts("Zarak", "Kala")),
        ("Zarak alias Kala", NameParts("Zarak", "Kala")),
        ("زرک عرف کالا ولد گل", NameParts("زرک", "کالا", "گل", "son_of")),
        ("زرک المعروف کالا", NameParts("زرک", "کالا")),
        ("Zarak s/o Gul (late)", NameParts("Zarak", None, "Gul", "son_of", father_or_husband_late=True)),
        ("Zarak s/o Late Gul", NameParts("Zarak", None, "Gul", "son_of", father_or_husband_late=True)),
        ("زرک ولد گل مرحوم", NameParts("زرک", None, "گل", "son_of", father_or_husband_late=True)),
        ("s/o Gul", NameParts("", None, "Gul", "son_of")),
        ("Zarak s/o", NameParts("Zarak", None, None, "son_of")),
        ("", NameParts("")),
    ],
)
def test_a_cell_is_taken_apart(text: str, parts: NameParts) -> None:
    assert split_name(text) == parts


@pytest.mark.parametrize("name", ["Sohail", "Walid", "ولیدہ", "Surfraz", "Akash", "Lateef", "Aliasghar"])
def test_a_name_that_holds_the_letters_of_a_mark_is_left_whole(name: str) -> None:
    assert split_name(name) == NameParts(name)


def test_what_follows_a_second_relation_stays_with_the_husband() -> None:
    assert split_name("Amna w/o Zarak s/o Gul").father_or_husband_name == "Zarak s/o Gul"


def test_invisible_marks_are_taken_off() -> None:
    assert split_name("\u200fزرک\u200e ولد گل\u202c") == NameParts("زرک", None, "گل", "son_of")


_WORDS = st.lists(st.sampled_from(["Zarak", "Haji", "Gul", "خان", "Dr.", "Mst.", "علی"]), min_size=1, max_size=4)


@given(_WORDS, _WORDS, _WORDS)
def test_no_word_is_lost(own: list[str], alias: list[str], other: list[str]) -> None:
    parts = split_name(f"{' '.join(own)} @ {' '.join(alias)} S/O {' '.join(other)}")
    assert parts == NameParts(" ".join(own), " ".join(alias), " ".join(other), "son_of")
