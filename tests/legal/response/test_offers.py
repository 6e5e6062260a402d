"""What the response loop hands to other parts: words on lines, My work, the timeline, measures, a table, petitions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.kit.offers import RowKey
from rihai.legal.papers.operations import file_paper
from rihai.legal.release.queries.lost import days_lost_between
from rihai.legal.response.exports import sheet_of
from rihai.legal.response.measures import obstacles_between, steps_between
from rihai.legal.response.models import State
from rihai.legal.response.operations import file_petition, record_refusal, take
from rihai.legal.response.panels import clock_rows, due_rows, timeline, untouched_rows
from rihai.legal.response.shown.rows import of_rows
from rihai.legal.response.tables import CAUSES, causes, clock_acts, reasons, remedies, remedy_after
from rihai.people.operations import correct_facts
from rihai.screening.law.packs import law_on
from rihai.screening.models import Finding
from tests.legal.papers.cast import confirm_all, petition_of
from tests.legal.response.conftest import DELAY, INSIDE, Office
from tests.legal.response.test_following import version_of
from tests.people.world import CASE

pytestmark = pytest.mark.django_db


def test_a_line_whose_facts_changed_since_the_act_says_which(office: Office) -> None:
    person = office.woman()
    office.do(office.sana, take, row_id=office.line(person))
    facts = {"cases": [{"case_id": CASE, "delay_attributed_to_accused": False}]}
    office.do(office.sana, correct_facts, person_id=person.pk, version=version_of(person), record=facts, raw={},
              true_on=office.today)  # fmt: skip

    with acting_as(office.sana):
        key = RowKey(person_id=person.pk, provision=DELAY, case_id=CASE)
        said = of_rows(office.sana, [key], office.today)[key]
        assert "Changed since then" in said.says
        assert due_rows(office.sana, office.today)[0].person_id == person.pk


def test_the_clocks_speak_on_the_line_and_in_my_work(office: Office) -> None:
    person = office.bailed(9)
    with acting_as(office.sana):
        key = RowKey(person_id=person.pk, provision=INSIDE, case_id="77/26 Market")
        said = of_rows(office.sana, [key], office.today)[key]
        assert "Overdue, bail granted, not furnished" in said.says
        assert said.url == reverse("legal:respond", args=[office.line(person, INSIDE)])
        assert clock_rows(office.sana, office.today)[0].status == "overdue"


def test_a_petition_filed_on_its_own_page_files_the_line(office: Office) -> None:
    person = office.woman()
    with acting_as(office.sana):
        petition = petition_of(person, office.sana)
        confirm_all(petition, office.sana)
        file_paper(petition_id=petition.pk, filed_on=office.today, court="Sessions Court", number="7/26",
                   on=office.today, actor=office.sana, at=office.now)  # fmt: skip
    answer = office.answer(person)
    assert (answer.state, answer.court, answer.owner_id) == (State.FILED, "Sessions Court", office.sana.pk)


def test_measures_count_steps_obstacles_and_days(office: Office) -> None:
    person, until = office.woman(), office.today + timedelta(days=1)
    line = office.line(person)
    office.do(office.sana, file_petition, row_id=line, court="Sessions Court", number="", on=office.today)
    office.do(office.sana, record_refusal, row_id=line, reason="prison_no_papers", on=office.today)
    with acting_as(office.sana):
        steps = list(steps_between(office.sana, office.today, until))
        assert [(one["act"], one["place_id"]) for one in steps] == [
            ("filed", office.world.gulzar.pk), ("refused", office.world.gulzar.pk),
        ]  # fmt: skip
        assert [one["reason"] for one in obstacles_between(office.sana, office.today, until)] == ["prison_no_papers"]
        assert days_lost_between(office.sana, office.today, until) == [], "only arguable"


def test_a_fact_in_doubt_is_shown_and_counted_and_the_answer_of_the_law_stays(office: Office) -> None:
    person = office.woman()
    line = office.line(person)
    with as_house():
        before = Finding.objects.values().get(pk=line)
    office.do(office.sana, record_refusal, row_id=line, reason="court_delay_by_accused", on=office.today,
              level="sessions")  # fmt: skip
    client = Client()
    client.force_login(office.sana, backend=settings.AUTHENTICATION_BACKENDS[-1])
    says = "A court doubts the court&#x27;s view on delay by the accused: see the refusal of"
    shown = client.get(reverse("screening:finding", args=[line])).content.decode()
    assert says in shown
    assert "still the one that the record gives" in shown
    assert says in client.get(reverse("screening:who")).content.decode()
    missing = client.get(reverse("screening:missing"))
    assert missing.context["doubts"] == [("the court's view on delay by the accused", 1)]
    assert "still the one that the record gives" in missing.content.decode()
    with as_house():
        assert Finding.objects.values().get(pk=line) == before
    officer = office.world.worker("records_officer", office.world.gulzar)
    client.force_login(officer, backend=settings.AUTHENTICATION_BACKENDS[-1])
    assert client.get(reverse("screening:missing")).context["doubts"] == [], "others learn that somebody works on it"

    office.do(office.sana, take, row_id=line)
    client.force_login(office.sana, backend=settings.AUTHENTICATION_BACKENDS[-1])
    assert client.get(reverse("screening:missing")).context["doubts"] == [], "somebody is at it again"


def test_what_courts_have_against_a_provision_stands_on_its_page(office: Office) -> None:
    for name in ("Nargis Farzi", "Gul Farzi"):
        office.do(office.sana, record_refusal, row_id=office.line(office.woman(full_name=name)),
                  reason="court_reads_otherwise", on=office.today, level="sessions")  # fmt: skip
    far = office.world.worker("lawyer", office.world.naya_bagh)
    page, client = reverse("legal:provision", args=["pakistan", DELAY]), Client()
    for actor, counts in ((office.sana, [(2, 2)]), (far, [])):
        client.force_login(actor, backend=settings.AUTHENTICATION_BACKENDS[-1])
        answer = client.get(page)
        assert [(one.times, one.people) for one in answer.context["issues"]] == counts
        assert ("What courts have against it" in answer.content.decode()) is bool(counts)


def test_the_table_that_leaves_holds_no_word_of_a_court(office: Office) -> None:
    line = office.line(office.woman())
    office.do(office.sana, record_refusal, row_id=line, reason="court_merits", on=office.today, level="high",
              words="SECRETWORDS")  # fmt: skip
    with acting_as(office.sana):
        sheet = sheet_of(office.sana, {}, "en")
    assert len(sheet.rows) == 1
    assert "SECRETWORDS" not in str(sheet.rows)
    assert reasons()["court_merits"].en not in str(sheet.rows)


def test_who_supervises_hears_of_untouched_lines_and_others_see_no_timeline(office: Office) -> None:
    person = office.woman()
    officer = office.world.worker("records_officer", office.world.gulzar)
    office.do(office.sana, take, row_id=office.line(person))
    later = office.today + timedelta(days=60)
    with acting_as(office.chief):
        assert untouched_rows(office.chief, later)
    with acting_as(officer):
        assert timeline(officer, person.pk) == []
    with acting_as(office.ali):
        assert [one.says for one in timeline(office.ali, person.pk)] == ["Taken"]


def test_the_tables_are_whole_and_name_what_the_packs_have(office: Office) -> None:
    known = law_on(office.today).provisions
    assert set(known) & set(causes()) == {one.id for one in known.values() if one.still_inside}
    assert {cause for cause, _clock in clock_acts()} == set(CAUSES)
    assert all({(cause, clock) for clock in (1, 7, 30)} <= set(clock_acts()) for cause in CAUSES)
    rows: list[Any] = [*reasons().values(), *remedies().values(), *clock_acts().values()]
    for one in rows:
        with translation.override("ur"):
            assert one.says == one.ur
    for reason in reasons().values():
        assert (reason.consequence == "days") is (reason.days > 0)
        for level in ("magistrate", "sessions", "special", "high", "supreme"):
            assert (remedy_after(reason, level, DELAY) is not None) is (reason.by in {"court", "prison", "department"})
    assert all(remedy.cite for remedy in remedies().values())
