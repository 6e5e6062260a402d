"""Police cases: the FIR's number, year and day, and the police station.

A cell may hold several FIRs. Then `fir_number` is a list, and so is `fir_date` when every FIR has its own; a single
FIR gives plain text. A number that the spreadsheet has turned into a date is lost: 5/24 and 24/5 look alike by then.
"""

from __future__ import annotations

import re
from typing import Any

from rihai.census.parse.codes import problem
from rihai.census.parse.dates import find_date, full_year, stored_day
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, plain, tidy
from rihai.paper.cell import Cell

_LABEL = r"(?:f\.?\s?i\.?\s?r\.?|case|crime|cr\.?|مقدمہ|ایف آئی آر)?\s*(?:no|number|#|نمبر)?\s*[.:#]*\s*"
_NUMBER = re.compile(rf"(?<![\d/.-]){_LABEL}(\d{{1,5}})\s*(?:[/\\-]|\bof\b)\s*(\d{{4}}|\d{{2}})(?![\d]|\s*[/.-]\s*\d)")
_DATED = re.compile(
    rf"(?<![\d/.-]){_LABEL}(\d{{1,5}})\s*(?:,?\s*(?:dt|dtd|dated|date|of|on|مورخہ)\b\.?:?\s*|"
    rf"\s)(?=\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{2,4}})"
)
_BARE = re.compile(rf"{_LABEL}(\d{{1,5}})")
_STATION = re.compile(r"\b(?:p\.?\s?s\.?|police station|thana)(?=\W)[\s:.]*|تھانہ\s*")
_TURNED = re.compile(
    r"\d{1,2}[-/ ][a-z]{3,9}(?:[-/ ]\d{2,4})?|[a-z]{3,9}[-/ ]\d{2,4}|\d{4}-\d{2}-\d{2}(?:[ t][\d:.]+)?|"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
)
_FILL = re.compile(r"\b(?:and|dt|dtd|dated|date|of|on|fir|f\.i\.r|no|case|crime)\b|مورخہ|مقدمہ|نمبر|اور|[\W_]")


def parse_fir(cell: Cell, context: Context) -> Parsed:
    """An FIR as number/year with four digits: "FIR No.123 dt 04.05.24" is "123/2024" of 4 May 2024."""
    text = plain(cell.text)
    if is_blank(cell) or is_none(text) or is_not_known(text):
        return Parsed()
    if cell.kind == "date" or _TURNED.fullmatch(text) or (len(text) == 5 and stored_day(cell)):
        return Parsed({}, (problem("fir_turned_into_date", cell, "fir_number"),), tidy(cell.text))
    if isinstance(cell.value, float) and cell.value.is_integer():
        text = str(int(cell.value))
    bare = _BARE.fullmatch(text)
    if bare:
        return Parsed({"fir_number": bare[1]})
    return _read(text, cell, context)


def _read(text: str, cell: Cell, context: Context) -> Parsed:
    parts, station = _without_station(text)
    starts = sorted(
        (match for shape in (_NUMBER, _DATED) for match in shape.finditer(parts)), key=lambda match: match.start()
    )
    if not starts:
        return Parsed({}, (problem("fir_unreadable", cell, "fir_number"),), tidy(cell.text))
    ends = [match.start() for match in starts[1:]] + [len(parts)]
    numbers: list[str] = []
    days: list[str | None] = []
    codes: set[str] = set()
    left = parts[: starts[0].start()]
    for match, end in zip(starts, ends, strict=True):
        day = find_date(parts[match.end() : end], context)
        codes |= {day.code} if day.code else set()
        days.append(day.value)
        left += day.around
        numbers.append(_numbered(match, day.value, context))
    facts: dict[str, Any] = {"fir_number": numbers if len(numbers) > 1 else numbers[0]}
    if None not in days:
        facts["fir_date"] = days if len(days) > 1 else days[0]
    if station:
        facts["police_station"] = station
    lost = _FILL.sub("", left) or (any(days) and "fir_date" not in facts) or codes
    return Parsed(
        facts, tuple(problem(code, cell, "fir_date") for code in sorted(codes)), tidy(cell.text) if lost else None
    )


def _numbered(match: re.Match[str], day: str | None, context: Context) -> str:
    """Number and year; an FIR with a date but no year has the year of its date: registers begin anew in January."""
    if match.re is _NUMBER:
        return f"{int(match[1])}/{full_year(match[2], context)}"
    return f"{int(match[1])}/{day[:4]}" if day else match[1]


def _without_station(text: str) -> tuple[str, str | None]:
    """Plain text without the police station at its end, and the station."""
    match = _STATION.search(text)
    if not match or has(r"\d", text[match.end() :]):
        return text, None
    station = text[match.end() :].strip(" .,")
    return (text[: match.start()], station.title()) if station else (text, None)


def parse_station(cell: Cell, context: Context) -> Parsed:
    """A police station's name, without the words that say it is one: "PS Model Town", "تھانہ سول لائن"."""
    del context
    if is_blank(cell) or is_none(plain(cell.text)) or is_not_known(plain(cell.text)):
        return Parsed()
    sign = r"^\W*(?:p\.?\s?s\.?(?=\W)|police station|thana|تھانہ)[\s:.\-]*|[\s,(]*(?:p\.?s\.?|police station|تھانہ)\W*$"
    written = re.sub(sign, "", tidy(cell.text), flags=re.IGNORECASE)
    return Parsed({"police_station": written or tidy(cell.text)})
