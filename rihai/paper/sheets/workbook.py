"""Workbooks as sheets of cells: .xlsx, .xls and .ods, stored values only; a macro is never run."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from rihai.paper.cell import EMPTY, Cell, Row, Sheet
from rihai.paper.sheets.biff import old_extents
from rihai.paper.sheets.cells import Shared, shared_cells, trimmed, up_to_last_filled
from rihai.paper.sheets.compound import workbook_stream
from rihai.paper.sheets.extent import Extent
from rihai.paper.sheets.guard import open_package, package_format
from rihai.paper.sheets.limits import MAX_SHEETS
from rihai.paper.sheets.package import document_extents, workbook_extents
from rihai.paper.sheets.refusals import refusal

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def read_package(content: bytes) -> tuple[str, tuple[Sheet, ...]]:
    """The format ("xlsx" or "ods") and the sheets of a zip package. Raises FileUnreadable."""
    package = open_package(content)
    kind = package_format(package)
    extents = workbook_extents(package) if kind == "xlsx" else document_extents(package)
    return kind, _sheets(content, lambda _, name: extents.get(name))


def read_old(content: bytes) -> tuple[Sheet, ...]:
    """The sheets of an .xls. Raises FileUnreadable."""
    extents = old_extents(workbook_stream(content))
    return _sheets(content, lambda place, _: extents[place] if place < len(extents) else None)


def _sheets(content: bytes, extent_of: Callable[[int, str], Extent | None]) -> tuple[Sheet, ...]:
    """Every sheet with cells, hidden ones too, in the workbook's order, its extent by its place and name."""
    book = _load(content)
    if len(book.sheet_names) > MAX_SHEETS:
        raise refusal("too_many_sheets", limit=MAX_SHEETS)
    shared = shared_cells()
    return tuple(
        Sheet(meta.name, up_to_last_filled(_rows(_sheet(book, meta.name), extent_of(place, meta.name), shared)))
        for place, meta in enumerate(book.sheets_metadata)
        if str(meta.typ).endswith("WorkSheet")
    )


def _load(content: bytes) -> CalamineWorkbook:
    from python_calamine import PasswordError, load_workbook

    try:
        return load_workbook(io.BytesIO(content))
    except PasswordError as error:
        raise refusal("file_encrypted") from error
    except BaseException as error:
        raise _damaged(error) from error


def _sheet(book: CalamineWorkbook, name: str) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except BaseException as error:
        raise _damaged(error) from error


def _damaged(error: BaseException) -> BaseException:
    """A reader's error, or its panic (which is no Exception), as ours; an interruption stays what it is."""
    if isinstance(error, Exception) or type(error).__name__ == "PanicException":
        return refusal("file_damaged")
    return error


def _rows(sheet: CalamineSheet, extent: Extent | None, shared: Mapping[type, Shared]) -> Iterator[Row]:
    """Rows numbered from 1. The reader puts back blank rows before the first filled cell, but not blank columns."""
    odd = _by_row(extent)
    margin = [EMPTY] * (sheet.start[1] if sheet.start else 0)
    number = 0
    for number, stored in enumerate(_stored(sheet), 1):
        cells = margin + [shared[value.__class__][value] for value in stored]
        yield Row(number, _with_odd(cells, odd.get(number - 1)))
    for below in range(number + 1, max(odd, default=-1) + 2):
        yield Row(below, _with_odd([], odd.get(below - 1)))


def _stored(sheet: CalamineSheet) -> Iterator[list[Any]]:
    return iter(sheet.iter_rows()) if sheet.start else iter(())


def _by_row(extent: Extent | None) -> dict[int, dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in (extent.odd if extent else {}).items():
        rows.setdefault(row, {})[column] = cell
    return rows


def _with_odd(cells: list[Cell], odd: dict[int, Cell] | None) -> tuple[Cell, ...]:
    """The cells with errors and uncounted formulas in their places."""
    for column, cell in (odd or {}).items():
        cells.extend([EMPTY] * (column + 1 - len(cells)))
        cells[column] = cell
    return trimmed(cells)
