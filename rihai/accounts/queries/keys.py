"""Keys to the API: one's own, and for administrators everybody's; never a secret."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, ApiKey
from rihai.errors import NotFound
from rihai.kit.actor import Actor


def own_keys(actor: Actor) -> QuerySet[ApiKey]:
    """The actor's keys, those that were not ended first, the newest first."""
    return _ordered(ApiKey.objects.filter(account=actor.pk))


def all_keys(actor: Actor) -> QuerySet[ApiKey]:
    """Everybody's keys, for administrators."""
    return _ordered(ApiKey.objects.all()) if actor.may("accounts.manage") else ApiKey.objects.none()


def keys_of(account: Account, *, actor: Actor) -> QuerySet[ApiKey]:
    """The keys of one account, for administrators."""
    return all_keys(actor).filter(account=account)


def key_for(actor: Actor, pk: UUID) -> ApiKey:
    """A key of one's own or, for administrators, anybody's. Raises NotFound."""
    found = ApiKey.objects.select_related("account").filter(pk=pk)
    found = found if actor.may("accounts.manage") else found.filter(account=actor.pk)
    key = found.first()
    if key is None:
        raise NotFound(_("There is no such key."))
    return key


def keys_ending(actor: Actor, *, at: datetime, until: date) -> list[ApiKey]:
    """The actor's keys that run out by a day and are in use."""
    rows = ApiKey.objects.filter(account=actor.pk, ended_at=None, expires_on__lte=until).exclude(last_used_on=None)
    return [one for one in rows if one.works_at(at)]


def _ordered(found: QuerySet[ApiKey]) -> QuerySet[ApiKey]:
    return found.select_related("account", "ended_by").order_by(F("ended_at").desc(nulls_first=True), "-made_at", "-pk")
