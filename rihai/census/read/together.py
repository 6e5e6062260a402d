"""FIR, sections and police station in one cell, as many lists print: "FIR No.123/24 u/s 302/34 PPC PS Saddar"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rihai.census.parse.fields import FIELDS
from rihai.census.parse.parsed import Context, Parsed
from rihai.facts import Problem
from rihai.paper.cell import Cell

_FIR = re.compile(r"\bf\.?\s?i\.?\s?r\b|\bcase\b|\bcrime no|مقدمہ|ایف آئی آر", re.IGNORECASE)
_SECTIONS = re.compile(
    r"\bu\s?/\s?s\b\.?|\bunder sections?\b|\bsections?\b|\boff?en[cs]es?\b|زیر دفعہ|دفعات|دفعہ|بجرم|جرم", re.IGNORECASE
)
_STATION = re.compile(r"\bp\.?\s?/?\s?s\b\.?|\bpolice station\b|\bthana\b|تھانہ", re.IGNORECASE)
_NEXT = re.compile(rf"[\n\r;|]+|(?<=\S)\s+(?={_FIR.pattern})", re.IGNORECASE)


def is_together(heading: str) -> bool:
    """Whether a heading names the FIR or the sections together with at least one more part of a case."""
    if any(letter.isdigit() for letter in heading):
        return False
    named = [mark for mark in (_FIR, _SECTIONS, _STATION) if mark.search(heading)]
    return len(named) >= 2


def cases_in(text: str) -> list[str]:
    """The cell cut before each further FIR; one text where it holds one case."""
    return [part.strip() for part in _NEXT.split(text) if part.strip(" ,.&")]


def parse_together(cell: Cell, context: Context) -> Parsed:
    """Each part by its own parser: what stands before the first mark is the FIR, then each mark names its part.

    Where several cases stand in the cell only their FIR numbers are told, as a list: each is read when dealt out.
    """
    parts = cases_in(cell.text)
    if len(parts) == 1:
        return _parse_one(parts[0], context)
    numbers = [_parse_one(part, context).facts.get("fir_number") for part in parts]
    told = all(isinstance(number, str) for number in numbers)
    return Parsed({"fir_number": numbers} if told else {}, (), None if told else cell.text.strip())


def _parse_one(text: str, context: Context) -> Parsed:
    facts: dict[str, Any] = {}
    problems: list[Problem] = []
    rests: list[str] = []
    for field, part in _parts(text):
        read = FIELDS[field](Cell(part, part, "text"), replace(context, heading=""))
        facts = {**read.facts, **facts}
        problems += read.problems
        rests += [read.rest] if read.rest else []
    return Parsed(facts, tuple(problems), "; ".join(rests) or None)


def _parts(text: str) -> list[tuple[str, str]]:
    found = [(mark.search(text), field) for field, mark in (("sections", _SECTIONS), ("police_station", _STATION))]
    marks = sorted((match.start(), match.end(), field) for match, field in found if match)
    cuts = [at for at, _, _ in marks[1:]] + [len(text)]
    parts = [("fir_number", text[: marks[0][0]] if marks else text)]
    parts += [(field, text[end:until]) for (_, end, field), until in zip(marks, cuts, strict=False)]
    return [(field, part.strip(" ,;:.-&\n")) for field, part in parts if part.strip(" ,;:.-&\n")]
