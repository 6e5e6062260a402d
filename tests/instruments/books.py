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


COLUMNS = ("type", "name", EN, UR, "relevant", "constraint", "required", "calculation", "rihai_fact")
CASCADE = [
    ["list_name", "name", EN, UR, "of"], *YES_NO[1:],
    ["province", "sindh", "Sindh", "سندھ"], ["province", "punjab", "Punjab", "پنجاب"],
    ["district", "thatta", "Thatta", "ٹھٹھہ", "sindh"], ["district", "jhang", "Jhang", "جھنگ", "punjab"],
]  # fmt: skip
"""Choices of which the one list hangs on what was chosen of the other."""
SCALED = (
    ("select_one province", "province", "Province", "صوبہ"), ("select_one district", "district", "District", "ضلع"),
    ("range", "heat", "How hot?", "کتنی گرمی؟"),
)  # fmt: skip
"""A cascade, and a scale from 0 to 10 in halves."""


def scaled(*questions: Sequence[str]) -> bytes:
    """A form whose questions have rules, and a cascade and a scale behind them."""
    columns = [*COLUMNS, "choice_filter", "parameters"]
    more = [[*one, *[""] * 5] for one in SCALED]
    rows = [*questions, *([*one, rule, scale] for one, rule, scale in zip(more, _FILTERS, _SCALES, strict=True))]
    return book({"survey": [columns, *rows], "choices": CASCADE, "settings": SETTINGS})


_FILTERS, _SCALES = ("", "of = ${province}", ""), ("", "", "start=0 end=10 step=0.5")


def rules(*questions: Sequence[str]) -> bytes:
    """A form whose questions have rules: relevant, constraint, required, calculation, rihai_fact."""
    return form(*questions, columns=COLUMNS)
