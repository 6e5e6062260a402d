"""A cell, a row and a sheet as plain values, whatever file they came from."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, NamedTuple

Value = str | int | float | bool | date | datetime | None


class Cell(NamedTuple):
    """One cell: `text` is what a person sees in it (never shortened), `value` what the file stores, `kind` what it is.

    `uncounted` is a formula without a stored value. An empty cell has text "" and value None.
    """

    text: str
    value: Value
    kind: Literal["text", "number", "date", "bool", "error", "empty", "uncounted"]


class Row(NamedTuple):
    """One row: `number` is the spreadsheet's row number, or in text files the physical line on which it begins."""

    number: int
    cells: tuple[Cell, ...]


class Sheet(NamedTuple):
    """One sheet: its name (None for text files) and its rows up to the last filled one, blank ones between included."""

    name: str | None
    rows: tuple[Row, ...]


EMPTY = Cell("", None, "empty")
