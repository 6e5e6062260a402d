"""What one row of the returned file is told, where its column stands and how it looks."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple

from rihai.paper.cell import EMPTY, Sheet


class Note(NamedTuple):
    """What to mend in one row: it was left out (reject), it stands but wants a look (warn), or is only told (info)."""

    text: str
    level: Literal["reject", "warn", "info"]


class Look(NamedTuple):
    """A level's sign, which is also read in black and white, and its colours as RRGGBB."""

    sign: str
    ink: str
    ground: str


LOOKS: dict[str, Look] = {
    "reject": Look("✖", "7A1C12", "F8DAD5"),
    "warn": Look("▲", "6B4A00", "FBEBC4"),
    "info": Look("●", "33434F", "E6ECF0"),
}
NOTE_WIDTH = 60
"""Width of the added column in characters: a note of two sentences stands in three lines."""

LINE_POINTS = 15
"""Height of one line in a spreadsheet program's usual letters."""

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MAX_TEXT = 32_767
"""Characters that one cell of an .xlsx holds (Excel specifications and limits, support.microsoft.com)."""


def shown(note: Note) -> str:
    """The note's text with its sign, without what XML cannot carry, as long as a cell may be."""
    # LibreOffice takes the direction from the first letter, and a sign is none: a right-to-left mark stands for one.
    mark = "\u200f" if leans_right(note.text) else ""
    return UNPRINTABLE.sub("\ufffd", f"{mark}{LOOKS[note.level].sign} {note.text}")[:MAX_TEXT]


def height(text: str) -> float | None:
    """Points that a row needs to show the text in the added column, up to what a row may have; None for one line."""
    lines = sum(max(1, -(-len(part) // (NOTE_WIDTH - 5))) for part in text.split("\n"))
    return min(lines * LINE_POINTS, 409) if lines > 1 else None


def leans_right(text: str) -> bool:
    """Whether most of its letters are of a script written from right to left."""
    right = sum("\u0590" <= letter <= "\u08ff" for letter in text)
    return right * 2 > sum(letter.isalpha() for letter in text)


def width(sheet: Sheet) -> int:
    """How many columns the sheet fills."""
    return max((len(row.cells) for row in sheet.rows), default=0)


def heading_row(sheet: Sheet, noted: Collection[int], named: Mapping[str | None, int]) -> int | None:
    """The row of the headings: as `named`, or else the fullest row above the first note, the first of equals.

    None when the first note stands above every filled row, or the sheet is blank.
    """
    if sheet.name in named:
        return named[sheet.name]
    first = min(noted, default=None)
    above = [row for row in sheet.rows if row.cells and (first is None or row.number < first)]
    fullest = max(above, key=lambda row: sum(cell is not EMPTY for cell in row.cells), default=None)
    return fullest.number if fullest else None
