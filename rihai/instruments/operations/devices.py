"""Phones that fetch forms and send answers: let in by whom they act for, with a key shown once; shut out at once."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.errors import NotAllowed, NotFound, Refused
from rihai.instruments.handling import FILLS
from rihai.instruments.models import Device
from rihai.instruments.openrosa.codes import LETTERS
from rihai.kit.audit import append

MOST, LETTERS_OF_KEY, LETTERS_OF_NAME = 5, 20, 6
A_MINUTE = 600
"""Requests that one phone may make in a minute."""


class DeviceNotLetIn(Refused):
    """The phone cannot be let in; nothing was kept."""


class DeviceRefused(Exception):
    """A request came with a name and key that open nothing; `status` is the answer, `says` the sentence for it."""

    def __init__(self, says: Promise, status: int = 401, *, known: Device | None = None) -> None:
        super().__init__()
        self.says, self.status, self.known = says, status, known


@transaction.atomic
def let_in(*, name: str, second_factor: bool, actor: Account, at: datetime) -> tuple[Device, str]:
    """A phone of one's own, and its key, which is kept nowhere.

    Raises NotAllowed for who fills no forms in; DeviceNotLetIn for too many phones, and without a second factor where
    the actor's roles ask for one.
    """
    if not actor.may(FILLS):
        raise NotAllowed(_("Your postings do not let you fill forms in."))
    if Device.objects.filter(account=actor, ended_at=None).count() >= MOST:
        raise DeviceNotLetIn(_("You have %(n)s phones already. Shut out those you no longer use.") % {"n": MOST})
    if settings.SECOND_FACTOR and actor.standing.second_factor and not second_factor:
        raise DeviceNotLetIn(
            _("Your role needs more than a password for this. Sign out, sign in with passkey or codes, and try again.")
        )
    key = _drawn(LETTERS_OF_KEY)
    device = Device.objects.create(
        account=actor, name=name[:80], called=f"phone-{_drawn(LETTERS_OF_NAME)}".lower(), digest=_digest(key),
        second_factor=second_factor, made_at=at,
    )  # fmt: skip
    append("instruments.device.let_in", actor=actor, at=at, subject=device.pk, kind="device")
    return device, key


@transaction.atomic
def shut_out(*, device_id: UUID, actor: Account, at: datetime) -> None:
    """From now on the phone gets and sends nothing; what it sent stays. One's own, or for administrators anybody's.

    Raises NotFound for another's, DeviceNotLetIn when it was shut out already.
    """
    found = Device.objects.filter(pk=device_id)
    found = found if actor.may("accounts.manage") else found.filter(account=actor)
    device = found.first()
    if device is None:
        raise NotFound(_("There is no such phone."))
    if not Device.objects.filter(pk=device.pk, ended_at=None).update(ended_at=at):
        raise DeviceNotLetIn(_("This phone was shut out already."))
    detail = {"of": device.account_id}
    append("instruments.device.shut_out", actor=actor, at=at, subject=device.pk, kind="device", detail=detail)


def admit(called: str, key: str, *, at: datetime) -> Device:
    """The phone of a request, with its account; the request is counted. Raises DeviceRefused, saying why."""
    with as_house(at):
        device = Device.objects.select_related("account").filter(called=called.strip().lower()[:20]).first()
        tidy = "".join(one for one in key.upper() if one not in " -")
        if device is None or not hmac.compare_digest(device.digest, _digest(tidy)):
            raise DeviceRefused(gettext_lazy("Name and key of this phone open nothing. Were they copied whole?"))
        if device.ended_at is not None:
            raise DeviceRefused(
                gettext_lazy("This phone was shut out. Let it in anew under your account."), known=device
            )
        account = device.account
        if not account.is_active or not account.may(FILLS):
            raise DeviceRefused(gettext_lazy("The account of this phone fills no forms in any more."), known=device)
        if settings.SECOND_FACTOR and account.standing.second_factor and not device.second_factor:
            says = gettext_lazy("Your role now asks for a second factor. Let the phone in anew with it.")
            raise DeviceRefused(says, known=device)
        _count(device, at)
        return device


def _count(device: Device, at: datetime) -> None:
    """Count the request in its minute, across all processes. Raises DeviceRefused when there were too many."""
    minute = at.replace(second=0, microsecond=0)
    if device.minute_at == minute and device.in_minute >= A_MINUTE:
        raise DeviceRefused(gettext_lazy("Too many requests from this phone. It goes on by itself in a minute."), 429)
    mine = Device.objects.filter(pk=device.pk)
    if not mine.filter(minute_at=minute).update(in_minute=F("in_minute") + 1):
        mine.update(minute_at=minute, in_minute=1, last_used_on=at.date())


def _drawn(count: int) -> str:
    return "".join(secrets.choice(LETTERS) for _at in range(count))


def _digest(key: str) -> str:
    """A key is drawn, not chosen: ninety-nine bits that no list holds, so that a plain digest tells nobody anything."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
