"""Keys to the API: shown once, kept as a digest, no wider than their owner, ended at once, and counted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID, Account, ApiKey, Notification
from rihai.accounts.operations import end_key, end_posting, make_key, sign_out_everywhere, stop_account
from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.keys import A_MINUTE
from rihai.kit.audit.models import Event
from tests.accounts.world import World, account, make_world, now
from tests.web.api import asking, key_of

pytestmark = pytest.mark.django_db
PLACES = "/api/v1/places/"


@pytest.fixture
def world() -> World:
    return make_world(["lawyer", "records_officer", "caseworker", "administrator", "trainer"])


@pytest.fixture
def lawyer(world: World) -> Account:
    return world.accounts["lawyer"]


def signed_in(who: Account) -> Client:
    client = Client()
    client.force_login(who, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def asked(secret: str) -> int:
    return int(asking(secret).get(PLACES).status_code)


def the_key() -> ApiKey:
    with as_house():
        return ApiKey.objects.get()


def made_in_browser(who: Account, **more: Any) -> Any:
    sent = {"name": "Return", "scopes": ["places.read"], "expires_on": timezone.localdate() + timedelta(days=9), **more}
    return signed_in(who).post(reverse("accounts:new-key"), sent)


def acts(name: str) -> list[Event]:
    with as_house():
        return list(Event.objects.filter(act=name).order_by("number"))


def test_a_key_is_shown_once_and_only_its_digest_is_kept(lawyer: Account) -> None:
    page = made_in_browser(lawyer).content.decode()
    secret = page.partition('dir="ltr">rihai_')[2].partition("<")[0]

    key = the_key()
    assert len(secret) >= 43
    assert secret not in str(vars(key))
    assert asked(f"rihai_{secret}") == 200
    assert secret not in signed_in(lawyer).get(reverse("accounts:keys")).content.decode()
    assert the_key().last_used_on == timezone.localdate()
    (line,) = acts("accounts.key.made")
    assert (line.actor_id, line.subject, secret in line.written) == (lawyer.pk, str(key.pk), False)


def test_the_owner_is_told_that_a_key_was_made_without_a_word_of_it(lawyer: Account) -> None:
    with override_settings(MAIL=True, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        key_of(lawyer)

    with as_house():
        assert Notification.objects.get(account=lawyer).kind == "key.made"
    assert all("rihai_" not in str(one.body) for one in mail.outbox)


def test_a_page_of_another_key_answers_as_if_there_were_none(world: World, lawyer: Account) -> None:
    key_of(lawyer)
    other = signed_in(world.accounts["records_officer"])

    assert other.post(reverse("accounts:end-key", args=[the_key().pk])).status_code == 404
    assert the_key().ended_at is None


@pytest.mark.parametrize("role", ["caseworker", "trainer", "administrator"])
def test_whoever_may_not_use_the_api_makes_no_key(role: str, world: World) -> None:
    assert made_in_browser(world.accounts[role]).status_code == 404
    with as_house():
        assert not ApiKey.objects.exists()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"scopes": []}, "scopes"),
        ({"scopes": ["census.send"]}, "scopes"),
        ({"expires_on": "2020-01-01"}, "expires_on"),
        ({"expires_on": "2999-01-01"}, "expires_on"),
        ({"name": ""}, "name"),
        ({"name": "a" * 81}, "name"),
        ({"name": "a\x00b"}, "name"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_key_is_said_beside_its_field(more: dict[str, Any], says: str, lawyer: Account) -> None:
    answer = made_in_browser(lawyer, **more)

    assert answer.status_code == 400
    assert set(answer.context["form"].errors) == {says}


def test_a_key_opens_only_what_it_was_made_for(lawyer: Account) -> None:
    secret = key_of(lawyer, "places.read")

    answer = asking(secret).get("/api/v1/people/")

    assert (asked(secret), answer.status_code) == (200, 403)
    assert "not made for that" in answer.json()["detail"]
    assert acts("kit.page.refused")[0].detail["key"] == str(the_key().pk)


def test_a_key_is_ended_at_once_by_its_owner_or_an_administrator(world: World, lawyer: Account) -> None:
    first, second = key_of(lawyer), key_of(lawyer)
    with as_house():
        newer, older = ApiKey.objects.order_by("-made_at")

    signed_in(lawyer).post(reverse("accounts:end-key", args=[older.pk]))
    signed_in(world.accounts["administrator"]).post(reverse("accounts:end-key", args=[newer.pk]))

    assert (asked(first), asked(second)) == (401, 401)
    assert [one.actor_id for one in acts("accounts.key.ended")] == [lawyer.pk, world.accounts["administrator"].pk]


def test_administrators_see_every_key_and_no_secret(world: World, lawyer: Account) -> None:
    secret = key_of(lawyer)
    admin = signed_in(world.accounts["administrator"])

    for page in (reverse("accounts:all-keys"), reverse("accounts:account", args=[lawyer.pk])):
        text = admin.get(page).content.decode()
        assert "Tests" in text
        assert secret not in text
        assert secret[6:] not in text


def test_keys_end_with_the_account_and_when_asked_with_its_sessions(world: World, lawyer: Account) -> None:
    officer = world.accounts["records_officer"]
    mine, stopped = key_of(lawyer), key_of(officer)

    with acting_as(lawyer):
        sign_out_everywhere(account=lawyer, actor=lawyer, at=now())
    assert asked(mine) == 200
    lawyer.refresh_from_db()
    signed_in(lawyer).post(reverse("accounts:sign-out"), {"keys_too": "on"})
    with acting_as(world.accounts["administrator"]):
        stop_account(account=officer, actor=world.accounts["administrator"], at=now())

    assert (asked(mine), asked(stopped)) == (401, 401)


def test_a_key_opens_nothing_once_the_postings_have_ended(world: World, lawyer: Account) -> None:
    secret = key_of(lawyer)
    with acting_as(world.accounts["administrator"]):
        end_posting(
            posting=lawyer.postings.get(), on=timezone.localdate(), actor=world.accounts["administrator"], at=now()
        )

    assert asked(secret) == 404


def test_a_key_stops_on_the_day_it_runs_out(lawyer: Account) -> None:
    secret = key_of(lawyer, days=1)
    with as_house():
        ApiKey.objects.update(expires_on=timezone.localdate())

    answer = asking(secret).get(PLACES)

    assert answer.status_code == 401
    assert "run out" in answer.json()["detail"]


@override_settings(SECOND_FACTOR=True)
def test_where_a_role_needs_a_second_factor_so_does_making_a_key(lawyer: Account) -> None:
    secret = key_of(lawyer)
    assert asked(secret) == 200

    with as_house():
        ApiKey.objects.update(second_factor=False)
    assert asked(secret) == 401
    with acting_as(lawyer), pytest.raises(Exception, match="more than a password"):
        make_key(
            name="x", scopes=["places.read"], expires_on=timezone.localdate() + timedelta(days=2), second_factor=False,
            actor=lawyer, at=now(),
        )  # fmt: skip


def test_keys_that_open_nothing_are_held_up_and_those_that_work_are_not(lawyer: Account) -> None:
    good = key_of(lawyer)

    answers = [asked(f"rihai_wrong-{number}") for number in range(8)]

    assert answers == [401] * 5 + [429] * 3
    assert asked(good) == 200
    assert len(acts("accounts.key.refused")) == 5


def test_a_key_may_ask_so_often_in_a_minute_and_goes_on_in_the_next(lawyer: Account) -> None:
    secret = key_of(lawyer)
    asked(secret)
    with as_house():
        minute = timezone.now().replace(second=0, microsecond=0)
        ApiKey.objects.update(minute_at=minute, in_minute=A_MINUTE)
        busy = asking(secret).get(PLACES)
        ApiKey.objects.update(minute_at=minute - timedelta(minutes=1))

    assert (busy.status_code, busy["Retry-After"]) == (429, "60")
    assert asked(secret) == 200


def test_a_session_is_worth_nothing_to_the_api_and_a_key_nothing_to_the_pages(lawyer: Account) -> None:
    secret = key_of(lawyer)

    by_session = signed_in(lawyer).get(PLACES)
    by_key = asking(secret).get("/places/")

    assert (by_session.status_code, by_session["WWW-Authenticate"]) == (401, "Bearer")
    assert (by_key.status_code, by_key["Location"].startswith("/account/login/")) == (302, True)
    assert not asking(secret).get(PLACES).cookies


def test_a_key_that_runs_out_soon_and_is_used_stands_on_my_work(lawyer: Account) -> None:
    asked(key_of(lawyer, days=20))

    assert "A program uses this key" in signed_in(lawyer).get("/").content.decode()


def test_an_act_that_fails_leaves_no_key(lawyer: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: Any, **_more: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr("rihai.accounts.operations.keys.append", broken)
    with acting_as(lawyer), pytest.raises(DatabaseError):
        key_of(lawyer)

    with as_house():
        assert not ApiKey.objects.exists()
        assert not Notification.objects.exists()


def test_ending_that_fails_ends_nothing(lawyer: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = key_of(lawyer)

    def broken(*_args: Any, **_more: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr("rihai.accounts.operations.keys.append", broken)
    with acting_as(lawyer), pytest.raises(DatabaseError):
        end_key(key=the_key(), actor=lawyer, at=now())

    assert asked(secret) == 200


@pytest.mark.skipif(connection.vendor != "postgresql", reason="walls stand on PostgreSQL alone")
def test_nobody_reads_another_ones_digest_in_the_database(world: World, lawyer: Account) -> None:
    key_of(lawyer)

    def seen(who: Any) -> int:
        with acting_as(who):
            return ApiKey.objects.count()

    roles = ("lawyer", "administrator", "records_officer", "caseworker")
    assert [seen(world.accounts[role]) for role in roles] == [1, 1, 0, 0]
    assert (seen(SYSTEM_ID), seen(None)) == (1, 0)
    assert seen(account("somebody", "trainer")) == 0
