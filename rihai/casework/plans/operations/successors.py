"""To whom a plan goes when whoever had it works here no more: to somebody who sees the person, never out of sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from rihai.accounts.models import Account, Guarded
from rihai.accounts.queries import accounts_who_may, sees
from rihai.accounts.standing import local_day, standing_of
from rihai.people.models import Person
from rihai.places.models import Inside

MOST = 300


class Successors:
    """Those of a capability today, for some people, each by the place where they are or were; asked as the house.

    Whoever sees the person comes first, then whoever is posted where the person was, then anybody of the office; among
    equals whoever was given least.
    """

    def __init__(self, places: Mapping[UUID, int | None], *, capability: str, data_class: str, at: datetime) -> None:
        self._places, self._class = places, data_class
        self._given: Counter[UUID] = Counter()
        found = list(accounts_who_may(capability, on=local_day(at))[:MOST])
        self._standings = {one.pk: standing_of(one.pk, on=local_day(at)) for one in found}
        self._all = [one for one in found if data_class in self._standings[one.pk].classes]
        people = Person.objects.filter(pk__in=list(places))
        self._seen = {
            one.pk: set(people.filter(sees(one, data_class, column="pk", at=at)).values_list("pk", flat=True))
            for one in self._all
        }
        guarded = Guarded.objects.filter(person_id__in=list(places), ended_at=None)
        self._guarded = set(guarded.values_list("person_id", flat=True))
        self._around: dict[int, frozenset[int]] = {}
        for place in {one for one in places.values() if one is not None}:
            outer = Inside.objects.filter(inner=place).values_list("outer_id", flat=True)
            self._around[place] = frozenset(outer) | {place}

    def next_for(self, person_id: UUID, *, but: UUID | None) -> Account | None:
        """Who has it from now on; None where the office has nobody of the capability but `but`."""
        others = [one for one in self._all if one.pk != but]
        found = min(others, key=lambda one: (self._rank(one, person_id), self._given[one.pk], one.name), default=None)
        if found is not None:
            self._given[found.pk] += 1
        return found

    def _rank(self, one: Account, person_id: UUID) -> int:
        if person_id in self._seen[one.pk]:
            return 0
        place = self._places.get(person_id)
        reach = self._standings[one.pk].reach(self._class, guarded=person_id in self._guarded)
        return 1 if place is not None and reach.covers(self._around[place]) else 2
