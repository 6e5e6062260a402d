"""Pregnancy, children and visits."""

from __future__ import annotations

import re
from typing import Any

from rihai.census.parse.codes import problem
from rihai.census.parse.dates import find_date, stored_day
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, is_yes, plain, tidy
from rihai.days import Span, add, born, day_of, iso
from rihai.paper.cell import Cell

_CHILD = (
    r"(?:sons?|daughters?|boys?|girls?|child(?:ren)?|kids?|infants?|bab(?:y|ies)|male|female|s\b|d\b|بیٹا|بیٹے|"
    r"بیٹی|بیٹیاں|بچہ|بچے|بچی|بچیاں)"
)
_AGE = re.compile(r"(\d{1,2})\s*(years?|yrs?\.?|y\b|سال|months?|mths?\.?|m\b|ماہ)(?:\s*old)?")
_COUNTED = re.compile(rf"(?<!\d)(\d{{1,2}})\s*{_CHILD}")
_FIRST = re.compile(r"^(\d{1,2})(?!\s*(?:years?|yrs?|y\b|سال|months?|mths?|m\b|ماہ|[\d.]))")


def parse_pregnant(cell: Cell, context: Context) -> Parsed:
    """Pregnancy, and breastfeeding where the cell names it: "Yes 6 months", "P", "Lactating"."""
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if is_none(text) or has(r"^not?\b|نہیں|^negative", text):
        return Parsed({"pregnant": False}, (), None if is_none(text) else tidy(cell.text))
    facts: dict[str, Any] = {}
    if is_yes(text) or has(r"^p$|^yes\b|^y\b|pregnan|month|weeks|trimester|\bp/l\b|حاملہ|^ہاں", text):
        facts["pregnant"] = True
    if has(r"lactat|breast|feeding|^l$|دودھ", text):
        facts["breastfeeding"] = True
    if has(r"\bp/l\b", text):
        facts = {}
    if not facts:
        return Parsed({}, (problem("answer_unreadable", cell, "pregnant"),), tidy(cell.text))
    plainly = is_yes(text) or text in {"p", "l", "pregnant", "حاملہ"}
    return Parsed(facts, (), None if plainly else tidy(cell.text))


def _count(text: str) -> int | None:
    """How many children plain text counts: "4 (2+2)" is 4, "2 sons 1 daughter" 3, "1 son 3Y" 1."""
    bare = re.fullmatch(r"0*(\d{1,2})(?:\.0+)?", text)
    if bare:
        return int(bare[1])
    if re.fullmatch(r"\d{1,2}(?:\s*\+\s*\d{1,2})+", text):
        return sum(int(number) for number in text.split("+"))
    counted = [int(number) for number in _COUNTED.findall(_AGE.sub(" ", text))]
    first = _FIRST.match(text)
    if first and not (counted and _COUNTED.match(text)):
        return int(first[1])
    return sum(counted) if counted else None


def parse_children_total(cell: Cell, context: Context) -> Parsed:
    """The number of children, inside and outside."""
    del context
    return _counted("children_total", cell)


def _counted(fact: str, cell: Cell) -> Parsed:
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if is_none(text) or has(r"issue-?less|no (?:child|issue)|بے اولاد", text):
        return Parsed({fact: 0})
    number = None if cell.kind == "date" else _count(text)
    if number is None:
        return Parsed({}, (problem("children_unreadable", cell, fact),), tidy(cell.text))
    return Parsed({fact: number}, (), None if re.fullmatch(r"[\d.]+", text) else tidy(cell.text))


def parse_children_in_prison(cell: Cell, context: Context) -> Parsed:
    """Children living with their mother: their number, and each as an item of `children` where every age is given.

    A child aged two on the day of the list was born within the year that makes it so: both ends are kept.
    """
    read = _counted("children_in_prison", cell)
    number = read.facts.get("children_in_prison")
    ages = _AGE.findall(plain(cell.text))
    if number and len(ages) == number and context.census_day:
        on = day_of(context.census_day)
        children = [{"date_of_birth": _birth(int(n), unit, Span(on, on)), "lives_in_prison": True} for n, unit in ages]
        return Parsed(read.facts | {"children": children}, read.problems, read.rest)
    return read


def _birth(number: int, unit: str, stated: Span) -> dict[str, str | None]:
    span = born(number, number, stated) if unit.startswith(("y", "سال")) else _months_old(number, stated.earliest)
    return {"earliest": iso(span.earliest), "latest": iso(span.latest)}


def _months_old(number: int, on: int) -> Span:
    """Born when, if `number` months old on day `on`: the monthly birthday has come and the next one has not."""
    earliest = next(birth for birth in range(add(on, -number - 1) - 1, on + 1) if add(birth, number + 1) > on)
    latest = next(birth for birth in range(add(on, -number) + 3, earliest - 1, -1) if add(birth, number) <= on)
    return Span(earliest, min(latest, on))


def parse_visits(cell: Cell, context: Context) -> Parsed:
    """The last visit into `last_family_contact_on`; "Never" and "Weekly" give no day and go to the rest."""
    if is_blank(cell) or is_not_known(plain(cell.text)):
        return Parsed()
    stored = stored_day(cell)
    if stored:
        return Parsed({"last_family_contact_on": stored.isoformat()})
    read = find_date(plain(cell.text), context)
    problems = (problem(read.code, cell, "last_family_contact_on"),) if read.code else ()
    if read.value is None:
        return Parsed({}, problems, tidy(cell.text))
    return Parsed({"last_family_contact_on": read.value}, problems, tidy(cell.text) if read.around else None)
