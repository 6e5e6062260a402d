"""What cases offer the house: counts of people and of cases apart, a list that may leave, work that waits."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.operations import guard
from rihai.casework.cases import beside
from rihai.casework.cases.exports import caseload_count, caseload_sheet
from rihai.casework.cases.measures import opened
from tests.casework.cases.office import NOON, TODAY, Office, a_case

pytestmark = pytest.mark.django_db


def test_one_person_with_two_cases_is_one_person(office: Office) -> None:
    a_case(office)
    a_case(office, programme="reintegration")
    a_case(office, programme="hardship")
    with acting_as(office.chief, NOON):
        rows = list(opened(office.chief, TODAY, TODAY + timedelta(days=1)))
    assert len(rows) == 2, "what waits for approval is not counted"
    assert {row["person_id"] for row in rows} == {office.nargis.pk}


def test_what_leaves_holds_nobody_who_is_guarded_and_nothing_of_health(office: Office) -> None:
    case = a_case(office)
    a_case(office, programme="addiction", actor=office.health)
    with acting_as(office.chief, NOON):
        sheet = caseload_sheet(office.chief, {"tab": "all"}, "en")
        assert [row[0] for row in sheet.rows] == [case.code]
        guard(person_id=office.nargis.pk, ground="honour", actor=office.chief, at=NOON)
        assert caseload_count(office.chief, {"tab": "all", "worker": "no key"}) == 0


def test_my_work_shows_what_waits_for_whom(office: Office) -> None:
    silent = a_case(office, opened_on=TODAY - timedelta(days=40))
    waits = a_case(office, programme="hardship")
    with acting_as(office.worker, NOON):
        assert [row.url for row in beside.silent_rows(office.worker, TODAY)] == [
            f"/casework/cases/{silent.pk}/contact/"
        ]
        assert not beside.approval_rows(office.worker, TODAY)
        assert [one.name for one in beside.search(office.worker, silent.code.lower(), 5)] == [silent.code]
    with acting_as(office.chief, NOON):
        assert [row.url for row in beside.approval_rows(office.chief, TODAY)] == [f"/casework/cases/{waits.pk}/decide/"]
    with acting_as(office.stranger, NOON):
        assert not beside.search(office.stranger, silent.code, 5)
        assert beside.timeline(office.stranger, office.nargis.pk) == []
