"""The calls to ring back, the oldest first; for who answers the line."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from rihai.helpline.calls.models import MissedCall
from rihai.helpline.requests.queries import ANSWER
from rihai.kit.actor import Actor


def calls_waiting(actor: Actor) -> QuerySet[MissedCall]:
    """Those that nobody has reached yet: the least tried first, then who waits longest."""
    if not actor.may(ANSWER):
        return MissedCall.objects.none()
    waiting = MissedCall.objects.filter(state=MissedCall.State.WAITING)
    return waiting.select_related("tried_by").order_by("tries", "came_at", "pk")


def call_seen(pk: UUID, *, actor: Actor) -> MissedCall | None:
    """One call; None for whoever does not answer the line."""
    return MissedCall.objects.filter(pk=pk).first() if actor.may(ANSWER) else None
