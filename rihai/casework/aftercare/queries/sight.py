"""Who may do what in this part of the room, and the one filter of its rows."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass

KEEP, SUPERVISE, MENTOR, MATCH, HEALTH = (
    "casework.keep", "casework.supervise", "casework.mentor", "casework.match", "casework.health",
)  # fmt: skip


def may_keep(actor: Actor) -> bool:
    """Whether the actor makes plans and works with families."""
    return actor.may(KEEP)


def may_follow(actor: Actor) -> bool:
    """Whether the actor asks after people: the caseworkers, and the mentor of their one match."""
    return actor.may(KEEP) or actor.may(MENTOR)


def may_care(actor: Actor) -> bool:
    """Whether the actor writes of health; of whom, need-to-know decides."""
    return actor.may(HEALTH)


def may_read(actor: Actor) -> bool:
    """Whether plans are shown to the actor at all; of whom, need-to-know decides."""
    return any(actor.may(one) for one in (KEEP, MENTOR, MATCH, HEALTH))


def seen(actor: Actor, *, at: datetime | None = None) -> Q:
    """The rows about people whom the actor sees."""
    return sees(actor, DataClass.PERSONAL, at=at)


def reads_health(actor: Actor, *, at: datetime | None = None) -> Q:
    """The rows about people of whom the actor sees what is of health."""
    return sees(actor, DataClass.HEALTH, at=at)
