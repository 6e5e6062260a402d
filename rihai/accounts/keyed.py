"""Who asks the API: the owner of the key that came with the request, and nobody else, whatever cookie came with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy

from rihai.accounts.lockout import knocked
from rihai.accounts.models import ApiKey
from rihai.accounts.operations import KeyRefused, admit
from rihai.kit.audit import append
from rihai.kit.scopes import API

BEARER = "bearer "
TOO_MANY = gettext_lazy("Too many keys that open nothing came from this network. Wait half an hour.")


class Keys:
    """The middleware that finds the key of a request to the API, before anybody is said to ask.

    It answers nothing itself: the gate refuses what has no key, with the sentence kept here (`request.key_refused`).
    A session is worth nothing under these addresses, so that no other site can make a browser ask them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(API):
            key, refused = _found(request, timezone.now())
            request.user = key.account if key else AnonymousUser()
            setattr(request, "key", key)  # noqa: B010 - HttpRequest knows no such names
            setattr(request, "key_refused", refused)  # noqa: B010
        return self._get_response(request)


def _found(request: HttpRequest, at: datetime) -> tuple[ApiKey | None, KeyRefused | None]:
    header = request.headers.get("Authorization", "")
    if header[: len(BEARER)].lower() != BEARER:
        return None, None
    try:
        return admit(header[len(BEARER) :].strip(), at=at), None
    except KeyRefused as refused:
        if refused.status != 401:
            return None, refused
        if not knocked(request, at=at):
            return None, KeyRefused(TOO_MANY, 429)
        _write(refused, at)
        return None, refused


@transaction.atomic
def _write(refused: KeyRefused, at: datetime) -> None:
    known = refused.known
    detail = {"of": known.account_id} if known else {}
    append("accounts.key.refused", actor=None, at=at, subject=known.pk if known else None, kind="key", detail=detail)
