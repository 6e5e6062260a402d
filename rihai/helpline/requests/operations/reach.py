"""The request an act is on, locked, for who may act; and the line in the trail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.helpline.errors import NoSuchRequest, NotSo
from rihai.helpline.requests.models import HelpRequest
from rihai.helpline.requests.queries import ANSWER, requests_for
from rihai.kit.actor import Actor
from rihai.kit.audit import append

NOTICE, HERE = "helpline.request_waits", "/helpline/"


def request_for(pk: UUID, *, actor: Actor, live: bool = True, answers: bool = True) -> HelpRequest:
    """The request, locked until the act is done. Raises NoSuchRequest; NotSo where it is closed.

    With `answers`, for who answers the line; without, also for who stands above it.
    """
    found = requests_for(actor).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None or (answers and not actor.may(ANSWER)):
        raise NoSuchRequest(_("There is no such request."))
    if live and not found.is_live:
        raise NotSo(_("This request is closed. Open it again to go on with it."))
    return found


def note(
    one: HelpRequest, act: str, *, actor: Actor | None, at: datetime, detail: Mapping[str, Any] | None = None
) -> None:
    """The line in the trail, last of an act: the request by its id, and nothing that was told."""
    append(
        f"helpline.request.{act}", actor=actor, at=at, subject=one.pk, kind="help_request", detail=dict(detail or {})
    )
