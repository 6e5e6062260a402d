"""Occupancy: persons held on official places, by a standard that is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rihai.profile.statistics.figure import Figure


@dataclass(frozen=True, slots=True)
class Capacity:
    """The official places of a prison: by which standard, who says so, and on which day (from 1 January 1970)."""

    prison: str
    places: int
    standard: str
    source: str
    on: int

    def __post_init__(self) -> None:
        """Raises ValueError for no places, or places without standard or source."""
        if self.places <= 0 or not self.standard.strip() or not self.source.strip():
            raise ValueError("A capacity needs places, the standard they were counted by, and a source")


@dataclass(frozen=True, slots=True)
class PrisonOccupancy:
    """One prison: persons held (None: no list of it came), and its official places (None: nobody handed them in)."""

    prison: str
    persons: int | None
    capacity: Capacity | None

    @property
    def figure(self) -> Figure | None:
        """Persons on places; None when either is not known."""
        if self.persons is None or self.capacity is None:
            return None
        return Figure(self.prison, self.persons, self.capacity.places)


@dataclass(frozen=True, slots=True)
class Occupancy:
    """Every prison of the stock or with a capacity, and all together.

    `overall` is the sum of persons on the sum of places over the prisons where both are known, never a mean of their
    rates; its `left_out` are persons elsewhere. None where no prison has both, or where standards differ, because
    places counted by two standards cannot be added.
    """

    prisons: tuple[PrisonOccupancy, ...]
    overall: Figure | None
    standards: tuple[str, ...]


def occupancy_of(persons: Mapping[str, int], total: int, capacities: Sequence[Capacity]) -> Occupancy:
    """Occupancy from persons by prison, `total` persons (those whose prison is not known included) and capacities.

    Raises ValueError for a prison with two capacities.
    """
    by_prison = {capacity.prison: capacity for capacity in capacities}
    if len(by_prison) < len(capacities):
        raise ValueError("A prison has two capacities")
    names = sorted({*persons, *by_prison})
    prisons = tuple(PrisonOccupancy(name, persons.get(name), by_prison.get(name)) for name in names)
    both = [figure for prison in prisons if (figure := prison.figure)]
    standards = tuple(sorted({prison.capacity.standard for prison in prisons if prison.capacity and prison.figure}))
    overall = None
    if len(standards) == 1:
        held = sum(figure.numerator for figure in both)
        overall = Figure("occupancy", held, sum(figure.denominator or 0 for figure in both), total - held)
    return Occupancy(prisons, overall, standards)
