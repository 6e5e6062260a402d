"""One file opened: its sheets, what it really is, and the mark by which it is known again."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from rihai.paper.cell import Sheet
from rihai.paper.sheets.cells import no_rubbish
from rihai.paper.sheets.limits import MAX_BYTES
from rihai.paper.sheets.refusals import refusal
from rihai.paper.sheets.sniff import sniff
from rihai.paper.sheets.text import read_text
from rihai.paper.sheets.workbook import read_old, read_package


class Book(NamedTuple):
    """A file as sheets. `format` is what it is, whatever its name says: xlsx (also .xlsm), xls, ods, csv or tsv.

    `encoding` is of text files only; `sha256` and `size` (bytes) are of the file as it was sent.
    """

    sheets: tuple[Sheet, ...]
    format: str
    encoding: str | None
    sha256: str
    size: int


def open_sheets(content: bytes, name: str) -> Book:
    """Read a spreadsheet or a text table; `name` only helps where the bytes leave a doubt (.tsv).

    Sheets without a filled cell have no rows. A row holds its cells up to its last filled one, so rows differ in
    length. A merged cell's value stands at its top left. An error is kind "error" with its text; a formula without a
    stored value is kind "uncounted" with the formula as its text (an .xls stores a value with every formula).

    Raises FileUnreadable with one of REFUSALS.
    """
    if len(content) > MAX_BYTES:
        raise refusal("file_too_large", limit=f"{MAX_BYTES // 2**20} MB")
    with no_rubbish():
        form, encoding, sheets = _read(content, name)
    if not any(sheet.rows for sheet in sheets):
        raise refusal("sheet_empty")
    return Book(sheets, form, encoding, hashlib.sha256(content).hexdigest(), len(content))


def _read(content: bytes, name: str) -> tuple[str, str | None, tuple[Sheet, ...]]:
    kind = sniff(content)
    if kind == "text":
        return read_text(content, name)
    if kind == "xls":
        return "xls", None, read_old(content)
    form, sheets = read_package(content)
    return form, None, sheets
