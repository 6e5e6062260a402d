"""Accounts that open the pages of the room, and the published places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from rihai.accounts.models import Account, Posting
from rihai.accounts.operations.house import as_house
from rihai.places.models import Place
from rihai.places.operations import seed
from tests.places.world import AT, make_district


@pytest.fixture(autouse=True)
def _house(request: pytest.FixtureRequest) -> Iterator[None]:
    """On PostgreSQL nobody but the house reads the whole trail; pages set who asks by themselves."""
    if request.node.get_closest_marker("django_db") is None:
        yield
        return
    request.getfixturevalue("db")
    with as_house():
        yield


@pytest.fixture
def seeded(db: None) -> None:
    seed(actor=None, at=AT)


@pytest.fixture
def district(db: None) -> Place:
    return make_district()


def account(role: str) -> Account:
    made = Account.objects.create_user(f"{role}@rihai.example", "Adeel Misali")
    Posting.objects.create(account=made, role=role, started_on=date(2026, 1, 1))
    return made


def signed_in(who: Account) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(who, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


@pytest.fixture
def keeper(db: None) -> Account:
    """May edit places and see to leaves."""
    return account("administrator")


@pytest.fixture
def keeping(keeper: Account) -> Client:
    return signed_in(keeper)


@pytest.fixture
def reading(db: None) -> Client:
    """Works here, and may change nothing about places."""
    return signed_in(account("trainer"))
