"""The page of somebody on whom every part of the room works: no question is asked twice, however much there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.legal.matters.operations import list_hearing, open_matter
from rihai.legal.release.models import SlipText
from rihai.legal.release.operations import make_slip
from rihai.legal.response.operations import add_note, take
from rihai.people.models import Person
from tests.legal.papers.cast import CASE, petition_of
from tests.legal.response.conftest import Office, make_office

pytestmark = pytest.mark.django_db
SAID = {"kind": "aid", "stage": "bail", "ground": "delay", "court_name": "Sessions Court Gulistan"}


def work_on(office: Office, person: Person, times: int, first: int = 1) -> None:
    """A matter with so many hearings, and so many notes."""
    matter = office.do(office.sana, open_matter, clients=[(person.pk, CASE)], others=(), said=SAID)
    for day in range(first, first + times):
        office.do(office.sana, add_note, row_id=office.line(person), note="Spoke to her brother.")
        said = {"listed_on": office.today + timedelta(days=day), "purpose": "bail"}
        office.do(office.sana, list_hearing, matter_id=matter.pk, said=said)


def asked_on(office: Office, person: Person) -> Counter[str]:
    """Every question that the page asks, as often as it asks it; not the trail's, nor those of rooms beside this."""
    browser = Client()
    browser.force_login(office.sana, backend=settings.AUTHENTICATION_BACKENDS[-1])
    asked: Counter[str] = Counter()

    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        above = any(f'"{room}_' in sql for room in ("instruments", "casework", "monitoring", "advocacy"))
        if sql.startswith("SELECT") and "set_config" not in sql and not above:
            asked[f"{sql} {params}"] += 1
        return execute(sql, params, many, context)

    browser.get(reverse("people:person", args=[person.pk]))
    with connection.execute_wrapper(listen):
        assert browser.get(reverse("people:person", args=[person.pk])).status_code == 200
    return asked


def test_no_question_is_asked_twice_and_none_more_for_three_times_the_work() -> None:
    office = make_office()
    person = office.woman()
    office.do(office.sana, take, row_id=office.line(person))
    with acting_as(office.sana):
        petition_of(person, office.sana)
    text = SlipText("leave", "Sana Farzi", "Amna, box at the gate")
    office.do(office.sana, make_slip, person_id=person.pk, text=text, due_on=office.today)
    work_on(office, person, 1)
    few = asked_on(office, person)
    assert [sql for sql, times in few.items() if times > 1] == []
    work_on(office, person, 3)
    assert few.total() == asked_on(office, person).total() <= 55
