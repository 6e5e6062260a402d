"""The pages of cases: what they show, to whom, in how many queries, and that nonsense gets a sentence."""

from __future__ import annotations

from datetime import timedelta
from itertools import cycle
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Posting, Presence
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Case, HandOver, Intake
from rihai.casework.cases.operations import offer_case, take_in
from rihai.casework.cases.urls import urlpatterns
from rihai.people.models import CustodyEpisode, Person
from tests.casework.cases.office import Office, a_case
from tests.house.addresses import addresses
from tests.house.test_fuzz import NASTY, fields_of

pytestmark = pytest.mark.django_db


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def _text(client: Client, address: str, status: int = 200, **data: Any) -> str:
    response = client.post(address, data) if data else client.get(address)
    assert response.status_code == status, response.content.decode()[:3000]
    return response.content.decode()


def _at(name: str, *keys: Any) -> str:
    return reverse(f"casework:{name}", args=keys)


def test_the_page_of_a_case_answers_who_why_and_what_next_and_the_wrong_worker_gets_404(office: Office) -> None:
    now = timezone.now() - timedelta(minutes=5)
    case = a_case(office, at=now, asked="Somebody to call her mother.")
    client = signed_in(office.worker)
    page = _text(client, _at("case", case.pk))
    for said in (
        "Nargis Farzi",
        "Women inside and after",
        "Somebody to call her mother.",
        "First days",
        "Ask for consent",
    ):
        assert said in page
    assert "C-2026" in _text(client, _at("caseload"))
    assert case.code in _text(client, reverse("people:person", args=[office.nargis.pk]))
    stranger = signed_in(office.stranger)
    for name in ("case", "case-change", "contact", "case-close", "case-offer"):
        _text(stranger, _at(name, case.pk), 404)
    assert "Nargis" not in _text(stranger, _at("caseload") + "?tab=all")
    for role in ("lawyer", "health_worker"):
        who = signed_in(office.world.worker(role, office.world.naya_bagh))
        _text(who, _at("case", case.pk), 404)


def test_a_health_case_leaves_no_trace_where_the_class_is_not_seen(office: Office) -> None:
    case = a_case(office, programme="addiction", actor=office.health, at=timezone.now() - timedelta(minutes=5))
    client = signed_in(office.worker)
    _text(client, _at("case", case.pk), 404)
    pages = [_at("caseload") + "?tab=all", reverse("people:person", args=[office.nargis.pk]), reverse("home")]
    for address in pages:
        page = _text(client, address)
        assert case.code not in page
        assert office.health.name not in page
    chief = signed_in(office.chief)
    assert office.health.name not in _text(chief, _at("supervise"))
    assert case.code in _text(signed_in(office.health), _at("caseload"))


def test_on_a_telephone_somebody_new_from_the_community_is_entered_and_taken_in_at_once(office: Office) -> None:
    client = signed_in(office.worker)
    sent = {
        "full_name": "Zainab Misali", "father_or_husband_name": "w/o Nazir", "sex": "female", "age": "34",
        "place": office.world.gulzar.pk, "held": "no", "way": "family", "on": f"{timezone.localdate():%d/%m/%Y}",
        "asked": "She is beaten at home and afraid of the police.", "answer": "case", "programme": "prevention",
    }  # fmt: skip
    response = client.post(_at("newcomer"), sent)
    assert response.status_code == 302, response.content.decode()[:3000]
    with as_house():
        case = Case.objects.get()
        assert case.setting == "community"
        assert [one["answer"] for one in case.eligibility] == ["met", "met", "met"]
        assert not CustodyEpisode.objects.filter(person=case.person_id).exists(), "she was never held"
    assert "Zainab Misali" in _text(client, _at("caseload"))


def test_a_rule_not_known_is_said_beside_the_form_and_asks_for_a_reason(office: Office) -> None:
    client = signed_in(office.worker)
    sent = {
        "way": "self", "on": f"{timezone.localdate():%d/%m/%Y}", "asked": "Help at home.", "answer": "case",
        "programme": "hardship", "setting": "prison",
    }  # fmt: skip
    page = _text(client, _at("intake", office.nargis.pk), 409, **sent)
    assert "Not every rule of this programme is met or known" in page
    assert "not known" in page
    assert client.post(_at("intake", office.nargis.pk), {**sent, "goes_on": "She said so."}).status_code == 302
    with as_house():
        case = Case.objects.get()
    assert "Waits for a supervisor" in _text(client, _at("case", case.pk))


