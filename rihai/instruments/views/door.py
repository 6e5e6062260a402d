"""The door of the addresses that phones ask: Basic authentication with the phone's own name and key, over https.

A browser's session is worth nothing here, so that no other site can make a browser ask them; and a key of a phone is
worth nothing anywhere else.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt

from rihai.accounts.acting import acting_as
from rihai.accounts.lockout import knocked
from rihai.errors import NotFound, Refused, Unreadable
from rihai.instruments.models import Device
from rihai.instruments.openrosa.answers import message, with_headers
from rihai.instruments.operations.devices import DeviceRefused, admit
from rihai.kit.audit import append
from rihai.kit.gate import public

CHALLENGE = 'Basic realm="Rihai", charset="UTF-8"'
TOO_MANY = gettext_lazy("Too many names and keys that open nothing came from this network. Wait half an hour.")


def by_phone(*methods: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A view for phones: it is called with the phone and the moment; what it refuses is said in OpenRosa's words."""

    def opened(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @public
        @csrf_exempt
        @wraps(view)
        def asked(request: HttpRequest, **given: Any) -> HttpResponse:
            at = timezone.now()
            return with_headers(_answered(request, view, methods, at, given), at)

        return asked

    return opened


def _answered(
    request: HttpRequest, view: Callable[..., HttpResponse], methods: tuple[str, ...], at: datetime,
    given: dict[str, Any],
) -> HttpResponse:  # fmt: skip
    if request.method not in methods:
        return message(_("This address is asked otherwise."), 405, Allow=", ".join(methods))
    device = _let_in(request, at)
    if isinstance(device, HttpResponse):
        return device
    with acting_as(device.account, at):
        try:
            return view(request, device, at, **given)
        except NotFound as error:
            return message(error, 404)
        except Unreadable as error:
            return message(error, 400)
        except Refused as error:
            return message(error, 409)


def _let_in(request: HttpRequest, at: datetime) -> Device | HttpResponse:
    named = _named(request.headers.get("Authorization", ""))
    if named is None:
        return _refused(gettext_lazy("Put the name and key of this phone into its settings."), 401)
    try:
        return admit(*named, at=at)
    except DeviceRefused as refused:
        if refused.status != 401:
            return _refused(refused.says, refused.status)
        if not knocked(request, at=at):
            return _refused(TOO_MANY, 429)
        _write(refused, at)
        return _refused(refused.says, 401)


def _named(header: str) -> tuple[str, str] | None:
    """The name and key in a header; None where there are none."""
    scheme, _blank, coded = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, colon, key = base64.b64decode(coded.strip(), validate=True).decode("utf-8").partition(":")
    except (binascii.Error, ValueError):
        return None
    return (name, key) if colon else None


def _refused(says: Promise, status: int) -> HttpResponse:
    headers = {"WWW-Authenticate": CHALLENGE} if status == 401 else {"Retry-After": "60"}
    return message(says, status, **headers)


@transaction.atomic
def _write(refused: DeviceRefused, at: datetime) -> None:
    known = refused.known
    detail = {"of": known.account_id} if known else {}
    subject = known.pk if known else None
    append("instruments.device.refused", actor=None, at=at, subject=subject, kind="device", detail=detail)
