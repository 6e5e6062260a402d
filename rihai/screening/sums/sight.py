"""What sums an actor sees, and the few people who stand in none of them and are counted one by one.

By place, a sum is seen where the class is. Whoever is guarded stands in no sum, and whoever was granted to the actor
may be held where the actor sees nobody: both are few, and their rows are asked. Whoever left the actor's places is not
counted there any more; lists and search go on showing them for as long as need-to-know does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from rihai.accounts.acting import asked_at
from rihai.accounts.models import Grant, Guarded
from rihai.accounts.queries import standing
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.once import once
from rihai.places.models import Inside
from rihai.screening.models import Screened
from rihai.screening.sums.masks import BOTH, HEALTH, LEGAL, PERSONAL, having

Places = frozenset[int] | None
"""Numbers of places; None for every one."""
_CLASSES = {PERSONAL: DataClass.PERSONAL, LEGAL: DataClass.LEGAL, HEALTH: DataClass.HEALTH}


@dataclass(frozen=True, slots=True)
class Sums:
    """By the bit of a class, the places where the actor sees it of everybody who is not guarded."""

    at: Mapping[int, Places]

    def sees(self, place: int, bit: int) -> bool:
        """Whether the sums of a place tell of rows with the bit."""
        places = self.at[bit]
        return places is None or place in places

    def seen(self) -> Q:
        """The sums the actor sees."""
        found = Q(pk__in=())
        for bit, places in self.at.items():
            of_bit = Q(mask__in=having(bit))
            if places is None:
                found |= of_bit
            elif places:
                found |= of_bit & Q(place__in=sorted(places))
        return found


def sums_for(actor: Actor) -> Sums:
    """What the actor sees of the sums."""
    return once(("screening.sums", actor.pk, asked_at()), lambda: _sums_for(actor))


def _sums_for(actor: Actor) -> Sums:
    now = standing(actor)
    found: dict[int, Places] = {}
    for bit, data_class in _CLASSES.items():
        reach = now.reach(data_class)
        inner = Inside.objects.filter(outer__in=reach.places).values_list("inner_id", flat=True)
        found[bit] = None if reach.everywhere else frozenset(inner) if reach.places else frozenset()
    health, legal = found[HEALTH], found[LEGAL]
    found[BOTH] = legal if health is None else health if legal is None else health & legal
    return Sums(found)


def apart_for(actor: Actor) -> dict[UUID, bool]:
    """People whose rows are to be asked besides the sums, and whether they stand in the sums of their place.

    Those granted to the actor, and the guarded for whoever sees guarded people at all. Whether a row of theirs is seen
    is decided as for any other.
    """
    return once(("screening.apart", actor.pk, asked_at()), lambda: _apart_for(actor, asked_at()))


def _apart_for(actor: Actor, at: datetime) -> dict[UUID, bool]:
    open_now = Q(ended_at__isnull=True) | Q(ended_at__gt=at)
    granted = Grant.objects.filter(open_now, account=actor.pk, started_at__lte=at)
    people = set(granted.values_list("person_id", flat=True))
    reach = standing(actor).reach(DataClass.PERSONAL, guarded=True)
    if reach.everywhere or reach.places:
        people |= set(Guarded.objects.filter(ended_at=None).values_list("person_id", flat=True))
    counted = dict(Screened.objects.filter(pk__in=people).values_list("pk", "counted")) if people else {}
    return {one: counted.get(one, False) for one in people}
