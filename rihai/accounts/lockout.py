"""Locks out who guesses passwords: by account and address of the network together, with a sentence.

What was typed as address may be a password typed into the wrong field, so axes is given a keyed digest of it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rihai.accounts.acting import asked_at
from rihai.kit.audit import append
from rihai.kit.sealed.cipher import blind


def digest_typed(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """A keyed digest of the address somebody tries to sign in with."""
    given = credentials or {}
    typed = given.get("email") or given.get("username") or request.POST.get("login", "")
    return blind(str(typed).strip().lower()[:254], "accounts.lockout").hex()


def address(request: HttpRequest) -> str:
    """The address of the network; behind a proxy the one it saw, which is the last it wrote down."""
    if settings.BEHIND_PROXY and (forwarded := request.META.get("HTTP_X_FORWARDED_FOR", "")):
        return str(forwarded).rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def locked_out(request: HttpRequest, *_given: Any, **_more: Any) -> HttpResponse:
    """The page that says so, and a line in the trail."""
    with transaction.atomic():
        append("accounts.account.locked_out", actor=None, at=asked_at(), detail={"typed": digest_typed(request)})
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return render(request, "accounts/locked_out.html", {"minutes": minutes}, status=429)


def forget_attempts(at: datetime) -> int:
    """Take away failed attempts whose lock has ended; says how many."""
    gone: int
    gone, _by_model = AccessAttempt.objects.filter(attempt_time__lt=at - settings.AXES_COOLOFF_TIME).delete()
    return gone
