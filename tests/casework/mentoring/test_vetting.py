"""From an application to a mentor: nobody is matched before all is there, and a record alone does not exclude."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring import operations as act
from rihai.casework.mentoring.models import CheckKind, Ground, Volunteer, VolunteerState
from rihai.casework.mentoring.operations.errors import NotYet, NotYourself, WrongWord
from rihai.casework.mentoring.work import applications, expiries
from rihai.errors import NotFound, Refused
from tests.casework.mentoring.office import NOON, TODAY, Office, client_of

pytestmark = pytest.mark.django_db
TOPICS = ["role", "boundaries", "safeguarding", "confidentiality"]


def applied(office: Office, **more: Any) -> Volunteer:
    said = {
        "name": "Shabana Misali", "sex": "female", "place": office.world.gulzar, "languages": ["pa"],
        "was_inside": "yes", **more,
    }  # fmt: skip
    with acting_as(office.coordinator, NOON):
        return act.apply_to_mentor(said=said, actor=office.coordinator, at=NOON)


def look_at_her(office: Office, one: Volunteer, police: str = "record") -> None:
    who: dict[str, Any] = {"actor": office.coordinator, "at": NOON}
    for name in ("Ustad Namoona", "Begum Farzi"):
        row = act.ask_reference(volunteer_id=one.pk, name=name, relation="her teacher", **who)
        act.answer_reference(reference_id=row.pk, answer="good", said="patient", **who)
    for kind in CheckKind:
        result = police if kind == CheckKind.POLICE else "clear"
        act.record_check(volunteer_id=one.pk, kind=kind, result=result, on=TODAY, **who)


def test_an_application_becomes_a_mentor_by_steps_and_a_record_stands_in_nobodys_way(office: Office) -> None:
    one = applied(office)
    with acting_as(office.coordinator, NOON):
        assert [row.who for row in applications(office.coordinator, TODAY)] == ["Shabana Misali"]
        with pytest.raises(NotYet, match="two references who speak for them، identity seen، interview"):
            act.accept_volunteer(volunteer_id=one.pk, version=1, actor=office.coordinator, at=NOON)
        look_at_her(office, one)
        decision = act.accept_volunteer(volunteer_id=one.pk, version=1, actor=office.coordinator, at=NOON)
        assert decision.despite_record
        with pytest.raises(Refused, match="the training is not whole"):
            act.propose_match(person_id=office.nargis.pk, volunteer_id=one.pk, actor=office.coordinator, at=NOON)
        taught = {"on": TODAY, "hours": Decimal(12), "topics": TOPICS, "given_by": "Tahira Farzi"}
        act.record_training(volunteer_id=one.pk, said=taught, actor=office.coordinator, at=NOON)
        with pytest.raises(Refused, match="no agreement in force"):
            act.propose_match(person_id=office.nargis.pk, volunteer_id=one.pk, actor=office.coordinator, at=NOON)
        act.sign_agreement(volunteer_id=one.pk, signed_on=TODAY, signed_how="thumb", actor=office.coordinator, at=NOON)
        match = act.propose_match(person_id=office.nargis.pk, volunteer_id=one.pk, actor=office.coordinator, at=NOON)
    assert match.state == "proposed"
    with as_house(NOON):
        found = Volunteer.objects.get()
    assert (found.vetted_until, found.trained_until, found.agreed_until) == (
        TODAY.replace(year=2028), TODAY.replace(year=2027), TODAY.replace(year=2027),
    )  # fmt: skip


@pytest.mark.parametrize("ground", ["", "record", *(one for one in Ground.values if one != Ground.OWN_WISH)])
def test_a_record_alone_does_not_exclude_whatever_ground_is_named(office: Office, ground: str) -> None:
    one = applied(office)
    with acting_as(office.coordinator, NOON):
        look_at_her(office, one)
        with pytest.raises(WrongWord):
            act.decline_volunteer(
                volunteer_id=one.pk, version=1, ground=ground, reason="She was in prison.", seen_on=None,
                actor=office.coordinator, at=NOON,
            )  # fmt: skip
    with as_house(NOON):
        assert Volunteer.objects.get().state == VolunteerState.APPLIED


def test_what_somebody_does_now_is_a_ground_when_it_was_seen_lately(office: Office) -> None:
    one = applied(office)
    said: dict[str, Any] = {
        "ground": "conduct",
        "reason": "She sold a visit for money.",
        "actor": office.coordinator,
        "at": NOON,
    }
    with acting_as(office.coordinator, NOON):
        with pytest.raises(WrongWord, match="within the last two years"):
            act.decline_volunteer(volunteer_id=one.pk, version=1, seen_on=TODAY - timedelta(days=800), **said)
        row = act.decline_volunteer(volunteer_id=one.pk, version=1, seen_on=TODAY - timedelta(days=9), **said)
    assert (row.ground, row.accepted) == ("conduct", False)


def test_the_page_of_the_decision_says_so_and_offers_no_such_ground(office: Office) -> None:
    one = applied(office)
    text = client_of(office.coordinator).get(reverse("casework:mentor-decide", args=[one.pk])).content.decode()
    assert "A record alone does not exclude" in text
    assert 'value="conduct"' in text
    assert 'value="record"' not in text


def test_what_runs_out_is_said_thirty_days_before_and_then_stops_new_matches(office: Office) -> None:
    one = office.volunteer(agreed_until=TODAY + timedelta(days=30), trained_until=TODAY)
    office.volunteer("Farida Misali")
    with acting_as(office.coordinator, NOON):
        rows = expiries(office.coordinator, TODAY)
        assert [(row.who, row.status) for row in rows] == [(one.name, "overdue"), (one.name, "not_yet")]
        with pytest.raises(NotYet):
            act.propose_match(person_id=office.nargis.pk, volunteer_id=one.pk, actor=office.coordinator, at=NOON)


def test_a_coordinator_of_another_prison_and_a_caseworker_see_no_volunteer(office: Office) -> None:
    one = applied(office, own_cases="51/2026 Saddar", phone="0300 0000000")
    for actor in (office.far, office.caseworker, office.mentor):
        client = client_of(actor)
        assert client.get(reverse("casework:mentor-volunteer", args=[one.pk])).status_code == 404
        assert one.name not in client.get(reverse("casework:mentor-volunteers")).content.decode()
        with acting_as(actor, NOON), pytest.raises(NotFound):
            act.record_check(volunteer_id=one.pk, kind="identity", result="clear", on=TODAY, actor=actor, at=NOON)


def test_nobody_keeps_their_own_file_and_a_mentor_applies_by_herself(office: Office) -> None:
    client = client_of(office.mentor)
    said = {"name": "Parveen Misali", "sex": "female", "place": office.world.gulzar.pk, "with_sex": "any"}
    answer = client.post(reverse("casework:mentor-apply"), {**said, "faith": "no_matter"}, follow=True)
    assert "The coordinator will ring you" in answer.content.decode()
    with as_house(NOON):
        own = Volunteer.objects.get(account=office.mentor)
    client.post(reverse("casework:mentor-apply"), {**said, "name": "Parveen B.", "faith": "no_matter", "version": 1})
    with as_house(NOON):
        assert Volunteer.objects.get().name == "Parveen B."
        Volunteer.objects.filter(pk=own.pk).update(account=office.coordinator)
    with acting_as(office.coordinator, NOON), pytest.raises(NotYourself):
        act.record_check(
            volunteer_id=own.pk, kind="identity", result="clear", on=TODAY, actor=office.coordinator, at=NOON
        )


def test_two_who_change_one_file_are_shown_the_difference(office: Office) -> None:
    one = applied(office)
    client, page = client_of(office.coordinator), reverse("casework:mentor-change", args=[one.pk])
    said = {
        "name": one.name, "sex": "female", "place": office.world.gulzar.pk, "with_sex": "any", "faith": "no_matter",
        "languages": ["pa"], "was_inside": "yes", "version": 1,
    }  # fmt: skip
    hidden = {"initial-motive": "", "initial-name": one.name, "initial-languages": ["pa"]}
    client.post(page, {**said, **hidden, "motive": "To give back."})
    answer = client.post(page, {**said, **hidden, "motive": "Something else."})
    assert answer.status_code in {409, 422}
    assert "Somebody changed this while you wrote" in answer.content.decode()
    with as_house(NOON):
        assert Volunteer.objects.get().motive == "To give back."
