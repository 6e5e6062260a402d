"""One name has one key, in whatever script and spelling."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.names import commonness, key, keys_for_search
from rihai.names.letters import fold
from rihai.names.likeness import apart
from rihai.names.sounds import sounds


@pytest.mark.parametrize(
    "spellings",
    [
        ["محمد یوسف", "Mohd Yousaf", "Muhammad Yusuf", "M. Yousuf", "محمد يوسف", "Haji Muhammad Yousaf"],
        ["عبدالغفور", "عبد الغفور", "Abdul Ghafoor", "Abdulghafoor", "Abd-ul-Ghafur"],
        ["عبداللہ", "عبدالله", "Abdullah", "Abd Allah", "Abdulla"],
        ["سیف الرحمٰن", "سیف الرحمن", "Saif ur Rehman", "Saifur Rahman", "Saif-ur-Rehman", "Saifurrehman"],
        ["ضیاء الحق", "ضیاءالحق", "Zia ul Haq", "Ziaulhaq", "Zia-ul-Haque"],
        ["نظام الدین", "Nizamuddin", "Nizam ud Din", "Nizam-ud-Deen"],
        ["حبیب اللہ", "Habibullah", "Habib Ullah", "Habib-ullah"],
        ["مسماۃ نسرین بی بی", "Mst. Nasreen Bi Bi"],
    ],
)
def test_spellings_of_one_name_share_its_key(spellings: list[str]) -> None:
    assert {key(spelling) for spelling in spellings} == {key(spellings[0])}


def test_a_title_counts_where_nothing_else_is_left() -> None:
    assert key("Haji") != ()
    assert key("Haji Zarak") == key("Zarak")


@pytest.mark.parametrize(("one", "other"), [("Gul Naz", "Gulnaz"), ("Usman", "Uthman"), ("Shahzad", "Shezad")])
def test_a_search_finds_names_whose_keys_differ(one: str, other: str) -> None:
    assert keys_for_search(one) & keys_for_search(other)


def test_a_search_leaves_out_words_that_half_a_register_has() -> None:
    assert not keys_for_search("Muhammad Zarak") & keys_for_search("Muhammad Pervez")
    assert keys_for_search("Muhammad") & keys_for_search("محمد")


def test_the_commonest_words_tell_almost_nothing() -> None:
    assert commonness("Mohd") == commonness("محمد") >= 0.9
    assert commonness("Zarak") == 0.0
    assert commonness("Awan") > 0.5


@pytest.mark.parametrize("nothing", ["", "  ", "۱۲۳", "---", "\u200f"])
def test_what_holds_no_letter_has_no_key(nothing: str) -> None:
    assert key(nothing) == ()
    assert keys_for_search(nothing) == frozenset()


def test_letters_of_other_keyboards_are_one() -> None:
    assert fold("علي كريم ة") == fold("علی کریم ہ")
    assert fold("مُحَمَّد") == fold("محمد")
    assert fold("يعقوب\u200d") == "یعقوب"
    assert fold("۱۲ ٣٤") == "12 34"
    assert fold("آصف") != fold("اصف")


_LETTERS = st.text(alphabet="abdehikmnorstuzاآبتحدرسعفقکلمنوہیئ", min_size=1, max_size=7)
_NAMES = st.lists(_LETTERS, min_size=1, max_size=3).map(" ".join)


@given(_NAMES)
def test_a_key_does_not_depend_on_case_form_or_invisible_marks(name: str) -> None:
    assert key(name.upper()) == key(name)
    assert key(unicodedata.normalize("NFD", name)) == key(name)
    assert key("\u200e" + name.replace("ی", "ي").replace("ک", "ك") + "\u200f") == key(name)


@given(_LETTERS, _LETTERS)
def test_words_lie_as_far_apart_both_ways(one: str, other: str) -> None:
    there, back = apart(sounds(fold(one)), sounds(fold(other))), apart(sounds(fold(other)), sounds(fold(one)))
    assert there == pytest.approx(back)
    assert there >= 0
