"""Keys to the API: made by whom they act for, shown once, ended at once, and asked for at each request."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.models import Account, ApiKey
from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.accounts.standing import local_day
from rihai.errors import NotAllowed, NotFound, Refused
from rihai.kit.audit import append
from rihai.kit.scopes import SCOPES, USE

PREFIX = "rihai_"
LONGEST = timedelta(days=366)
MOST = 20
A_MINUTE = 120
"""Requests that one key may make in a minute."""


class KeyNotMade(Refused):
    """The key cannot be made as it was asked for; nothing was kept."""


class KeyRefused(Exception):
    """A request came with a key that opens nothing; `status` is the answer, `says` the sentence for whoever sent it."""

    def __init__(self, says: Promise, status: int = 401, *, known: ApiKey | None = None) -> None:
        super().__init__()
        self.says, self.status, self.known = says, status, known


@transaction.atomic
def make_key(
    *, name: str, scopes: Iterable[str], expires_on: date, second_factor: bool, actor: Account, at: datetime
) -> tuple[ApiKey, str]:
    """A key for oneself, and its secret, which is kept nowhere; the account is told, should it not have been them.

    Raises NotAllowed without the capability; KeyNotMade for no scope or one the actor may not, for a day that is past
    or more than a year away, for too many keys, and without a second factor where the actor's roles ask for one.
    """
    if not actor.may(USE):
        raise NotAllowed(_("Your postings do not let you make keys."))
    chosen = sorted(set(scopes))
    _check(chosen, expires_on, second_factor, actor, at)
    secret = PREFIX + secrets.token_urlsafe(32)
    key = ApiKey.objects.create(
        account=actor, name=name, scopes=chosen, begins=secret[len(PREFIX) :][:4], digest=_digest(secret),
        second_factor=second_factor, made_at=at, expires_on=expires_on,
    )  # fmt: skip
    notify([actor.pk], "key.made", at=at)
    detail = {"scopes": chosen, "expires_on": expires_on}
    append("accounts.key.made", actor=actor, at=at, subject=key.pk, kind="key", detail=detail)
    return key, secret


@transaction.atomic
def end_key(*, key: ApiKey, actor: Account, at: datetime) -> None:
    """It opens nothing from now on: one's own key, or, for administrators, anybody's.

    Raises NotFound for another's key, KeyNotMade when it is over already.
    """
    if key.account_id != actor.pk and not actor.may("accounts.manage"):
        raise NotFound(_("There is no such key."))
    if not ApiKey.objects.filter(pk=key.pk, ended_at=None).update(ended_at=at, ended_by=actor):
        raise KeyNotMade(_("This key was ended already."))
    append("accounts.key.ended", actor=actor, at=at, subject=key.pk, kind="key", detail={"of": key.account_id})


def end_keys(*, account: Account, actor: Account | None, at: datetime) -> int:
    """End every key of an account, within the act that asks for it; says how many."""
    with as_house(at):
        return ApiKey.objects.filter(account=account, ended_at=None).update(ended_at=at, ended_by=actor)


def admit(secret: str, *, at: datetime) -> ApiKey:
    """The key of a request, with its account; the request is counted. Raises KeyRefused, saying why."""
    with as_house(at):
        key = ApiKey.objects.select_related("account").filter(digest=_digest(secret)).first()
        if key is None:
            raise KeyRefused(gettext_lazy("This key opens nothing. Was it copied whole?"))
        if key.ended_at is not None:
            raise KeyRefused(gettext_lazy("This key was ended. Ask whom it belonged to for a new one."), known=key)
        if not key.works_at(at):
            raise KeyRefused(gettext_lazy("This key has run out. Make a new one under your account."), known=key)
        if not key.account.is_active:
            raise KeyRefused(gettext_lazy("The account of this key was stopped."), known=key)
        if settings.SECOND_FACTOR and key.account.standing.second_factor and not key.second_factor:
            says = gettext_lazy(
                "The owner of this key has a role that asks for a second factor. Make a new key with it."
            )
            raise KeyRefused(says, known=key)
        _count(key, at)
        return key


def _count(key: ApiKey, at: datetime) -> None:
    """Count the request in its minute, across all processes. Raises KeyRefused when there were too many."""
    minute, today = at.replace(second=0, microsecond=0), local_day(at)
    if key.minute_at == minute and key.in_minute >= A_MINUTE:
        raise KeyRefused(gettext_lazy("Too many requests with this key. Wait a minute and go on."), 429)
    mine = ApiKey.objects.filter(pk=key.pk)
    if not mine.filter(minute_at=minute).update(in_minute=F("in_minute") + 1, last_used_on=today):
        mine.update(minute_at=minute, in_minute=1, last_used_on=today)


def _check(scopes: list[str], expires_on: date, second_factor: bool, actor: Account, at: datetime) -> None:
    today = local_day(at)
    if not scopes or any(not may_scope(one, actor) for one in scopes):
        raise KeyNotMade(_("Choose what the key is for, among what your postings let you do."))
    if not today < expires_on <= today + LONGEST:
        raise KeyNotMade(_("A key works for a year at most. Choose a day from tomorrow on."))
    if ApiKey.objects.filter(account=actor, ended_at=None, expires_on__gt=today).count() >= MOST:
        raise KeyNotMade(_("You have %(n)s keys already. End those that nothing uses.") % {"n": MOST})
    if settings.SECOND_FACTOR and actor.standing.second_factor and not second_factor:
        raise KeyNotMade(
            _("Your role needs more than a password for this. Sign out, sign in with passkey or codes, and try again.")
        )


def may_scope(name: str, account: Account) -> bool:
    """Whether the account's postings allow today what a scope is for."""
    scope = SCOPES.get(name)
    return scope is not None and account.may(USE) and (not scope.capability or account.may(scope.capability))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
