"""Notices to accounts, in the site and by e-mail; neither says anything about a person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Notification
from rihai.accounts.operations.house import as_house


@transaction.atomic
def notify(account_ids: Iterable[UUID], kind: str, *, url: str = "", at: datetime) -> None:
    """Tell these accounts; once each. The e-mail says only that something waits, and goes after the act is kept."""
    ids = list(dict.fromkeys(account_ids))
    with as_house(at):
        Notification.objects.bulk_create(Notification(account_id=one, kind=kind, url=url, made_at=at) for one in ids)
    if settings.MAIL:
        told = list(Account.objects.filter(pk__in=ids, is_active=True).values_list("email", "language"))
        transaction.on_commit(lambda: _mail(told))


def take_notices_away(kind: str, *, url: str, at: datetime) -> None:
    """Nobody is told of it any more, whether they have read it or not: what it was about is not for them now."""
    with as_house(at):
        Notification.objects.filter(kind=kind, url=url).delete()


def read_notices(*, actor: Account, at: datetime) -> int:
    """Mark all the actor's notices as read; says how many were new."""
    return Notification.objects.filter(account=actor.pk, read_at=None).update(read_at=at)


def _mail(told: list[tuple[str, str]]) -> None:
    for email, language in told:
        with translation.override(language or settings.LANGUAGE_CODE):
            text = _("Something waits for you in Rihai. Sign in to read it:") + f"\n{settings.SITE}/\n"
            send_mail(_("Something waits for you in Rihai"), text, None, [email], fail_silently=True)
