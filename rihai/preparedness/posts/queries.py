"""Who holds which post of a prison on a day, for whoever reads of preparedness there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from rihai.accounts.models import Account
from rihai.kit.actor import Actor
from rihai.places.models import Inside
from rihai.preparedness.posts.models import PostHolder
from rihai.preparedness.reach import READ, covered

Held = Mapping[tuple[int, str], PostHolder]
"""By prison and post."""


def holders_for(actor: Actor, on: date) -> QuerySet[PostHolder]:
    """Who holds a post on a day, at the places the actor's posting covers."""
    if not actor.may(READ):
        return PostHolder.objects.none()
    now = Q(ended_on=None) | Q(ended_on__gt=on)
    return PostHolder.objects.filter(now, covered(actor, READ), started_on__lte=on).select_related("place")


def names_at(place_id: int) -> list[str]:
    """Who ever held a post at a place or at what it stands in; for whoever has asked who may see the place."""
    around = Inside.objects.filter(inner=place_id).values("outer_id")
    return list(PostHolder.objects.filter(place__in=around).order_by("name").values_list("name", flat=True).distinct())


def who_may_hold() -> QuerySet[Account]:
    """The accounts that may be written down as the holder of a post, by name."""
    return Account.objects.filter(is_active=True).order_by("name", "pk")


def held_at(place_ids: Collection[int], on: date, *, actor: Actor) -> Held:
    """The holders of the posts of some prisons, in one query."""
    rows = holders_for(actor, on).filter(place__in=list(place_ids)).order_by("started_on", "pk")
    return {(one.place_id, one.post): one for one in rows}
