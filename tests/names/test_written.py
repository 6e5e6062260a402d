"""Cells as registers write them: the names or aliases meet, and the fathers or husbands do not part them."""

from __future__ import annotations

import pytest

from rihai.names import meets, written_meet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muhammad Aslam s/o Ghulam Nabi", "محمد اسلم ولد غلام نبی"),
        ("Naila w/o Karim", "نائلہ زوجہ کریم"),
        ("Mst. Zarina Bibi wd/o Gul Khan", "زرینہ بی بی بیوہ گل خان"),
        ("جمعو پٽ علي", "Jumo s/o Ali"),
        ("Asif @ Kala", "Asif"),
        ("محمد آصف عرف کالا", "Kala"),
    ],
)
def test_cells_of_one_person_meet_through_relation_and_alias(one: str, other: str) -> None:
    assert written_meet(one, other).meets
    assert written_meet(other, one).meets


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muhammad Aslam s/o Ghulam Nabi", "محمد اسلم ولد غلام رسول"),
        ("Naila w/o Karim", "Naila w/o Rahim"),
        ("Rashid s/o Aslam", "Aslam s/o Rashid"),
        ("s/o Aslam", "Aslam"),
    ],
)
def test_another_father_or_husband_parts_two_of_one_name(one: str, other: str) -> None:
    assert not written_meet(one, other).meets
    assert not written_meet(other, one).meets


def test_a_father_named_once_and_a_husband_beside_a_father_say_nothing() -> None:
    alone = written_meet("Aslam s/o Ghulam Nabi", "Aslam")
    both = written_meet("Naila w/o Karim", "Naila d/o Rahim")

    assert alone.meets
    assert "A father or husband is named for one only." in alone.why
    assert both.meets
    assert "A father is named for one and a husband for the other, so they are not compared." in both.why


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kamal", "Kamil"), ("کامل", "Kamal"), ("عادل", "عدیل"), ("Jabir", "Jabbar"), ("Sahil", "Sohail")],
)
def test_names_of_one_root_stay_apart(one: str, other: str) -> None:
    assert not meets(one, other).meets


@pytest.mark.parametrize(
    ("one", "other"),
    [("Fateh Muhammad", "فتح محمد"), ("Ikhlaq", "Akhlaq"), ("George Masih", "جارج مسیح"), ("Iskandar", "سکندر")],
)
def test_spellings_that_rules_do_not_reach_meet(one: str, other: str) -> None:
    assert meets(one, other).meets
