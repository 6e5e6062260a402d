"""A match begins with two yeses, opens one person to one mentor, and closes her again with the act that ends it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Posting
from rihai.accounts.operations import guard
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring import operations as act
from rihai.casework.mentoring.models import MentorConcern, MentorMatch, MentorMeeting, Volunteer
from rihai.casework.mentoring.operations.errors import NotTogether, NotYet, WrongStep, WrongWord
from rihai.casework.mentoring.queries.matches import match_page, waiting_for_mentor
from rihai.casework.mentoring.queries.suggesting import suggestions_for
from rihai.casework.mentoring.work import concerns, late, matching, mine
from rihai.casework.sessions.models import Apart
from rihai.errors import NotFound
from rihai.people.models import Consent, MovementKind, Person
from rihai.people.operations import end_custody, withdraw_consent
from rihai.people.queries.people import people_for
from tests.casework.mentoring.office import NOON, TODAY, Office, key, met

pytestmark = pytest.mark.django_db
GOODBYE = {
    "ending": "planned", "on": TODAY, "why": "", "last_meeting_on": TODAY, "what_next": "Hina sees her on Monday.",
}  # fmt: skip


def test_a_match_begins_with_two_yeses_and_then_alone_does_the_mentor_see_her(office: Office) -> None:
    one = office.volunteer(account=office.mentor)
    office.wish()
    proposed = office.propose(one)
    assert office.granted(office.mentor) == set()
    office.answer(proposed, "person")
    assert office.granted(office.mentor) == set(), "one yes is none"
    begun = office.answer(proposed, "mentor", by=office.mentor)
    assert (begun.state, begun.started_on) == ("running", TODAY)
    assert office.granted(office.mentor) == office.granted(office.coordinator) == {office.nargis}
    with acting_as(office.mentor, NOON):
        assert set(people_for(office.mentor, at=NOON)) == {office.nargis}, "and not Gul"


def test_a_no_of_either_declines_it_and_opens_nothing(office: Office) -> None:
    first, second = office.volunteer(account=office.mentor), office.volunteer("Farida", office.other_mentor)
    no_of_her = office.answer(office.propose(first), "person", "no")
    no_of_mentor = office.answer(office.propose(second), "mentor", "no", by=office.other_mentor)
    assert no_of_her.state == no_of_mentor.state == "declined"
    assert office.granted(office.mentor) == office.granted(office.other_mentor) == set()


def test_the_persons_yes_is_written_by_others_than_the_mentor_and_says_how_it_was_given(office: Office) -> None:
    proposed = office.propose(office.volunteer(account=office.mentor))
    with acting_as(office.mentor, NOON), pytest.raises(NotFound):
        act.answer_match(
            match_id=proposed.pk, side="person", answer="yes", how="she nodded", actor=office.mentor, at=NOON
        )
    with acting_as(office.coordinator, NOON), pytest.raises(WrongWord):
        act.answer_match(match_id=proposed.pk, side="person", answer="yes", actor=office.coordinator, at=NOON)


def test_nobody_has_two_mentors_nor_a_mentor_three_people(office: Office) -> None:
    one = office.volunteer(account=office.mentor)
    office.match(one)
    with pytest.raises(WrongStep):
        office.propose(office.volunteer("Farida"))
    office.match(one, office.gul)
    with acting_as(office.caseworker, NOON):
        third = office.world.enter(office.caseworker, full_name="Bibi Farzi", cnic="9040300000024", prison_id="UTP-9")
    with pytest.raises(NotTogether, match="has two people already"):
        office.propose(one, third)


def test_never_within_one_case_nor_with_whom_she_is_kept_apart_and_nobody_is_told_which(office: Office) -> None:
    named = office.volunteer("Farida", own_cases="FIR 51/2026 Saddar")
    inside = office.volunteer("Zahida", person=office.gul, first_person_id=office.gul.pk)
    with as_house(NOON):
        Apart.objects.create(
            one=office.nargis, other=office.gul, first_one=office.nargis.pk, first_other=office.gul.pk,
            role_one="harmed", role_other="harms", level="group", reason="a secret", started_on=TODAY,
            review_on=TODAY + timedelta(days=90), made_by=office.chief.pk, made_by_name="Kamran", made_at=NOON,
        )  # fmt: skip
    with acting_as(office.coordinator, NOON):
        found = suggestions_for(office.nargis, actor=office.coordinator, on=TODAY)
    assert {str(one.why_not) for one in found.hindered} == {"not together"}
    for volunteer in (named, inside):
        with pytest.raises(NotTogether, match="not together"):
            office.propose(volunteer)


def test_whoever_said_no_is_not_proposed_and_who_wishes_waits_until_there_is_a_match(office: Office) -> None:
    office.wish()
    office.wish(office.gul, wants="no")
    with acting_as(office.coordinator, NOON):
        assert [one.person for one in waiting_for_mentor(office.coordinator)] == [office.nargis]
    one = office.volunteer(account=office.mentor)
    with pytest.raises(WrongStep):
        office.propose(one, office.gul)
    office.match(one)
    with acting_as(office.coordinator, NOON):
        assert waiting_for_mentor(office.coordinator) == []


def test_a_guarded_woman_is_matched_by_who_names_those_who_see_her(office: Office) -> None:
    proposed = office.propose(office.volunteer(account=office.mentor))
    office.answer(proposed, "person")
    guard(person_id=office.nargis.pk, ground="tests", actor=None, at=NOON)
    with pytest.raises(NotTogether):
        office.answer(proposed, "mentor", by=office.mentor)
    assert office.granted(office.mentor) == set()


def test_a_pause_closes_her_to_the_mentor_and_going_on_opens_her_again(office: Office) -> None:
    match = office.match()
    with acting_as(office.coordinator, NOON):
        paused = act.pause_match(
            match_id=match.pk, version=match.version, why="mentor", actor=office.coordinator, at=NOON
        )
        assert (office.granted(office.mentor), office.granted(office.coordinator)) == (set(), {office.nargis})
        act.resume_match(match_id=match.pk, version=paused.version, actor=office.coordinator, at=NOON)
    assert office.granted(office.mentor) == {office.nargis}


def test_a_safe_ending_names_the_last_meeting_and_what_comes_next_and_closes_at_once(office: Office) -> None:
    match = office.match()
    with acting_as(office.coordinator, NOON):
        for wrong in ({"what_next": " "}, {"last_meeting_on": None}, {"on": TODAY - timedelta(days=1)}):
            with pytest.raises(WrongWord):
                act.end_match(
                    match_id=match.pk, version=match.version, said={**GOODBYE, **wrong}, actor=office.coordinator,
                    at=NOON,
                )  # fmt: skip
        assert office.granted(office.mentor) == {office.nargis}
        ended = act.end_match(match_id=match.pk, version=match.version, said=GOODBYE, actor=office.coordinator, at=NOON)
    assert (ended.state, ended.call_by) == ("ended", None)
    assert office.granted(office.mentor) == office.granted(office.coordinator) == set()
    with acting_as(office.mentor, NOON):
        assert not people_for(office.mentor, at=NOON).exists()


def test_an_ending_nobody_planned_asks_for_a_call_within_five_days(office: Office) -> None:
    match = office.match()
    said = {**GOODBYE, "ending": "mentor", "last_meeting_on": None}
    with acting_as(office.coordinator, NOON):
        ended = act.end_match(match_id=match.pk, version=match.version, said=said, actor=office.coordinator, at=NOON)
        rows = matching(office.coordinator, TODAY)
        assert [(row.who, row.due_on) for row in rows] == [("Nargis Farzi", TODAY + timedelta(days=5))]
        act.record_call(match_id=match.pk, version=ended.version, on=TODAY, actor=office.coordinator, at=NOON)
        assert matching(office.coordinator, TODAY) == []


def test_leave_taken_back_ends_it_in_the_same_act_and_the_page_says_with_whom_it_was_shared(office: Office) -> None:
    match = office.match()
    with acting_as(office.caseworker, NOON):
        consent = Consent.objects.get()
        assert (consent.purpose, consent.data_class) == ("care", "personal")
        withdraw_consent(consent_id=consent.pk, actor=office.caseworker, at=NOON)
    assert office.granted(office.mentor) == set()
    with acting_as(office.coordinator, NOON):
        page = match_page(match.pk, actor=office.coordinator)
    assert page is not None
    assert (page.match.state, page.match.ending, page.match.mentor_name) == ("ended", "consent", "Parveen Misali")


def test_the_same_mentor_before_and_after_release_and_the_coordinator_still_sees_her(office: Office) -> None:
    match = office.match()
    with acting_as(office.mentor, NOON):
        inside = act.record_meeting(match_id=match.pk, key=key(), said=met(), actor=office.mentor, at=NOON)
    release(office, MovementKind.RELEASE)
    later = NOON + timedelta(days=100)
    assert office.granted(office.mentor) == {office.nargis}
    with acting_as(office.mentor, later):
        said = met(on=TODAY + timedelta(days=99), how="outside")
        outside = act.record_meeting(match_id=match.pk, key=key(), said=said, actor=office.mentor, at=later)
    assert (inside.before_release, outside.before_release) == (True, False)
    with acting_as(office.coordinator, later):
        assert match_page(match.pk, actor=office.coordinator) is not None, "by her own grant, past the ninety days"


def release(office: Office, kind: MovementKind) -> None:
    with as_house(NOON):
        version = Person.objects.get(pk=office.nargis.pk).version
    with acting_as(office.caseworker, NOON):
        end_custody(person_id=office.nargis.pk, version=version, kind=kind, on=TODAY, actor=office.caseworker, at=NOON)


def test_a_death_ends_it(office: Office) -> None:
    office.match()
    release(office, MovementKind.DEATH)
    with as_house(NOON):
        assert MentorMatch.objects.get().ending == "died"
    assert office.granted(office.mentor) == set()


def test_a_match_whose_coordinator_left_is_taken_over_also_after_release(office: Office) -> None:
    match = office.match()
    release(office, MovementKind.RELEASE)
    later = NOON + timedelta(days=120)
    second = office.world.worker("mentor_coordinator", office.world.province)
    with acting_as(second, later), pytest.raises(NotFound):
        act.take_over(match_id=match.pk, actor=second, at=later)
    with as_house(NOON):
        Posting.objects.filter(account=office.coordinator).update(ended_on=TODAY + timedelta(days=1))
    with acting_as(second, later):
        assert [row.who for row in matching(second, TODAY)] == ["Parveen Misali"], "and not a word of whom"
        act.take_over(match_id=match.pk, actor=second, at=later)
        assert match_page(match.pk, actor=second) is not None
    assert office.granted(office.mentor) == {office.nargis}


def test_a_meeting_sent_twice_is_kept_once_and_moves_the_next_day(office: Office) -> None:
    match, sent = office.match(), key()
    coming = TODAY + timedelta(days=4)
    with acting_as(office.mentor, NOON):
        rows = mine(office.mentor, TODAY)
        assert [(row.who, row.due_on) for row in rows] == [("Nargis Farzi", TODAY + timedelta(days=7))]
        for _twice in range(2):
            act.record_meeting(match_id=match.pk, key=sent, said=met(next_on=coming), actor=office.mentor, at=NOON)
        assert [row.due_on for row in mine(office.mentor, TODAY)] == [coming]
    with as_house(NOON):
        assert MentorMeeting.objects.get().minutes == 60


def test_who_did_not_meet_for_too_long_comes_before_the_coordinator(office: Office) -> None:
    office.match()
    for days, rows in ((14, 0), (15, 1)):
        with acting_as(office.coordinator, NOON):
            assert len(late(office.coordinator, TODAY + timedelta(days=days))) == rows


def test_a_worry_of_a_meeting_is_before_the_coordinator_in_the_same_act(office: Office) -> None:
    match = office.match()
    with acting_as(office.mentor, NOON):
        said = met(risk=True, worry="She speaks of not going on.")
        act.record_meeting(match_id=match.pk, key=key(), said=said, actor=office.mentor, at=NOON)
    for actor in (office.coordinator, office.chief):
        with acting_as(actor, NOON):
            assert [row.who for row in concerns(actor, TODAY)] == ["Nargis Farzi"]
    with acting_as(office.mentor, NOON):
        assert concerns(office.mentor, TODAY) == []


def test_a_concern_about_the_mentor_pauses_every_match_of_hers_and_new_ones(office: Office) -> None:
    one = office.volunteer(account=office.mentor)
    match, _second = office.match(one), office.match(one, office.gul)
    with acting_as(office.caseworker, NOON):
        act.raise_concern(
            match_id=match.pk, about="mentor", what="She asked her family for money.", actor=office.caseworker, at=NOON
        )
    assert office.granted(office.mentor) == set()
    with as_house(NOON):
        assert set(MentorMatch.objects.values_list("state", "pausing")) == {("paused", "concern")}
        concern, paused = MentorConcern.objects.get(), MentorMatch.objects.get(pk=match.pk)
    with acting_as(office.coordinator, NOON):
        with pytest.raises(NotYet):
            act.resume_match(match_id=match.pk, version=paused.version, actor=office.coordinator, at=NOON)
        act.settle_concern(concern_id=concern.pk, outcome="It was not so.", actor=office.coordinator, at=NOON)
        act.resume_match(match_id=match.pk, version=paused.version, actor=office.coordinator, at=NOON)
    assert office.granted(office.mentor) == {office.nargis}


def test_a_mentor_who_coordinates_never_reads_a_concern_about_herself(office: Office) -> None:
    herself = office.coordinator
    own = office.volunteer(account=herself)
    office.coordinator = office.world.worker("mentor_coordinator", office.world.province)
    match = office.match(own)
    office.coordinator = herself
    with acting_as(office.chief, NOON):
        act.raise_concern(match_id=match.pk, about="mentor", what="Gifts.", actor=office.chief, at=NOON)
        row = MentorConcern.objects.get()
        with pytest.raises(WrongStep, match="Somebody else"):
            act.settle_concern(concern_id=row.pk, outcome="Nothing.", actor=office.chief, at=NOON)
    with acting_as(office.coordinator, NOON):
        page = match_page(match.pk, actor=office.coordinator)
        assert page is not None
        assert page.concerns == []
        assert concerns(office.coordinator, TODAY) == []


def test_nobody_leaves_while_people_count_on_them(office: Office) -> None:
    office.match()
    with as_house(NOON):
        one = Volunteer.objects.get()
    with acting_as(office.coordinator, NOON), pytest.raises(WrongStep):
        act.leave(volunteer_id=one.pk, on=TODAY, reason="", actor=office.coordinator, at=NOON)
