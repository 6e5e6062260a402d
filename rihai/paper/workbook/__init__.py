"""Workbooks made to be read, filtered and printed: real dates and numbers, and text that is never evaluated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rihai.paper.table import Value
from rihai.paper.workbook.formats import Formats
from rihai.paper.workbook.leaf import Leaf
from rihai.paper.workbook.spec import SheetSpec
from rihai.paper.workbook.tabs import Tabs

if TYPE_CHECKING:
    from xlsxwriter import Workbook

__all__ = ["SheetSpec", "write_workbook"]

MADE = datetime(2000, 1, 1)  # noqa: DTZ001
"""Written as the moment of making, so that the same findings give the same bytes; the day that counts is in a sheet."""


def write_workbook(sheets: Sequence[SheetSpec], *, language: str) -> bytes:
    """An .xlsx file of the sheets in their order; Urdu sheets read from the right.

    A sheet with more rows than a spreadsheet holds goes on in sheets named "… (2)", each with its own heads. Names are
    cut to 31 letters and kept apart. Raises ValueError where a row has not one value for each column or a figure is
    not a finite number, and for a workbook without sheets; KeyError for a status that `rihai.paper.inks` does not know.
    """
    from xlsxwriter import Workbook

    if not sheets:
        raise ValueError("A workbook needs a sheet")
    out = BytesIO()
    with TemporaryDirectory(prefix="rihai-") as folder:  # only we may open it, and it is gone whatever happens
        options = {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False}
        book = Workbook(out, options)
        try:
            book.set_properties({"title": sheets[0].title, "created": MADE})
            tabs = Tabs()
            for spec in sheets:
                _write_spec(book, tabs, spec, Formats(book, spec.language or language))
            book.close()
        finally:
            for sheet in book.worksheets():  # left open when a row was refused
                sheet.row_data_fh.close()
    return out.getvalue()


def _write_spec(book: Workbook, tabs: Tabs, spec: SheetSpec, formats: Formats) -> None:
    """One spec on as many sheets as its rows need."""
    rows = iter(spec.rows)
    waiting: Sequence[Value] | None = None
    is_done = False
    while not is_done:
        leaf = Leaf(book.add_worksheet(tabs.free(spec.name)), spec, formats)
        if waiting is not None:
            leaf.write_row(waiting)
        waiting = leaf.fill(rows)
        is_done = waiting is None
        if spec.is_charted:
            leaf.draw(book)
        leaf.close(is_last=is_done)
