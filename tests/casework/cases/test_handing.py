"""From one hand to another, never half; and nobody is lost when a worker leaves."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connections

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Grant, Notification, Posting
from rihai.accounts.operations import end_posting, guard, house, stop_account
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sight_of
from rihai.casework.cases.models import Case, EventKind, HandOver
from rihai.casework.cases.operations import (
    accept_case,
    give_cases,
    offer_case,
    refuse_offer,
    take_back_offers,
    take_case,
)
from rihai.casework.cases.operations.errors import NoSuchCase, NoSuchOffer, NotYours, WrongHand
from rihai.casework.cases.operations.leaving import release_all
from rihai.casework.cases.queries import cases_for, offers_to
from rihai.casework.cases.queries.caseload import UNASSIGNED, Asked, list_cases
from tests.casework.cases.office import NOON, TODAY, Office, a_case, a_sealed_case, make_office

pytestmark = pytest.mark.django_db


def _offer(office: Office, case: Case, *to: Account) -> list[HandOver]:
    with acting_as(office.worker, NOON):
        told: Any = {"note": "Released to your district.", "actor": office.worker, "at": office.now}
        return offer_case(case_id=case.pk, account_ids=[one.pk for one in to], **told)


def _sees(office: Office, who: Account) -> bool:
    with acting_as(who, NOON + timedelta(hours=2)):
        return "personal" in sight_of(who, office.nargis.pk).seen


def test_who_is_asked_sees_the_person_only_after_accepting(office: Office) -> None:
    case = a_case(office)
    [offer] = _offer(office, case, office.stranger)
    with acting_as(office.stranger, NOON):
        assert [one.code for one in offers_to(office.stranger)] == [case.code]
        assert not cases_for(office.stranger).exists()
        accept_case(offer_id=offer.pk, actor=office.stranger, at=office.now)
    assert _sees(office, office.stranger)
    assert office.fresh(case).worker_id == office.stranger.pk
    with as_house(NOON):
        held = Grant.objects.filter(ground_id=case.pk, ended_at=None)
        assert {one.account_id for one in held} == {office.stranger.pk}
        assert Notification.objects.filter(account=office.worker, kind="casework.answer").exists()


def test_of_two_who_are_asked_the_first_has_it_and_the_second_is_told(office: Office) -> None:
    case = a_case(office)
    first, second = _offer(office, case, office.colleague, office.stranger)
    with acting_as(office.colleague, NOON):
        accept_case(offer_id=first.pk, actor=office.colleague, at=office.now)
    with acting_as(office.stranger, NOON), pytest.raises(WrongHand, match="quicker"):
        accept_case(offer_id=second.pk, actor=office.stranger, at=office.now)
    assert office.fresh(case).worker_id == office.colleague.pk
    assert not _sees(office, office.stranger)


def test_an_offer_is_refused_with_a_reason_or_taken_back_and_the_case_stays(office: Office) -> None:
    case = a_case(office)
    [offer] = _offer(office, case, office.colleague)
    with acting_as(office.colleague, NOON):
        with pytest.raises(WrongHand):
            refuse_offer(offer_id=offer.pk, reason=" ", actor=office.colleague, at=office.now)
        refuse_offer(offer_id=offer.pk, reason="I leave in a month.", actor=office.colleague, at=office.now)
    [again] = _offer(office, case, office.stranger)
    with acting_as(office.worker, NOON):
        assert take_back_offers(case_id=case.pk, actor=office.worker, at=office.now) == 1
    with acting_as(office.stranger, NOON), pytest.raises(WrongHand):
        accept_case(offer_id=again.pk, actor=office.stranger, at=office.now)
    with acting_as(office.chief, NOON), pytest.raises(NoSuchOffer):
        accept_case(offer_id=again.pk, actor=office.chief, at=office.now)
    assert office.fresh(case).worker_id == office.worker.pk


def test_only_the_worker_or_a_supervisor_hands_a_case_over(office: Office) -> None:
    case = a_case(office)
    with acting_as(office.colleague, NOON), pytest.raises(NotYours):
        offer_case(case_id=case.pk, account_ids=[office.stranger.pk], note="", actor=office.colleague, at=office.now)
    with acting_as(office.colleague, NOON), pytest.raises(NoSuchCase):
        give_cases(case_ids=[case.pk], account_id=office.stranger.pk, note="", actor=office.colleague, at=office.now)


def test_a_guarded_persons_case_goes_to_a_stranger_by_a_supervisor_alone(office: Office) -> None:
    case = a_case(office)
    guard(person_id=office.nargis.pk, ground="honour", actor=office.worker, at=NOON)
    with acting_as(office.worker, NOON), pytest.raises(NotYours):
        offer_case(case_id=case.pk, account_ids=[office.stranger.pk], note="", actor=office.worker, at=office.now)
    with acting_as(office.chief, NOON):
        give_cases(case_ids=[case.pk], account_id=office.stranger.pk, note="", actor=office.chief, at=office.now)
    assert office.fresh(case).worker_id == office.stranger.pk


def _nobody(office: Office) -> list[str]:
    at = NOON + timedelta(hours=3)
    with acting_as(office.chief, at):
        return [row.case.code for row in list_cases(Asked(UNASSIGNED), actor=office.chief, today=TODAY).rows]


def test_the_cases_of_an_account_that_is_stopped_appear_with_nobody_and_are_given_on_together(office: Office) -> None:
    one = a_case(office)
    other = a_case(office, programme="hardship")
    with acting_as(office.chief, NOON):
        stop_account(account=office.worker, actor=house(), at=office.now)
    assert set(_nobody(office)) == {one.code, other.code}
    with as_house(NOON):
        assert Notification.objects.filter(account=office.chief, kind="casework.left").count() == 1
        assert one.events.filter(kind=EventKind.LEFT, whom=office.worker.name).exists()
    at = NOON + timedelta(hours=4)
    with acting_as(office.chief, at):
        ids = [one.pk, other.pk]
        assert give_cases(case_ids=ids, account_id=office.colleague.pk, note="", actor=office.chief, at=at) == 2
    assert _nobody(office) == []


def test_a_posting_that_ends_takes_the_cases_at_once_or_on_its_day(office: Office) -> None:
    case = a_case(office)
    posting = Posting.objects.get(account=office.worker)
    end_posting(posting=posting, on=TODAY + timedelta(days=2), actor=house(), at=office.now)
    assert office.fresh(case).worker_id == office.worker.pk, "it holds until then"
    assert release_all(NOON + timedelta(days=2)) == 1
    assert office.fresh(case).worker_id is None
    assert release_all(NOON + timedelta(days=2)) == 0, "asked again it changes nothing"
    at = NOON + timedelta(days=2, hours=1)
    with acting_as(office.colleague, at):
        take_case(case_id=case.pk, actor=office.colleague, at=at)
    assert office.fresh(case).worker_id == office.colleague.pk


def test_a_sealed_case_whose_counsellor_leaves_is_offered_to_the_others_by_its_code(office: Office) -> None:
    counsellor = office.world.worker("survivor_counsellor", office.world.gulzar)
    other = office.world.worker("survivor_counsellor", office.world.naya_bagh)
    case = a_sealed_case(office, actor=counsellor)
    for who in (office.chief, office.worker, other):
        with acting_as(who, NOON):
            assert not cases_for(who).exists()
    stop_account(account=counsellor, actor=house(), at=office.now)
    at = NOON + timedelta(hours=1)
    with acting_as(other, at):
        [offer] = offers_to(other)
        accept_case(offer_id=offer.pk, actor=other, at=at)
        assert cases_for(other).get() == office.fresh(case)


@pytest.fixture
def busy(transactional_db: None) -> Office:
    """The office in a database that both connections see."""
    return make_office()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_at_once_one_gets_the_case(busy: Office) -> None:
    case = a_case(busy)
    start, told = Barrier(2), []
    offers = _offer(busy, case, busy.colleague, busy.stranger)

    def press(who: Account, offer: HandOver) -> None:
        try:
            start.wait(10)
            with acting_as(who, NOON):
                accept_case(offer_id=offer.pk, actor=who, at=NOON + timedelta(hours=1))
            told.append("has it")
        except WrongHand as refused:
            told.append(str(refused))
        finally:
            connections.close_all()

    pairs = zip((busy.colleague, busy.stranger), offers, strict=True)
    threads = [Thread(target=press, args=pair) for pair in pairs]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    assert sorted(one == "has it" for one in told) == [False, True], told
    with as_house(NOON):
        held = Grant.objects.filter(ground_id=case.pk, ended_at=None, data_class="personal")
        assert [one.account_id for one in held] == [Case.objects.get().worker_id]
        assert sorted(one.state for one in HandOver.objects.all()) == ["accepted", "gone"]
