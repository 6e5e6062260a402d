"""A smaller .xlsx keeps its look: opened, one column added, saved."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rihai.paper.cell import Sheet
from rihai.paper.returned.note import LOOKS, NOTE_WIDTH, Note, heading_row, height, leans_right, shown, width
from rihai.paper.sheets import Book

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# A formula that reaches outside the workbook: another file, DDE, the web, a program.
OUTSIDE = re.compile(r"\[|\||\b(?:WEBSERVICE|HYPERLINK|RTD|CALL|REGISTER(?:\.ID)?|IMAGE|FILTERXML)\s*\(", re.IGNORECASE)
FURTHEST = 16_000
"""Column from which there is no room to add another; a workbook that reaches it is written anew."""


def keep_and_add(
    content: bytes,
    book: Book,
    notes: Mapping[str | None, Mapping[int, Note]],
    heading: str,
    heading_rows: Mapping[str | None, int],
) -> bytes | None:
    """The workbook with the column added, or None when openpyxl cannot carry it over whole."""
    try:
        kept = _open(content)
        for sheet in book.sheets:
            place = kept[sheet.name or ""]
            _stay_inside(place, sheet)
            if not _add(place, sheet, notes.get(sheet.name, {}), heading, heading_rows):
                return None
        out = io.BytesIO()
        kept.save(out)
    except Exception:  # openpyxl raises whatever a stranger's styles or drawings provoke; the rewriting needs none
        return None
    return out.getvalue()


def _open(content: bytes) -> Workbook:
    """Without macros and without links to other files, names that need such a link included."""
    import warnings

    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of drawings and extensions that it drops
        kept = load_workbook(io.BytesIO(content), keep_vba=False, keep_links=False)
    for names in (kept.defined_names, *(sheet.defined_names for sheet in kept.worksheets)):
        for name in [name for name, defined in names.items() if OUTSIDE.search(defined.attr_text or "")]:
            del names[name]
    return kept


def _stay_inside(place: Worksheet, sheet: Sheet) -> None:
    """Put the stored value in place of each formula that reaches outside the workbook."""
    for row in sheet.rows:
        for column, cell in enumerate(row.cells, 1):
            target: Any = place.cell(row.number, column)
            if target.data_type == "f" and OUTSIDE.search(_formula(target.value)):
                target.value = cell.value
                if isinstance(cell.value, str) or cell.value is None:
                    target.value, target.data_type = cell.text, "s"


def _formula(value: object) -> str:
    """A formula's text; an array formula is an object that holds it."""
    return str(getattr(value, "text", value) or "")


def _add(
    place: Worksheet,
    sheet: Sheet,
    notes: Mapping[int, Note],
    heading: str,
    heading_rows: Mapping[str | None, int],
) -> bool:
    """Write the column after the last filled one and after every merged cell; False when there is no room."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    column = max(width(sheet), *(area.max_col for area in place.merged_cells.ranges), 0) + 1
    if column > FURTHEST:
        return False
    row = heading_row(sheet, notes, heading_rows)
    if row is not None:
        _write(place, row, column, heading).font = Font(bold=True)
    for number, note in notes.items():
        text = f"{heading}\n{shown(note)}" if number == row else shown(note)
        _colour(_write(place, number, column, text), note)
    if sheet.rows:
        dimension = place.column_dimensions[get_column_letter(column)]
        dimension.width, dimension.hidden = NOTE_WIDTH, False
    return True


def _write(place: Worksheet, row: int, column: int, text: str) -> Any:
    from openpyxl.styles import Alignment

    cell: Any = place.cell(row, column)
    cell.value, cell.data_type = text, "s"  # the type last: text that begins with = is still text
    cell.number_format = "General"
    cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=2 if leans_right(text) else 1)
    needed, line = height(text), place.row_dimensions[row]
    if needed and needed > (line.height or 0):
        line.height = needed
    return cell


def _colour(cell: Any, note: Note) -> None:
    from openpyxl.styles import Font, PatternFill

    look = LOOKS[note.level]
    cell.font = Font(color=look.ink, bold=note.level == "reject")
    cell.fill = PatternFill("solid", fgColor=look.ground)
