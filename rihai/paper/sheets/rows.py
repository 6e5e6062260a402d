"""A sheet's XML glanced over row by row: fast, and it says when only the exact walk of the whole can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rihai.errors import FileUnreadable
from rihai.paper.sheets.extent import Extent, cell_place
from rihai.paper.sheets.limits import MAX_CELLS
from rihai.paper.sheets.markup import WorkbookSheet, walk

# A formula that no stored value follows at once.
UNSTORED = re.compile(rb"<(?:f(?:\s[^>]*)?/|/f)>(?!<v>[^<])|</f\s")
# Markup that spreadsheet programs do not write: prefixed elements, a cell without attributes or with odd blanks.
UNUSUAL = re.compile(rb"<(?:[\w.-]+:(?:row|c)\b|c[^ A-Za-z])")
CELL = re.compile(rb"<c[ />]")
PLACED = re.compile(rb'<c (?:[^>]*? )?r="[A-Z]{1,2}[0-9]{1,7}"')
LAST_CELL = re.compile(rb'<c (?:[^>]*? )?r="([A-Z]{1,2}[0-9]{1,7})"')


def glance(chunks: Iterable[bytes], extent: Extent) -> bool:
    """Measure the sheet into `extent`, too widely if at all, counting cells that have only a format.

    Rows with errors or with formulas without a value are walked, each by itself. Gives False when the whole sheet must
    be: for cells right of column ZZ, a rectangle too large, or markup it does not know.
    """
    for window in _windows(chunks):
        if UNUSUAL.search(window):
            return False
        odd = _is_odd(window)
        for row in window.split(b"<row")[1:]:
            if b"<c" not in row:
                continue
            start = row.rfind(b"<c ")
            cell = LAST_CELL.match(row, start) if start >= 0 else None
            if cell is None or (odd and _is_odd(row) and not _walked(row, extent)):
                return False
            extent.fill(*cell_place(cell[1].decode()))
    return extent.rows * extent.columns <= MAX_CELLS


def _is_odd(part: bytes) -> bool:
    """Whether there is a cell that the reader would hand over as blank though it is not."""
    return b't="e' in part or b"t='e" in part or (b"<f" in part and UNSTORED.search(part) is not None)


def _walked(row: bytes, extent: Extent) -> bool:
    """Walk one row exactly, given from after `<row`; False where it does not say where its cells stand."""
    whole, closed, _ = row.rpartition(b"</row>")
    if not closed or len(CELL.findall(whole)) != len(PLACED.findall(whole)):
        return False
    found = Extent(extent.sheet)
    try:
        walk([b"<row", whole, closed], WorkbookSheet(found))
    except FileUnreadable:
        return False  # cut in the wrong place, or damaged: the walk of the whole sheet will say
    extent.odd.update(found.odd)
    return True


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
