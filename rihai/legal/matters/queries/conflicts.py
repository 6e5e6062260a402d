"""Conflicts that wait for a panel lead, with what was met: codes and sides, no name of anybody in a matter."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from rihai.accounts.acting import asked_at
from rihai.kit.actor import Actor
from rihai.legal.matters.models import ConflictCheck
from rihai.legal.matters.queries.reach import memberships


def conflicts_to_decide(actor: Actor) -> QuerySet[ConflictCheck]:
    """What the actor may decide: not what they asked themselves, nor in a matter of a team they are in."""
    if not actor.may("legal.supervise"):
        return ConflictCheck.objects.none()
    mine = memberships(actor, asked_at()).values("matter_id")
    found = ConflictCheck.objects.filter(decision="").exclude(asked_by=actor.pk).exclude(matter__in=mine)
    return found.select_related("asked_by").prefetch_related("hits").order_by("asked_at")


def conflict_to_decide(check_id: UUID, *, actor: Actor) -> ConflictCheck | None:
    """One of them; None where there is nothing for the actor to decide."""
    return conflicts_to_decide(actor).filter(pk=check_id).first()
