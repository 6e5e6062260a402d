"""The list of a telephone exchange, as exchanges and spreadsheets write it: every line accounted for.

Columns are known by their headings, or, where there are none, by what stands in them: what looks like a number, what
looks like a moment. A call that was answered is no missed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware

from rihai.census.parse.dates import find_date
from rihai.census.parse.parsed import Context
from rihai.census.parse.text import plain
from rihai.helpline.calls.numbers import one_number
from rihai.paper.cell import Cell, Row, Sheet
from rihai.paper.sheets import open_sheets


class Why(StrEnum):
    """Why a line is no missed call."""

    EMPTY = "empty"
    HEADING = "heading"
    ANSWERED = "answered"
    NUMBER = "number"
    MOMENT = "moment"
    FAR = "far"


WRONG = frozenset({Why.NUMBER, Why.MOMENT, Why.FAR})
"""What somebody has to look at."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: its number in the file; the number that rang, and when; else why it is no missed call."""

    line: int
    number: str = ""
    at: datetime | None = None
    why: Why | None = None


Columns = Mapping[str, Sequence[int]]
"""Which columns hold what, by the keys of `HEADINGS`."""
HEADINGS = {
    "number": ("number", "caller", "caller id", "callerid", "from", "src", "source", "clid", "phone", "نمبر", "فون"),
    "at": ("time", "date", "date and time", "calldate", "call date", "start", "start time", "when", "وقت", "تاریخ"),
    "state": ("disposition", "status", "state", "result", "call status", "type", "call type"),
}
_ANSWERED = frozenset({"answered", "answer", "completed", "connected", "outgoing", "outbound", "dialed", "dialled"})
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([ap])?\.?m?\b")
_DIALLED = re.compile(r"(?:[^<>]*<)?[\d\s()+\-]+>?")
"""A number where no heading says that it is one: no channel (SIP/5060-0000001a), no id of a call (1764190000.1)."""
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?e\+?\d", re.IGNORECASE)


def read_list(content: bytes, name: str, *, on: date) -> list[Line]:
    """Every line of a file, .csv, .xlsx or another table. Raises FileUnreadable."""
    return [line for sheet in open_sheets(content, name).sheets for line in _lines(sheet, on)]


def _lines(sheet: Sheet, on: date) -> Iterator[Line]:
    columns: Columns = {}
    known = 0
    for row in sheet.rows:
        yield from (Line(line, why=Why.EMPTY) for line in range(known + 1, row.number))
        known = row.number
        found = {} if columns else _columns(row)
        if not any(cell.text.strip() for cell in row.cells):
            yield Line(row.number, why=Why.EMPTY)
        elif "number" in found or ("at" in found and len(found) > 1):
            columns = found
            yield Line(row.number, why=Why.HEADING)
        else:
            yield _line(row, columns, on)


def _columns(row: Row) -> Columns:
    """Which columns are which, by the words of a heading: a day and a time, a kind and a state may stand in two."""
    found: dict[str, list[int]] = {}
    for at, cell in enumerate(row.cells):
        words = plain(cell.text).replace("_", " ").strip(" :")
        for key, names in HEADINGS.items():
            if words in names:
                found.setdefault(key, []).append(at)
    return found


def _line(row: Row, columns: Columns, on: date) -> Line:
    cells = row.cells
    under = {key: [cells[at] for at in found if at < len(cells)] for key, found in columns.items()}
    if any(plain(cell.text) in _ANSWERED for cell in under.get("state") or cells):
        return Line(row.number, why=Why.ANSWERED)
    callers = under.get("number") or [cell for cell in cells if _DIALLED.fullmatch(plain(cell.text))]
    number = next(filter(None, map(_number, callers)), "")
    if not number:
        return Line(row.number, why=Why.NUMBER)
    at = _moment(under.get("at", ()), on) or _moment([cell for cell in cells if not _number(cell)], on)
    return Line(row.number, number, at, None if at else Why.MOMENT)


def _number(cell: Cell) -> str:
    """The number in a cell; "" for a moment, for words, and for one that a spreadsheet has shortened (9.23E+11)."""
    if cell.kind == "number" and isinstance(cell.value, int | float):
        return one_number(str(int(cell.value))) if float(cell.value).is_integer() else ""
    text = plain(cell.text)
    if cell.kind == "date" or _CLOCK.search(text) or _SHORTENED.search(text) or find_date(text, Context()).value:
        return ""
    inside = re.search(r"<([^<>]*)>", text)
    return one_number(inside[1] if inside else text)


def _moment(cells: Sequence[Cell], on: date) -> datetime | None:
    """The first moment of some cells; a day and a time of day may stand in two of them, in either order."""
    day: date | None = None
    clock: time | None = None
    for cell in cells:
        text = plain(cell.text)
        whole = cell.value if isinstance(cell.value, datetime) else _whole(cell.text)
        if whole is not None:
            return _aware(whole)
        day, clock = day or _day(cell, text, on), clock or _clock(text)
        if day is not None and clock is not None:
            return _aware(datetime.combine(day, clock))
    return None


def _whole(text: str) -> datetime | None:
    """A moment as machines write it, its zone with it; not a day alone, nor a number that looks like one."""
    try:
        return parse_datetime(text.strip()) if ":" in text else None
    except ValueError:
        return None


def _day(cell: Cell, text: str, on: date) -> date | None:
    if isinstance(cell.value, date):
        return cell.value
    written = find_date(text, Context(census_day=on), ahead=0).value
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def _clock(text: str) -> time | None:
    found = _CLOCK.search(text)
    if found is None:
        return None
    hour, half = int(found[1]), found[4]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None


def _aware(moment: datetime) -> datetime:
    return make_aware(moment) if is_naive(moment) else moment
