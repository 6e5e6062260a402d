"""Rows of cells as the XML of a sheet, written straight into it.

xlsxwriter spends about nine microseconds on a cell, half a minute on a hundred thousand rows of thirty. Rows of plain
values are therefore set here, in a quarter of that, into the file that xlsxwriter keeps open for the sheet in its
constant memory mode; all else (styles, heads, links, the package) stays its own. Source of the form: ECMA-376 part 1,
18.3.1.4 (c), 18.18.11 (inlineStr) and 22.9.2.19 (ST_Xstring, _xHHHH_).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rihai.paper.table import Absent, Column, Link, Status, Value, cell_text
from rihai.paper.workbook.formats import Formats
from rihai.paper.workbook.tabs import shortened
from rihai.words import say

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LETTERS_MAX = 32_767
"""Letters that a cell may hold (Microsoft, "Excel specifications and limits")."""
HEIGHT_MAX = 409
"""Points a row may be high."""
EPOCH = date(1899, 12, 30).toordinal()
FIRST_SURE_DAY = date(1900, 3, 1)
"""Spreadsheets count a 29 February 1900 that never was, so days before this one are written as text."""
DIGITS_MAX = 999_999_999_999_999
"""Spreadsheets keep fifteen digits; a longer number is written as text, whole."""
UNWRITABLE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
ESCAPED = re.compile(r"[&<>\x00-\x08\x0b-\x1f]|_(?=x[0-9a-fA-F]{4}_)")
SPECIAL = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x")
"""Whether a text needs a closer look at all; most do not, and there are millions."""
SHORT = 10_000
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_": "_x005F_"}


def lines_of(text: str, width: float) -> int:
    """About how many lines a text takes in a column of `width` letters, words kept whole; rather one too many."""
    room = max(width - 1, 1)
    return sum(max(1, math.ceil(len(part) * 1.1 / room)) if len(part) > room else 1 for part in text.split("\n"))


def whole(text: str, language: str) -> str:
    """The text, or as much of it as a cell holds with a word that more was there; what XML forbids becomes U+FFFD."""
    if UNWRITABLE.search(text):
        text = UNWRITABLE.sub("\ufffd", text)
    if 2 * len(text) <= LETTERS_MAX or len(text.encode("utf-16-le")) <= 2 * LETTERS_MAX:
        return text
    said = say("… (cut here: a spreadsheet cell cannot hold all {n} letters)", language, n=len(text))
    return shortened(text, LETTERS_MAX - len(said)) + said


class Cells:
    """Sets the rows of one sheet; remembers which kinds of absent figure they held."""

    def __init__(self, sheet: Worksheet, columns: Sequence[Column], formats: Formats) -> None:
        from xlsxwriter.utility import xl_col_to_name

        self.sheet, self.columns, self.formats = sheet, columns, formats
        self.language = formats.language
        self.letters = [xl_col_to_name(index) for index in range(len(columns))]
        self.styles: dict[tuple[str, bool], int] = {}
        self.absences: set[Absent] = set()

    def write(self, row: int, values: Sequence[Value], is_total: bool) -> None:
        """One row of values, numbered from nought; rows must come in their order. Its links are given before."""
        number = row + 1
        cells = [
            self._cell(f"{letter}{number}", column, value, is_total)
            for letter, column, value in zip(self.letters, self.columns, values, strict=True)
        ]
        height = self._height(values)
        self.sheet._check_dimensions(row, len(cells) - 1)
        self.sheet._write_single_row(number)  # what xlsxwriter still holds goes before
        self.sheet.row_data_fh.write(f'<row r="{number}"{height}>{"".join(cells)}</row>')

    def _height(self, values: Sequence[Value]) -> str:
        """The height of a row whose text needs several lines: not every program works it out on opening."""
        lines = 1
        for column, value in zip(self.columns, values, strict=True):
            text = value if isinstance(value, str) else value.text if isinstance(value, Status | Link) else ""
            if len(text) > column.width - 1 or "\n" in text:
                lines = max(lines, lines_of(text, column.width))
        return f' ht="{min(lines * self.formats.line_height, HEIGHT_MAX):g}" customHeight="1"' if lines > 1 else ""

    def link(self, row: int, index: int, link: Link) -> None:
        """Makes the cell lead to an address; the cell itself is written with its row."""
        self.sheet.write_url(row, index, link.address, self.formats.of("link"), link.text)
        self.sheet.table.clear()

    def _cell(self, place: str, column: Column, value: Value, is_total: bool) -> str:
        if isinstance(value, str):
            return self._string(place, value, "text", is_total)
        if isinstance(value, Status):
            return self._string(place, value.text, value.code, is_total)
        if isinstance(value, Link):
            return self._string(place, value.text, "link", is_total)
        if value is None:
            return f'<c r="{place}" s="{self._style("text", is_total)}"/>'
        if isinstance(value, Absent):
            self.absences.add(value)
            return self._string(place, value.value, "absent", is_total)
        number, kind = _number(value, column)
        if number is None:
            return self._string(place, cell_text(value, column.kind, self.language), "text", is_total)
        return f'<c r="{place}" s="{self._style(kind, is_total)}"><v>{number}</v></c>'

    def _string(self, place: str, text: str, what: str, is_total: bool) -> str:
        if len(text) > SHORT or SPECIAL.search(text):
            text = ESCAPED.sub(_escape, whole(text, self.language))
        style = self.styles.get((what, is_total)) or self._style(what, is_total)
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'

    def _style(self, what: str, is_total: bool) -> int:
        key = (what, is_total)
        if key not in self.styles:
            self.styles[key] = self.formats.of(what, is_total)._get_xf_index()
        return self.styles[key]


def _escape(found: re.Match[str]) -> str:
    letter = found.group()
    return ESCAPES.get(letter) or f"_x{ord(letter):04X}_"


def _number(value: int | float | date, column: Column) -> tuple[int | float | None, str]:
    """The number that a spreadsheet keeps for a value, with the kind of its format; None where it must be text."""
    if isinstance(value, date):
        return (value.toordinal() - EPOCH if value >= FIRST_SURE_DAY else None), "date"
    if isinstance(value, bool) or not abs(value) <= DIGITS_MAX:
        return None, "text"
    if column.kind == "percent":
        return value, "percent"
    return value, "broken" if isinstance(value, float) else "whole"
