"""The fictional world: one account a role, nothing of it in a real prison, and no second world on a second day."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from rihai.accounts.models import Account, Posting
from rihai.accounts.roles import GIVEN
from rihai.demo.cast import CAST, PASSWORD
from rihai.demo.founding import found
from rihai.places.models import Place

pytestmark = pytest.mark.django_db


def test_every_role_has_somebody() -> None:
    assert {role for member in CAST for role in member.roles} == set(GIVEN)


def test_a_second_founding_changes_nothing() -> None:
    found(at=timezone.now())
    before = (Account.objects.count(), Posting.objects.count(), Place.objects.count())

    found(at=timezone.now())

    assert (Account.objects.count(), Posting.objects.count(), Place.objects.count()) == before


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
