"""A one-time code opens one door once, also the code that proved the set-up."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from rihai.accounts.operations import make_account
from tests.accounts.world import PASSWORD, now

pytestmark = pytest.mark.django_db
LOGIN = {"login": "sana@rihai.invalid", "password": PASSWORD}


def test_a_code_lets_nobody_in_twice_whichever_process_it_is_shown_to(monkeypatch: pytest.MonkeyPatch) -> None:
    make_account(email="sana@rihai.invalid", name="Sana", password=PASSWORD, actor=None, at=now())
    monkeypatch.setattr(auth, "yield_hotp_counters_from_time", lambda: iter([7]))  # one period, however slow the test
    browser = Client()
    browser.post(reverse("account_login"), LOGIN)
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = browser.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    first, later = (auth.format_hotp_value(auth.hotp_value(secret, n)) for n in (7, 8))
    browser.post(reverse("mfa_activate_totp"), {"code": first})
    assert Authenticator.objects.filter(type="totp").count() == 1
    other = Client()
    other.post(reverse("account_login"), LOGIN)
    assert other.post(reverse("mfa_authenticate"), {"code": first}).status_code == 200
    assert other.get(reverse("accounts:me")).status_code == 302
    monkeypatch.setattr(auth, "yield_hotp_counters_from_time", lambda: iter([8]))
    other.post(reverse("mfa_authenticate"), {"code": later})
    assert other.get(reverse("accounts:me")).status_code == 200
    cache.clear()  # as another process of the site, which has a memory of its own
    third = Client()
    third.post(reverse("account_login"), LOGIN)
    assert third.post(reverse("mfa_authenticate"), {"code": later}).status_code == 200
    assert third.get(reverse("accounts:me")).status_code == 302
