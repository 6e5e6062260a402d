"""A file of another kind, or a large one, is written anew: the same sheets, rows and texts, and one more column."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from rihai.paper.cell import EMPTY, Cell, Row, Sheet
from rihai.paper.returned.note import LOOKS, MAX_TEXT, NOTE_WIDTH, Note, heading_row, height, leans_right, shown, width
from rihai.paper.sheets import Book

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MAX_ROWS = 1_048_576
"""Rows of one sheet of an .xlsx; a longer text file goes on on further sheets."""

WIDEST = 40
"""Characters that a column is made wide for, at most; longer text is cut by the next column, not wrapped."""

MEASURED_ROWS = 200
WRAPPED: dict[str, Any] = {"text_wrap": True, "valign": "top"}
FORMATS: dict[str, dict[str, Any]] = {
    "date": {"num_format": "dd-mm-yyyy"},
    "moment": {"num_format": "dd-mm-yyyy hh:mm"},
    "heading": {"bold": True, **WRAPPED},
    **{name: {"font_color": f"#{x.ink}", "bg_color": f"#{x.ground}", **WRAPPED} for name, x in LOOKS.items()},
}
RIGHT = " right to left"
"""Marks the formats for text that is read from right to left."""


def rewrite(
    book: Book,
    notes: Mapping[str | None, Mapping[int, Note]],
    heading: str,
    heading_rows: Mapping[str | None, int],
    language: str,
) -> bytes:
    """The workbook as bytes of an .xlsx. Text of more than a cell holds goes on right of the added column."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as workbook:
        pen = _Pen(workbook)
        for sheet in book.sheets:
            noted = notes.get(sheet.name, {})
            row = heading_row(sheet, noted, heading_rows)
            for name, part in _parts(sheet):
                pen.write(
                    name, part, noted, heading, row, right_to_left=language == "ur" or leans_right(_letters(sheet))
                )
    return out.getvalue()


def _parts(sheet: Sheet) -> Iterator[tuple[str, Sequence[Row]]]:
    """The sheet's rows under its name, and what is beyond the last row of a sheet under names of its own."""
    last = sheet.rows[-1].number if sheet.rows else 0
    if last <= MAX_ROWS:
        yield sheet.name or "Sheet1", sheet.rows
        return
    for start in range(0, last, MAX_ROWS):
        part = [row for row in sheet.rows if start < row.number <= start + MAX_ROWS]
        yield f"{(sheet.name or 'Rows')[:18]} {start + 1}", part


def _letters(sheet: Sheet) -> str:
    return "".join(cell.text for row in sheet.rows[:50] for cell in row.cells)


class _Pen:
    """Writes sheets into one workbook with its formats."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.formats = {name: workbook.add_format(look) for name, look in FORMATS.items()}
        for name, look in FORMATS.items():
            self.formats[name + RIGHT] = workbook.add_format({**look, "reading_order": 2})

    def write(
        self,
        name: str,
        rows: Sequence[Row],
        notes: Mapping[int, Note],
        heading: str,
        heading_at: int | None,
        *,
        right_to_left: bool,
    ) -> None:
        place = self.workbook.add_worksheet(name)
        if right_to_left:
            place.right_to_left()
        added = width(Sheet(None, tuple(rows)))
        _set_widths(place, rows, added)
        for row in _with_noted(rows, notes):
            at = (row.number - 1) % MAX_ROWS
            long: list[str] = []
            for column, cell in enumerate(row.cells):
                if cell is not EMPTY:
                    long += self._cell(place, at, column, cell)
            if row.number == heading_at:
                self._wrapped(place, at, added, heading, "heading")
                if at < MEASURED_ROWS:
                    place.freeze_panes(at + 1, 0)
            if row.number in notes:
                self._note(place, at, added, notes[row.number], heading if row.number == heading_at else "")
            for more, text in enumerate(long, 1):
                place.write_string(at, added + more, text)

    def _note(self, place: Worksheet, at: int, column: int, note: Note, heading: str) -> None:
        self._wrapped(place, at, column, f"{heading}\n{shown(note)}" if heading else shown(note), note.level)

    def _wrapped(self, place: Worksheet, at: int, column: int, text: str, look: str) -> None:
        place.set_row(at, height(text))
        place.write_string(at, column, text, self.formats[look + RIGHT * leans_right(text)])

    def _cell(self, place: Worksheet, row: int, column: int, cell: Cell) -> Sequence[str]:
        """Write one cell as what it is; gives what a single cell cannot hold of its text, in pieces.

        Text only by write_string, which makes neither a formula nor a link of it.
        """
        text, value, kind = cell
        if kind == "number":
            place.write_number(row, column, value)
        elif kind == "bool":
            place.write_boolean(row, column, value)
        elif isinstance(value, date) and value.year >= 1900:
            moment = isinstance(value, datetime)
            place.write_datetime(row, column, value, self.formats["moment" if moment else "date"])
        elif len(text) <= MAX_TEXT:
            place.write_string(row, column, text)
        else:
            place.write_string(row, column, text[:MAX_TEXT])
            return [text[start : start + MAX_TEXT] for start in range(MAX_TEXT, len(text), MAX_TEXT)]
        return ()


def _with_noted(rows: Sequence[Row], notes: Mapping[int, Note]) -> list[Row]:
    """The rows in order, with an empty one for each note beyond the last filled row that belongs to these rows."""
    last = rows[-1].number if rows else 0
    end = (max(last - 1, 0) // MAX_ROWS + 1) * MAX_ROWS
    return [*rows, *(Row(number, ()) for number in sorted(notes) if last < number <= end)]


def _set_widths(place: Worksheet, rows: Sequence[Row], added: int) -> None:
    widths = [8] * added
    for row in rows[:MEASURED_ROWS]:
        for column, cell in enumerate(row.cells):
            widths[column] = max(widths[column], min(len(cell.text) + 2, WIDEST))
    for column, size in enumerate(widths):
        place.set_column(column, column, size)
    place.set_column(added, added, NOTE_WIDTH)
