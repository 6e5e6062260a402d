"""Finds the key that came with a request to the API, and writes down one that opens nothing."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from rihai.accounts.lockout import knocked
from rihai.accounts.models import ApiKey
from rihai.accounts.operations import KeyRefused, admit
from rihai.kit.audit import append

BEARER = "bearer "
TOO_MANY = gettext_lazy("Too many keys that open nothing came from this network. Wait half an hour.")


def key_of(request: HttpRequest, at: datetime) -> tuple[ApiKey | None, KeyRefused | None]:
    """The key that came, or why it opens nothing, which is written down; neither where none came."""
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
