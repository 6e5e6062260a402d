"""A small office with people, findings and keys, for the tests of the API."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import make_key
from rihai.kit.scopes import SCOPES

BASE = "/api/v1"
ALL = tuple(SCOPES)


def key_of(account: Account, *scopes: str, days: int = 30) -> str:
    """A key for what the account may of these scopes; all of them when none is named."""
    from rihai.accounts.operations.keys import may_scope

    now = timezone.now()
    with acting_as(account):
        wanted = [one for one in scopes or ALL if may_scope(one, account)]
        _key, secret = make_key(
            name="Tests", scopes=wanted, expires_on=timezone.localdate(now) + timedelta(days=days), second_factor=True,
            actor=account, at=now,
        )  # fmt: skip
    return secret


def asking(secret: str, language: str = "en") -> Client:
    """A program with a key."""
    return Client(headers={"Authorization": f"Bearer {secret}", "Accept-Language": language})


def get(client: Client, path: str, **params: Any) -> Any:
    """The answer of an address of the API."""
    return client.get(f"{BASE}/{path}", params)
