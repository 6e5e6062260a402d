"""Cases are opened under programmes, approved where asked, closed with a reason, and seen by nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Case, CaseState
from rihai.casework.cases.operations import close_case, decide_case, open_case, reopen_case
from rihai.casework.cases.operations.errors import NeedsReason, NoSuchCase, NotYours, WrongCase
from rihai.casework.cases.queries import cases_for
from rihai.people.operations import give_consent
from tests.casework.cases.office import NOON, TODAY, Office, a_case

pytestmark = pytest.mark.django_db


def _grants(case: Case) -> set[Any]:
    with as_house(NOON):
        return set(Grant.objects.filter(ground_id=case.pk, ended_at=None).values_list("account_id", flat=True))


def test_who_opens_a_case_has_it_and_sees_the_person_by_it(office: Office) -> None:
    case = a_case(office)
    assert case.code == "C-2026-0001"
    assert case.state == CaseState.OPEN
    assert case.stage == "settling"
    assert case.worker_id == office.worker.pk
    assert _grants(case) == {office.worker.pk}
    assert [one["answer"] for one in case.eligibility] == ["met", "met"]
    assert case.review_on is not None
    assert (case.review_on - TODAY).days == 60


def test_the_wrong_worker_finds_no_case_and_a_health_case_is_health_workers_alone(office: Office) -> None:
    case = a_case(office)
    addiction = a_case(office, programme="addiction", actor=office.health)
    seen = {}
    for who in (
        office.worker,
        office.stranger,
        office.chief,
        office.health,
        office.world.worker("lawyer", office.world.gulzar),
    ):
        with acting_as(who, NOON):
            seen[who.pk] = set(cases_for(who).values_list("pk", flat=True))
    assert seen[office.worker.pk] == seen[office.chief.pk] == {case.pk}
    assert seen[office.health.pk] == {case.pk, addiction.pk}
    assert [seen[one] for one in seen if one not in {office.worker.pk, office.chief.pk, office.health.pk}] == [
        set(), set(),
    ]  # fmt: skip
    with pytest.raises(NoSuchCase):
        a_case(office, programme="addiction", actor=office.worker, person=office.nargis)
    with pytest.raises(NoSuchCase):
        a_case(office, actor=office.stranger)


def test_a_rule_that_is_not_met_or_not_known_asks_for_a_reason(office: Office) -> None:
    with pytest.raises(NeedsReason):
        a_case(office, programme="prevention", goes_on="")
    case = a_case(office, programme="prevention", goes_on="Her sister is outside and at risk; agreed with the chief.")
    assert {one["answer"] for one in case.eligibility} == {"met", "not_met"}
    with pytest.raises(WrongCase):
        a_case(office, programme="prevention")


def test_a_supervisor_approves_and_nobody_their_own(office: Office) -> None:
    case = a_case(office, programme="hardship")
    own = a_case(office, programme="hardship", actor=office.chief, person=_other(office))
    assert case.state == own.state == CaseState.WAITING
    with acting_as(office.chief, NOON):
        told: Any = {"version": 1, "approve": True, "reason": "", "actor": office.chief, "at": office.now}
        with pytest.raises(NotYours):
            decide_case(case_id=own.pk, **told)
        decide_case(case_id=case.pk, **told)
    with acting_as(office.worker, NOON), pytest.raises(NoSuchCase):
        decide_case(case_id=case.pk, version=2, approve=True, reason="", actor=office.worker, at=office.now)
    assert office.fresh(case).state == CaseState.OPEN


def test_closing_ends_what_was_seen_by_it_and_it_opens_again(office: Office) -> None:
    case = a_case(office)
    with acting_as(office.worker, NOON):
        told: Any = {"outcome": "done", "reason": "She is home.", "on": TODAY, "actor": office.worker, "at": office.now}
        close_case(case_id=case.pk, version=1, **told)
        assert _grants(case) == set()
        assert office.fresh(case).closing_reason == "She is home."
        reopen_case(case_id=case.pk, version=2, reason="She came back to us.", actor=office.worker, at=office.now)
    assert _grants(case) == {office.worker.pk}
    assert office.fresh(case).state == CaseState.OPEN


def test_what_was_allowed_when_it_was_opened_is_remembered(office: Office) -> None:
    with acting_as(office.worker, NOON):
        give_consent(
            person_id=office.nargis.pk, purpose="care", recipient="our workers", classes=["personal"],
            given_how="thumb", started_on=TODAY, actor=office.worker, at=NOON,
        )  # fmt: skip
    assert a_case(office).rests_on_consent
    with acting_as(office.worker, NOON):
        other = open_case(
            person_id=office.nargis.pk, programme="hardship", said={"goes_on": "Seen."}, actor=office.worker, at=NOON
        )
    assert not other.rests_on_consent, "the family's leave was not asked"


def _other(office: Office) -> Any:
    with acting_as(office.worker, NOON):
        return office.world.enter(office.worker, full_name="Shazia Farzi", cnic="9040300000024", prison_id="UTP-7")
