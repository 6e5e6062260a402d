"""A sheet's XML glanced over row by row: fast, and it says when only the exact walk can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rihai.paper.sheets.extent import Extent, cell_place
from rihai.paper.sheets.limits import MAX_CELLS

# A formula that no stored value follows at once.
UNSTORED = re.compile(rb"<(?:f(?:\s[^>]*)?/|/f)>(?!<v>[^<])|</f\s")
# Markup that spreadsheet programs do not write: prefixed elements, a cell without attributes or with odd blanks.
UNUSUAL = re.compile(rb"<(?:[\w.-]+:(?:row|c)\b|c[^ A-Za-z])")
LAST_CELL = re.compile(rb'<c (?:[^>]*? )?r="([A-Z]{1,2}[0-9]{1,7})"')


def glance(chunks: Iterable[bytes], extent: Extent) -> bool:
    """Measure the sheet into `extent`, too widely if at all, counting cells that have only a format.

    Gives False when something needs the exact walk: errors, formulas without a value, cells right of column ZZ, a
    rectangle too large, or markup it does not know.
    """
    for window in _windows(chunks):
        if UNUSUAL.search(window) or b't="e' in window or b"t='e" in window:
            return False
        if b"<f" in window and UNSTORED.search(window):
            return False
        for row in window.split(b"<row")[1:]:
            if b"<c" not in row:
                continue
            start = row.rfind(b"<c ")
            cell = LAST_CELL.match(row, start) if start >= 0 else None
            if cell is None:
                return False
            extent.fill(*cell_place(cell[1].decode()))
    return extent.rows * extent.columns <= MAX_CELLS


def _windows(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut where a row begins; the first piece of each window is no row."""
    carried: list[bytes] = []
    for chunk in chunks:
        cut = chunk.rfind(b"<row ")
        if cut < 0:
            carried.append(chunk)
            continue
        yield b"".join([*carried, chunk[:cut]])
        carried = [chunk[cut:]]
    yield b"".join(carried)
