"""The user's own file comes back as .xlsx with one more column, which says row by row what to mend."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePath

from rihai.paper.returned.kept import keep_and_add
from rihai.paper.returned.note import Note
from rihai.paper.returned.rewritten import rewrite
from rihai.paper.sheets import Book

KEEP_LOOK_CELLS = 120_000
"""Cells up to which an .xlsx keeps its look: 3,000 people with 40 columns. openpyxl needs about 45 µs for each."""

KEEP_LOOK_UNPACKED = 16 * 2**20
"""Unpacked size up to which it does: openpyxl also builds an object for every blank row that has a format."""

__all__ = ["Note", "give_back"]


def give_back(
    content: bytes,
    name: str,
    book: Book,
    notes: Mapping[tuple[str | None, int], Note],
    *,
    heading: str,
    language: str,
    heading_rows: Mapping[str | None, int] | None = None,
) -> tuple[str, bytes]:
    """The file `content`, opened as `book`, with `notes` by sheet and row number: (file name, bytes of an .xlsx).

    Every sheet keeps its name, rows, order and texts; the column after its last filled one gets `heading` (in the row
    named by `heading_rows`, or else in the fullest row above the first note) and the notes, coloured by level. A
    smaller .xlsx keeps its look, its frozen panes and its formulas, but no macro and nothing that reaches outside the
    workbook. Others are written anew: text as text, so that nothing in it is ever evaluated
    (https://owasp.org/www-community/attacks/CSV_Injection), numbers, dates and truth values as such, each row at its
    own number. `language` ("ur") turns sheets written anew right to left.
    """
    columns = {sheet.name: _by_row(notes, sheet.name) for sheet in book.sheets}
    rows = heading_rows or {}
    kept = None
    if book.format == "xlsx" and _is_small(content, book):
        kept = keep_and_add(content, book, columns, heading, rows)
    return f"{PurePath(name).stem}-to-mend.xlsx", kept or rewrite(book, columns, heading, rows, language)


def _is_small(content: bytes, book: Book) -> bool:
    cells = sum(len(row.cells) for sheet in book.sheets for row in sheet.rows)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        unpacked = sum(part.file_size for part in package.infolist())
    return cells <= KEEP_LOOK_CELLS and unpacked <= KEEP_LOOK_UNPACKED


def _by_row(notes: Mapping[tuple[str | None, int], Note], sheet: str | None) -> dict[int, Note]:
    return {row: note for (of, row), note in notes.items() if of == sheet}
