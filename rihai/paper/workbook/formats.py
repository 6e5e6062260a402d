"""How cells look in a workbook: the inks of the house, and each state in its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rihai.paper import inks
from rihai.words import direction

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT = {"ltr": "Calibri", "rtl": "Segoe UI"}
LINE_HEIGHT = {"ltr": 15.5, "rtl": 21.0}
"""In points; Urdu letters stand higher and hang lower."""
THIN, MEDIUM, DASHED, DOTTED, DOUBLE = 1, 2, 3, 4, 6

START, END = {"ltr": "left", "rtl": "right"}, {"ltr": "right", "rtl": "left"}
FIGURE: dict[str, Any] = {"align": "end", "indent": 1, "text_wrap": False}
HEAD: dict[str, Any] = {
    "bold": True, "valign": "bottom", "bg_color": inks.BAND, "bottom": MEDIUM, "bottom_color": inks.INK,
}  # fmt: skip
SHAPES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "text_wrap": False, "bottom": 0},
    "above": {"font_color": inks.INK_2, "bottom": 0},
    "head": HEAD,
    "head of figures": HEAD | {"align": "end", "indent": 1},
    "text": {},
    "whole": FIGURE | {"num_format": "#,##0"},
    "broken": FIGURE | {"num_format": "#,##0.00"},
    "percent": FIGURE | {"num_format": "0.0%"},
    "date": {"num_format": "dd mmm yyyy", "align": "start", "text_wrap": False},
    "absent": FIGURE | {"italic": True, "font_color": inks.INK_3},
    "link": {"font_color": inks.ACCENT, "underline": 1},
}
TOTAL = {"bold": True, "top": THIN, "bottom": DOUBLE, "top_color": inks.INK, "bottom_color": inks.INK}


class Formats:
    """The formats of one workbook in one language, each made once."""

    def __init__(self, book: Workbook, language: str) -> None:
        self.book, self.language = book, language
        self.direction = direction(language)
        self.line_height = LINE_HEIGHT[self.direction]
        self.made: dict[tuple[str, bool], Format] = {}

    def of(self, what: str, is_total: bool = False) -> Format:
        """The format of a kind of cell (a key of SHAPES) or of a state. Raises KeyError for neither."""
        key = (what, is_total)
        if key not in self.made:
            particular = SHAPES[what] if what in SHAPES else _state(inks.look_of(what))
            look = self._common() | particular | (TOTAL if is_total else {})
            if "align" in look:
                look["align"] = (START if look["align"] == "start" else END)[self.direction]
            self.made[key] = self.book.add_format(look)
        return self.made[key]

    def _common(self) -> dict[str, Any]:
        return {
            "font_name": FONT[self.direction],
            "font_size": 11,
            "font_color": inks.INK,
            "valign": "top",
            "text_wrap": True,
            "bottom": THIN,
            "bottom_color": inks.RULE,
            "reading_order": 2 if self.direction == "rtl" else 1,
        }


def _state(look: inks.Look) -> dict[str, Any]:
    """A state in a cell: its letters, its ground where it has one, and the line round it."""
    shape: dict[str, Any] = {"font_color": look.ink, "bold": look.line != "none"}
    if look.line == "solid":
        shape["bg_color"] = look.ground
    if look.line != "none":
        line = {"solid": THIN, "dashed": DASHED, "dotted": DOTTED}[look.line]
        shape |= {"border": line, "border_color": look.edge}
    return shape
