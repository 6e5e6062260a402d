"""A form prints blank with a number a sheet, and what was written on it is typed in once, by its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.instruments.form import read_form
from rihai.instruments.models import AboutCode, InstrumentVersion, Paper
from rihai.instruments.queries import answers_about
from rihai.instruments.reading import read_workbook
from rihai.instruments.sheets import numbers
from rihai.instruments.sheets.lines import sheet_of
from rihai.instruments.sheets.rules import only_if
from rihai.instruments.sheets.typing import texts_typed
from rihai.kit.audit.models import Event
from tests.instruments.books import rules
from tests.instruments.handlers import Room, taking
from tests.instruments.phones import many_of, one_of
from tests.instruments.test_versions import taken_in
from tests.people.world import NOON, World

FORM = rules(
    ("begin group", "who", "Who", "کون"),
    ("select_one yn", "has", "Has she?", "کیا ہے؟", "", "", "yes"),
    ("integer", "many", "How many?", "کتنے؟", "${has} = 'yes'", ". <= 20"),
    ("end group",),
    ("select_multiple yn", "which", "Which?", "کون سے؟", "${many} > 2 and not(selected(${has}, 'no'))"),
    ("date", "day", "Day", "دن"),
    ("begin repeat", "rooms", "Room", "کمرہ", "string-length(${has}) > 2"),
    ("decimal", "length", "Length", "لمبائی"),
    ("end repeat",),
    ("note", "end_note", "Thank her.", "شکریہ ادا کریں۔"),
)


def test_a_number_with_a_slip_of_the_pen_is_no_number() -> None:
    assert [numbers.shown(one) for one in (1, 123, 1_234_567)] == ["000001-8", "000123-0", "1234567-4"]
    for one in (1, 123, 999_999, 1_234_567):
        said = numbers.shown(one)
        assert numbers.read(said) == one
        assert numbers.read(f" {said.replace('-', ' ')} ") == one
        wrong = {said[:at] + str((int(said[at]) + 1) % 10) + said[at + 1 :] for at in range(6)}
        assert [numbers.read(text) for text in wrong] == [None] * 6
    assert [numbers.read(text) for text in ("", "x", "1", "۰۰۰۰۰۱-۸", "9" * 99)] == [None, None, None, 1, None]


def test_a_sheet_says_in_words_when_a_question_is_asked() -> None:
    sheet = sheet_of(read_form(read_workbook(FORM, "f.xlsx").xform))
    assert [one.number for one in sheet.asked] == ["1", "2", "3", "4", "5-1", "5-2", "5-3"]
    said = {one.question.name: only_if(sheet, one.question.relevant) for one in sheet.asked}
    assert said["many"] == ("Only if 1 is “Yes” (1).", "صرف اگر سوال 1 کا جواب «ہاں» (1) ہو۔")
    assert said["which"].en == "Only if 2 is more than 2 and 1 is not “No” (2)."
    assert only_if(sheet, "string-length( /data/who/has ) > 2").en == "Only if string-length( [1] ) > 2."
    assert only_if(sheet, "") == ("", "")


def test_what_is_typed_by_numbers_codes_or_words_is_what_was_meant() -> None:
    sheet = sheet_of(read_form(read_workbook(FORM, "f.xlsx").xform))
    typed = {"who/has": "۱", "which": "2، yes", "day": "3/5/1992", "rooms[2]/length": "4.5"}
    assert texts_typed(sheet, typed) == {
        "who/has": "yes", "which": "no yes", "day": "3/5/1992", "rooms[2]/length": "4.5", "rooms#": "2",
    }  # fmt: skip
    assert texts_typed(sheet, {"who/has": "ہاں"})["who/has"] == "yes"
    assert texts_typed(sheet, {"who/has": "7"})["who/has"] == "7"


@dataclass
class Desk:
    """Whoever types, and the form."""

    worker: Account
    client: Client
    version: InstrumentVersion


@pytest.fixture
def desk(world: World) -> Iterator[Desk]:
    version = taken_in(world, FORM)
    worker, client = world.worker("caseworker", world.gulzar), Client()
    client.force_login(worker)
    with taking(Room(lets={worker.pk})):
        yield Desk(worker, client, version)


@pytest.mark.django_db
def test_each_blank_has_a_number_and_both_languages_and_one_about_somebody_her_code(desk: Desk) -> None:
    made = desk.client.post(reverse("instruments:blanks", args=[desk.version.pk]), {"count": "2"})
    pages = PdfReader(BytesIO(made.content)).pages
    text = "\n".join(one.extract_text() for one in pages)
    first, second = (numbers.shown(one.number) for one in many_of(Paper))
    assert (first in text, second in text, "Has she?" in text, "Only if 1 is" in text) == (True,) * 4
    made = desk.client.post(reverse("instruments:blank", args=["tests.room", "test_form", "plan-1"]))
    code = one_of(AboutCode).code
    assert f"{code[:3]}-{code[3:]}" in PdfReader(BytesIO(made.content)).pages[0].extract_text()
    assert len(many_of(Event, act="instruments.paper.printed")) == 2


@pytest.mark.django_db
def test_a_sheet_is_typed_in_once_and_its_number_stays_with_the_answer(desk: Desk, world: World) -> None:
    desk.client.post(reverse("instruments:blanks", args=[desk.version.pk]), {"count": "2"})
    page = reverse("instruments:type", args=["tests.room", "test_form", "plan-1"])
    paper = many_of(Paper)[0]
    typed = {"paper": numbers.shown(paper.number), "q~who~has": "1", "q~who~many": "30", "q~rooms:1~length": "3"}
    wrong = desk.client.post(page, typed)
    assert (wrong.status_code, [row["number"] for row in wrong.context["problems"]]) == (400, ["2"])
    assert 'value="30"' in wrong.content.decode()
    assert desk.client.post(page, {**typed, "q~who~many": "3", "q~which": "1"}).status_code == 302
    with acting_as(desk.worker, NOON):
        (given,) = answers_about("tests.room", "plan-1", actor=desk.worker)
        paper.refresh_from_db()
    assert given.values == {"has": "yes", "many": 3, "which": ["yes"], "rooms": [{"length": 3}]}
    assert paper.answer_id == given.pk
    again = desk.client.post(page, {**typed, "q~who~many": "4"})
    assert (again.status_code, "typed in already" in again.content.decode()) == (400, True)
    for number in ("000123-7", "nonsense", "", "9" * 300, "\x00"):
        assert desk.client.post(page, {**typed, "paper": number}).status_code == 400
    with acting_as(desk.worker, NOON):
        assert len(answers_about("tests.room", "plan-1", actor=desk.worker)) == 1
    other = Client()
    other.force_login(world.worker("supervisor", world.gulzar))
    assert other.get(page).status_code == 404
