"""Days as prisons write them: in every order, script and state of damage.

The day comes before the month, as Pakistan writes it, unless the file has shown the other order. A year of two digits
is the latest one that is not more than `ahead` years after the day of the list (so "85" in a list of 2026 is 1985, and
"28" is 2028: an arrest that cannot be, rather than one nobody questions a hundred years before);
where that day is not known, 00 to 30 are 2000 to 2030. A date in part is never completed. Spreadsheet serial numbers
count from 30 December 1899 (ECMA-376 part 1, 18.17.4.1).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import NamedTuple

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import Parser, has, is_blank, is_none, is_not_known, plain, tidy
from rihai.paper.cell import Cell

_MONTHS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "january jan جنوری", "february feb فروری", "march mar مارچ", "april apr اپریل", "may مئی",
            "june jun جون", "july jul جولائی", "august aug اگست", "september sept sep ستمبر",
            "october oct اکتوبر", "november nov نومبر", "december dec دسمبر",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_GAP = r"\s*[-/., ']\s*"
_YEAR = r"(\d{4}|\d{2})"
_SHAPES = (
    ("ymd", re.compile(r"(?<![\d/.-])(\d{4})\s*[-/.\\]+\s*(\d{1,2})\s*[-/.\\]+\s*(\d{1,2})(?:t[\d:.]+z?)?(?!\d)")),
    ("dmy", re.compile(r"(?<![\d/.-])(\d{1,2})\s*[-/., \\]+\s*(\d{1,2})\s*[-/., \\]+\s*(\d{4}|\d{2})(?!\d)")),
    (
        "d_word_y",
        re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?:{_GAP}|\s*of\s*)?{_MONTH}(?:{_GAP})?{_YEAR}(?!\d)"),
    ),
    ("word_dy", re.compile(rf"(?<!\w){_MONTH}\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(\d{{4}})(?!\d)")),
    ("word_y", re.compile(rf"(?<!\w){_MONTH}(?:{_GAP})?{_YEAR}(?!\d)")),
    ("ym", re.compile(r"(?<![\d/.-])(\d{4})\s*[-/.]\s*(\d{1,2})(?![\d/.-])")),
    ("my", re.compile(r"(?<![\d/.-])(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")),
    ("packed", re.compile(r"(?<!\d)(\d{8})(?!\d)")),
    ("y", re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\ds])")),
)
_ANOTHER = re.compile(r"\d{1,4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}")
"""A second date, whatever sign ties it to the first: "13-03-24/15-03-24"."""
_IN_PART = frozenset({"word_y", "ym", "my", "y"})
_TIME = re.compile(r"[t ]?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:am|pm|z)?\b")
_FILLER = re.compile(
    r"\b(?:dt|dtd|dated|date|on|as|position|w\.?e\.?f|since|day|of|the|on)\b|مورخہ|بتاریخ|تاریخ|"
    r"کو|[ءع.:,()'\\-]"
)
_VAGUE = re.compile(
    r"about|\bab(?:ou)?t\b|appro?x|circa|around|before|after|prior|until|\btill\b|up ?to|between|or so|[~?]|"
    r"\d{4}s\b|تقریبا|قبل|بعد"
)
AHEAD = 30
"""How many years after the list a day may lie that is written with two digits of its year, where nothing else says."""
_FIRST_SERIAL, _FIRST_BIRTH, _LAST_SERIAL = 21_916, 10_000, 73_050  # 1 January 1960, 18 May 1927, 31 December 2099
DAY_FIRST_COUNTRIES = frozenset({"PK", "IN", "GB"})
"""Countries that write the day before the month: there a month-first date is a slip, not a custom."""


class Written(NamedTuple):
    """What a text says of a day: the date as records write it, the code of a problem, and text around the date."""

    value: str | None
    code: str | None = None
    around: str = ""


def full_year(written: str, context: Context, ahead: int = AHEAD) -> int:
    """A year of two digits in full (the rule stands in this module's opening); four digits stay as they are."""
    year = int(written)
    if len(written) == 4:
        return year
    latest = context.census_day.year + ahead if context.census_day else 2030
    return latest - (latest - year) % 100


def find_date(text: str, context: Context, ahead: int = AHEAD) -> Written:
    """The one date in plain text, with what stands around it; value None where there is none, or more than one."""
    searched = _TIME.sub(" ", text)
    name, shape = next(((name, shape) for name, shape in _SHAPES if shape.search(searched)), ("", _TIME))
    if not name:
        return Written(None, None, text)
    found = list(shape.finditer(searched))
    around = shape.sub(" ", searched)
    if len(found) > 1 or _ANOTHER.search(around) or any(other.search(around) for label, other in _SHAPES[:-1]):
        return Written(None, "date_unreadable", text)
    if _VAGUE.search(around) or (name in _IN_PART and has(r"\d", around)):
        return Written(None, "date_unreadable", text)
    value, code = _meaning(name, found[0].groups(), context, ahead)
    return Written(value, code, "" if not _FILLER.sub("", around).strip() else around)


def _meaning(shape: str, parts: tuple[str, ...], context: Context, ahead: int) -> tuple[str | None, str | None]:
    if shape == "packed":
        whole_text = parts[0]
        if whole_text[:2] in {"19", "20"} and int(whole_text[4:6]) <= 12:
            return _day(int(whole_text[:4]), int(whole_text[4:6]), int(whole_text[6:]))
        shape, parts = "dmy", (whole_text[:2], whole_text[2:4], whole_text[4:])
    if shape == "ymd":
        return _day(int(parts[0]), int(parts[1]), int(parts[2]))
    if shape == "dmy":
        return _ordered(int(parts[0]), int(parts[1]), full_year(parts[2], context, ahead), context)
    if shape == "d_word_y":
        return _day(full_year(parts[2], context, ahead), _MONTHS[parts[1]], int(parts[0]))
    if shape == "word_dy":
        return _day(int(parts[2]), _MONTHS[parts[0]], int(parts[1]))
    if shape == "word_y":
        return _month(full_year(parts[1], context, ahead), _MONTHS[parts[0]])
    if shape in {"ym", "my"}:
        year, month = (parts[0], parts[1]) if shape == "ym" else (parts[1], parts[0])
        return _month(int(year), int(month))
    return parts[0], None


def _ordered(first: int, second: int, year: int, context: Context) -> tuple[str | None, str | None]:
    """Three numbers as a day: the file's order, else the one order in which the day exists."""
    if first == second:
        return _day(year, second, first)
    if context.day_first is False:
        value, code = _day(year, first, second)
        if value:
            return value, "month_first" if context.country in DAY_FIRST_COUNTRIES else None
        other = _day(year, second, first)[0]
        return (other, "date_order_mixed") if other and first > 12 else (None, code)
    value, code = _day(year, second, first)
    if value:
        return value, "date_order_unclear" if context.day_first is None and first <= 12 else None
    other = _day(year, first, second)[0]
    return (other, "month_first") if other and second > 12 else (None, code)


def _day(year: int, month: int, day: int) -> tuple[str | None, str | None]:
    if year == month == day == 0:
        return None, None
    if not 1900 <= year <= 2199:
        return None, "date_out_of_range"
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None, "date_does_not_exist"
    return f"{year:04}-{month:02}-{day:02}", None


def _month(year: int, month: int) -> tuple[str | None, str | None]:
    if not 1900 <= year <= 2199:
        return None, "date_out_of_range"
    return (f"{year:04}-{month:02}", None) if 1 <= month <= 12 else (None, "date_unreadable")


def stored_day(cell: Cell, earliest: int = _FIRST_SERIAL) -> date | None:
    """The day a date cell, or a number or text holding a spreadsheet's serial number, stands for; else None.

    Serial numbers begin at `earliest`: 12324 is likelier a date without its dots than a day of 1933.
    """
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    digits = plain(cell.text)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", digits) and earliest <= float(digits) <= _LAST_SERIAL:
        return date(1899, 12, 30) + timedelta(days=int(float(digits)))
    return None


def read_day(cell: Cell, context: Context, ahead: int = AHEAD) -> Written:
    """The day a cell holds: a stored date, a serial number, or its text read by `find_date`."""
    stored = stored_day(cell, _FIRST_BIRTH if ahead == 0 else _FIRST_SERIAL)
    if stored:
        return Written(*_day(stored.year, stored.month, stored.day))
    text = re.sub(r"^(\d+)\.0+$", r"\1", plain(cell.text))
    if is_none(text) or is_not_known(text):
        return Written(None)
    if re.fullmatch(r"[0\s/.-]+", text):
        return Written(None)
    found = find_date(text, context, ahead)
    if found.value is None and found.code is None and not re.fullmatch(r"[0\s/.-]+", text):
        return Written(None, None if _says_no_day(text) else "date_unreadable", text)
    return found


def _says_no_day(text: str) -> bool:
    return has(
        r"not? (?:yet )?(?:fixed|framed|given|produced)|sine ?die|to be fixed|awaited|pending|غیر معینہ|مقرر نہیں", text
    )


def date_parser(fact: str, ahead: int = AHEAD) -> Parser:
    """A parser of one day into `fact`; what else the cell says, and a day that cannot be read, goes to the rest."""

    def parse(cell: Cell, context: Context) -> Parsed:
        if is_blank(cell):
            return Parsed()
        read = read_day(cell, context, ahead)
        problems = (problem(read.code, cell, fact),) if read.code else ()
        lost = read.around or (read.value is None and read.code)
        return Parsed({fact: read.value} if read.value else {}, problems, tidy(cell.text) if lost else None)

    return parse


def parse_birth(cell: Cell, context: Context) -> Parsed:
    """A day of birth. 1 January counts as the year alone, for clerks write it where nothing else is known.

    A year that cannot be right makes an age nobody has.
    """
    read = date_parser("date_of_birth", ahead=0)(cell, context)
    value = read.facts.get("date_of_birth")
    if any(found.code == "date_out_of_range" for found in read.problems):
        return Parsed({}, (problem("age_impossible", cell, "date_of_birth"),), read.rest)
    if not isinstance(value, str):
        return read
    precision = {4: "year", 7: "month", 10: "day"}[len(value)]
    problems = read.problems
    if value.endswith("-01-01") or precision == "year":
        value, precision = value[:4], "year"
        problems = (
            *(p for p in problems if p.code != "date_order_unclear"),
            problem("birth_year_only", cell, "date_of_birth"),
        )
    return Parsed({"date_of_birth": value, "date_of_birth_precision": precision}, problems, read.rest)
