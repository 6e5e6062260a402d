"""Workbooks for the tests, written cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

import xlsxwriter

EN, UR = "label::English (en)", "label::اردو (ur)"
SETTINGS = [["form_id", "form_title", "form_title::اردو (ur)"], ["test_form", "Test form", "آزمائشی فارم"]]
YES_NO = [["list_name", "name", EN, UR], ["yn", "yes", "Yes", "ہاں"], ["yn", "no", "No", "نہیں"]]


def book(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """A workbook of these sheets."""
    into = BytesIO()
    workbook = xlsxwriter.Workbook(into, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                if text:
                    sheet.write_string(at, column, text)
    workbook.close()
    return into.getvalue()


def form(
    *questions: Sequence[str], columns: Sequence[str] = ("type", "name", EN, UR), form_id: str = "test_form"
) -> bytes:
    """A form of these questions, with the list yes and no."""
    settings = [SETTINGS[0], [form_id, *SETTINGS[1][1:]]]
    return book({"survey": [columns, *questions], "choices": YES_NO, "settings": settings})


def rules(*questions: Sequence[str]) -> bytes:
    """A form whose questions have rules: relevant, constraint, required, calculation, rihai_fact."""
    columns = ("type", "name", EN, UR, "relevant", "constraint", "required", "calculation", "rihai_fact")
    return form(*questions, columns=columns)
