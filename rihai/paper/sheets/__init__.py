"""Files that prisons send, read back as sheets of cells: every row, every sheet, hidden ones too."""

from __future__ import annotations

from rihai.paper.sheets.book import Book, open_sheets
from rihai.paper.sheets.refusals import REFUSALS

__all__ = ["REFUSALS", "Book", "open_sheets"]
