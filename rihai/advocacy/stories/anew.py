"""What is known of her has changed: her uses are decided anew; and how whoever clears a place is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.functions import Least

from rihai.accounts.operations import notify
from rihai.accounts.standing import local_day
from rihai.advocacy.stories.models import StoryUse, UseState
from rihai.advocacy.stories.queries import OPEN_USES

TAKEN_BACK, DECIDE_ANEW = "advocacy.leave_taken_back", "advocacy.use_to_be_decided"


def decide_anew(story_ids: Iterable[UUID], at: datetime) -> None:
    """No decision made before counts, and what is shown is due to come down unless a supervisor decides that it stays.

    Asked by the house.
    """
    uses = StoryUse.objects.filter(story__in=list(story_ids), state__in=OPEN_USES)
    uses.update(needs_decision=True, decide_since=at, version=F("version") + 1)
    shown = uses.filter(state=UseState.SHOWN)
    shown.update(due_on=Least(F("due_on"), local_day(at)))
    tell_owners(shown, DECIDE_ANEW, at)


def tell_owners(uses: QuerySet[StoryUse], kind: str, at: datetime) -> None:
    """A notice to whoever sees that these uses come down."""
    owners = {one for one in uses.values_list("owner_id", flat=True) if one}
    if owners:
        notify(owners, kind, at=at)
