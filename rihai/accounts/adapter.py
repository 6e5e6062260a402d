"""How people come in, as allauth asks it: nobody signs up, every sign-in is a line in the trail."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth import authenticate
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from rihai.accounts.acting import asked_at
from rihai.accounts.models import Account
from rihai.kit.audit import append


class Door(DefaultAccountAdapter):  # type: ignore[misc]
    """Our rules where allauth's differ."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People come by invitation."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Ask the backends; axes counts the failures, by account and address of the network."""
        return authenticate(request, **credentials)

    def post_login(self, request: HttpRequest, user: Account, **more: Any) -> HttpResponse:
        """Written down after the last step, second factor and all."""
        ways = request.session.get("account_authentication_methods", [])
        with transaction.atomic():
            detail = {"ways": [str(one.get("method", "")) for one in ways if isinstance(one, dict)]}
            append(
                "accounts.account.signed_in",
                actor=user, at=asked_at(), subject=user.pk, kind="account", detail=detail,
            )  # fmt: skip
        answer: HttpResponse = super().post_login(request, user, **more)
        return answer

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing where the office sends no e-mail."""
        if settings.MAIL:
            super().send_mail(template_prefix, email, context)
