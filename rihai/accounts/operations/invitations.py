"""Invitations, and links for a new password: a secret link that works once, for a week."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Invitation, Unit
from rihai.accounts.operations.accounts import EmailTaken, OwnAccount, make_account, sign_out_everywhere
from rihai.accounts.operations.notices import notify
from rihai.accounts.operations.postings import check_posting, give_posting
from rihai.accounts.queries import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.errors import NotFound, Refused
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.places.models import Place

LASTS = timedelta(days=7)


class InvitationOver(Refused):
    """The link was used, taken back, or has lapsed."""


@transaction.atomic
def invite(
    *,
    email: str,
    name: str,
    language: str,
    role: str,
    place: Place | None,
    unit: Unit | None,
    started_on: date,
    ended_on: date | None,
    actor: Actor,
    at: datetime,
) -> tuple[Invitation, str]:
    """Invite a newcomer with their first posting; gives the invitation and its link, which is kept nowhere.

    An earlier open invitation to the same address is taken back. Raises EmailTaken, PostingRefused.
    """
    email = Account.objects.normalize_email(email).lower()
    if Account.objects.filter(email=email).exists():
        raise EmailTaken(_("Somebody signs in with this e-mail address already. Give them a posting instead."))
    check_posting(role=role, place=place, unit=unit, started_on=started_on, ended_on=ended_on)
    Invitation.objects.filter(email=email, used_at=None, revoked_at=None).update(revoked_at=at)
    invitation, link = _made(
        Invitation(
            email=email, name=name, language=language, role=role, place=place, unit=unit,
            started_on=started_on, ended_on=ended_on,
        ),
        actor, at,
    )  # fmt: skip
    append(
        "accounts.invitation.sent",
        actor=actor, at=at, subject=invitation.pk, kind="invitation", detail={"role": role},
    )  # fmt: skip
    return invitation, link


@transaction.atomic
def make_password_link(*, account: Account, actor: Actor, at: datetime, factors_too: bool = False) -> str:
    """A link by which somebody here chooses a new password; with `factors_too` their second factor is forgotten now.

    They and those who read the log are told, because a link in wrong hands is the account. Raises OwnAccount.
    """
    if account.pk == actor.pk:
        raise OwnAccount(_("Change your own password on your own page, or ask another administrator."))
    Invitation.objects.filter(account=account, used_at=None, revoked_at=None).update(revoked_at=at)
    language = account.language or settings.LANGUAGE_CODE
    letter = Invitation(email=account.email, name=account.name, language=language, account=account)
    invitation, link = _made(letter, actor, at)
    if factors_too:
        Authenticator.objects.filter(user=account).delete()
    watchers = [one.pk for one in accounts_who_may("audit.read", on=local_day(at))]
    notify([account.pk, *watchers], "password.link_made", at=at)
    append(
        "accounts.password.link_made",
        actor=actor, at=at, subject=account.pk, kind="account",
        detail={"invitation": invitation.pk, "factors_too": factors_too},
    )  # fmt: skip
    return link


def open_invitation(token: str, *, at: datetime) -> Invitation:
    """The invitation of a link. Raises NotFound for a link that never was, InvitationOver for one that is over."""
    found = Invitation.objects.filter(token_digest=_digest(token)).select_related("account", "invited_by").first()
    if found is None:
        raise NotFound(_("There is no such invitation."))
    if not found.is_open(at):
        raise InvitationOver(
            _("This link was used already, was taken back, or is older than a week. Ask for a new one.")
        )
    return found


@transaction.atomic
def accept_invitation(*, token: str, name: str, password: str, at: datetime) -> Account:
    """Take it up: the account and its posting are made, or the new password set. Raises as `open_invitation`."""
    invitation = Invitation.objects.select_for_update().get(pk=open_invitation(token, at=at).pk)
    if not invitation.is_open(at):
        raise InvitationOver(_("This link was used already."))
    account = invitation.account
    if account is None:
        account = _newcomer(invitation, name, password, at)
    else:
        account.set_password(password)
        account.save(update_fields=["password"])
        sign_out_everywhere(account=account, actor=account, at=at, keys_too=True)
    invitation.used_at, invitation.account = at, account
    invitation.save(update_fields=["used_at", "account"])
    append("accounts.invitation.accepted", actor=account, at=at, subject=invitation.pk, kind="invitation")
    return account


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, actor: Actor, at: datetime) -> None:
    """Take it back: its link no longer works. Raises InvitationOver."""
    if not Invitation.objects.filter(pk=invitation.pk, used_at=None, revoked_at=None).update(revoked_at=at):
        raise InvitationOver(_("This invitation was used or taken back already."))
    append("accounts.invitation.revoked", actor=actor, at=at, subject=invitation.pk, kind="invitation")


def _newcomer(invitation: Invitation, name: str, password: str, at: datetime) -> Account:
    account = make_account(
        email=invitation.email,
        name=name,
        password=password,
        language=invitation.language,
        actor=invitation.invited_by,
        at=at,
    )
    give_posting(
        account=account,
        role=invitation.role,
        place=invitation.place,
        unit=invitation.unit,
        started_on=invitation.started_on or local_day(at),
        ended_on=invitation.ended_on,
        actor=invitation.invited_by,
        at=at,
    )
    return account


def _made(invitation: Invitation, actor: Actor, at: datetime) -> tuple[Invitation, str]:
    token = secrets.token_urlsafe(32)
    invitation.token_digest = _digest(token)
    invitation.invited_by_id = actor.pk
    invitation.sent_at, invitation.expires_at = at, at + LASTS
    invitation.save(force_insert=True)
    link = settings.SITE + reverse("accounts:invitation", args=[token])
    if settings.MAIL:
        transaction.on_commit(lambda: _mail(invitation.email, invitation.language, link))
    return invitation, link


def _mail(email: str, language: str, link: str) -> None:
    with translation.override(language):
        text = _("You are asked to work with us in Rihai. The link works once, for a week:") + f"\n{link}\n"
        send_mail(_("A link to Rihai"), text, None, [email], fail_silently=True)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
