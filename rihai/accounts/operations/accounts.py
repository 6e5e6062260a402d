"""Accounts themselves: made, mended, stopped, signed out everywhere; and the house's own."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from rihai.accounts.models import SYSTEM_ID, Account, Grant, Invitation, Posting
from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.keys import end_keys
from rihai.accounts.standing import forget_standings, local_day
from rihai.errors import Refused
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done


class EmailTaken(Refused):
    """Somebody here signs in with that address already."""


class OwnAccount(Refused):
    """Nobody does this to their own account."""


def house() -> Account:
    """The house itself; made when it is not there yet. Its standing is fixed (`standing.py`), not a row."""
    account, _made = Account.objects.get_or_create(
        pk=SYSTEM_ID,
        defaults={"email": "house@rihai.invalid", "name": "Rihai", "is_active": False, "password": "!"},
    )
    return account


@transaction.atomic
def make_account(
    *, email: str, name: str, password: str | None, language: str = "", actor: Actor | None, at: datetime
) -> Account:
    """An account without postings. Raises EmailTaken."""
    email = Account.objects.normalize_email(email).lower()
    if Account.objects.filter(email=email).exists():
        raise EmailTaken(_("Somebody signs in with this e-mail address already. Give them a posting instead."))
    account = Account.objects.create_user(email, name, password, language=language, made_at=at)
    # The address was typed by an administrator or reached by a link: allauth shall not ask for a proof of it.
    EmailAddress.objects.create(user=account, email=email, verified=True, primary=True)
    append("accounts.account.made", actor=actor, at=at, subject=account.pk, kind="account")
    return account


def choose_language(*, account: Account, language: str) -> None:
    """Remember the language somebody reads in."""
    Account.objects.filter(pk=account.pk).update(language=language)


@transaction.atomic
def mend_account(*, account: Account, version: int, name: str, language: str, actor: Actor, at: datetime) -> None:
    """Change the name and the language. Raises Changed when `version` is no longer the record's."""
    account.name, account.language = name, language
    save_if_unchanged(account, version=version, fields=["name", "language"])
    append("accounts.account.mended", actor=actor, at=at, subject=account.pk, kind="account")


@transaction.atomic
def stop_account(*, account: Account, actor: Actor, at: datetime) -> None:
    """Nobody signs in to it any more: sessions, keys, postings, grants and open links end now. Raises OwnAccount.

    Rooms above follow: what the account had in hand is with nobody.
    """
    if account.pk == actor.pk:
        raise OwnAccount(_("You cannot stop your own account. Ask another administrator."))
    today = local_day(at)
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    Posting.objects.filter(still, account=account, started_on__lte=today).update(ended_on=today)
    Posting.objects.filter(account=account, started_on__gt=today).delete()
    with as_house(at):
        Grant.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at), account=account).update(ended_at=at)
    Invitation.objects.filter(account=account, used_at=None, revoked_at=None).update(revoked_at=at)
    sessions, keys = _end_sessions(account), end_keys(account=account, actor=None, at=at)
    Account.objects.filter(pk=account.pk).update(is_active=False, stopped_at=at, version=F("version") + 1)
    forget_standings()
    after(Done(act="accounts.account.stopped", actor=actor, at=at, detail={"account": account.pk}))
    append(
        "accounts.account.stopped",
        actor=actor, at=at, subject=account.pk, kind="account", detail={"sessions": sessions, "keys": keys},
    )  # fmt: skip


@transaction.atomic
def sign_out_everywhere(*, account: Account, actor: Actor, at: datetime, keys_too: bool = False) -> int:
    """End every session of the account, this one too, and with `keys_too` its keys; says how many sessions."""
    sessions = _end_sessions(account)
    keys = end_keys(account=account, actor=account, at=at) if keys_too else 0
    append(
        "accounts.sessions.ended",
        actor=actor, at=at, subject=account.pk, kind="account", detail={"sessions": sessions, "keys": keys},
    )  # fmt: skip
    return sessions


def _end_sessions(account: Account) -> int:
    """Raise the number that every session carries, so that none fits any more, known or not; then clear up."""
    Account.objects.filter(pk=account.pk).update(session_round=F("session_round") + 1)
    known = UserSession.objects.filter(user=account)
    ended, _by_model = Session.objects.filter(
        session_key__in=list(known.values_list("session_key", flat=True))
    ).delete()
    known.delete()
    return ended