def test_of_two_who_change_a_case_the_second_is_shown_the_difference(office: Office) -> None:
    case = a_case(office, at=timezone.now() - timedelta(minutes=5))
    client = signed_in(office.worker)
    first = fields_of(client.get(_at("case-change", case.pk)))
    opened = {name: values[-1] for name, values in first.items() if values}
    assert client.post(_at("case-change", case.pk), {**opened, "weight": "4"}).status_code == 302
    page = _text(signed_in(office.colleague), _at("case-change", case.pk), 409, **{**opened, "weight": "5"})
    assert "Somebody changed this while you wrote" in page
    assert office.fresh(case).weight == 4


def _many(office: Office, count: int) -> None:
    """Cases of people held in Gulzar, made in bulk; a third of them silent, a tenth with nobody."""
    today = timezone.localdate()
    people = [
        Person(full_name=f"Farzi {at}", sex="female", held_at=office.world.gulzar, made_at=timezone.now())
        for at in range(count)
    ]
    with as_house():
        Person.objects.bulk_create(people)
        Presence.objects.bulk_create(Presence(person_id=one.pk, place=office.world.gulzar) for one in people)
        Case.objects.bulk_create(
            Case(
                code=f"B-{count}-{at}", person=one, first_person_id=one.pk, programme="women", opened_on=today,
                worker=None if at % 10 == 0 else (office.worker, office.colleague)[at % 2], place=office.world.gulzar,
                last_contact_on=today - timedelta(days=60 if at % 3 == 0 else 1), review_on=today,
            )
            for at, one in enumerate(people)
        )  # fmt: skip


def test_the_pages_ask_as_often_for_two_thousand_cases_as_for_twenty(office: Office) -> None:
    _many(office, 20)
    Posting.objects.create(
        account=office.worker, role="supervisor", started_on=timezone.localdate() - timedelta(days=9)
    )
    client = signed_in(office.worker)
    with as_house():
        some = Case.objects.filter(worker=office.worker.pk).first()
    assert some is not None
    pages = [
        _at("caseload"), _at("caseload") + "?tab=all", _at("caseload") + "?tab=untouched", _at("supervise"),
        _at("case", some.pk), _at("intakes"), reverse("home"),
    ]  # fmt: skip

    def asked() -> list[int]:
        counts = []
        for address in pages:
            with CaptureQueriesContext(
                connection,
            ) as caught:
                _text(client, address)
            counts.append(len(caught))
        return counts

    asked()
    few = asked()
    _many(office, 2000)
    assert asked() == few


def test_no_page_of_cases_answers_500_whatever_is_sent(office: Office) -> None:
    Posting.objects.create(
        account=office.worker, role="supervisor", started_on=timezone.localdate() - timedelta(days=9)
    )
    now = timezone.now() - timedelta(minutes=9)
    case = a_case(office, at=now)
    with acting_as(office.worker):
        said = {"way": "self", "on": timezone.localdate(), "asked": "Work.", "answer": "waiting", "programme": ""}
        intake = take_in(person_id=office.nargis.pk, said=said, actor=office.worker, at=timezone.now())
        offer_case(case_id=case.pk, account_ids=[office.colleague.pk], note="", actor=office.worker, at=timezone.now())
        with as_house():
            HandOver.objects.create(case=case, code=case.code, programme="women", to=office.worker, offered_at=now)
    with as_house():
        mine = HandOver.objects.get(to=office.worker)
    of_row = {"intake": office.nargis, "intake-answer": intake, "handover-accept": mine, "handover-refuse": mine}
    keys = {f"casework:{one.name}": str(of_row.get(str(one.name), case).pk) for one in urlpatterns}
    client, nasty = signed_in(office.worker), cycle(NASTY)
    for one in addresses():
        if one.name not in keys or (one.gaps and one.gaps[0][1] == "int"):
            continue
        path = one.filled({"uuid": keys[one.name], "str": "nobody"})
        fields = fields_of(client.get(path, {"page": next(nasty), "tab": next(nasty), "worker": next(nasty)}))
        for offered in (True, False):
            sent = {name: values[-1] if values and offered else next(nasty) for name, values in fields.items()}
            with transaction.atomic():
                assert client.post(path, sent).status_code < 500, (path, sent)
                transaction.set_rollback(True)
    with as_house():
        assert Intake.objects.get().answer == "waiting"
    _text(client, _at("case", uuid4()), 404)
