"""Names meet across scripts and spellings, different names stay apart, and the reasons are said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.names import DATA, ours, read_nonmatches, read_variants, score
from rihai.names import meets


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohd Yousaf", "محمد یوسف"),
        ("Muhammad Zarak Awan", "زرک"),
        ("Muhammad Akram Awan", "اکرم"),
        ("Zafarullah", "ظفر اللہ خان"),
        ("Salahuddin", "Salah ud Din Khan"),
        ("Zarak Khan", "Haji Zarak"),
        ("Gul Naz", "گلناز"),
        ("Allah Ditta", "Allahditta"),
        ("Ghulam Rasul", "غلام رسول"),
        ("Shahida Bibi", "Mst. Shahida"),
        ("Fazlur Rehman", "Fazal ur Rahman"),
        ("ظفر اقبال", "Zafar Iqbal"),
    ],
)
def test_one_persons_names_meet(one: str, other: str) -> None:
    assert meets(one, other).meets
    assert meets(other, one).meets


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan", "Hussain"),
        ("محمود", "Muhammad"),
        ("Muhammad Ali", "Muhammad Asif"),
        ("Ali Raza", "Ahmad Raza"),
        ("Dost Muhammad", "Muhammad"),
        ("Ghulam Hussain", "Hussain"),
        ("Zarak Awan", "Zarak Bhatti"),
        ("Akbar Ali", "Ali Akbar"),
        ("Habib", "Habibullah"),
        ("Hina", "Ina"),
        ("Zohaib", "شاہ زیب"),
        ("Shahid", "Shahida"),
        ("Zarak Nadir", "Zarak Pervez"),
        ("Muhammad Khan", "Muhammad Shah"),
    ],
)
def test_names_of_two_people_do_not_meet(one: str, other: str) -> None:
    assert not meets(one, other).meets
    assert not meets(other, one).meets


def test_pairs_known_to_differ_do_not_meet_in_any_script() -> None:
    pairs = read_nonmatches(DATA / "nonmatches.csv")
    assert len(pairs) == 200
    assert [pair for pair in pairs if meets(*pair).meets] == []


@pytest.mark.parametrize(("file", "part"), [("variants.csv", 2), ("further_variants.csv", 1)])
def test_variants_meet_as_well_as_we_say(file: str, part: int) -> None:
    people = read_variants(DATA / file, frozenset({"place"}))[::part]
    result = score(people, ours(people))
    assert len(people) > 300
    assert result.recall >= 0.95
    assert result.recall_across >= 0.93
    assert result.precision >= 0.95


def test_the_reasons_name_what_agrees_and_what_does_not() -> None:
    meeting = meets("Mohd Zarak Awan", "زرک")
    assert meeting.matched == (("zarak", "زرک"),)
    assert meeting.only_first == ("mohd", "awan")
    assert meeting.only_second == ()
    assert meeting.why == [
        "“zarak” and “زرک” are ways to write one name.",
        "“mohd” stands only in the first name; it is so common that it is often left out.",
        "“awan” stands only in the first name; a family name or rank is often left out.",
        "The names may be one person's; a person must say whether they are.",
    ]


def test_a_likeness_that_is_not_sure_is_said() -> None:
    assert meets("Zorawar", "Zarawar").why[0] == "“zorawar” and “zarawar” sound much alike and may be one name."


def test_a_spelling_of_two_names_is_said() -> None:
    assert "“hamid” can be haamid or hameed." in meets("Hamid", "حمید").why[0]


def test_words_in_another_order_are_said() -> None:
    assert "The words that agree stand in another order." in meets("Nadir Zarak", "Zarak Nadir").why


@pytest.mark.parametrize(("one", "other"), [("", ""), ("", "Zarak"), ("۱۲۳", "Zarak")])
def test_nothing_meets_an_empty_name(one: str, other: str) -> None:
    meeting = meets(one, other)
    assert (meeting.meets, meeting.score) == (False, 0.0)
    assert meeting.why[-1] == "One of the names is empty, so there is nothing to compare."


_WORDS = st.sampled_from(
    ["Zarak", "زرک", "Mohd", "خان", "Abdul", "Rehman", "Ullah", "نظام", "الدین", "Awan", "Haji", "ul"]
)
_NAMES = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)


@given(_NAMES)
def test_a_name_meets_itself(name: str) -> None:
    meeting = meets(name, name)
    assert meeting.meets
    assert meeting.score == 1.0


@given(_NAMES, _NAMES)
def test_meeting_is_the_same_both_ways(one: str, other: str) -> None:
    there, back = meets(one, other), meets(other, one)
    assert 0 <= there.score <= 1
    assert there.score == pytest.approx(back.score)
    assert there.meets == back.meets
