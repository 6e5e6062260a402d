"""The district map: shapes from a file the office may replace, coloured in steps, always beside its table.

Of the file only outlines are taken (the id and the path of each `<path>`), so that no script, style or link in a map
from elsewhere reaches a page. A map is never mirrored, whatever the language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from defusedxml import ElementTree
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rihai.errors import Unreadable

STEPS = 4
_PATH = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]*")
_BOX = re.compile(r"\s*".join([r"-?[\d.]+"] * 4).replace(r"\s*", r"[\s,]+"))
LARGEST = 4_000_000
Shade = Literal["k1", "k2", "k3", "k4", "kc", "kn"]


class Shape(NamedTuple):
    """One district: its id in the file and its outline."""

    name: str
    outline: str


@dataclass(frozen=True, slots=True)
class Outlines:
    """What is taken of a map's file."""

    box: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictMap:
    """A map with its values by district id.

    `values` holds a number, or None where the figure is withheld; a district that is missing was not collected.
    `steps` are the three lower bounds of the darker shades, rising. `says` is the sentence for those who cannot see.
    """

    outlines: Outlines
    title: str
    says: str
    values: Mapping[str, float | None]
    steps: Sequence[float]

    def as_svg(self, key: str) -> SafeString:
        """The drawing; `key` keeps its ids apart on the page."""
        drawn = (
            (self.shade(shape.name), self._paint(shape.name, key), shape.outline) for shape in self.outlines.shapes
        )
        return format_html(
            '<svg class="map" viewBox="{}" role="img" aria-labelledby="{}-t {}-d" direction="ltr">'
            '<title id="{}-t">{}</title><desc id="{}-d">{}</desc><defs>{}</defs>{}</svg>',
            self.outlines.box, key, key, key, self.title, key, self.says, hatching(key, self._width / 60),
            format_html_join("", '<path class="{}" fill="{}" d="{}"/>', drawn),
        )  # fmt: skip

    @property
    def _width(self) -> float:
        return float(re.split(r"[\s,]+", self.outlines.box)[2])

    def _paint(self, district: str, key: str) -> str:
        return f"url(#{key}-hatch)" if self.shade(district) == "kc" else "none"

    def shade(self, district: str) -> Shade:
        """k1 to k4 from light to dark, kc withheld, kn not collected."""
        if district not in self.values:
            return "kn"
        value = self.values[district]
        if value is None:
            return "kc"
        shades: tuple[Shade, ...] = ("k1", "k2", "k3", "k4")
        return shades[sum(value >= bound for bound in self.steps)]

    def legend(self) -> tuple[tuple[Shade, str], ...]:
        """Each shade that can stand on the map, with its words."""
        low, middle, high = (f"{bound:g}" for bound in self.steps)
        return (
            ("k1", _("below %(bound)s") % {"bound": low}),
            ("k2", _("%(low)s to below %(high)s") % {"low": low, "high": middle}),
            ("k3", _("%(low)s to below %(high)s") % {"low": middle, "high": high}),
            ("k4", _("%(bound)s and more") % {"bound": high}),
            ("kc", _("withheld")),
            ("kn", _("not collected")),
        )


def hatching(key: str, size: float) -> SafeString:
    """The pattern of what is withheld, for a drawing that is `size` times 60 units wide."""
    return format_html(
        '<pattern id="{}-hatch" width="{}" height="{}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="{}" height="{}" class="kn"/><path d="M0 0V{}" class="kc-line" stroke-width="{}"/></pattern>',
        key, size, size, size, size, size, size / 2,
    )  # fmt: skip


def read_outlines(path: Path) -> Outlines:
    """The outlines of a map's file. Raises Unreadable for what is no SVG with a viewBox and paths."""
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Outlines:
    content = path.read_bytes()
    if len(content) > LARGEST:
        raise Unreadable(_("The map is larger than four megabytes; give one with fewer points."))
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError) as error:
        raise Unreadable(_("The map is not an SVG file.")) from error
    box = root.get("viewBox", "")
    found = ((element.get("id", ""), element.get("d", "")) for element in root.iter("{http://www.w3.org/2000/svg}path"))
    shapes = tuple(Shape(name, " ".join(d.split())) for name, d in found if name and _PATH.fullmatch(d))
    if not shapes or not _BOX.fullmatch(box.strip()):
        raise Unreadable(_("The map has no viewBox, or no <path> with an id for each district."))
    return Outlines(box.strip(), shapes)
