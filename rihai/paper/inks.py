"""The inks of the house, and for every state its colours, shape and icon; a meaning never stands on colour alone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

PAPER, SHEET, BAND, RULE, EDGE = "#f7f3ea", "#fffdf8", "#ede7da", "#d6cebe", "#857c6d"
INK, INK_2, INK_3 = "#1f1b1e", "#4a4449", "#625b5e"
ACCENT, ACCENT_TINT = "#5b1e4a", "#f2e6ed"
GO, GO_TINT = "#1d5a3b", "#e4eee3"
WEIGH, WEIGH_TINT = "#754a00", "#f9edcf"
STOP, STOP_TINT = "#98221a", "#f9e6e0"
WAIT, WAIT_TINT = "#22507a", "#e3ebf1"
UNKNOWN = "#57514f"


class Look(NamedTuple):
    """How a state is shown: colour of its letters, of its ground and edge, the shape of the edge, and its icon."""

    ink: str
    ground: str
    edge: str
    line: Literal["solid", "dashed", "dotted", "none"]
    icon: str


MET = Look("#ffffff", GO, GO, "solid", "check")
DONE = Look(GO, GO_TINT, GO, "solid", "circle-check")
WEIGHED = Look(WEIGH, WEIGH_TINT, WEIGH, "solid", "scale")
WARNED = Look(WEIGH, WEIGH_TINT, WEIGH, "solid", "alert-triangle")
OPEN = Look(UNKNOWN, SHEET, EDGE, "dashed", "question-mark")
COMING = Look(WAIT, WAIT_TINT, WAIT, "solid", "calendar-due")
PLAIN = Look(INK_3, SHEET, SHEET, "none", "minus")
GRAVE = Look("#ffffff", STOP, STOP, "solid", "alert-octagon")
HARMED = Look(STOP, STOP_TINT, STOP, "solid", "alert-triangle")

LOOKS = {
    "met": MET,
    "released": MET._replace(icon="door-exit"),
    "done": DONE,
    "verified": DONE,
    "accepted": DONE,
    "arguable": WEIGHED,
    "warning": WARNED,
    "cannot_tell": OPEN,
    "missing": OPEN,
    "not_yet": COMING,
    "waiting": COMING._replace(icon="hourglass"),
    "not_met": PLAIN,
    "not_applicable": PLAIN,
    "duplicate": PLAIN,
    "overdue": GRAVE._replace(icon="clock-exclamation"),
    "critical": GRAVE,
    "still_inside": HARMED,
    "rejected": HARMED._replace(icon="circle-x"),
    "draft": Look(INK_2, SHEET, EDGE, "dotted", "pencil"),
}


def look_of(code: str) -> Look:
    """The look of a state. Raises KeyError for a state nobody has drawn: it must not pass for another."""
    return LOOKS[code]


@cache
def icons() -> dict[str, str]:
    """The drawings of the icons by name, as SVG paths on a 24 by 24 ground (Tabler Icons, MIT, beside this file)."""
    text = (Path(__file__).parent / "icons.svg").read_text(encoding="utf-8")
    return dict(re.findall(r'<symbol id="i-([a-z-]+)"[^>]*>(.*?)</symbol>', text, re.DOTALL))
