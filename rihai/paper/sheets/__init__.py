"""Files that prisons send, read back as sheets of cells: every row, every sheet, hidden ones too."""

from __future__ import annotations

from rihai.paper.sheets.book import Book, open_sheets
from rihai.paper.sheets.cells import no_rubbish
from rihai.paper.sheets.refusals import REFUSALS

__all__ = ["REFUSALS", "Book", "no_rubbish", "open_sheets"]
