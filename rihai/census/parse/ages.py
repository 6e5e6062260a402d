"""Ages as prisons write them: "35 Y", "about 40", "16/17", ۳۵."""

from __future__ import annotations

import re
from typing import Any

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, plain, tidy
from rihai.paper.cell import Cell

_ABOUT = r"about|\babt\b|appro?x|circa|around|nearly|almost|\bapp\b|\bca?\.|~|±|\+/-|\?|تقریبا|اندازا|لگ بھگ|قریب"
_YEARS = r"\s*-?(?:years?|yrs?\.?|y\b\.?|سال|برس)?\s*(?:old|of age|approx\w*\.?|about|\+/-)?\s*"
_ONE = re.compile(rf"(?:age[d:]?\s*)?(?:{_ABOUT})?\W*?(\d{{1,4}}(?:\.\d+)?){_YEARS}\W*(?:{_ABOUT})?\W*")
_RANGE = re.compile(
    rf"(?:between\s*)?(?:{_ABOUT})?\s*(\d{{1,3}}){_YEARS}(?:-|/|to|or|and|تا|سے|یا)\s*(\d{{1,3}}){_YEARS}\W*"
)
_AT_LEAST = re.compile(rf"(?:(?:above|over|more than)\s*(\d{{1,3}}){_YEARS}|(\d{{1,3}}){_YEARS}\+)\W*")
_WITH_MONTHS = re.compile(r"(\d{1,3})\s*(?:years?|yrs?|y|سال)\W*(?:and\s*)?(\d{1,2})\s*(?:months?|mths?|m|ماہ)\W*")
_MONTHS = re.compile(r"(\d{1,2})\s*(?:months?|mths?|ماہ)(?:\s*old)?\W*")
_OLDEST = 120
_DOUBT = 2
"""How many years either way "about" leaves open, as the contract of facts has it: about 40 is 38 to 42."""


def parse_age(cell: Cell, context: Context) -> Parsed:
    """An age into `age_years`, a number or {"min", "max"}, with `age_stated_on` where the list is dated.

    A heading that speaks of admission or arrest says that the age was true on another day, which is then left open.
    """
    text = plain(cell.text)
    if is_blank(cell) or is_none(text) or is_not_known(text):
        return Parsed()
    read = None if cell.kind == "date" else (-1, -1, True) if re.fullmatch(r"-\d+", text) else _read(text)
    if read is None:
        return Parsed({}, (problem("age_unreadable", cell, "age_years"),), tidy(cell.text))
    lowest, highest, exact = read
    if not 0 <= lowest <= highest <= _OLDEST:
        return Parsed({}, (problem("age_impossible", cell, "age_years"),), tidy(cell.text))
    facts: dict[str, Any] = {"age_years": lowest if exact else {"min": lowest, "max": highest}}
    if context.census_day and not has(r"admi|arrest|entry|داخلہ|گرفتاری|آمد", plain(context.heading)):
        facts["age_stated_on"] = context.census_day.isoformat()
    codes = [] if exact else ["age_approximate"]
    if lowest < 18 <= highest:
        codes.append("age_across_18")
    return Parsed(facts, tuple(problem(code, cell, "age_years") for code in codes))


def _read(text: str) -> tuple[int, int, bool] | None:
    """Lowest and highest age, and whether it is one exact age."""
    if match := _WITH_MONTHS.fullmatch(text):
        return int(match[1]), int(match[1]), True
    if _MONTHS.fullmatch(text):
        return 0, 0, True
    if match := _RANGE.fullmatch(text):
        return int(match[1]), int(match[2]), match[1] == match[2]
    if match := _AT_LEAST.fullmatch(text):
        years = int(match[1] or match[2])
        return years, max(years, _OLDEST), False
    if match := _ONE.fullmatch(text):
        years = int(float(match[1]))
        about = has(_ABOUT, text)
        return (max(0, years - _DOUBT), years + _DOUBT, False) if about else (years, years, True)
    return None
