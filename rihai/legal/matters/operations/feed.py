"""The link by which a calendar fetches one account's hearings: made, shown once, taken back; each fetch is written."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.errors import NotFound
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.legal.matters.models import CalendarFeed
from rihai.legal.matters.operations.errors import NoSuchMatter


class NoSuchFeed(NotFound):
    """There is no such link, it was taken back, or its account no longer works on matters; never told apart."""


@transaction.atomic
def make_feed(*, actor: Actor, at: datetime) -> str:
    """The secret of a new link, to be shown once; an older link of the account stops working."""
    if not actor.may("legal.matters"):
        raise NoSuchMatter(_("There is no such matter."))
    CalendarFeed.objects.filter(account=actor.pk, revoked_at=None).update(revoked_at=at)
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(account_id=actor.pk, digest=digest(secret), made_at=at)
    append("legal.feed.made", actor=actor, at=at, subject=feed.pk, kind="feed")
    return secret


@transaction.atomic
def revoke_feed(*, actor: Actor, at: datetime) -> bool:
    """Take the actor's link back; says whether there was one."""
    found = CalendarFeed.objects.filter(account=actor.pk, revoked_at=None)
    keys = list(found.values_list("pk", flat=True))
    found.update(revoked_at=at)
    for key in keys:
        append("legal.feed.revoked", actor=actor, at=at, subject=key, kind="feed")
    return bool(keys)


@transaction.atomic
def fetch_feed(secret: str, *, at: datetime) -> Account:
    """Whose hearings the secret shows; the fetch is written down. Raises NoSuchFeed.

    The link works as long as its account does, and as long as one of its postings works on matters.
    """
    with as_house(at):
        feed = CalendarFeed.objects.select_related("account").filter(digest=digest(secret), revoked_at=None).first()
        if feed is None or not feed.account.is_active or not feed.account.may("legal.matters"):
            raise NoSuchFeed(_("There is no such calendar."))
        CalendarFeed.objects.filter(pk=feed.pk).update(fetched_at=at)
        append("legal.feed.fetched", actor=feed.account, at=at, subject=feed.pk, kind="feed")
        return feed.account


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def feed_of(actor_id: UUID) -> CalendarFeed | None:
    """The account's link that works, without its secret."""
    return CalendarFeed.objects.filter(account=actor_id, revoked_at=None).first()
