"""The latest figures of many places in two queries, and all figures of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from rihai.places.models import Capacity, HeldCount
from rihai.places.models.figures import Standard
from rihai.places.occupancy import Occupancy, newest, newest_total, occupancies


@dataclass(slots=True)
class Figures:
    """Every capacity and count of one place, newest first."""

    capacities: list[Capacity] = field(default_factory=list)
    counts: list[HeldCount] = field(default_factory=list)

    @property
    def capacity(self) -> Capacity | None:
        """The newest official capacity."""
        return newest(capacity for capacity in self.capacities if capacity.standard == Standard.OFFICIAL)

    @property
    def held(self) -> HeldCount | None:
        """The newest count that gives a total."""
        return newest_total(self.counts)

    @property
    def occupancy(self) -> Occupancy | None:
        """By the official capacity, where both figures are known."""
        return next((one for one in self.occupancies if one.capacity.standard == Standard.OFFICIAL), None)

    @property
    def occupancies(self) -> list[Occupancy]:
        """By each standard for which a capacity is known."""
        return occupancies(self.counts, self.capacities)

    @property
    def trend(self) -> list[HeldCount]:
        """Dated totals from the oldest to the newest; figures that disagree stand side by side."""
        return [count for count in reversed(self.counts) if count.as_of and count.total is not None]


def figures_of(place_ids: Collection[int]) -> dict[int, Figures]:
    """The figures of several places, by place."""
    found: dict[int, Figures] = defaultdict(Figures)
    for capacity in Capacity.objects.filter(place_id__in=place_ids).order_by("-as_of", "-pk"):
        found[capacity.place_id].capacities.append(capacity)
    for count in HeldCount.objects.filter(place_id__in=place_ids).order_by("-as_of", "-pk"):
        found[count.place_id].counts.append(count)
    return {pk: found.get(pk) or Figures() for pk in place_ids}
