"""Locks out who guesses passwords: by account and address of the network together, with a sentence.

What was typed as address may be a password typed into the wrong field, so axes is given a keyed digest of it.
"""

from __future__ import annotations

from datetime import datetime
from ipaddress import ip_address
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rihai.accounts.acting import asked_at
from rihai.kit.audit import append
from rihai.kit.sealed.cipher import blind
from rihai.kit.slowed import address

_KEYS = "key to the API"


def digest_typed(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """A keyed digest of the address somebody tries to sign in with."""
    given = credentials or {}
    typed = given.get("email") or given.get("username") or request.POST.get("login", "")
    return blind(str(typed).strip().lower()[:254], "accounts.lockout").hex()


def locked_out(request: HttpRequest, *_given: Any, **_more: Any) -> HttpResponse:
    """The page that says so, and a line in the trail."""
    with transaction.atomic():
        append("accounts.account.locked_out", actor=None, at=asked_at(), detail={"typed": digest_typed(request)})
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return render(request, "accounts/locked_out.html", {"minutes": minutes}, status=429)


def knocked(request: HttpRequest, *, at: datetime) -> bool:
    """Count a key that opens nothing, by the address of the network; False when it has been too many already.

    A key cannot be guessed: this keeps a broken program from filling the trail. Keys that work are never held up.
    """
    where = _address_or_none(request)
    found = AccessAttempt.objects.filter(username=_KEYS, ip_address=where)
    attempt = found.filter(attempt_time__gt=at - settings.AXES_COOLOFF_TIME).first()
    if attempt is None:
        found.delete()
        AccessAttempt.objects.create(
            username=_KEYS, ip_address=where, attempt_time=at, failures_since_start=1, get_data="", post_data=""
        )
        return True
    if attempt.failures_since_start >= settings.AXES_FAILURE_LIMIT:
        return False
    AccessAttempt.objects.filter(pk=attempt.pk).update(failures_since_start=F("failures_since_start") + 1)
    return True


def _address_or_none(request: HttpRequest) -> str | None:
    try:
        return str(ip_address(address(request)))
    except ValueError:
        return None


def forget_attempts(at: datetime) -> int:
    """Take away failed attempts whose lock has ended; says how many."""
    gone: int
    gone, _by_model = AccessAttempt.objects.filter(attempt_time__lt=at - settings.AXES_COOLOFF_TIME).delete()
    return gone
