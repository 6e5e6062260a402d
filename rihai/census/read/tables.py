"""Where the tables of a sheet begin: their headings in one line or two, wherever on the sheet they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rihai.census.headings import UNKNOWN, fold, is_known, look_up
from rihai.census.layouts import Layout
from rihai.census.read.together import is_together
from rihai.paper.cell import Row

_TERM = frozenset({"y", "m", "d"})
_ANSWERS = frozenset({"y", "m", "d", "no", "other", "accused", "convict"})
"""Headings that are also what people's rows hold: alone they do not make a row of headings."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the positions of its heading rows in the sheet, and for each column the ways its heading may be read.

    The first way is the heading as a person would name the column.
    """

    at: tuple[int, ...]
    spellings: tuple[tuple[str, ...], ...]

    @property
    def end(self) -> int:
        """The position of the first row after the headings."""
        return self.at[-1] + 1


def table_at(rows: Sequence[Row], position: int, layout: Layout) -> Table | None:
    """The table whose headings begin in the row at `position`, or one below it; None where no headings stand."""
    if not _is_heading(rows[position], layout):
        below = position + 1
        grouped = below < len(rows) and _could_group(rows[position], layout) and _is_heading(rows[below], layout)
        return _two_lines(rows, position) if grouped else None
    below = position + 1
    if below < len(rows) and _is_second_line(rows[below], rows[position], layout):
        return _two_lines(rows, position)
    return Table((position,), tuple((cell.text.strip(),) for cell in rows[position].cells))


def table_in_row(rows: Sequence[Row], number: int) -> Table | None:
    """The table whose headings stand in the row with that number, because a layout says so."""
    for position, row in enumerate(rows):
        if row.number == number:
            return Table((position,), tuple((cell.text.strip(),) for cell in row.cells))
    return None


def _hits(row: Row, layout: Layout) -> tuple[set[str], int]:
    """The different headings we know that stand in the row, and how many of its cells are filled."""
    own = {fold(heading) for heading in layout.headings}
    filled = [cell.text for cell in row.cells if cell.text.strip()]
    hits = {fold(text) for text in filled if len(text) <= 80 and _heads(text, own, layout)}
    return hits, len(filled)


def _heads(text: str, own: set[str], layout: Layout) -> bool:
    if fold(text) in own:
        return True
    if not layout.known_headings or (text[:1].isdigit() and not is_known(text)):
        return False
    return is_known(text) or is_together(text) or look_up([text]) is not UNKNOWN


def _is_heading(row: Row, layout: Layout) -> bool:
    if any(cell.kind == "date" for cell in row.cells):
        return False
    found, filled = _hits(row, layout)
    hits = len(found - _ANSWERS)
    return (hits >= 3 and hits * 5 >= filled * 2) or (hits >= 2 and hits == filled)


def _could_group(row: Row, layout: Layout) -> bool:
    """A line of group headings ("Particulars", "Sentence") has several texts, at least one of which we know."""
    return (
        sum(1 for cell in row.cells if cell.text.strip()) >= 2 and bool(_hits(row, layout)[0]) and not _has_figures(row)
    )


def _is_second_line(row: Row, above: Row, layout: Layout) -> bool:
    """A line of headings below headings: known ones, that do not merely repeat what stands above."""
    if _has_figures(row):
        return False
    found, filled = _hits(row, layout)
    hits = len(found if found >= _TERM else found - _ANSWERS)
    texts = [
        (fold(cell.text), fold(upper.text))
        for cell, upper in zip(row.cells, above.cells, strict=False)
        if cell.text.strip()
    ]
    return bool(hits) and hits * 2 >= filled and any(lower != upper for lower, upper in texts)


def _has_figures(row: Row) -> bool:
    return any(cell.kind in {"number", "date"} or any(map(str.isdigit, cell.text[:2])) for cell in row.cells)


def _two_lines(rows: Sequence[Row], position: int) -> Table:
    upper, lower = rows[position].cells, rows[position + 1].cells
    spellings: list[tuple[str, ...]] = []
    group = ""
    for column in range(max(len(upper), len(lower))):
        top = upper[column].text.strip() if column < len(upper) else ""
        bottom = lower[column].text.strip() if column < len(lower) else ""
        group = top or group
        ways = (f"{group} {bottom}", bottom, top) if group and bottom else (top or bottom,)
        spellings.append(tuple(dict.fromkeys(way for way in ways if way)) or ("",))
    return Table((position, position + 1), tuple(spellings))
