"""The district map with its table: which file it is drawn from, what shades it, and what stands under it.

In Pakistan a map that the Survey has not cleared is an offence (Surveying and Mapping (Amendment) Act 2020): the office
can give its own file or turn the map off by RIHAI_MAP. Public pages show one only where RIHAI_MAP_CLEARED says who
cleared it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.errors import Unreadable
from rihai.kit.map import DistrictMap, Outlines, Shade, read_outlines
from rihai.paper.table import Column, Table, Value
from rihai.places.queries.districts import DistrictRow, by_shape, district_rows
from rihai.places.seed import FOLDER

OURS = FOLDER / "pakistan.districts.svg"
Measure = Literal["prisons", "occupancy"]
MEASURES: dict[Measure, str | Promise] = {
    "prisons": gettext_lazy("Number of prisons"),
    "occupancy": gettext_lazy("Occupancy"),
}
_STEPS: dict[Measure, tuple[int, int, int]] = {"prisons": (1, 2, 3), "occupancy": (100, 150, 200)}


class CountMap(DistrictMap):
    """A map of small whole numbers, whose legend counts."""

    def legend(self) -> tuple[tuple[Shade, str], ...]:
        """Each shade with its words."""
        return (
            ("k1", _("none in our list")),
            ("k2", _("1 prison")),
            ("k3", _("2 prisons")),
            ("k4", _("3 and more")),
            ("kn", _("no district of ours")),
        )


class PercentMap(DistrictMap):
    """A map of occupancy."""

    def legend(self) -> tuple[tuple[Shade, str], ...]:
        """Each shade with its words."""
        return (
            ("k1", _("below 100%")),
            ("k2", _("100% to below 150%")),
            ("k3", _("150% to below 200%")),
            ("k4", _("200% and more")),
            ("kn", _("not known")),
        )


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the page of the map shows. `map` None: turned off, or its file cannot be read, which `trouble` says."""

    measure: Measure
    map: DistrictMap | None
    trouble: str
    top: Table
    rows: list[DistrictRow]
    shared: list[tuple[str, str]]
    undrawn: list[DistrictRow]


def map_page(measure: Measure) -> MapPage:
    """The map by one measure, with its table."""
    outlines, trouble = _outlines()
    shapes = [shape.name for shape in outlines.shapes] if outlines else []
    rows = district_rows(shapes)
    lying = by_shape(rows)
    return MapPage(
        measure=measure,
        map=_drawn(outlines, measure, lying) if outlines else None,
        trouble=trouble,
        top=_table(measure, rows),
        rows=rows,
        shared=sorted((shape, _names(group)) for shape, group in lying.items() if len(group) > 1),
        undrawn=[row for row in rows if not row.shapes] if outlines else [],
    )


def map_file() -> Path | None:
    """The file the map is drawn from; None when the office turned it off."""
    given = settings.ENV.text("RIHAI_MAP")
    if given.lower() == "off":
        return None
    return Path(given).expanduser() if given else OURS


def _outlines() -> tuple[Outlines | None, str]:
    path = map_file()
    if path is None:
        return None, ""
    try:
        return read_outlines(path), ""
    except (Unreadable, OSError):
        return None, _("The map’s file cannot be read. The administrator finds it under RIHAI_MAP.")


def _drawn(outlines: Outlines, measure: Measure, lying: dict[str, list[DistrictRow]]) -> DistrictMap:
    kind: Callable[..., DistrictMap] = CountMap if measure == "prisons" else PercentMap
    values = {shape: value for shape, group in lying.items() if (value := _value(measure, group)) is not None}
    return kind(
        outlines=outlines,
        title=str(MEASURES[measure]),
        says=_("Districts shaded by: %(measure)s. The same figures are in the table.") % {"measure": MEASURES[measure]},
        values=values,
        steps=_STEPS[measure],
    )


def _value(measure: Measure, group: list[DistrictRow]) -> float | None:
    """What shades a shape: the sum over the districts that lie in it."""
    if measure == "prisons":
        return sum(row.prisons for row in group)
    places = sum(row.places for row in group)
    return sum(row.persons for row in group) * 100 / places if places else None


def _table(measure: Measure, rows: list[DistrictRow]) -> Table:
    """The ten districts with most."""
    found = [(row, row.prisons if measure == "prisons" else row.percent) for row in rows]
    ranked = sorted(((row, value) for row, value in found if value), key=lambda one: (-one[1], one[0].district.name))
    title = _("Districts with most prisons") if measure == "prisons" else _("Districts with the highest occupancy")
    cells: list[tuple[Value, ...]] = [
        (row.district.shown, value if measure == "prisons" else value / 100) for row, value in ranked[:10]
    ]
    figure = Column(str(MEASURES[measure]), "number" if measure == "prisons" else "percent", 12)
    return Table(title, (Column(_("District"), "text", 24), figure), tuple(cells))


def _names(group: list[DistrictRow]) -> str:
    return ", ".join(row.district.shown for row in group)
