"""What mentoring counts and lists: people once, hours, in constant queries, and nothing that betrays anybody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.operations import guard
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring import operations as act
from rihai.casework.mentoring.exports import matches_count, matches_sheet, volunteers_sheet
from rihai.casework.mentoring.measures import MEASURES
from rihai.casework.mentoring.models import MentorMatch, MentorMeeting
from rihai.kit.actor import Actor
from tests.casework.mentoring.office import NOON, TODAY, Office, client_of, key, met

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def counted(code: str, actor: Actor) -> list[dict[str, Any]]:
    measure = next(one for one in MEASURES if one.code == code)
    return list(measure.counted(actor, TODAY - DAY, TODAY + DAY))


def test_people_are_counted_once_meetings_and_hours_apart_and_mentors_as_a_stock(office: Office) -> None:
    one = office.volunteer(account=office.mentor)
    match = office.match(one)
    with acting_as(office.mentor, NOON):
        for said in (met(), met(minutes=30, how="phone"), met(outcome="refused")):
            act.record_meeting(match_id=match.pk, key=key(), said=said, actor=office.mentor, at=NOON)
    with acting_as(office.coordinator, NOON):
        ended = act.end_match(
            match_id=match.pk, version=MentorMatch.objects.get().version, actor=office.coordinator, at=NOON,
            said={"ending": "moved", "on": TODAY, "what_next": "Another mentor."},
        )  # fmt: skip
    office.match(office.volunteer("Farida", office.other_mentor))
    with acting_as(office.coordinator, NOON):
        people = counted("casework.mentored", office.coordinator)
        assert (len(people), len({row["person_id"] for row in people})) == (2, 1)
        assert len(counted("casework.matches.begun", office.coordinator)) == 2
        assert [row["ending"] for row in counted("casework.matches.ended", office.coordinator)] == [ended.ending]
        hours = counted("casework.mentor_hours", office.coordinator)
        assert (len(hours), sum(row["hours"] for row in hours)) == (2, 1.5)
    for stranger in (office.far, office.mentor):
        with acting_as(stranger, NOON):
            assert counted("casework.matches.begun", stranger) == []


def test_mentors_in_force_are_counted_by_the_decision_that_holds_and_name_nobody(office: Office) -> None:
    with as_house(NOON):
        for name, until in (("Parveen", TODAY + 400 * DAY), ("Farida", TODAY)):
            one = office.volunteer(name, vetted_until=until)
            one.mentordecision_rows.create(accepted=True, decided_on=TODAY, until=until, made_at=NOON)
    with acting_as(office.coordinator, NOON):
        assert [row["person_id"] for row in counted("casework.mentors", office.coordinator)] == [None]


def test_the_lists_that_leave_hold_no_guarded_woman_no_telephone_and_no_record(office: Office) -> None:
    one = office.volunteer(account=office.mentor, phone="0300 1112223", own_cases="9/26 Chak", was_inside="yes")
    match = office.match(one)
    office.match(one, office.gul)
    with acting_as(office.chief, NOON):
        assert matches_count(office.chief, {"state": "running"}) == 2
        guard(person_id=office.gul.pk, ground="tests", actor=None, at=NOON)
        sheet = matches_sheet(office.chief, {}, "en")
        assert [row[0] for row in sheet.rows] == [match.person.full_name]
        roster = str(volunteers_sheet(office.chief, {}, "en").rows)
    assert "Parveen" in roster
    assert [word for word in ("0300", "9/26", "yes") if word in roster] == []
    with acting_as(office.mentor, NOON):
        assert matches_count(office.mentor, {}) == 0


def test_pages_ask_as_much_of_the_database_for_six_as_for_two(office: Office) -> None:
    pages = [
        reverse("casework:mentoring"), reverse("casework:mentor-waiting"),
        reverse("casework:mentor-volunteers") + "?tab=in_force",
        reverse("casework:mentor-suggestions", args=[office.nargis.pk]), "/",
    ]  # fmt: skip
    client = client_of(office.coordinator)
    asked = []
    office.volunteer("Proposed")
    for already, many in ((0, 2), (2, 6)):
        _fill(office, already, many)
        for page in pages:
            client.get(page)
        found = []
        for page in pages:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert client.get(page).status_code == 200
            found.append(len(queries))
        asked.append(found)
    assert asked[0] == asked[1], dict(zip(pages, zip(*asked, strict=True), strict=True))


def _fill(office: Office, already: int, many: int) -> None:
    with acting_as(office.caseworker, NOON):
        for at in range(already, many):
            women = [
                office.world.enter(
                    office.caseworker, full_name=f"Woman {at}{letter}", cnic=f"90403{at:02}{number}00008",
                    prison_id=f"UTP-{at}{letter}",
                )
                for number, letter in ((11, "a"), (12, "b"))
            ]  # fmt: skip
            volunteer = office.volunteer(f"Mentor {at}")
            office.wish(women[1])
            with as_house(NOON):
                match = MentorMatch.objects.create(
                    person=women[0], first_person_id=women[0].pk, volunteer=volunteer, mentor_name="m", state="running",
                    coordinator=office.coordinator, proposed_on=TODAY - 40 * DAY, started_on=TODAY - 40 * DAY,
                )  # fmt: skip
                MentorMeeting.objects.create(
                    person=women[0], first_person_id=women[0].pk, match=match, key=key(), on=TODAY - 30 * DAY,
                    how="visit", outcome="met", minutes=30, before_release=True, by_name="m", made_at=NOON,
                )  # fmt: skip
