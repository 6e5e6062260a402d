"""What each prison lacks to be ready, gathered from the parts of the room for many prisons at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from rihai.kit.actor import Actor
from rihai.places.models import Place
from rihai.preparedness.checks import Lack, checks
from rihai.preparedness.plans.models import ContingencyPlan


@dataclass(frozen=True, slots=True)
class Ready:
    """A prison, and of each thing that was looked at what it lacks; those that lack nothing of it are there too."""

    place: Place
    found: tuple[tuple[Any, tuple[Lack, ...]], ...]

    @property
    def lacks(self) -> list[Lack]:
        """Everything it lacks, what is grave first."""
        every = [lack for _title, lacks in self.found for lack in lacks]
        return sorted(every, key=lambda one: not one.is_grave)

    @property
    def graves(self) -> int:
        """How much of it is grave."""
        return sum(one.is_grave for one in self.lacks)

    @property
    def first(self) -> Lack | None:
        """What to mend first."""
        return next(iter(self.lacks), None)


def begun_first(places: QuerySet[Place]) -> QuerySet[Place]:
    """Those that have a plan, in force or not, then the others; each by name."""
    begun = Exists(ContingencyPlan.objects.filter(place=OuterRef("pk")))
    return places.order_by(begun.desc(), "name", "pk")


def readiness(
    places: Sequence[Place], *, actor: Actor, on: date, names: Collection[str] | None = None
) -> list[Ready]:  # fmt: skip
    """Of these prisons, in their order; a constant number of queries however many they are. `names`: of these alone."""
    ids = [one.pk for one in places]
    asked = [one for one in checks() if names is None or one.name in names]
    found = [(one.title, one.of(actor, ids, on)) for one in asked] if ids else []
    return [
        Ready(place, tuple((title, tuple(lacks.get(place.pk, ()))) for title, lacks in found)) for place in places
    ]  # fmt: skip
