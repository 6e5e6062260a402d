"""Programmes are files: read strictly, every mistake with file and line; adding one is one file, and no code."""

from __future__ import annotations

from pathlib import Path

import pytest

from rihai.casework.cases.eligibility import Asker, judge, needs_reason
from rihai.casework.cases.programmes import ProgrammeInvalid, load_programmes, programmes, read_programme

GOOD = """
title: {en: "Chess", ur: "شطرنج"}
says: {en: "A game.", ur: "ایک کھیل۔"}
for_whom:
  - rule: age
    at_least: 18
    below: 60
    says: {en: "Grown up.", ur: "بالغ۔"}
"""
BAD = """
title: {en: "Chess"}
says: {en: "A game.", ur: "ایک کھیل۔"}
approval: yes
wait: 3
review_days: 0
for_whom:
  - rule: setting
    among: [moon]
    says: {en: "There.", ur: "وہاں۔"}
  - rule: fact
    fact: full_name
    says: {en: "Named.", ur: "نام۔"}
services: [life_skills, flying_lessons]
"""


def test_a_programme_more_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "chess.yaml").write_text(GOOD, encoding="utf-8")
    [chess] = load_programmes(tmp_path).values()
    assert (chess.slug, chess.shown, chess.data_class, chess.approval) == ("chess", "Chess", "personal", False)


def test_every_mistake_is_told_at_once_with_its_line() -> None:
    with pytest.raises(ProgrammeInvalid) as told:
        read_programme(BAD, "chess.yaml")
    assert [one.partition(": ")[0] for one in told.value.mistakes] == [
        "chess.yaml:2", "chess.yaml:4", "chess.yaml:5", "chess.yaml:6", "chess.yaml:9", "chess.yaml:11",
        "chess.yaml:14",
    ]  # fmt: skip
    with pytest.raises(ProgrammeInvalid, match="kept in sealed records"):
        read_programme(GOOD + "data_class: sealed\n", "chess.yaml")


def test_not_knowing_is_an_answer() -> None:
    rules = read_programme(GOOD, "chess.yaml")
    answers = {ages: judge(rules, Asker("", ages=ages))[0].answer for ages in (None, (30, 30), (17, 18), (60, 60))}
    assert answers == {None: "unknown", (30, 30): "met", (17, 18): "unknown", (60, 60): "not_met"}
    assert needs_reason(judge(rules, Asker("", ages=(17, 18))))
    mother = programmes()["mother_child"]
    met = Asker("prison", {"sex": "female"}, risks={"pregnant": True}, is_screened=True)
    assert [one.answer for one in judge(mother, met)] == ["met", "met"]
    assert judge(mother, Asker("prison", is_screened=True))[0].answer == "not_met"
    assert judge(mother, Asker("prison"))[0].answer == "unknown", "nobody has screened her"


def test_the_shipped_programmes_are_for_everybody_somewhere() -> None:
    settings = {where for one in programmes().values() for rule in one.for_whom for where in rule.among}
    assert {"prison", "police", "shelter", "probation", "community"} <= settings
