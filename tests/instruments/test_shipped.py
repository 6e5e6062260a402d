"""What the shipped forms of the field work out: how urgent a call is, what a test scores, what a short visit finds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

import pytest

from rihai.instruments.form import Filled, Form, read_form
from rihai.instruments.form.filled import texts_of_names
from rihai.instruments.reading import Read, read_workbook
from rihai.instruments.scoring import area_scores, marks_in, scoring_from
from rihai.instruments.shipped import FORMS, build
from tests.instruments.books import rules
from tests.people.world import NOON


@cache
def form_of(form_id: str) -> tuple[Read, Form]:
    read = read_workbook(build((FORMS / f"{form_id}.yaml").read_text(encoding="utf-8")), "f.xlsx")
    assert not read.problems
    return read, read_form(read.xform)


def filled(form_id: str, values: Mapping[str, Any]) -> Filled:
    form = form_of(form_id)[1]
    return Filled(form, texts_of_names(form, values), now=NOON.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("danger", "about", "urgency"),
    [
        ("now", "visit", "minutes"), ("none", "self_harm", "minutes"), ("unknown", "visit", "today"),
        ("none", "beaten", "today"), ("none", "visit court", "days"),
    ],
)  # fmt: skip
def test_a_call_is_as_urgent_as_the_danger_in_it(danger: str, about: str, urgency: str) -> None:
    found = filled("helpline_triage", {"danger": danger, "about": about})
    assert found.values()["urgency"] == urgency
    assert ("told" in found.problems()) is (urgency != "days")


def test_a_test_scores_what_is_right_and_nothing_else() -> None:
    right = ("true", "fifteen", "woman", "false", "once", "false", "true", "false", "true", "once")
    answers = {f"q{at}": one for at, one in enumerate(right, 1)}
    assert filled("training_test", answers).values()["score"] == "10"
    assert filled("training_test", {**answers, "q2": "seven", "q9": "unknown"}).values()["score"] == "8"


def test_one_person_held_beyond_a_day_is_a_serious_concern_and_a_shelter_is_asked_if_she_may_leave() -> None:
    read, form = form_of("short_visit")
    scoring = scoring_from(form, read.marks)
    assert scoring is not None
    lock_up = {
        "kind": "lock_up", "access": "full", "women": 0, "entered": "yes", "entered_src": "D O", "told_why": "yes",
        "no_harm": "yes", "no_harm_src": "P S", "no_woman_held": "yes", "apart": "yes", "food": "yes", "sleep": "no",
        "toilet": "partly", "doctor": "na",
    }  # fmt: skip
    found = {}
    for held in (0, 1):
        areas = area_scores(scoring, marks_in(scoring, filled("short_visit", {**lock_up, "beyond_24h": held})))
        found[held] = {one.area: one.finding for one in areas}
    assert found[0] == {"LAW": "met", "WOM": "met", "LIV": "partly_met", "FRE": "not_applicable"}
    assert found[1]["LAW"] == "serious_concern"
    shelter = {"kind": "shelter", "access": "full", "may_leave": "no", "may_call": "yes", "no_pressure": "yes"}
    areas = area_scores(scoring, marks_in(scoring, filled("short_visit", shelter)))
    assert {one.area: one.failed for one in areas}["FRE"] == ("may_leave",)
    assert {one.area: one.finding for one in areas}["LAW"] == "not_applicable"


def test_a_drill_that_took_twice_the_time_is_partly_in_time_and_more_is_a_failure() -> None:
    for minutes, said in ((5, "yes"), (10, "partly"), (11, "no"), (None, "na")):
        assert filled("drill_evaluation", {"plan_minutes": 5, "all_minutes": minutes}).values()["done/in_time"] == said


@pytest.mark.parametrize("seed", range(4))
def test_working_out_only_what_turns_on_a_change_says_the_same_as_working_out_everything_again(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = Random(seed)
    texts: dict[str, str] = {}
    form = form_of(dice.choice(["needs_assessment", "short_visit", "helpline_triage", "prisoner_profile"]))[1]
    for line in Filled(form, {}, now=NOON.replace(tzinfo=None)).every():
        question = line.question
        codes = [one.code for one in question.fixed] if question else []
        if question and dice.random() < 0.8:
            texts[line.key] = dice.choice(codes) if codes else str(dice.randint(0, 9))

    once = Filled(form, texts, now=NOON.replace(tzinfo=None))
    monkeypatch.setattr("rihai.instruments.form.filled.turns_on", lambda *_: True)
    again = Filled(form, texts, now=NOON.replace(tzinfo=None))

    assert [(one.key, one.on, one.text) for one in once.every()] == [
        (one.key, one.on, one.text) for one in again.every()
    ]


def test_a_chain_written_backwards_is_worked_out_to_its_end() -> None:
    """What is reckoned from what stands below it, and in a group that is only asked because of it."""
    form = read_form(read_workbook(rules(
        ("calculate", "last", "", "", "", "", "", "${middle} + 1"),
        ("calculate", "middle", "", "", "", "", "", "${first} + 1"),
        ("calculate", "first", "", "", "", "", "", "if(${asked} = 'yes', 1, 10)"),
        ("select_one yn", "asked", "Asked?", "؟", "${start} > 5"),
        ("integer", "start", "Start", "آغاز"),
    ), "form.xlsx").xform)  # fmt: skip
    for start, last in (("9", "3"), ("1", "12")):
        assert Filled(form, {"start": start, "asked": "yes"}, now=NOON.replace(tzinfo=None)).values()["last"] == last
