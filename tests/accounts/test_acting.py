"""Who asks is said to PostgreSQL for every request, job and command, and put back after, whatever happens between."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from rihai.accounts.acting import acting_as, asked_at, asking_id
from rihai.accounts.models import SYSTEM_ID, Unit
from rihai.accounts.offers import runs_as
from tests.accounts.world import World, account, make_world
from tests.walled.models import Person

A, B = UUID(int=1), UUID(int=2)
postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="said to PostgreSQL alone")


def told() -> str:
    """Whom the database believes to be asking."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('rihai.actor', true)")
        return cursor.fetchone()[0] or ""


@pytest.fixture
def opened(db: None) -> None:
    connection.ensure_connection()


@postgresql
@pytest.mark.usefixtures("opened")
class TestTelling:
    def test_it_nests_and_is_put_back(self) -> None:
        assert told() == ""
        with acting_as(A):
            assert told() == str(A)
            with acting_as(B):
                assert told() == str(B)
            assert told() == str(A)
        assert told() == ""

    def test_an_exception_puts_it_back(self) -> None:
        with pytest.raises(ZeroDivisionError), acting_as(A):
            _ = 1 / 0
        assert told() == ""

    def test_a_failed_transaction_puts_it_back_by_its_rollback(self) -> None:
        unit = Unit.objects.create(name="once")
        with acting_as(A):
            with pytest.raises(IntegrityError), transaction.atomic(), acting_as(B):
                Unit.objects.create(pk=unit.pk, name="twice")
            assert told() == str(A)
        assert told() == ""

    def test_a_rollback_does_not_lose_who_asks(self) -> None:
        with acting_as(A):
            with pytest.raises(ZeroDivisionError), transaction.atomic():
                _ = 1 / 0
            assert told() == str(A)


@postgresql
@pytest.mark.django_db(transaction=True)
def test_a_connection_opened_in_the_middle_is_told_too() -> None:
    with acting_as(A):
        connection.close()
        assert told() == str(A)
    connection.close()
    assert told() == ""


@pytest.mark.django_db
def test_outside_nobody_asks_and_the_moment_is_now() -> None:
    assert asking_id() is None
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    with acting_as(None, moment):
        assert asked_at() == moment
    assert asked_at() > moment


@pytest.mark.django_db
def test_a_job_acts_as_who_asked_and_without_one_as_the_house() -> None:
    who = account("worker")
    with runs_as(who.pk) as actor:
        assert (actor.pk, asking_id()) == (who.pk, who.pk)
    with runs_as(None) as actor:
        assert (actor.pk, asking_id()) == (SYSTEM_ID, SYSTEM_ID)
        assert actor.may("access.keep")


@pytest.mark.django_db
class TestRequests:
    @pytest.fixture
    def world(self) -> World:
        return make_world(["caseworker", "records_officer"])

    def test_each_request_asks_as_its_own_actor_and_after_sign_out_as_nobody(self, world: World) -> None:
        client = Client()
        client.force_login(world.accounts["caseworker"], backend=settings.AUTHENTICATION_BACKENDS[1])
        assert client.get(reverse("test_people:index")).content.decode() == "Amina Testperson"
        client.logout()

        assert client.get(reverse("test_people:index")).status_code == 302
        assert asking_id() is None
        if connection.vendor == "postgresql":
            assert told() == ""
            assert not Person.objects.exists()
