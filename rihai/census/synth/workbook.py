"""Writing an invented list as .xlsx, one line after the other, so that a hundred thousand people need little memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO

from rihai.census.synth.cells import Formula, Value

_CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's own date has no zone; fixed, so that bytes repeat


class Workbook:
    """An .xlsx in the making; text stays text, whatever it begins with."""

    def __init__(self) -> None:
        from xlsxwriter import Workbook as Writer

        self._bytes = BytesIO()
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = Writer(self._bytes, options)
        self._book.set_properties({"created": _CREATED, "title": "Invented people: nobody in this list exists"})
        self._day = self._book.add_format({"num_format": "dd-mm-yyyy"})

    def add_sheet(self, name: str, lines: Iterable[Sequence[Value]], *, right_to_left: bool) -> None:
        """A sheet with its lines; an empty line is an empty row."""
        sheet = self._book.add_worksheet(name)
        if right_to_left:
            sheet.right_to_left()
        for row, line in enumerate(lines):
            for column, value in enumerate(line):
                if isinstance(value, Formula):
                    sheet.write_formula(row, column, value, None, "")
                elif isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif isinstance(value, date):
                    sheet.write_datetime(row, column, value, self._day)
                elif value is not None:
                    sheet.write_number(row, column, value)

    def content(self) -> bytes:
        """The finished file."""
        self._book.close()
        return self._bytes.getvalue()
