"""The fictional world: one account a role, nothing of it in a real prison, and no second world on a second day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Demand, Invitation, Notification, Posting
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.here import ending_soon
from rihai.accounts.roles import GIVEN
from rihai.demo.cast import CAST, PASSWORD
from rihai.demo.founding import found
from rihai.kit.audit.chain import verify
from rihai.kit.audit.models import Event
from rihai.places.models import Place

pytestmark = pytest.mark.django_db


def test_every_role_has_somebody() -> None:
    assert {role for member in CAST for role in member.roles} == set(GIVEN)


def test_a_second_founding_changes_nothing() -> None:
    found(at=timezone.now())
    kinds = (Account, Posting, Place, Demand, Invitation, Notification, Event)
    with as_house():
        before = [kind.objects.count() for kind in kinds]

    found(at=timezone.now())

    with as_house():
        assert [kind.objects.count() for kind in kinds] == before


def test_the_office_has_a_little_history_in_every_state_and_the_trail_tells_it() -> None:
    found(at=timezone.now())

    day = timezone.localdate()
    with acting_as(Account.objects.get(email="protection@rihai.example")):
        demands = list(Demand.objects.all())
        holds = verify().holds
    assert sorted(one.state for one in demands) == ["decided", "open", "proposed"]
    assert all(one.proposed_by_id != one.decided_by_id for one in demands if one.decided_at)
    assert sum(one.is_open(timezone.now()) for one in Invitation.objects.all()) == 2
    trainer = Account.objects.get(email="trainer@rihai.example")
    with acting_as(trainer):
        assert ending_soon(trainer, on=day, until=day + timedelta(days=30))
    assert holds


def test_whoever_keeps_the_desk_and_whoever_invites_find_something_waiting() -> None:
    found(at=timezone.now())

    for key, waits in (("protection", "District Intelligence Committee"), ("administrator", "Bushra Namoona")):
        client = Client()
        client.force_login(Account.objects.get(email=f"{key}@rihai.example"))
        assert waits in client.get("/").content.decode(), key


def test_nobody_of_the_cast_works_at_a_real_place() -> None:
    found(at=timezone.now())

    places = Place.objects.filter(pk__in=Posting.objects.exclude(place=None).values("place"))

    assert places.exists()
    assert not places.filter(invented=False).exists()


def test_each_of_the_cast_signs_in_and_finds_a_page() -> None:
    found(at=timezone.now())

    answers = {}
    for member in CAST:
        client = Client()
        client.post("/account/login/", {"login": member.email, "password": PASSWORD})
        answers[member.key] = client.get("/").status_code

    assert set(answers.values()) == {200}, answers
