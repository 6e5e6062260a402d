"""Who asks, and when: remembered in Python, and told to PostgreSQL, whose walls decide by it.

    with acting_as(actor):
        …

Every request, job and command says who asks, and puts back what was said before. Where nobody is said, PostgreSQL shows
nothing. On SQLite it is remembered only. A streaming response is made after the request's context has ended and would
see nothing; exports are made in a job.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from rihai.kit.actor import Actor

_SET = (
    "SELECT set_config('rihai.actor', %s, false), set_config('rihai.at', %s, false), set_config('rihai.day', %s, false)"
)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks (None: nobody who works here), the moment as of which they ask, and its day on the office's clock."""

    actor_id: UUID | None
    at: datetime
    day: date
    reads: dict[Any, Any] = field(default_factory=dict)
    """What was read of postings since the outermost asking began: a request reads it once."""


_asking: ContextVar[Asking | None] = ContextVar("rihai_asking", default=None)


@contextmanager
def acting_as(actor: Actor | UUID | None, at: datetime | None = None) -> Iterator[None]:
    """Within it the actor (or the account of that id) asks, as of `at`; without it, as of the house's clock."""
    actor_id = actor if isinstance(actor, UUID) or actor is None else actor.pk
    outer = _asking.get()
    moment = at or settings.CLOCK()
    token = _asking.set(Asking(actor_id, moment, timezone.localdate(moment), outer.reads if outer else {}))
    tell(connection)
    try:
        yield
    finally:
        _asking.reset(token)
        tell(connection)


def asked_at() -> datetime:
    """The moment as of which is asked; the house's clock where nobody was said."""
    asking = _asking.get()
    return asking.at if asking else settings.CLOCK()


def asked_day() -> date:
    """The day of that moment on the office's clock; a page asks it at every word of its menu."""
    asking = _asking.get()
    return asking.day if asking else timezone.localdate(settings.CLOCK())


def asking_id() -> UUID | None:
    """The account that asks; None where nobody was said."""
    asking = _asking.get()
    return asking.actor_id if asking else None


def reads() -> dict[Any, Any]:
    """What was read of postings so far in this asking, under keys of the readers'; nothing is kept if nobody was said.

    Whatever changes postings, units or accounts empties it.
    """
    asking = _asking.get()
    return asking.reads if asking else {}


def tell(to: BaseDatabaseWrapper) -> None:
    """Tell an open connection to PostgreSQL who asks now; a new one is told by its backend (`config.postgresql`).

    In a failed transaction nothing can be said; its rollback takes the setting back by itself.
    """
    held = to.connection
    if to.vendor != "postgresql" or held is None or held.closed or to.needs_rollback:
        return
    if held.info.transaction_status.name == "INERROR":
        return
    asking = _asking.get()
    day = asking.day.isoformat() if asking else ""
    with to.cursor() as cursor:
        actor = str(asking.actor_id or "") if asking else ""
        cursor.execute(_SET, (actor, asking.at.isoformat() if asking else "", day))
