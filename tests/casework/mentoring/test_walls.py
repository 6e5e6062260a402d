"""PostgreSQL’s walls around mentoring: a query without its filter shows no more than the filter does."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from rihai.accounts.acting import acting_as
from rihai.casework.mentoring import operations as act
from rihai.casework.mentoring.models import (
    MentorConcern,
    MentoringWish,
    MentorMatch,
    MentorMeeting,
    MentorReference,
    Volunteer,
)
from rihai.casework.mentoring.queries.reach import concerns_for, volunteers_for
from tests.casework.mentoring.office import NOON, Office, key, met

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="walls stand on PostgreSQL alone"),
]
TABLES: tuple[Any, ...] = (Volunteer, MentorReference, MentoringWish, MentorMatch, MentorMeeting, MentorConcern)


def _filled(office: Office) -> MentorMatch:
    one = office.volunteer(account=office.mentor)
    office.wish()
    match = office.match(one)
    with acting_as(office.coordinator, NOON):
        act.ask_reference(volunteer_id=one.pk, name="Ustad", relation="teacher", actor=office.coordinator, at=NOON)
    with acting_as(office.mentor, NOON):
        act.record_meeting(match_id=match.pk, key=key(), said=met(risk=True, worry="w"), actor=office.mentor, at=NOON)
    return match


def _shown(actor: Any) -> list[str]:
    with acting_as(actor, NOON):
        return [table.__name__ for table in TABLES if table.objects.exists()]


def test_the_bare_tables_show_each_what_is_theirs(office: Office) -> None:
    match = _filled(office)
    assert _shown(office.coordinator) == [table.__name__ for table in TABLES]
    assert _shown(office.far) == _shown(office.other_mentor) == _shown(None) == []
    assert "MentorConcern" not in _shown(office.mentor)
    assert "MentorReference" not in _shown(office.mentor)
    assert _shown(office.world.worker("lawyer", office.world.naya_bagh)) == []
    with acting_as(office.coordinator, NOON):
        act.pause_match(
            match_id=match.pk, version=MentorMatch.objects.get().version, why="other", actor=office.coordinator, at=NOON
        )
    assert _shown(office.mentor) == ["Volunteer"], "her own row alone"


def test_a_proposal_shows_its_row_to_the_mentor_and_to_no_other(office: Office) -> None:
    office.propose(office.volunteer(account=office.mentor))
    assert _shown(office.mentor) == ["Volunteer", "MentorMatch"]
    assert _shown(office.other_mentor) == []


def test_who_sees_the_person_sees_the_match_and_its_mentors_name_without_the_file(office: Office) -> None:
    _filled(office)
    with acting_as(office.caseworker, NOON):
        assert [one.mentor_name for one in MentorMatch.objects.all()] == ["Parveen Misali"]
        assert not Volunteer.objects.exists()


def test_the_bare_tables_and_the_filters_are_one(office: Office) -> None:
    match = _filled(office)
    with acting_as(office.chief, NOON):
        act.raise_concern(match_id=match.pk, about="mentor", what="w", actor=office.chief, at=NOON)
    for actor in (office.coordinator, office.chief, office.far, office.caseworker):
        with acting_as(actor, NOON):
            assert set(Volunteer.objects.all()) == set(volunteers_for(actor))
            assert set(MentorConcern.objects.all()) == set(concerns_for(actor))
