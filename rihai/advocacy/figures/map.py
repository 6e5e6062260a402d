"""The map of home districts, on public pages only where the office names who cleared its own file.

In Pakistan a map that the Survey has not cleared is an offence to publish (Surveying and Mapping (Amendment) Act 2020).
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from rihai.advocacy.figures.shown import Shown
from rihai.errors import Unreadable
from rihai.kit.map import DistrictMap, Outlines, Shade, read_outlines
from rihai.paper.table import Absent
from rihai.places.kinds import Kind
from rihai.places.models import Place
from rihai.places.queries.districts import shapes_of

STEPS = (50, 100, 200)


class PeopleMap(DistrictMap):
    """A map whose districts of few people or none look alike, as they do in the table."""

    def legend(self) -> tuple[tuple[Shade, str], ...]:
        """Each shade with its words."""
        found = dict(super().legend()) | {"kc": _("few, none, or withheld")}
        return tuple((shade, word) for shade, word in found.items() if shade != "kn")


def cleared() -> str:
    """Who cleared the office's own map for the public, as the office says it; empty: no map on public pages."""
    own = settings.ENV.text("RIHAI_MAP")
    return settings.ENV.text("RIHAI_MAP_CLEARED").strip() if own and own.lower() != "off" else ""


def map_of(table: Shown) -> PeopleMap | None:
    """The map of a table of home districts; None where none is cleared, or its file cannot be read."""
    if not cleared() or table.is_empty:
        return None
    try:
        outlines = read_outlines(Path(settings.ENV.text("RIHAI_MAP")).expanduser())
    except (Unreadable, OSError):
        return None
    return PeopleMap(
        outlines=outlines, title=table.title, says=_("The same figures are in the table."), steps=STEPS,
        values=_values(table, outlines),
    )  # fmt: skip


def _values(table: Shown, outlines: Outlines) -> dict[str, float | None]:
    """What shades each shape: the sum of its districts, withheld with any of them and where a district has no row."""
    names = [shape.name for shape in outlines.shapes]
    printed = {row.code: row.values.get("persons") for row in table.rows}
    found: dict[str, list[int | None]] = defaultdict(list)
    for place in Place.objects.filter(kind=Kind.DISTRICT):
        value = printed.get(str(place.pk))
        for shape in shapes_of(place, names):
            found[shape].append(None if value is None or isinstance(value, Absent) else value)
    drawn: dict[str, float | None] = dict.fromkeys(names)
    for shape, values in found.items():
        known = [value for value in values if value is not None]
        drawn[shape] = sum(known) if len(known) == len(values) else None
    return drawn
