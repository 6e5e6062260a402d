"""Accesses for a stated reason: one's own, those to confirm, those to review."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.models import BreakGlass
from rihai.errors import NotFound
from rihai.kit.actor import Actor

WAITS = timedelta(hours=24)
"""How long an asking for sealed matter waits for its second person."""


def openings_of(actor: Actor) -> QuerySet[BreakGlass]:
    """What the actor asked to open, newest first."""
    return BreakGlass.objects.filter(account=actor.pk).select_related("second", "reviewed_by").order_by("-asked_at")


def opening_of(actor: Actor, pk: UUID) -> BreakGlass:
    """One of them. Raises NotFound."""
    return _one(openings_of(actor), pk)


def seconds_awaited(actor: Actor, *, at: datetime) -> QuerySet[BreakGlass]:
    """What waits for the actor's word as second named person."""
    if not actor.may("glass.second"):
        return BreakGlass.objects.none()
    waiting = BreakGlass.objects.filter(second=actor.pk, granted_at=None, second_said="", asked_at__gt=at - WAITS)
    return waiting.select_related("account").order_by("asked_at")


def second_awaited(actor: Actor, pk: UUID, *, at: datetime) -> BreakGlass:
    """One of them. Raises NotFound."""
    return _one(seconds_awaited(actor, at=at), pk)


def to_review(actor: Actor) -> QuerySet[BreakGlass]:
    """What the actor has to review: nothing they asked for or stood beside."""
    if not actor.may("glass.review"):
        return BreakGlass.objects.none()
    return _opened().filter(reviewed_at=None).exclude(_own(actor)).order_by("review_by", "granted_at")


def of_others_to_review(actor: Actor) -> int:
    """How many wait that the actor may not review, being their own act: another reviewer is needed."""
    return _opened().filter(_own(actor), reviewed_at=None).count() if actor.may("glass.review") else 0


def reviewed(actor: Actor) -> QuerySet[BreakGlass]:
    """What was reviewed, newest first, for reviewers."""
    if not actor.may("glass.review"):
        return BreakGlass.objects.none()
    return _opened().filter(reviewed_at__isnull=False).order_by("-reviewed_at")


def review_for(actor: Actor, pk: UUID) -> BreakGlass:
    """One access to review or to read the review of. Raises NotFound, also for one's own act."""
    if not actor.may("glass.review"):
        raise NotFound(_("There is no such access."))
    return _one(_opened().exclude(_own(actor)), pk)


def is_overdue(glass: BreakGlass, on: date) -> bool:
    """Whether its review is late."""
    return glass.reviewed_at is None and glass.review_by is not None and glass.review_by < on


def _opened() -> QuerySet[BreakGlass]:
    return BreakGlass.objects.filter(granted_at__isnull=False).select_related("account", "second", "reviewed_by")


def _own(actor: Actor) -> Q:
    return Q(account=actor.pk) | Q(second__isnull=False, second=actor.pk)


def _one(rows: QuerySet[BreakGlass], pk: UUID) -> BreakGlass:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound(_("There is no such access."))
    return found
