"""The family: nobody is called who may not be, nobody is told what she does not allow, children come first."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.models import ChildOutside, FamilyContact
from rihai.casework.aftercare.operations import keep_child, keep_tie, record_contact, wish_contact
from rihai.casework.aftercare.operations.errors import NothingSaid, WithoutWord
from rihai.casework.aftercare.queries.family import family_of, fares_of
from rihai.casework.aftercare.work import family_rows
from rihai.errors import NotFound
from rihai.people.models import Relationship
from tests.casework.aftercare.cast import Desk

pytestmark = pytest.mark.django_db
CHILD: dict[str, Any] = {
    "name": "Bilal",
    "born_year": 2019,
    "how": "alone",
    "with_whom": "",
    "where": "Gulistan",
    "note": "",
}


def test_the_office_calls_only_whom_she_called_safe(desk: Desk) -> None:
    unasked = desk.relation(safe=None)
    said: dict[str, Any] = {"relationship_id": unasked.pk, "kind": "call", "wished_on": desk.today}
    with pytest.raises(WithoutWord):
        desk.does(wish_contact, **said)
    tie: dict[str, Any] = {
        "relationship_id": unasked.pk,
        "version": 0,
        "wants": "yes",
        "ways": "after five",
        "may_know": ["well"],
    }
    desk.does(keep_tie, **tie, safe=True)
    row = desk.does(wish_contact, **said)
    with as_house(desk.at):
        assert Relationship.objects.get().safe_to_contact is True
        assert row.state == "wished"
    desk.does(keep_tie, **{**tie, "version": 1, "wants": "no"}, safe=True)
    with pytest.raises(WithoutWord):
        desk.does(wish_contact, **said)


def test_nobody_is_told_what_she_does_not_allow(desk: Desk) -> None:
    sister = desk.relation()
    tie: dict[str, Any] = {"relationship_id": sister.pk, "version": 0, "wants": "yes", "ways": "", "may_know": ["well"]}
    desk.does(keep_tie, **tie, safe=True)
    row = desk.does(wish_contact, relationship_id=sister.pk, kind="visit", wished_on=desk.today)
    said: dict[str, Any] = {"contact_id": row.pk, "version": 1, "state": "made", "on": desk.today}
    with pytest.raises(WithoutWord):
        desk.does(record_contact, **said, told=["where"])
    desk.does(record_contact, **said, told=["well"])
    with as_house(desk.at):
        kept = FamilyContact.objects.get()
        assert (kept.state, kept.told) == ("made", ["well"])


def test_money_for_the_way_stands_once_with_its_fund_and_beside_its_visit(desk: Desk) -> None:
    visit = desk.does(wish_contact, relationship_id=desk.relation().pk, kind="visit", wished_on=desk.today)
    client = Client()
    client.force_login(desk.worker)
    way = {
        "kind": "fare", "what": "Two buses", "fund": "Welfare fund", "worth": "900", "currency": "PKR",
        "given_on": f"{desk.today:%d/%m/%Y}", "given_by_name": "Worker", "witness": "Nazia", "proof": "thumb",
        "contact_id": str(visit.pk),
    }  # fmt: skip
    page = reverse("casework:help-new", args=[desk.person.pk])
    assert client.post(page, {**way, "contact_id": str(uuid.uuid4())}).context["form"].errors.keys() == {"contact_id"}
    family = client.post(page, way, follow=True).content.decode()
    assert '900 <bdi dir="ltr">PKR</bdi> for the way' in family
    assert "900" in client.get(reverse("casework:help-given")).content.decode()
    other = desk.world.worker("caseworker", desk.world.naya_bagh)
    with acting_as(desk.worker, desk.at):
        [(_, paid)] = family_of(desk.person.pk, actor=desk.worker).contacts
    with acting_as(other, desk.at):
        assert fares_of([visit.pk], actor=other) == {}
    assert [one.worth for one in paid] == [Decimal("900")]


def test_a_failed_visit_says_why(desk: Desk) -> None:
    row = desk.does(wish_contact, relationship_id=desk.relation().pk, kind="visit", wished_on=desk.today)
    said: dict[str, Any] = {"contact_id": row.pk, "version": 1, "state": "failed", "on": desk.today}
    with pytest.raises(NothingSaid):
        desk.does(record_contact, **said)
    assert desk.does(record_contact, **said, failed_why="money").failed_why == "money"


def test_a_child_whom_nobody_cares_for_stands_in_my_work_at_once(desk: Desk) -> None:
    child = desk.does(keep_child, person_id=desk.person.pk, child_id=None, version=0, said=CHILD)
    with acting_as(desk.worker, desk.at):
        assert [one.status for one in family_rows(desk.worker, desk.today)] == ["critical"]
    said: dict[str, Any] = {**CHILD, "how": "well", "with_whom": "her sister"}
    desk.does(keep_child, person_id=desk.person.pk, child_id=child.pk, version=1, said=said)
    with acting_as(desk.worker, desk.at):
        assert family_rows(desk.worker, desk.today) == []


def test_who_works_elsewhere_sees_no_family(desk: Desk) -> None:
    sister = desk.relation()
    desk.does(keep_child, person_id=desk.person.pk, child_id=None, version=0, said=CHILD)
    stranger = desk.world.worker("caseworker", desk.world.naya_bagh)
    with acting_as(stranger, desk.at):
        page = family_of(desk.person.pk, actor=stranger)
        assert (list(page.hers), list(page.children), list(page.contacts)) == ([], [], [])
    with pytest.raises(NotFound):
        desk.does(wish_contact, by=stranger, relationship_id=sister.pk, kind="visit", wished_on=desk.today)
    with as_house(desk.at):
        assert ChildOutside.objects.count() == 1
