"""Districts in figures for the map and its table, and which shape of the drawing each district lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache

from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place
from rihai.places.naming import folded
from rihai.places.queries.figures import figures_of
from rihai.places.seed import rows


@dataclass(slots=True)
class DistrictRow:
    """A district with its prisons: how many stand there, and the sums over those whose figures are both published."""

    district: Place
    province: str
    prisons: int = 0
    counted: int = 0
    persons: int = 0
    places: int = 0
    shapes: tuple[str, ...] = field(default=())

    @property
    def percent(self) -> int | None:
        """Occupancy over the prisons counted, to a whole number; None where none is."""
        return round(self.persons * 100 / self.places) if self.places else None

    @property
    def written(self) -> str:
        """The percentage as it is printed."""
        return f"{self.percent}%"


def district_rows(shapes: Collection[str]) -> list[DistrictRow]:
    """Every district by province and name, with the shapes it lies in and its open prisons; nothing invented."""
    found = {
        place.pk: DistrictRow(place, "", shapes=shapes_of(place, shapes))
        for place in Place.objects.filter(kind=Kind.DISTRICT, invented=False).order_by("name")
    }
    above = Inside.objects.filter(outer__kind=Kind.PROVINCE, inner__kind=Kind.DISTRICT, inner__invented=False)
    above = above.select_related("outer")
    for pair in above:
        found[pair.inner_id].province = pair.outer.shown
    pairs = Inside.objects.filter(
        outer__kind=Kind.DISTRICT, inner__kind=Kind.PRISON, inner__closed_on=None, inner__invented=False
    )
    standing = dict(pairs.values_list("inner_id", "outer_id"))
    for prison_id, figures in figures_of(list(standing)).items():
        row = found[standing[prison_id]]
        row.prisons += 1
        occupancy = figures.occupancy
        if occupancy:
            row.counted += 1
            row.persons += occupancy.persons
            row.places += occupancy.capacity.places
    return sorted(found.values(), key=lambda row: (row.province, row.district.name))


def shapes_of(district: Place, shapes: Collection[str]) -> tuple[str, ...]:
    """The shapes of a drawing in which a district lies: those of its own name, else those the seed's table names.

    An older drawing shows one shape for several of today's districts; an empty answer means it is not drawn.
    """
    own = tuple(shape for shape in shapes if folded(shape) == folded(district.name))
    listed = tuple(shape for shape in _drawn_as().get(district.name, ()) if shape in shapes)
    return tuple(dict.fromkeys(own + listed))


def by_shape(found: list[DistrictRow]) -> dict[str, list[DistrictRow]]:
    """Which districts lie in each shape."""
    lying: dict[str, list[DistrictRow]] = defaultdict(list)
    for row in found:
        for shape in row.shapes:
            lying[shape].append(row)
    return lying


@cache
def _drawn_as() -> dict[str, tuple[str, ...]]:
    table = ((row["district"], row["drawn_as"]) for row in rows("districts.csv"))
    return {name: tuple(shape.strip() for shape in drawn.split(";") if shape.strip()) for name, drawn in table}
