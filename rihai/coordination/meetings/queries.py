"""Meetings as the actor sees them: those of a body, the next, the times without one, and what comes before which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from rihai.coordination.bodies.models import Body
from rihai.coordination.meetings.models import Meeting, State
from rihai.coordination.meetings.planning import passed
from rihai.coordination.reach import of_bodies
from rihai.coordination.scope import READ
from rihai.kit.actor import Actor


def meetings_for(actor: Actor, capability: str = READ) -> QuerySet[Meeting]:
    """The meetings of the bodies the actor sees, the newest first."""
    return Meeting.objects.filter(of_bodies(actor, capability=capability)).select_related("body__place")


def meeting_seen(pk: UUID, *, actor: Actor) -> Meeting | None:
    """One meeting; None for one the actor does not see."""
    return meetings_for(actor).filter(pk=pk).first()


@dataclass(frozen=True, slots=True)
class Without:
    """A time for which the rule asked a meeting and none was held; the one that was planned for it, if any."""

    first: date
    meeting: Meeting | None


def times_without(body: Body, on: date) -> tuple[list[Without], int]:
    """The times of the last two years without a meeting, the newest first, and of how many times in all.

    A meeting stands for the time it was planned for, or, called beside the rule, for the one in which it was held.
    """
    times = passed(body, on)
    if not times:
        return [], 0
    rows = list(Meeting.objects.filter(body=body).prefetch_related("moves"))
    held = {time_of(one, times) for one in rows if one.state == State.HELD}
    planned = {one.period: one for one in rows if one.period is not None}
    return [Without(first, planned.get(first)) for first in reversed(times) if first not in held], len(times)


def time_of(meeting: Meeting, times: list[date]) -> date | None:
    """Which of the times a meeting stands for."""
    if meeting.period is not None:
        return meeting.period
    return max((first for first in times if first <= meeting.on), default=None)


def held_before(meeting: Meeting) -> Meeting | None:
    """The last meeting of the body that was held before another."""
    earlier = Meeting.objects.filter(body=meeting.body_id, state=State.HELD, on__lte=meeting.on)
    return earlier.exclude(pk=meeting.pk).order_by("-on", "-number").first()


def to_approve(meeting: Meeting) -> list[Meeting]:
    """The meetings held before another whose minutes are written and not approved."""
    rows = Meeting.objects.filter(
        body=meeting.body_id, state=State.HELD, approved_at=None, minutes_ready_at__isnull=False, on__lte=meeting.on
    )
    return list(rows.exclude(pk=meeting.pk).order_by("on", "number"))


def later_held(meeting: Meeting) -> list[Meeting]:
    """The meetings held after one, which can have approved its minutes."""
    rows = Meeting.objects.filter(body=meeting.body_id, state=State.HELD, on__gte=meeting.on)
    return list(rows.exclude(pk=meeting.pk).order_by("on", "number"))
