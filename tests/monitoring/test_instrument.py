"""The instrument: complete, in both languages, from every rule to its items, and answers that work themselves out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from rihai.demo.monitoring import filled_with
from rihai.instruments.form import Filled, Form, read_form
from rihai.instruments.form.filled import by_name, texts_of_names
from rihai.instruments.reading import Read, read_workbook
from rihai.instruments.scoring import scoring_from
from rihai.monitoring.instrument import mandela
from rihai.monitoring.instrument.form import workbook
from rihai.monitoring.instrument.items import LAST_RULE

NOW = datetime.fromisoformat("2026-11-26T12:00")
EVERYBODY = {
    "round": "full", "held_men": 5, "held_women": 5, "held_boys": 1, "held_girls": 1, "held_transgender": 0,
    "held_children": 1, "untried": 5, "sentenced": 5, "condemned": 1, "civil": 1, "uncharged": 0, "foreign": 1,
}  # fmt: skip
NUMBERS = {one.code for one in mandela().items.values() if one.how == "number"}


@pytest.fixture(scope="module")
def read() -> Read:
    """The workbook, read as one that somebody gives in."""
    return read_workbook(workbook(), "mandela.xlsx")


@pytest.fixture(scope="module")
def form(read: Read) -> Form:
    """The form in it."""
    return read_form(read.xform)


def answered(form: Form, values: dict[str, Any]) -> dict[str, Any]:
    """What stands in the form, by the names of its questions, once everything is worked out."""
    return by_name(filled(form, values).values())


def filled(form: Form, values: dict[str, Any]) -> Filled:
    return Filled(form, texts_of_names(form, values), now=NOW)


def asked(form: Form, **values: Any) -> set[str]:
    """The codes of the items that are asked."""
    lines = filled(form, {**EVERYBODY, **values}).every()
    return {item.code for one in lines if one.on and (item := mandela().named(one.node.name))}


def test_it_has_140_items_of_which_33_are_critical_and_59_rapid() -> None:
    items = mandela().items.values()

    assert len(items) == 140
    assert sum(one.is_critical for one in items) == 33
    assert sum(one.is_rapid for one in items) == 59
    assert len(mandela().areas) == 29


def test_every_rule_from_1_to_122_is_reached_and_no_other() -> None:
    reached = {rule for one in mandela().items.values() for rule in one.mandela}

    assert reached == set(range(1, LAST_RULE + 1))
    assert {rule for one in mandela().items.values() for rule in one.bangkok} >= set(range(1, 59))


def test_every_word_of_it_stands_in_both_languages(read: Read) -> None:
    assert read.problems == ()
    assert read.warnings == ()
    for one in mandela().items.values():
        texts = [
            one.asks,
            *one.lines.values(),
            *one.points,
            *([one.no_if] if one.no_if else []),
            *([one.yes_if] if one.yes_if else []),
        ]
        assert all(text["en"] and text["ur"] for text in texts), one.code


def test_the_same_workbook_comes_out_each_time() -> None:
    assert workbook() == workbook()


def test_the_form_declares_scores_of_which_critical_items_weigh_double(form: Form, read: Read) -> None:
    scoring = scoring_from(form, read.marks)

    assert scoring is not None
    assert len(scoring.items) == 140
    assert {float(one.weight) for one in scoring.items.values() if one.is_critical} == {2.0}
    assert scoring.items["sep_02"].marks["rules"] == "11 112"


@pytest.mark.parametrize("code", ["yes", "partly", "no", "na"])
def test_ticks_samples_and_interviews_work_the_answer_out(form: Form, code: str) -> None:
    said = {one: code for one in mandela().items if one not in NUMBERS}
    values = answered(form, filled_with(said, **EVERYBODY))

    assert {one: values[mandela().items[one].name] for one in said} == said


def test_what_must_not_be_found_makes_it_no_whatever_else_is_right(form: Form) -> None:
    items = [one for one in mandela().items.values() if one.no_if]
    values = answered(form, filled_with({}, **EVERYBODY) | {f"{one.name}_x": "yes" for one in items})

    assert len(items) > 15
    assert {values[one.name] for one in items} == {"no"}


def test_without_its_condition_a_yes_is_partly(form: Form) -> None:
    items = [one for one in mandela().items.values() if one.yes_if]
    values = answered(form, {**filled_with({}, **EVERYBODY), **{f"{one.name}_a": "no" for one in items}})

    assert {values[one.name] for one in items} == {"partly"}


def test_fewer_than_five_asked_in_private_answer_nothing(form: Form) -> None:
    values = answered(form, filled_with({}, **EVERYBODY) | {"res_06_of": 4, "res_06_k": 4})

    assert values["res_06"] == "na"


def test_nine_tenths_of_a_short_list_are_enough_and_one_less_is_partly(form: Form) -> None:
    def said(drawn: int, right: int) -> object:
        return answered(form, filled_with({}, **EVERYBODY) | {"fil_04_of": drawn, "fil_04_k": right})["fil_04"]

    assert [said(7, 7), said(7, 6), said(5, 3), said(5, 2)] == ["yes", "partly", "partly", "no"]


def measured(form: Form, name: str, **values: Any) -> object:
    return answered(form, {**EVERYBODY, **values}).get(name)


def test_the_worst_unit_decides_how_many_share_a_toilet(form: Form) -> None:
    def shared(*units: tuple[int, int]) -> object:
        rows = [{"unit_people": people, "unit_toilets": works} for people, works in units]
        return measured(form, "acc_05", units_counted="yes", units=rows)

    limits = [shared((25, 1)), shared((26, 1)), shared((50, 1)), shared((51, 1))]
    assert limits == ["yes", "partly", "partly", "no"]
    assert shared((20, 1), (60, 1)) == "no"
    assert shared((5, 0)) == "no"
    assert measured(form, "acc_05") == "na"


def test_the_fullest_room_decides_by_the_limit_of_its_kind(form: Form) -> None:
    def room(kind: str, area: float) -> dict[str, Any]:
        return {"room_kind": kind, "room_length": area, "room_width": 1, "room_people": 1}

    def said(*rooms: dict[str, Any]) -> object:
        return measured(form, "acc_01", rooms_measured="yes", rooms=list(rooms))

    shared = [said(room("shared", area)) for area in (3.4, 3.39, 3.0, 2.99)]
    assert shared == ["yes", "partly", "partly", "no"]
    single = [said(room("single", area)) for area in (5.4, 5.39, 4.0, 3.9)]
    assert single == ["yes", "partly", "partly", "no"]
    assert said(room("shared", 9), room("single", 4)) == "partly"
    assert said({**room("shared", 4), "room_toilet": 1}) == "partly"


def test_water_air_court_and_work_have_their_limits(form: Form) -> None:
    def each(name: str, *given: dict[str, Any]) -> list[object]:
        return [measured(form, name, **one) for one in given]

    water = each("fwa_05", *({"water_litres": litres, "water_people": 10} for litres in (150, 149, 100, 99)))
    assert water == ["yes", "partly", "partly", "no"]
    court = each("unt_04", *({"court_due": 1000, "court_produced": came} for came in (950, 949, 800, 799)))
    assert court == ["yes", "partly", "partly", "no"]
    assert measured(form, "unt_04", court_due=0, court_produced=0) == "na"
    work = each("wrk_01", *({"work_fit": 100, "work_busy": busy} for busy in (60, 59, 30, 29)))
    assert work == ["yes", "partly", "partly", "no"]
    rows = [{"hours_people": 5, "hours_out": 5, "hours_air": air} for air in (60, 59)]
    assert measured(form, "exe_01", hours_asked="yes", hours=rows) == "partly"


def test_rounds_ask_what_they_are_for(form: Form) -> None:
    rapid = {one.code for one in mandela().items.values() if one.is_rapid}
    critical = {one.code for one in mandela().items.values() if one.is_critical}

    assert asked(form) == set(mandela().items)
    assert asked(form, round="rapid") == rapid
    assert asked(form, round="follow_up", again="rel_01 acc_05") == critical | {"REL-01", "ACC-05"}


def test_where_nobody_of_a_group_is_held_its_items_are_not_asked(form: Form) -> None:
    nobody = {"held_women": 0, "held_girls": 0, "held_boys": 0, "held_children": 0}
    shown = asked(form, **nobody)

    assert not any(one.startswith(("WOM", "JUV")) for one in shown)
    assert {"SEP-01", "RST-04", "STA-07", "SEP-02"}.isdisjoint(shown)
    assert "WOM-05" in asked(form, **{**nobody, "held_children": 1}), "a child may live with its father (rule 29)"
    assert "UNT-05" not in asked(form, civil=0)
    assert "CON-06" not in asked(form, foreign=0)


def test_partly_and_no_need_words_and_not_assessed_a_reason(form: Form) -> None:
    values = filled_with({"REL-02": "no", "EME-02": "na"}, **EVERYBODY)
    del values["rel_02_note"], values["eme_02_why"]
    problems = filled(form, values).problems()

    assert {key.rpartition("/")[2] for key in problems} == {"rel_02_note", "eme_02_why"}


def test_anybody_reads_it_and_takes_form_and_guide(client: Client, db: None) -> None:
    page = client.get("/monitoring/instrument/")
    form = client.get("/monitoring/instrument/xlsx/")
    guide = client.get("/monitoring/instrument/guide/ur/")

    assert page.status_code == form.status_code == guide.status_code == 200
    assert b'id="rule-122"' in page.content
    assert form.content == workbook()
    assert guide.content.startswith(b"%PDF")
    assert client.get("/monitoring/instrument/guide/xx/").status_code == 404
