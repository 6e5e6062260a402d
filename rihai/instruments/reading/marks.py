"""What the columns of our own say of a form, which other programs leave alone: `rihai_…`, kept by question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rihai.instruments.reading.sheets import CHOICES, SETTINGS, SURVEY, Line, Table
from rihai.instruments.reading.types import type_of

OURS = "rihai_"
SCORE, VALUE = "rihai_score", "rihai_value"
_SCORE = re.compile(r"item|(critical)?\s*(\d{1,3}(\.\d{1,3})?)?|critical", re.IGNORECASE)
_VALUE = re.compile(r"0|1|[01]?\.\d{1,4}|0\.\d{1,4}|1\.0|na|nap")


def marks_of(tables: Mapping[str, Table]) -> dict[str, Any]:
    """The marks of a form: of questions and groups by name, the values of choices by list, and of the form itself."""
    questions: dict[str, dict[str, str]] = {}
    values: dict[str, dict[str, str]] = {}
    for line in tables.get(SURVEY, Table()).filled():
        marks = _ours(line)
        kind = type_of(line.get("type"))
        if marks and line.get("name"):
            questions[line.get("name")] = {**marks, **({"list": kind.list} if kind and kind.list else {})}
    for line in tables.get(CHOICES, Table()).filled():
        if line.get(VALUE):
            values.setdefault(line.get("list_name", "list name"), {})[line.get("name", "value")] = line.get(VALUE)
    settings = _ours(next(tables.get(SETTINGS, Table()).filled(), Line(2, {})))
    found = {"questions": questions, "values": values, "settings": settings}
    return {name: marks for name, marks in found.items() if marks}


def is_score(text: str) -> bool:
    """Whether a score can be read."""
    return _SCORE.fullmatch(text.strip()) is not None


def is_value(text: str) -> bool:
    """Whether the value of a choice can be read."""
    return _VALUE.fullmatch(text.strip()) is not None and (text in {"na", "nap"} or float(text) <= 1)


def _ours(line: Line) -> dict[str, str]:
    return {
        column.removeprefix(OURS): text.strip()[:2_000]
        for column, text in line.cells.items()
        if column.startswith(OURS) and text.strip()
    }
