"""A form with answers in it: what is asked now, what is worked out, what is wrong, the answer as XML."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree

import pytest

from rihai.instruments.form import Filled, Form, read_form
from rihai.instruments.form.filled import by_name, texts_of_names, texts_of_values
from rihai.instruments.reading import read_workbook
from tests.instruments.books import rules, scaled

NOW = datetime(2026, 11, 26, 9, 30)  # noqa: DTZ001 - the clock on the wall where the form is filled in


def read(*questions: tuple[str, ...]) -> Form:
    """The form of these questions."""
    found = read_workbook(rules(*questions), "form.xlsx")
    assert not found.problems, [one.says for one in found.problems]
    return read_form(found.xform)


def filled(form: Form, texts: dict[str, str], language: str = "en") -> Filled:
    """The form with these texts in it."""
    return Filled(form, texts, now=NOW, language=language)


CHILDREN = read(
    ("select_one yn", "any", "Any children?", "بچے؟", "", "", "yes"),
    ("integer", "many", "How many?", "کتنے؟", "${any} = 'yes'", ". > 0 and . < 20", "yes"),
    ("calculate", "twice", "", "", "", "", "", "${many} * 2"),
    ("note", "told", "That is ${twice}.", "یہ ${twice} ہیں۔", "${many} > 0"),
)


def test_a_question_is_asked_when_its_rule_holds_and_what_is_not_asked_is_not_needed() -> None:
    no = filled(CHILDREN, {"any": "no", "many": "3"})
    assert {one.key: one.on for one in no.every()}["many"] is False
    assert no.problems() == {}
    assert "many" not in no.values()
    yes = filled(CHILDREN, {"any": "yes"})
    assert yes.problems() == {"many": "required"}


def test_what_is_worked_out_stands_in_texts_in_both_languages() -> None:
    for language, says in (("en", "That is 6."), ("ur", "یہ 6 ہیں۔")):
        form = filled(CHILDREN, {"any": "yes", "many": "۳"}, language)
        told = next(one for one in form.every() if one.key == "told")
        assert form.says(told.node.label, told) == says
    assert form.values()["many"] == 3


@pytest.mark.parametrize(
    ("kind", "text", "wrong"),
    [
        ("integer", "12.5", "integer"),
        ("integer", "9" * 30, "integer"),
        ("integer", "abc", "integer"),
        ("decimal", "1e400", "decimal"),
        ("decimal", "nan", "decimal"),
        ("date", "31/02/2026", "date"),
        ("time", "25:00", "time"),
        ("select_one yn", "maybe", "choice"),
        ("select_multiple yn", "yes maybe", "choice"),
        ("text", "a\0b", "control"),
        ("text", "\u202eabc", "turning_marks"),
        ("text", "x" * 10_001, "too_long"),
    ],
)
def test_what_is_no_answer_is_said_and_not_kept_as_one(kind: str, text: str, wrong: str) -> None:
    form = filled(read((kind, "a", "A", "ا")), {"a": text})
    assert form.problems() == {"a": wrong}


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("integer", "۱۲", 12),
        ("decimal", "1,234.50", 1234.5),
        ("date", "25/11/2026", "2026-11-25"),
        ("date", "۲۵ نومبر ۲۰۲۶", "2026-11-25"),
        ("time", "9:05", "09:05"),
        ("select_multiple yn", "yes no", ["yes", "no"]),
        ("text", " کچھ ", "کچھ"),
    ],
)
def test_answers_are_read_as_people_write_them(kind: str, text: str, value: object) -> None:
    assert filled(read((kind, "a", "A", "ا")), {"a": text}).values() == {"a": value}


@pytest.mark.parametrize(
    ("rule", "answer", "holds"),
    [
        (". <= today()", "2026-11-26", True),
        (". <= today()", "2026-11-27", False),
        (". > today() - 30", "2026-10-01", False),
        (". >= date('2026-01-01') and . < '2027-01-01'", "2026-05-05", True),
        ("format-date(., '%Y') = '2026'", "2026-05-05", True),
    ],
)
def test_days_are_compared_as_days(rule: str, answer: str, holds: bool) -> None:
    form = filled(read(("date", "a", "A", "ا", "", rule)), {"a": answer})
    assert (form.problems() == {}) is holds


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        ("string-length(.) = 3", "abc"),
        ("regex(., '[0-9]{5}-[0-9]{7}-[0-9]')", "91234-5678901-2"),
        ("selected(., 'b') and count-selected(.) = 2", "a b"),
        ("if(. > 5, true(), false())", "7"),
        ("coalesce(., 'x') = 'y'", "y"),
        ("round(. div 3, 2) = 2.33", "7"),
        ("substr(., 0, 2) = 'ab' and starts-with(., 'a')", "abc"),
        ("int(.) = 4 and min(., 9) = 4.5", "4.5"),
        (". mod 2 = 1 and pow(., 2) = 49", "7"),
        ("concat(., '-', 'x') = 'q-x'", "q"),
    ],
)
def test_the_functions_of_odk_answer(rule: str, answer: str) -> None:
    assert filled(read(("text", "a", "A", "ا", "", rule)), {"a": answer}).problems() == {}


def test_a_choice_is_named_in_the_reader_s_words_and_yes_is_kept_as_javarosa_keeps_it() -> None:
    asks = read(
        ("select_one yn", "a", "A", "ا"),
        ("calculate", "named", "", "", "", "", "", "jr:choice-name(${a}, '${a}')"),
        ("calculate", "is", "", "", "", "", "", "${a} = 'yes'"),
    )
    assert filled(asks, {"a": "yes"}, "ur").values() == {"a": "yes", "named": "ہاں", "is": "1"}


ROOMS = read(
    ("begin repeat", "rooms", "Room", "کمرہ"),
    ("integer", "people", "People", "افراد"),
    ("decimal", "area", "Area", "رقبہ"),
    ("calculate", "each", "", "", "", "", "", "${area} div ${people}"),
    ("end repeat",),
    ("calculate", "all", "", "", "", "", "", "sum(${people})"),
)


def test_a_repeat_is_asked_as_often_as_there_are_rounds() -> None:
    form = filled(ROOMS, {"rooms#": "2", "rooms[1]/people": "4", "rooms[1]/area": "10", "rooms[2]/people": "6"})
    assert form.problems() == {}
    values = form.values()
    assert (values["rooms[1]/each"], values["all"]) == ("2.5", "10")
    assert by_name(values)["rooms"][1] == {"people": 6}
    assert filled(ROOMS, texts_of_values(values)).values() == values
    assert filled(ROOMS, texts_of_names(ROOMS, by_name(values))).values() == values


def test_the_answer_is_an_instance_of_the_form() -> None:
    form = filled(ROOMS, {"rooms#": "2", "rooms[1]/people": "4"})
    root = ElementTree.fromstring(form.xml(instance_id="uuid:2", deprecated="uuid:1"))
    assert root.get("id") == "test_form"
    assert [one.findtext("people") for one in root.findall("rooms")] == ["4", None] or len(root.findall("rooms")) == 2
    assert (root.findtext("meta/instanceID"), root.findtext("meta/deprecatedID")) == ("uuid:2", "uuid:1")


def test_however_often_a_repeat_is_said_to_be_asked_it_stays_within_bounds() -> None:
    for said in ("99999999", "-1", "x", "۹۹"):
        assert len(list(filled(ROOMS, {"rooms#": said}).every())) < 600


def test_of_a_scale_nothing_beside_its_ends_and_steps_is_taken() -> None:
    form = read_form(read_workbook(scaled(), "form.xlsx").xform)
    judged = {
        text: filled(form, {"heat": text}).problems().get("heat", "") for text in ("2.5", "0", "2.3", "10.5", "-1")
    }
    assert judged == {"2.5": "", "0": "", "2.3": "range", "10.5": "range", "-1": "range"}
