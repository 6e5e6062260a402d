"""Where the marks of the list lie on the drawing of a body: one figure from the front, one from behind.

The drawing is made from the list and never the other way round; whoever cannot see it loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rihai.monitoring.examinations.models import BodyMark, Region, Side, View

MIDDLE = {View.FRONT: 80, View.BACK: 240}
"""Where the two figures stand, in units of the drawing."""
AT = {
    Region.HEAD: (0, 16), Region.FACE: (0, 30), Region.EAR: (16, 26), Region.EYE: (7, 24), Region.MOUTH: (0, 36),
    Region.NECK: (0, 48), Region.SHOULDER: (28, 62), Region.CHEST: (14, 80), Region.BACK: (14, 80),
    Region.LOWER: (12, 122), Region.BELLY: (10, 112), Region.BUTTOCK: (14, 146), Region.GENITALS: (0, 148),
    Region.ANUS: (0, 152), Region.UPPER_ARM: (38, 84), Region.ELBOW: (42, 104), Region.FOREARM: (46, 124),
    Region.WRIST: (49, 142), Region.HAND: (52, 156), Region.THIGH: (16, 178), Region.KNEE: (17, 206),
    Region.LEG: (17, 230), Region.ANKLE: (17, 256), Region.FOOT: (19, 268), Region.SOLE: (19, 274),
}  # fmt: skip
"""How far from the middle, and how far down."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A numbered dot of the drawing."""

    number: int
    x: int
    y: int


def dots_of(marks: Iterable[BodyMark]) -> list[Dot]:
    """A dot for each mark; a person's left is at the right of a figure that looks at us."""
    found: list[Dot] = []
    for mark in marks:
        said = mark.said
        away, down = AT[Region(said.region)]
        view = View(said.view)
        sign = {Side.LEFT: 1, Side.RIGHT: -1, Side.MIDDLE: 0}[Side(said.side)] * (1 if view == View.FRONT else -1)
        x = MIDDLE[view] + sign * away
        taken = sum(1 for dot in found if (dot.x, dot.y - down) == (x, 0))
        found.append(Dot(mark.number, x, down + 12 * taken))
    return found
