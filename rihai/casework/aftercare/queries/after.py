"""One follow-up or day with an officer, as an address names it."""

from __future__ import annotations

from uuid import UUID

from rihai.casework.aftercare.models import FollowUp, OfficerDay
from rihai.casework.aftercare.queries.sight import may_follow, seen
from rihai.kit.actor import Actor


def followup_seen(followup_id: UUID, *, actor: Actor) -> FollowUp | None:
    """One follow-up; None for one of a person whom the actor does not see."""
    if not may_follow(actor):
        return None
    return FollowUp.objects.filter(seen(actor), pk=followup_id).select_related("person", "plan").first()


def officer_day_seen(day_id: UUID, *, actor: Actor) -> OfficerDay | None:
    """One day with an officer; None for one of a person whom the actor does not see."""
    if not may_follow(actor):
        return None
    return OfficerDay.objects.filter(seen(actor), pk=day_id).select_related("person", "plan").first()
