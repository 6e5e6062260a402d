"""The pages of services: what a form refuses beside the field, whose pages they are, and the same number of queries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.services.models import Employer, Enrolment, MaterialHelp, Referral
from rihai.casework.services.operations import receive_referral
from tests.casework.services.office import Office
from tests.people.world import NOON, TODAY

pytestmark = pytest.mark.django_db
BAD = ("a" * 5000, "a\x00b", "\u202eabc")


def _as(client: Client, who: Account) -> Client:
    client.force_login(who)
    return client


def test_a_service_is_begun_moved_and_ended_by_its_pages(office: Office, client: Client) -> None:
    person = office.person()
    _as(client, office.worker)
    url, today = reverse("casework:enrol", args=[person.pk]), str(timezone.localdate())
    assert client.get(url).status_code == 200
    refused = client.post(url, {"service_id": "stress_management", "started_on": today})
    assert refused.status_code == 422
    assert "Ask them first." in refused.content.decode()
    assert client.post(url, {"service_id": "addiction", "started_on": today}).status_code == 422, "health’s"
    began = client.post(url, {"service_id": "skills_training", "started_on": today})
    assert began.status_code == 302
    with as_house():
        row = Enrolment.objects.get()
    stage = reverse("casework:enrolment-stage", args=[row.pk])
    assert client.post(stage, {"stage_id": "practice", "on": today, "version": 1}).status_code == 302
    assert client.post(stage, {"stage_id": "course", "on": today, "version": 1}).status_code == 409
    end = {"outcome_id": "finished", "on": today, "version": 2}
    assert client.post(reverse("casework:enrolment-end", args=[row.pk]), end).status_code == 302
    shown = client.get(reverse("casework:enrolment", args=[row.pk])).content.decode()
    assert reverse("casework:certificate-new", args=[row.pk]) in shown
    waits = _as(client, office.lawyer).get(reverse("casework:remission")).content.decode()
    assert "Nargis Farzi" in waits


@pytest.mark.parametrize("bad", BAD)
def test_nonsense_is_answered_beside_the_field(office: Office, client: Client, bad: str) -> None:
    person = office.person()
    _as(client, office.worker)
    today = str(timezone.localdate())
    gift = {
        "kind": "kit", "what": bad, "fund": bad, "worth": "9" * 400, "currency": "PKR", "given_on": today,
        "given_by_name": "x", "witness": "X", "proof": "thumb",
    }  # fmt: skip
    answer = client.post(reverse("casework:help-new", args=[person.pk]), gift)
    assert answer.status_code == 422
    assert {"what", "fund", "worth", "witness"} <= set(answer.context["form"].errors)
    late = {**gift, "what": "soap", "fund": "f", "worth": "1", "given_on": "31/12/2999", "witness": "y"}
    assert set(client.post(reverse("casework:help-new", args=[person.pk]), late).context["form"].errors) == {"given_on"}
    for name in ("referral-received", "job-new", "enrol"):
        assert (
            client.post(reverse(f"casework:{name}", args=[person.pk]), {"asked": bad, "trade": bad}).status_code == 422
        )
    refer = reverse("casework:refer", args=[person.pk]) + f"?partner={office.partner.pk}"
    assert client.post(refer, {"asked": bad, "basis": bad, "consent_id": bad}).status_code == 422


def test_two_who_change_one_employer_are_shown_the_difference(office: Office, client: Client) -> None:
    url = reverse("casework:employer", args=[office.employer.pk])
    form = _as(client, office.worker).get(url).context["form"]
    typed = {
        field.html_name: field.value() for field in form if field.value() is not None
    }  # fmt: skip
    typed |= {f"initial-{name}": value for name, value in list(typed.items())}
    typed |= {"version": 1, "district": office.employer.district_id, "checked_on": str(TODAY)}
    typed |= {"initial-district": office.employer.district_id, "initial-checked_on": str(TODAY)}
    assert client.post(url, {**typed, "trades": "cooking"}).status_code == 302
    second = client.post(url, {**typed, "trades": "washing"})
    assert second.status_code in {409, 422}
    assert "cooking" in second.content.decode()
    assert Employer.objects.get().trades == "cooking"


def test_elsewhere_every_page_about_her_is_as_if_there_were_nobody(office: Office, client: Client) -> None:
    person = office.person()
    row = office.enrolled(person)
    with acting_as(office.worker, NOON):
        sent = receive_referral(
            person_id=person.pk, service_id="life_skills", partner_name="E", asked="x", on=TODAY, actor=office.worker,
            at=NOON,
        )  # fmt: skip
    pages = [
        reverse(f"casework:{name}", args=[pk])
        for pk, names in (
            (person.pk, ("enrol", "refer", "referral-received", "help-new", "job-new")),
            (row.pk, ("enrolment", "enrolment-stage", "enrolment-end")),
            (sent.pk, ("referral",)),
        )
        for name in names
    ]
    for who, status in ((office.worker, 200), (office.other, 404), (office.lawyer, 404)):
        _as(client, who)
        assert {client.get(url).status_code for url in pages} == {status}, who.name
    for who in (office.other, office.lawyer):
        assert (
            "Nargis" not in _as(client, who).get(reverse("casework:service", args=["skills_training"])).content.decode()
        )


def test_the_lists_ask_as_often_for_many_rows_as_for_few(office: Office, client: Client) -> None:
    person = office.person()
    made: dict[str, Any] = {
        "person": person, "first_person": person.pk, "made_by": office.worker.pk, "made_by_name": "x", "made_at": NOON
    }  # fmt: skip

    def more(number: int) -> None:
        with as_house(NOON):
            Enrolment.objects.bulk_create(
                Enrolment(service="life_skills", started_on=TODAY - timedelta(days=at), **made) for at in range(number)
            )
            Referral.objects.bulk_create(
                Referral(
                    way="in",
                    service="life_skills",
                    partner_name="E",
                    asked="x",
                    sent_on=TODAY,
                    due_on=TODAY,
                    copy="{}",
                    **made,
                )
                for _at in range(number)
            )
            MaterialHelp.objects.bulk_create(
                MaterialHelp(
                    kind="kit", what="w", fund="f", worth=1, given_on=TODAY, given_by_name="g", witness="w",
                    proof="thumb", **made,
                )
                for _at in range(number)
            )  # fmt: skip

    def asked() -> dict[str, int]:
        counts = {}
        for url in (
            reverse("casework:services"), reverse("casework:service", args=["life_skills"]),
            reverse("casework:referrals"), reverse("casework:help-given"), reverse("people:person", args=[person.pk]),
        ):  # fmt: skip
            client.get(url)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert client.get(url).status_code == 200
            counts[url] = len(queries)
        return counts

    _as(client, office.worker)
    more(5)
    few = asked()
    more(10)
    assert asked() == few
