"""The loop is closed: found, recommended, answered, verified a visit later, named where it was not kept."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.utils import timezone
from docx import Document

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.monitoring.errors import NoSuchInspection, NothingSaid, NotNow
from rihai.monitoring.inspections import operations as visits
from rihai.monitoring.inspections.models import Inspection, State, TeamMember
from rihai.monitoring.inspections.taking import subject_of
from rihai.monitoring.recommendations import operations
from rihai.monitoring.recommendations.models import AuthorityLink, Recommendation, Response, Standing
from rihai.monitoring.recommendations.queries import kept_of_due, overdue, recommendations_for
from rihai.monitoring.recommendations.queries.proposed import proposals
from rihai.monitoring.recommendations.queries.response import response
from rihai.monitoring.recommendations.work import draft_rows, recommendation_rows
from tests.monitoring.world import Desk, signed_in
from tests.paper.seen import pdf_text

BOYS = "Boys sleep among adults in barrack 2."
FEARED = "An officer is feared in barrack 4."


def report(desk: Desk, one: Inspection, *, due: int = 30) -> Recommendation:
    """A finding with what is asked, and one that the authority must not read; the draft is sent."""
    made = desk.does(operations.write_finding, inspection_id=one.pk, said={"says": BOYS, "items": ["sep_02", "rel_01"]})
    asked = desk.does(
        operations.recommend,
        finding_id=made.pk,
        said={
            "says": "Move the boys.",
            "level": "prisons",
            "due_on": timezone.localdate(desk.at) + timedelta(days=due),
        },
    )
    feared = {"says": FEARED, "items": [], "endangers": True, "endangers_why": "They could be recognised."}
    desk.does(operations.write_finding, inspection_id=one.pk, said=feared)
    by = timezone.localdate(desk.at) + timedelta(days=14)
    desk.does(operations.send_draft, inspection_id=one.pk, answer_by=by)
    return asked


def a_year(desk: Desk) -> tuple[Recommendation, Inspection]:
    """A final report of last year, and a visit of today that is not settled."""
    desk.day = -365
    one = desk.settled({"SEP-02": "no"})
    asked = report(desk, one)
    desk.day += 3
    desk.does(operations.answer_finding, by=desk.official, finding_id=asked.finding_id, says="A wing is being built.")
    desk.does(operations.make_final, inspection_id=one.pk)
    desk.day = 0
    return asked, desk.plan()


def test_the_rules_of_a_finding_are_those_of_items_that_were_not_in_line(desk: Desk) -> None:
    one = desk.settled({"SEP-02": "no"})
    asked = report(desk, one)

    assert asked.finding.items == ["sep_02"], "REL-01 was in line"
    assert asked.finding.rules == [11, 112]
    assert asked.finding.is_critical
    assert asked.code == f"{one.number}.1"


def test_the_authority_answers_in_its_time_and_reads_nothing_that_endangers(desk: Desk) -> None:
    one = desk.settled({"SEP-02": "no"})
    asked = report(desk, one)
    page = signed_in(desk.official).get(f"/monitoring/inspections/{one.pk}/").content.decode()
    with pytest.raises(NotNow, match="to answer"):
        desk.does(operations.make_final, inspection_id=one.pk)
    with as_house():
        hidden = one.findings.get(endangers=True)
    with pytest.raises(NoSuchInspection):
        desk.does(operations.answer_finding, by=desk.official, finding_id=hidden.pk, says="Who says so?")
    said = {"kind": "accepted", "says": "By March.", "promised_on": timezone.localdate() + timedelta(days=20)}
    desk.does(operations.respond, by=desk.official, recommendation_id=asked.pk, said=said)
    desk.does(
        operations.answer_finding, by=desk.official, finding_id=asked.finding_id, says="There is no other barrack."
    )
    final = desk.does(operations.make_final, inspection_id=one.pk)

    assert BOYS in page
    assert FEARED not in page
    assert final.state == State.FINAL
    with pytest.raises(NotNow, match="over"):
        desk.does(operations.answer_finding, by=desk.official, finding_id=asked.finding_id, says="And more.")


def test_silence_does_not_hold_a_report_up_for_ever(desk: Desk) -> None:
    one = desk.settled({"SEP-02": "no"})
    report(desk, one)
    desk.day = 15

    assert desk.does(operations.make_final, inspection_id=one.pk).state == State.FINAL


def test_the_form_of_the_next_visit_starts_with_what_was_recommended(desk: Desk) -> None:
    asked, now = a_year(desk)
    with acting_as(desk.lead):
        subject = subject_of(desk.lead, str(TeamMember.objects.get(inspection=now).pk))
    assert subject is not None
    assert subject.prefilled["earlier"] == [{"earlier_number": asked.code, "earlier_says": "Move the boys."}]

    row = {"earlier_number": asked.code, "earlier_says": "", "earlier_kept": "not_kept", "earlier_seen": "Six boys."}
    desk.answer(now, {"SEP-02": "no"}, has_before="yes", earlier=[row])
    with acting_as(desk.lead):
        said = proposals(desk.fresh(now), actor=desk.lead)
    assert [(one.outcome, one.seen) for one in said[asked.code]] == [("not_kept", "Six boys.")]


def verified(desk: Desk, asked: Recommendation, now: Inspection, outcome: str = "not_kept") -> None:
    desk.answer(now, {"SEP-02": "no"})
    desk.does(visits.settle, inspection_id=now.pk)
    desk.does(
        operations.verify, recommendation_id=asked.pk, inspection_id=now.pk, outcome=outcome, seen="Six boys there."
    )  # fmt: skip


def again(desk: Desk, asked: Recommendation, now: Inspection) -> Recommendation:
    made = desk.does(operations.write_finding, inspection_id=now.pk, said={"says": "Still so.", "items": ["sep_02"]})
    said = {
        "says": "Move them now.", "level": "home", "due_on": timezone.localdate() + timedelta(days=30),
        "repeats": asked.pk,
    }  # fmt: skip
    return desk.does(operations.recommend, finding_id=made.pk, said=said)


def test_what_was_not_kept_is_verified_before_the_draft_and_flagged_when_asked_again(desk: Desk) -> None:
    asked, now = a_year(desk)
    desk.answer(now, {"SEP-02": "no"})
    desk.does(visits.settle, inspection_id=now.pk)
    made = desk.does(operations.write_finding, inspection_id=now.pk, said={"says": "Still so.", "items": []})
    by = timezone.localdate() + timedelta(days=14)
    with pytest.raises(NotNow, match="Verify first"):
        desk.does(operations.send_draft, inspection_id=now.pk, answer_by=by)
    said = {"says": "x", "level": "home", "due_on": by, "repeats": asked.pk}
    with pytest.raises(NotNow, match="Verify first"):
        desk.does(operations.recommend, finding_id=made.pk, said=said)
    with pytest.raises(NothingSaid):
        desk.does(
            operations.verify, recommendation_id=asked.pk, inspection_id=now.pk, outcome="not_kept", seen=""
        )  # fmt: skip
    desk.does(
        operations.verify, recommendation_id=asked.pk, inspection_id=now.pk, outcome="not_kept", seen="Six boys."
    )  # fmt: skip
    newer = again(desk, asked, now)
    page = f"/monitoring/recommendations/{asked.pk}/"
    early, ours = (signed_in(who).get(page).content.decode() for who in (desk.official, desk.lead))
    with acting_as(desk.official):
        owed_still = list(overdue(recommendations_for(desk.official), timezone.localdate(desk.at)))
    desk.does(operations.send_draft, inspection_id=now.pk, answer_by=by)

    assert "Six boys." in ours
    assert newer.code in ours
    assert "Six boys." not in early, "what a visit found is the inspectors' until its draft is sent"
    assert newer.code not in early
    assert "Not carried out" in signed_in(desk.official).get(page).content.decode()
    assert "ot carried out" not in early, "nor by the state of what was promised"
    assert owed_still == [asked], "nor does the old one vanish before the new one is there"
    assert "Six boys." in signed_in(desk.official).get(page).content.decode()
    assert (newer.times, newer.repeats_id) == (2, asked.pk)
    with as_house():
        assert Recommendation.objects.get(pk=asked.pk).standing == Standing.NOT_KEPT
    with acting_as(desk.lead):
        owed = overdue(recommendations_for(desk.lead), timezone.localdate(desk.at))
        assert list(owed) == [], "the old one stands in the new one, which is not due yet"
        assert kept_of_due([now.place_id], timezone.localdate()) == {now.place_id: (0, 1)}


def test_what_is_kept_counts_and_what_an_authority_says_of_itself_does_not(desk: Desk) -> None:
    asked, now = a_year(desk)
    said = {"kind": "done", "says": "The wing is open."}
    desk.does(operations.respond, by=desk.official, recommendation_id=asked.pk, said=said)
    with acting_as(desk.lead):
        before = kept_of_due([now.place_id], timezone.localdate())
    verified(desk, asked, now, "kept")
    desk.does(operations.write_finding, inspection_id=now.pk, said={"says": "The wing is open.", "items": []})
    with acting_as(desk.official):
        assert kept_of_due([now.place_id], timezone.localdate()) == before, "nobody counts a draft that is not sent"
        assert response(recommendations_for(desk.official)).kept == 0
    desk.does(
        operations.send_draft, inspection_id=now.pk, answer_by=timezone.localdate(desk.at) + timedelta(days=14)
    )  # fmt: skip
    with acting_as(desk.lead):
        after = kept_of_due([now.place_id], timezone.localdate())
        soon = response(recommendations_for(desk.lead))
        sent_on = timezone.localdate(Recommendation.objects.get(pk=asked.pk).finding.inspection.sent_at)

    assert (soon.answered, soon.kept) == (1, 1)
    assert soon.days_to_answer is not None
    assert soon.days_to_kept == (now.planned_on - sent_on).days
    assert (before, after) == ({now.place_id: (0, 1)}, {now.place_id: (1, 1)})
    with as_house():
        assert Recommendation.objects.get(pk=asked.pk).done_on is not None


def test_overdue_stands_with_inspectors_authority_and_committee_alike(desk: Desk) -> None:
    a_year(desk)
    secretary = desk.world.worker("committee_secretary", desk.world.province)
    for who in (desk.lead, desk.official, secretary):
        with acting_as(who):
            rows = recommendation_rows(who, timezone.localdate())
        assert [(row.why, row.status) for row in rows] == [("Move the boys.", "overdue")]
    sheet = signed_in(secretary).get("/monitoring/recommendations/?tab=late").content.decode()
    assert "Move the boys." in sheet
    assert "export" in sheet


def test_a_draft_waits_with_the_authority_and_then_with_the_inspector(desk: Desk) -> None:
    one = desk.settled({"SEP-02": "no"})
    report(desk, one)
    today = timezone.localdate()
    with acting_as(desk.official):
        assert [row.act for row in draft_rows(desk.official, today)] == ["Answer"]
    with acting_as(desk.lead):
        assert draft_rows(desk.lead, today) == []
        assert [row.act for row in draft_rows(desk.lead, today + timedelta(days=15))] == ["Make it final"]


def texts(desk: Desk, one: Inspection, by: Account, language: str) -> str:
    """The PDF and the Word file of a report, as words."""
    client = signed_in(by)
    pdf = client.get(f"/monitoring/inspections/{one.pk}/report/{language}/pdf/").content
    word = client.get(f"/monitoring/inspections/{one.pk}/report/{language}/docx/").content
    document = Document(BytesIO(word))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    printed = pdf_text(pdf)
    assert len(document.inline_shapes) == 3, "the charts: ten areas each, so that none is longer than a page"
    return re.sub(r"\s+", " ", "\n".join([printed, *(one.text for one in document.paragraphs), *cells]))


def test_the_report_names_what_was_not_kept_and_prints_the_answer_beside_the_finding(desk: Desk) -> None:
    asked, now = a_year(desk)
    verified(desk, asked, now)
    newer = again(desk, asked, now)
    feared = {"says": FEARED, "items": [], "endangers": True, "endangers_why": "Recognised."}
    desk.does(operations.write_finding, inspection_id=now.pk, said=feared)
    by = timezone.localdate() + timedelta(days=14)
    desk.does(operations.send_draft, inspection_id=now.pk, answer_by=by)
    answer = {"finding_id": newer.finding_id, "says": "Doors are not delivered."}
    desk.does(operations.answer_finding, by=desk.official, **answer)
    ours, theirs = texts(desk, now, desk.lead, "en"), texts(desk, now, desk.official, "ur")

    assert ours.count("Six boys there.") >= 2, "in both files"
    assert ours.count("Doors are not delivered.") >= 2
    assert "Move them now." in ours
    assert FEARED in ours
    assert FEARED not in theirs
    assert "Doors are not delivered." in theirs


def test_a_link_takes_answers_once_the_code_is_right_and_closes_after_five_wrong_ones(desk: Desk) -> None:
    one = desk.settled({"SEP-02": "no"})
    asked = report(desk, one)
    made = desk.does(operations.make_link, inspection_id=one.pk, authority="Home Department", days=14)
    address = f"/monitoring/shared/{made.secret}/"
    client = signed_in(desk.world.worker("caseworker", desk.world.gulzar))
    client.logout()
    shown = client.post(address, {"pin": made.pin}).content.decode()
    answers: dict[str, Any] = {
        "pin": made.pin, "by_name": "Section officer", f"finding-{asked.finding_id}": "Funds are asked for.",
        f"kind-{asked.pk}": "in_part", f"says-{asked.pk}": "From July.",
    }  # fmt: skip
    taken = client.post(address, answers)

    assert client.get(address).status_code == 200
    assert BOYS in shown
    assert FEARED not in shown
    assert taken.status_code == 200
    with as_house():
        link, response = AuthorityLink.objects.get(), Response.objects.get()
    assert (response.by_name, response.via) == ("Section officer, Home Department", "link")
    assert made.pin not in link.pin
    for _time in range(5):
        assert client.post(address, {"pin": "WRONG234"}).status_code == 403
    assert client.post(address, {"pin": made.pin}).status_code == 404
    assert client.get(address).status_code == 404


def test_a_link_ends_with_its_day_and_one_of_a_wrong_secret_looks_the_same(desk: Desk) -> None:
    one = desk.settled({"SEP-02": "no"})
    report(desk, one)
    made = desk.does(operations.make_link, inspection_id=one.pk, authority="Home Department", days=14)

    assert operations.look(secret=made.secret, pin=made.pin, at=desk.at + timedelta(days=15)).state == "gone"
    assert operations.look(secret="no such secret", pin=made.pin, at=desk.at).state == "gone"
    assert operations.look(secret=made.secret, pin=made.pin.lower(), at=desk.at).state == "open"
