"""Reads a list of who finished a course elsewhere: every line that holds anything, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rihai.kit.forms.typed import read_day
from rihai.paper.cell import Row
from rihai.paper.sheets import open_sheets
from rihai.training.completions.models import Problem
from rihai.training.errors import NotSo

MOST = 2_000
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "full_name": ("name", "full name", "learner", "participant", "user", "نام", "پورا نام"),
    "service_number": ("number", "service number", "belt no", "belt number", "personal number", "نمبر", "بیلٹ نمبر"),
    "organisation": ("organisation", "organization", "department", "ادارہ", "محکمہ"),
    "on": ("date", "completed", "completed on", "completion date", "date completed", "finished on", "تاریخ", "تکمیل"),
    "certificate": ("certificate", "certificate number", "certificate no", "certificate id", "سند", "سند نمبر"),
}
LIMITS = {"full_name": 120, "service_number": 40, "organisation": 160, "certificate": 80}
EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: what it says, and why it cannot count; `problem` empty where it can."""

    number: int
    said: Mapping[str, str]
    on: date | None
    problem: str


def read_finished(content: bytes, name: str, *, today: date) -> list[Line]:
    """Every line below the headings that holds anything. Raises FileUnreadable, and NotSo without headings or lines."""
    for sheet in open_sheets(content, name).sheets:
        for at, row in enumerate(sheet.rows[:20]):
            columns = _columns(row)
            if {"full_name", "on"} <= set(columns.values()):
                filled = [one for one in sheet.rows[at + 1 :] if any(cell.text.strip() for cell in one.cells)]
                if len(filled) > MOST:
                    raise NotSo(_("A list holds at most %(n)s lines. Give it in in parts.") % {"n": f"{MOST:,}"})
                if not filled:
                    raise NotSo(_("There is no line below the headings."))
                return [_line(one, columns, today) for one in filled]
    raise NotSo(_("No columns are headed “name” and “completed on”. Give each column its heading."))


def _columns(row: Row) -> dict[int, str]:
    found: dict[int, str] = {}
    for at, cell in enumerate(row.cells):
        head = " ".join(cell.text.casefold().replace(".", " ").split())
        for ours, theirs in HEADINGS.items():
            if head in theirs and ours not in found.values():
                found[at] = ours
    return found


def _line(row: Row, columns: Mapping[int, str], today: date) -> Line:
    said = {
        ours: "".join(sign for sign in " ".join(row.cells[at].text.split()) if sign.isprintable())
        for at, ours in columns.items()
        if at < len(row.cells)
    }
    on = read_day(said.pop("on", ""))
    problem: str = ""
    if not said.get("full_name"):
        problem = Problem.NO_NAME
    elif on is None:
        problem = Problem.NO_DAY
    elif on > today:
        problem = Problem.AHEAD
    elif on < EARLIEST:
        problem = Problem.LONG_AGO
    kept = {name: text[: LIMITS[name]] for name, text in said.items()}
    return Line(row.number, kept, on if not problem else None, problem)
