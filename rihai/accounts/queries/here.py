"""Who works here: accounts, invitations, units; and who may do what."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.models import SYSTEM_ID, Account, Invitation, Notification, Posting, Unit
from rihai.accounts.roles import ROLES
from rihai.accounts.standing import holding_on
from rihai.errors import NotFound
from rihai.kit.actor import Actor


def accounts_who_may(capability: str, *, on: date) -> QuerySet[Account]:
    """Accounts that may sign in and have the capability by a posting on that day, by name."""
    roles = [role.key for role in ROLES.values() if capability in role.capabilities]
    posted = Posting.objects.filter(holding_on(on), role__in=roles).values("account_id")
    return Account.objects.filter(pk__in=posted, is_active=True).order_by("name", "pk")


def accounts_for(actor: Actor, *, words: str = "", on: date) -> QuerySet[Account]:
    """Every account by name, for administrators; with today’s postings read along."""
    if not actor.may("accounts.manage"):
        return Account.objects.none()
    found = Account.objects.exclude(pk=SYSTEM_ID)
    if words:
        found = found.filter(Q(name__icontains=words) | Q(email__istartswith=words))
    held = Posting.objects.filter(holding_on(on)).select_related("place", "unit")
    return found.prefetch_related(Prefetch("postings", queryset=held, to_attr="held")).order_by(
        "-is_active", "name", "pk"
    )


def account_for(actor: Actor, pk: UUID) -> Account:
    """One account, for administrators. Raises NotFound."""
    found = Account.objects.exclude(pk=SYSTEM_ID).filter(pk=pk).first() if actor.may("accounts.manage") else None
    if found is None:
        raise NotFound(_("There is no such account."))
    return found


def postings_of(account: Account) -> list[Posting]:
    """All postings of an account, those that hold or will hold first, then the ended by their end."""
    rows = Posting.objects.filter(account=account).select_related("place", "unit", "given_by")
    return sorted(rows, key=lambda one: (one.ended_on is not None, -(one.ended_on or one.started_on).toordinal()))


def posting_for(actor: Actor, pk: UUID) -> Posting:
    """One posting, for administrators. Raises NotFound."""
    rows = Posting.objects.select_related("account", "place", "unit")
    found = rows.filter(pk=pk).first() if actor.may("accounts.manage") else None
    if found is None:
        raise NotFound(_("There is no such posting."))
    return found


def ending_soon(actor: Actor, *, on: date, until: date) -> list[Posting]:
    """The actor's own postings that end between two days."""
    rows = Posting.objects.filter(account=actor.pk, ended_on__gt=on, ended_on__lte=until)
    return list(rows.select_related("place", "unit"))


def invitations_for(actor: Actor, *, at: datetime) -> QuerySet[Invitation]:
    """Invitations whose link still works, for whoever invites."""
    if not actor.may("accounts.invite"):
        return Invitation.objects.none()
    open_now = Invitation.objects.filter(used_at=None, revoked_at=None, expires_at__gt=at)
    return open_now.select_related("place", "unit", "account").order_by("expires_at")


def invitation_for(actor: Actor, pk: UUID) -> Invitation:
    """One invitation, for whoever invites. Raises NotFound."""
    found = Invitation.objects.filter(pk=pk).first() if actor.may("accounts.invite") else None
    if found is None:
        raise NotFound(_("There is no such invitation."))
    return found


def units_for(actor: Actor) -> QuerySet[Unit]:
    """Every unit, those that work first, for administrators."""
    if not actor.may("accounts.manage"):
        return Unit.objects.none()
    return Unit.objects.prefetch_related("at__place").order_by("-ended_on", "name", "pk")


def unit_for(actor: Actor, pk: UUID) -> Unit:
    """One unit, for administrators. Raises NotFound."""
    found = Unit.objects.filter(pk=pk).first() if actor.may("accounts.manage") else None
    if found is None:
        raise NotFound(_("There is no such unit."))
    return found


def notices_for(actor: Actor) -> QuerySet[Notification]:
    """The actor's own notices, newest first."""
    return Notification.objects.filter(account=actor.pk)


def unread_notices(actor: Actor) -> int:
    """How many of them are new."""
    return Notification.objects.filter(account=actor.pk, read_at=None).count()
