"""The pages of the response loop: one line, my lines, untouched ones, the board, many at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.legal.response.models import ClockAct, Response, State, Telling
from rihai.legal.response.operations import offer, record_refusal, take
from tests.legal.response.conftest import INSIDE, Office
from tests.screening.cast import keep, woman

pytestmark = pytest.mark.django_db


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[1])
    return client


def send(client: Client, line: UUID, **said: Any) -> Any:
    return client.post(reverse("legal:respond", args=[line]), said)


def test_a_lawyer_takes_files_and_is_refused_on_one_page(office: Office) -> None:
    person = office.woman()
    line, client, today = office.line(person), client_of(office.sana), office.today.isoformat()

    page = client.get(reverse("legal:respond", args=[line]))
    assert page.status_code == 200
    assert send(client, line, act="take", version=0).status_code == 302
    assert send(client, line, act="file", court="Sessions Court", on=today, version=1).status_code == 302
    refused = send(client, line, act="refuse", reason="court_merits", on=today, version=2)
    assert refused.status_code == 400, "which court has to be said"
    assert send(client, line, act="refuse", reason="court_merits", on=today, level="high", version=2).status_code == 302
    shown = client.get(reverse("legal:respond", args=[line])).content.decode()
    assert "Supreme Court" in shown
    assert "PLD 2023 SC 617" in shown
    again = send(client, line, act="file", court="High Court", on=today, version=3)
    assert again.status_code == 409
    assert "A court refused this before" in again.content.decode()


def test_what_is_missing_or_cannot_be_is_said_beside_its_field(office: Office) -> None:
    line, client = office.line(office.woman()), client_of(office.sana)
    later = (office.today + timedelta(days=2)).isoformat()
    wrong: dict[str, dict[str, str]] = {
        "court": {"act": "file", "on": later},
        "until": {"act": "park", "until": "1999-01-01"},
        "receiver": {"act": "refer", "receiver": "x" * 400, "on": later},
        "note": {"act": "note", "note": "a\x00b\u202e"},
        "colleague": {"act": "hand_over"},
        "act": {"act": "nonsense"},
        "on": {"act": "grant", "on": "9999-12-31"},
    }
    for field, said in wrong.items():
        answer = send(client, line, **said)
        assert answer.status_code == 400, field
    assert not Response.objects.exists()


def test_a_stale_form_is_told_and_the_next_try_goes_through(office: Office) -> None:
    person = office.woman()
    line, client = office.line(person), client_of(office.sana)
    office.do(office.sana, take, row_id=line)

    overtaken = send(client, line, act="close", version=0)
    assert overtaken.status_code == 409
    assert 'name="version" value="1"' in overtaken.content.decode()
    assert send(client, line, act="close", version=1).status_code == 302
    assert office.answer(person).state == State.CLOSED


def test_who_does_not_see_the_person_finds_nothing(office: Office) -> None:
    line = office.line(office.woman())
    far = client_of(office.world.worker("lawyer", office.world.naya_bagh))
    assert far.get(reverse("legal:respond", args=[line])).status_code == 404
    assert send(far, line, act="take").status_code == 404


def test_a_note_is_withheld_from_who_has_no_legal_class(office: Office) -> None:
    line = office.line(office.woman())
    send(client_of(office.sana), line, act="refuse", reason="court_merits", on=office.today.isoformat(),
         level="sessions", note="the judge said SECRETWORDS")  # fmt: skip
    assert "SECRETWORDS" in client_of(office.ali).get(reverse("legal:respond", args=[line])).content.decode()
    page = client_of(office.chief).get(reverse("legal:respond", args=[line])).content.decode()
    assert "SECRETWORDS" not in page
    assert "a note is withheld" in page


def test_an_offer_is_accepted_or_not_and_never_half(office: Office) -> None:
    person = office.woman()
    line = office.line(person)
    office.do(office.sana, take, row_id=line)
    office.do(office.sana, offer, row_id=line, account_id=office.ali.pk)
    answer, ali = office.answer(person), client_of(office.ali)
    assert answer.owner_id == office.sana.pk

    assert "asks you to go on" in ali.get(reverse("legal:respond", args=[answer.pk])).content.decode()
    ali.post(reverse("legal:answer-offer", args=[answer.pk]), {"how": "accept"})
    assert office.answer(person).owner_id == office.ali.pk


def test_the_lists_say_who_has_a_line_and_others_learn_only_that_somebody_does(office: Office) -> None:
    person = office.woman()
    office.do(office.sana, take, row_id=office.line(person))
    officer = office.world.worker("records_officer", office.world.gulzar)

    team = client_of(office.ali).get(reverse("screening:who")).content.decode()
    other = client_of(officer).get(reverse("screening:who")).content.decode()
    assert f"Taken by {office.sana.name}" in team.replace("&#x27;", "'")
    assert "Represented: yes" in other
    assert "Taken by" not in other
    panel = client_of(officer).get(reverse("people:person", args=[person.pk])).content.decode()
    assert "Represented: yes" in panel


def test_many_lines_are_taken_together_or_none(office: Office) -> None:
    people = [office.woman(full_name=f"Nargis {name}") for name in ("Farzi", "Misali", "Namoona")]
    lines = [office.line(one) for one in people]
    office.do(office.sana, take, row_id=lines[0])
    ali = client_of(office.ali)

    asked = ali.post(reverse("legal:take-all"), {"row": lines})
    assert asked.status_code == 200
    refused = ali.post(reverse("legal:take-all"), {"row": lines, "act": "take"})
    assert refused.status_code == 409
    assert office.sana.name in refused.content.decode()
    with as_house():
        assert Response.objects.count() == 1
    assert ali.post(reverse("legal:take-all"), {"row": lines[1:], "act": "take"}).status_code == 302
    with as_house():
        assert Response.objects.filter(owner_id=office.ali.pk).count() == 2


def test_a_supervisor_sees_what_nobody_answered_and_gives_it_to_somebody(office: Office) -> None:
    person = office.woman()
    line, chief = office.line(person), client_of(office.chief)
    page = chief.get(reverse("legal:untouched"), {"days": 0})
    assert str(line) in page.content.decode()
    assert str(line) not in chief.get(reverse("legal:untouched")).content.decode(), "found today"

    given = {"row": [line], "act": "assign", "colleague": office.ali.pk}
    assert chief.post(reverse("legal:assign-all"), given).status_code == 302
    assert office.answer(person).owner_id == office.ali.pk
    idle = chief.get(reverse("legal:untouched") + "?days=0&by=idle").content.decode()
    assert office.ali.name in idle
    assert client_of(office.sana).get(reverse("legal:untouched")).status_code == 404


def test_the_board_shows_the_overdue_act_red_and_keeps_what_was_done(office: Office) -> None:
    person = office.bailed(9)
    line, client = office.line(person, INSIDE), client_of(office.sana)
    page = client.get(reverse("legal:inside")).content.decode()
    assert "Ask the person and the prison what is missing" in page
    assert 'data-status="overdue"' in page

    done = {"cause": "bail_not_furnished", "clock": 1}
    client.post(reverse("legal:clock-done", args=[line]), done)
    client.post(reverse("legal:clock-done", args=[line]), done)
    with as_house():
        assert ClockAct.objects.count() == 1
    page = client.get(reverse("legal:inside")).content.decode()
    assert "Ask the court for a smaller sum" in page
    assert "Ask the person and the prison" not in page


def test_days_lost_stand_once_under_each_heading(office: Office) -> None:
    with acting_as(office.sana):
        keep(woman(office.today - timedelta(days=10)), office.world.gulzar, office.sana)
    page = client_of(office.chief).get(reverse("legal:lost")).content.decode()
    assert "nothing but the decision is missing" in page
    assert page.count('data-label="People">1<') == 3, "by cause, by prison, by court"


def test_obstacles_are_counted_from_refusals(office: Office) -> None:
    for name in ("Farzi", "Misali"):
        line = office.line(office.woman(full_name=name))
        office.do(office.sana, record_refusal, row_id=line, reason="prison_no_papers", on=office.today)
    page = client_of(office.sana).get(reverse("legal:obstacles")).content.decode()
    assert "The prison did not give the papers" in page
    assert "Obstacles of practice" in page


def test_she_is_told_and_it_leaves_my_work(office: Office) -> None:
    line, client = office.line(office.woman()), client_of(office.sana)
    office.do(office.sana, record_refusal, row_id=line, reason="prison_rule", on=office.today)
    with as_house():
        telling = Telling.objects.get()
    assert reverse("legal:telling", args=[telling.pk]) in client.get(reverse("home")).content.decode()
    sent = {"how": "told", "on": office.today.isoformat(), "words": "calm"}
    assert client.post(reverse("legal:telling", args=[telling.pk]), sent).status_code == 302
    assert reverse("legal:telling", args=[telling.pk]) not in client.get(reverse("home")).content.decode()
