"""Signing in and out: by invitation, locked out after guessing, timed out, signed out everywhere, second factor."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.lockout import forget_attempts
from rihai.accounts.models import SYSTEM_ID, Account, Invitation, Posting
from rihai.accounts.operations import (  # fmt: skip
    accept_invitation,
    invite,
    make_account,
    make_password_link,
    open_invitation,
    revoke_invitation,
    stop_account,
)
from rihai.accounts.operations.accounts import EmailTaken, OwnAccount
from rihai.accounts.operations.invitations import InvitationOver
from rihai.accounts.operations.postings import PostingRefused
from rihai.errors import NotFound
from rihai.kit.audit.models import Event
from tests.accounts.world import PASSWORD, World, account, make_world, now

pytestmark = pytest.mark.django_db
HOME = "/"


@pytest.fixture
def world() -> World:
    return make_world(["administrator", "caseworker", "data_protection_officer"])


@pytest.fixture
def sana() -> Account:
    return make_account(email="sana@rihai.invalid", name="Sana", password=PASSWORD, actor=None, at=now())


def sign_in(client: Client, email: str = "sana@rihai.invalid", password: str = PASSWORD) -> int:
    return client.post(reverse("account_login"), {"login": email, "password": password}).status_code


def is_in(client: Client) -> bool:
    return client.get(reverse("accounts:me")).status_code == 200


def test_with_the_right_password_one_is_in_and_it_is_written_down(sana: Account) -> None:
    client = Client()

    assert sign_in(client, "SANA@rihai.invalid") == 302
    assert is_in(client)
    with acting_as(SYSTEM_ID):
        assert Event.objects.get(act="accounts.account.signed_in").subject == str(sana.pk)


def test_a_stranger_is_led_to_the_sign_in_page_and_back() -> None:
    response = Client().get(reverse("accounts:me"))

    assert response.status_code == 302
    assert response["Location"] == f"{reverse('account_login')}?next={reverse('accounts:me')}"


def test_a_fragment_asked_for_by_a_stranger_loads_the_sign_in_page_whole() -> None:
    response = Client().get(reverse("accounts:me"), headers={"HX-Request": "true"})

    assert response["HX-Redirect"].startswith(reverse("account_login"))


def test_no_browser_keeps_a_page_of_somebody_signed_in(sana: Account) -> None:
    client = Client()
    client.force_login(sana)

    for path in ("/", "/places/", "/people-here/me/", "/nothing-there/"):
        assert "no-store" in client.get(path).headers.get("Cache-Control", ""), path


def test_one_knows_again_from_where_one_is_signed_in(sana: Account) -> None:
    agent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
    client = Client(headers={"user-agent": agent})
    client.post("/account/login/", {"login": sana.email, "password": PASSWORD})

    assert "Chrome on Android" in client.get("/account/sessions/").content.decode()


def test_nobody_signs_up(sana: Account) -> None:
    assert Client().get("/account/signup/").status_code == 404


class TestLockOut:
    def test_five_wrong_passwords_close_the_door_with_a_sentence_even_for_the_right_one(self, sana: Account) -> None:
        client = Client()
        for _ in range(4):
            assert sign_in(client, password="wrong") == 200
        answer = client.post(reverse("account_login"), {"login": sana.email, "password": "wrong"})

        assert answer.status_code == 429
        assert "30" in answer.content.decode()
        assert sign_in(client) == 429
        assert not is_in(client)

    def test_another_account_and_another_address_are_not_locked(self, sana: Account) -> None:
        for _ in range(5):
            sign_in(Client(), password="wrong")
        make_account(email="omar@rihai.invalid", name="Omar", password=PASSWORD, actor=None, at=now())

        assert sign_in(Client(), "omar@rihai.invalid") == 302
        assert sign_in(Client(REMOTE_ADDR="10.0.0.9")) == 302

    def test_neither_what_was_typed_as_address_nor_the_password_is_kept(self, sana: Account) -> None:
        sign_in(Client(), "MySecretWord9@rihai.invalid", "AnotherSecret7")

        kept = repr(list(AccessAttempt.objects.values()))
        assert AccessAttempt.objects.count() == 1
        assert not [word for word in ("mysecretword", "anothersecret7") if word in kept.lower()]

    def test_attempts_are_forgotten_when_the_lock_has_ended(self, sana: Account) -> None:
        sign_in(Client(), password="wrong")

        assert forget_attempts(timezone.now() + timedelta(minutes=29)) == 0
        assert forget_attempts(timezone.now() + timedelta(minutes=31)) == 1


class TestSessions:
    def test_after_idle_minutes_one_is_out(self, sana: Account) -> None:
        client = Client()
        sign_in(client)
        left = Session.objects.get().expire_date - timezone.now()
        assert timedelta(minutes=29) < left <= timedelta(seconds=settings.SESSION_COOKIE_AGE)

        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

        assert not is_in(client)

    def test_a_click_renews_the_idle_limit(self, sana: Account) -> None:
        client = Client()
        sign_in(client)
        Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))

        assert is_in(client)
        assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=29)

    def test_after_the_hours_of_a_session_one_is_out_whatever_one_clicked(self, sana: Account) -> None:
        client = Client()
        sign_in(client)
        assert is_in(client)
        session = client.session
        session["began"] -= settings.SESSION_SECONDS - 5
        session.save()
        assert is_in(client)
        session["began"] -= 5
        session.save()

        assert client.get(reverse("accounts:me"))["Location"] == reverse("account_login")
        assert not is_in(client)

    def test_sign_out_everywhere_ends_every_session_and_says_how_many(self, sana: Account) -> None:
        clients = [Client(), Client(), Client()]
        for client in clients:
            sign_in(client)

        answer = clients[0].post(reverse("accounts:sign-out"), follow=True)

        assert "3 sessions ended" in answer.content.decode()
        assert [is_in(client) for client in clients] == [False, False, False]

    def test_a_session_nobody_knew_of_ends_too(self, sana: Account) -> None:
        known, unknown = Client(), Client()
        sign_in(known)
        unknown.force_login(sana, backend=settings.AUTHENTICATION_BACKENDS[1])
        assert is_in(unknown)

        known.post(reverse("accounts:sign-out"))

        assert not is_in(unknown)

    def test_a_stopped_account_is_out_at_once_and_sees_nothing(self, world: World) -> None:
        who, client = world.accounts["caseworker"], Client()
        client.force_login(who, backend=settings.AUTHENTICATION_BACKENDS[1])
        assert is_in(client)

        with acting_as(world.accounts["administrator"]):
            stop_account(account=who, actor=world.accounts["administrator"], at=now())

        assert not is_in(client)
        assert Account.objects.get(pk=who.pk).standing.posts == ()


class TestSecondFactor:
    def test_a_grave_role_without_one_is_led_to_set_it_up(self, world: World, settings: object) -> None:
        settings.SECOND_FACTOR = True  # type: ignore[attr-defined]
        for role, asked in (("administrator", True), ("caseworker", False)):
            client = Client()
            client.force_login(world.accounts[role], backend="allauth.account.auth_backends.AuthenticationBackend")
            response = client.get(reverse("accounts:me"))
            assert (response.status_code == 302) is asked
        assert response.status_code == 200

    def test_with_one_they_go_on(self, world: World, settings: object) -> None:
        settings.SECOND_FACTOR = True  # type: ignore[attr-defined]
        Authenticator.objects.create(user=world.accounts["administrator"], type="totp", data={})
        client = Client()
        client.force_login(
            world.accounts["administrator"], backend="allauth.account.auth_backends.AuthenticationBackend"
        )

        assert is_in(client)


class TestInvitation:
    def invited(
        self, world: World, email: str = "new@rihai.invalid", role: str = "caseworker"
    ) -> tuple[Invitation, str]:
        chief = world.accounts["administrator"]
        with acting_as(chief):
            invitation, link = invite(
                email=email, name="Nadia", language="ur", role=role, place=world.places["A"], unit=None,
                started_on=timezone.localdate(), ended_on=None, actor=chief, at=now(),
            )  # fmt: skip
        return invitation, link.rstrip("/").rpartition("/")[2]

    def test_the_link_lets_a_newcomer_choose_a_password_once(self, world: World) -> None:
        _invitation, token = self.invited(world)
        client, address = Client(), reverse("accounts:invitation", args=[token])
        page = client.get(address)
        assert page.status_code == 200
        assert 'dir="rtl"' in page.content.decode()

        answer = client.post(address, {"name": "Nadia Invented", "password": PASSWORD})

        assert answer.status_code == 302
        assert 'dir="rtl"' in client.get(answer["Location"]).content.decode(), "who was greeted in Urdu goes on in Urdu"
        made = Account.objects.get(email="new@rihai.invalid")
        assert [one.role for one in Posting.objects.filter(account=made)] == ["caseworker"]
        assert sign_in(Client(), "new@rihai.invalid") == 302
        assert client.get(address).status_code == 409
        assert client.post(address, {"name": "x", "password": PASSWORD}).status_code == 409

    def test_only_a_digest_of_the_link_is_kept(self, world: World) -> None:
        _invitation, token = self.invited(world)

        assert token not in repr(Invitation.objects.values().get())

    def test_a_weak_password_is_refused_beside_the_field(self, world: World) -> None:
        _invitation, token = self.invited(world)

        answer = Client().post(reverse("accounts:invitation", args=[token]), {"name": "Nadia", "password": "short"})

        assert answer.status_code == 400
        assert not Account.objects.filter(email="new@rihai.invalid").exists()

    def test_it_dies_after_a_week_or_when_taken_back_and_was_never_guessed(self, world: World) -> None:
        invitation, token = self.invited(world)
        with pytest.raises(InvitationOver):
            open_invitation(token, at=now() + timedelta(days=7, seconds=1))
        revoke_invitation(invitation=invitation, actor=world.accounts["administrator"], at=now())
        with pytest.raises(InvitationOver):
            accept_invitation(token=token, name="x", password=PASSWORD, at=now())
        with pytest.raises(NotFound):
            open_invitation("guessed", at=now())
        assert Client().get(reverse("accounts:invitation", args=["guessed"])).status_code == 404

    def test_a_second_invitation_takes_the_first_back(self, world: World) -> None:
        _first, token = self.invited(world)
        self.invited(world)

        with pytest.raises(InvitationOver):
            open_invitation(token, at=now())

    def test_an_address_that_works_here_is_not_invited_and_a_role_not_where_it_cannot_be(self, world: World) -> None:
        with pytest.raises(EmailTaken):
            self.invited(world, email=world.accounts["caseworker"].email)
        with pytest.raises(PostingRefused):
            self.invited(world, role="administrator")

    def test_where_the_office_sends_e_mail_the_link_goes_out_without_personal_data(
        self, world: World, settings: object, django_capture_on_commit_callbacks: object
    ) -> None:
        settings.MAIL = True  # type: ignore[attr-defined]
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            _invitation, token = self.invited(world)

        letters = [one for one in mail.outbox if token in str(one.body)]
        assert len(letters) == 1
        assert "Nadia" not in letters[0].subject + str(letters[0].body)

    def test_a_link_for_a_new_password_ends_sessions_and_tells_the_data_protection_officer(self, world: World) -> None:
        chief, who = world.accounts["administrator"], world.accounts["caseworker"]
        client = Client()
        client.force_login(who, backend=settings.AUTHENTICATION_BACKENDS[1])
        with acting_as(chief):
            link = make_password_link(account=who, actor=chief, at=now(), factors_too=True)
            with pytest.raises(OwnAccount):
                make_password_link(account=chief, actor=chief, at=now())

        answer = Client().post(link.removeprefix(settings.SITE), {"password": PASSWORD})

        assert answer.status_code == 302
        assert not is_in(client)
        assert sign_in(Client(), who.email) == 302
        with acting_as(world.accounts["data_protection_officer"]):
            assert world.accounts["data_protection_officer"].notifications.get().kind == "password.link_made"


def test_a_real_office_hashes_passwords_with_argon2() -> None:
    words = "from rihai.config import settings as s; print(s.PASSWORD_HASHERS, s.SECOND_FACTOR)"
    code = (
        "import os, pathlib, tempfile; home = pathlib.Path(tempfile.mkdtemp());"
        "os.environ['RIHAI_HOME'] = str(home); os.environ['RIHAI_DEMO'] = 'no';"
        "from rihai.kit.keyring import new_keyring, to_json, write_private;"
        f"write_private(home / 'keyring.json', to_json(new_keyring(encrypted=False))); {words}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["['django.contrib.auth.hashers.Argon2PasswordHasher']", "True"]


def test_argon2_works_here(sana: Account, settings: object) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]  # type: ignore[attr-defined]
    sana.set_password(PASSWORD)

    assert sana.password.startswith("argon2$argon2id$")
    assert sana.check_password(PASSWORD)


def test_accounts_begin_without_any_posting() -> None:
    assert account("plain").standing.capabilities == frozenset()
