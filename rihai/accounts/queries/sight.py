"""The one filter of need-to-know, for any table with a person in it, and what else is asked of access.

    Note.objects.filter(sees(actor, DataClass.HEALTH))

It is the first wall and drives the query; `walls.py` repeats it in PostgreSQL. Both are held equal by a test.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, Q, QuerySet

from rihai.accounts.access import Held, Leave, Reach, Sight, sight
from rihai.accounts.acting import acting_as, asked_at, reads
from rihai.accounts.models import SYSTEM_ID, Grant, Ground, Guarded, Presence
from rihai.accounts.queries.seen import Asked, Seen
from rihai.accounts.standing import Standing, local_day, standing_of
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.once import once
from rihai.places.models import Inside


class LookedUp(Exists):
    """EXISTS asked row by row through an index, and never begun by reading the whole table (see `walls.sees`)."""

    template = "EXISTS(%(subquery)s OFFSET 0)"


def standing(actor: Actor, at: datetime | None = None) -> Standing:
    """The actor's postings as of a moment, which is that of the asking when left out."""
    return standing_of(actor.pk, on=local_day(at or asked_at()))


def sees(
    actor: Actor, data_class: str = DataClass.PERSONAL, *, column: str = "person_id", at: datetime | None = None
) -> Q:
    """The rows about persons of whom the actor sees the class; `column` is where the row names its person."""
    at = at or asked_at()
    kept, key = reads(), ("sees", actor.pk, data_class, at)
    asked: Asked | None = kept.get(key)
    if asked is None:
        now = standing(actor, at)
        held = Presence.objects.filter(_held_where_seen(now, data_class, at))
        asked = kept[key] = Asked(held, _granted(actor, now, data_class, at))
    return Q(Seen(column, asked))


def sight_of(actor: Actor, person_id: UUID, *, at: datetime | None = None) -> Sight:
    """What the actor sees of one person, what in outline, and what is to be named as withheld."""
    at = at or asked_at()
    return once(("sight", actor.pk, person_id, at), lambda: sights_of(actor, [person_id], at=at))[person_id]


def sights_of(actor: Actor, person_ids: Iterable[UUID], *, at: datetime | None = None) -> dict[UUID, Sight]:
    """What the actor sees of each of these persons, in three queries however many they are."""
    at = at or asked_at()
    persons = list(person_ids)
    held: dict[UUID, list[Held]] = {one: [] for one in persons}
    around: dict[int, set[int]] = {}
    presences = list(Presence.objects.filter(person_id__in=persons))
    for inner, outer in Inside.objects.filter(inner__in={one.place_id for one in presences}).values_list(
        "inner_id", "outer_id"
    ):
        around.setdefault(inner, set()).add(outer)
    for one in presences:
        places = frozenset(around.get(one.place_id, {one.place_id}))
        held[one.person_id].append(Held(places, one.guarded, one.seen_until))
    leaves: dict[UUID, list[Leave]] = {one: [] for one in persons}
    for grant in Grant.objects.filter(account=actor.pk, person_id__in=persons):
        glass = grant.ground == Ground.GLASS
        leaves[grant.person_id].append(Leave(grant.data_class, grant.started_at, grant.ended_at, glass))
    now, day = standing(actor, at), local_day(at)
    return {one: sight(now, held=held[one], leaves=leaves[one], on=day, at=at) for one in persons}


def is_guarded(person_id: UUID) -> bool:
    """Whether a person is guarded now; asked by operations, outside the filter, and told to nobody."""
    with acting_as(SYSTEM_ID):
        return Guarded.objects.filter(person_id=person_id, ended_at=None).exists()


def _held_where_seen(now: Standing, data_class: str, at: datetime) -> Q:
    still = Q(seen_until__isnull=True) | Q(seen_until__gt=local_day(at))
    guarded = Q(guarded=True) & _within(now.reach(data_class, guarded=True))
    return still & ((Q(guarded=False) & _within(now.reach(data_class))) | guarded)


def _within(reach: Reach) -> Q:
    if reach.everywhere:
        return Q(place__isnull=False)
    if not reach.places:
        return Q(pk__in=())
    return Q(place__in=Inside.objects.filter(outer__in=reach.places).values("inner_id"))


def _granted(actor: Actor, now: Standing, data_class: str, at: datetime) -> QuerySet[Grant]:
    open_now = Q(ended_at__isnull=True) | Q(ended_at__gt=at)
    grants = Grant.objects.filter(open_now, account=actor.pk, data_class=data_class, started_at__lte=at)
    if not now.posts:
        return grants.none()
    return grants if data_class in now.classes else grants.filter(ground=Ground.GLASS)
