"""Amounts of money: Rs.50,000/-, 0.1 M, 1 lac, 20k, ۵۰،۰۰۰."""

from __future__ import annotations

import re
from typing import Any

from rihai.census.parse.codes import problem
from rihai.census.parse.dates import find_date
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import Parser, has, is_blank, is_none, is_not_known, is_yes, plain, tidy, whole
from rihai.paper.cell import Cell

_TIMES = {
    r"k\b|thousand|ہزار": 1_000,
    r"la[ck]hs?\b|lacs?\b|لاکھ": 100_000,
    r"m\b|mn\b|million|ملین": 1_000_000,
    r"crores?\b|cr\b|کروڑ": 10_000_000,
}
_UNIT = "|".join(_TIMES)
AMOUNT = (
    rf"(?:(?:pk)?rs\.?|rupees|pkr|inr|₨|₹|\$|روپے|مبلغ)?\s*(\d[\d,]*(?:\.\d+)?)\s*({_UNIT})?(?:\s*/\s*[-=]|"
    rf"\s*(?:rs\.?|rupees|روپے))?"
)
"""A regular expression over plain text with two groups: figures, and the word they are multiplied by."""
_AMOUNT = re.compile(AMOUNT)
_FILL = re.compile(r"(?:rs|pkr|inr|rupees|only|each|fine|amount|of|and|with|surety|sureties|روپے|جرمانہ|[\W\d])+")


def amount_of(figures: str, unit: str | None) -> int | float:
    """Figures and the word behind them as a number: ("0.1", "m") is 100,000. Indian and western groups both count."""
    times = next((n for pattern, n in _TIMES.items() if unit and re.match(pattern, unit)), 1)
    return whole(round(float(figures.replace(",", "")) * times, 2))


def read_amounts(text: str) -> list[int | float]:
    """Every amount in plain text; "1 lac 50 thousand" is one."""
    found: list[int | float] = []
    previous: re.Match[str] | None = None
    for match in _AMOUNT.finditer(text):
        value = amount_of(match[1], match[2])
        joined = previous is not None and previous[2] and not text[previous.end() : match.start()].strip(" &")
        if joined and match[2] and value < found[-1]:
            found[-1] += value
        else:
            found.append(value)
        previous = match
    return found


def money_parser(fact: str) -> Parser:
    """A parser of one amount; "Nil" is nought. Two amounts in a cell are none we could choose between."""

    def parse(cell: Cell, context: Context) -> Parsed:
        del context
        text = plain(cell.text)
        if is_blank(cell) or is_not_known(text):
            return Parsed()
        if is_none(text) or has(r"^no (?:fine|surety)$", text):
            return Parsed({fact: 0})
        if isinstance(cell.value, int | float) and cell.kind == "number" and cell.value >= 0:
            return Parsed({fact: whole(cell.value)})
        amounts = read_amounts(text)
        if len(amounts) != 1 or has(r"^-\s*\d", text):
            return Parsed({}, (problem("money_unreadable", cell, fact),), tidy(cell.text))
        return Parsed({fact: amounts[0]}, (), tidy(cell.text) if _beyond(text) else None)

    return parse


def _beyond(text: str) -> str:
    return _FILL.sub("", _AMOUNT.sub(" ", text))


def parse_fine_paid(cell: Cell, context: Context) -> Parsed:
    """Whether the whole fine is paid, on which day, or how much of it: "Unpaid", "Paid on 5-5-24", "Paid 20,000"."""
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if has(r"^no\b|^n$|un-?\s?paid|not paid|outstanding|default|نہیں|غیر ادا", text):
        return Parsed({"fine_paid": False}, (), None if len(text) <= 8 else tidy(cell.text))
    if has(r"part|half|balance|remain|instal", text) and not has(r"\d", text):
        return Parsed({"fine_paid": False}, (), tidy(cell.text))
    if is_none(text):
        return Parsed({"fine_paid_amount": 0})
    day = find_date(text, context)
    alone = has(r"^\W*(?:(?:fully )?(?:paid|deposited))?\W*(?:on|dt\.?|dated)?\W*$", day.around)
    if day.value and len(day.value) == 10 and alone:
        return Parsed({"fine_paid": True, "fine_paid_on": day.value})
    amounts = [value for value in read_amounts(text) if value >= 100]
    if len(amounts) == 1 and not has(r"\d\s*[-/.]\s*\d+\s*[-/.]\s*\d", text):
        return Parsed({"fine_paid_amount": amounts[0]}, (), tidy(cell.text) if has(r"[^\W\d]{5,}", text) else None)
    if is_yes(text) or (has(r"^y(?:es)?\b|\bpaid\b|deposited|ادا|جمع|^ہاں", text) and not has(r"\d", text)):
        return Parsed({"fine_paid": True})
    return Parsed({}, (problem("answer_unreadable", cell, "fine_paid"),), tidy(cell.text))


_COMPENSATIONS = {
    "diyat": r"diyat|deyat|دیت",
    "arsh": r"\barsh|ارش",
    "daman": r"daman|zaman|ضمان",
    "s544a": r"544|compensation|معاوضہ",
}


def parse_compensation(cell: Cell, context: Context) -> Parsed:
    """Diyat, arsh, daman and compensation into `compensation`; the kind from the cell or the heading."""
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if is_none(text):
        return Parsed({"compensation": []})
    parts = [part for part in re.split(r"[+;&]|\band\b|,(?!\d)", text) if read_amounts(re.sub(r"544-?\s?a", "", part))]
    heading = plain(context.heading)
    named = [kind for kind, pattern in _COMPENSATIONS.items() if has(pattern, heading)]
    items = [_compensation(part, named[0] if len(named) == 1 else None) for part in parts]
    if not items or None in items:
        return Parsed({}, (problem("money_unreadable", cell, "compensation"),), tidy(cell.text))
    found = [item for item in items if item is not None]
    unknown = any("kind" not in item for item in found)
    problems = (problem("compensation_kind_unknown", cell, "compensation"),) if unknown else ()
    said = has(r"paid|default|instal|pending|judg|ادا", text)
    return Parsed({"compensation": found}, problems, tidy(cell.text) if said else None)


def _compensation(part: str, named: str | None) -> dict[str, Any] | None:
    amounts = read_amounts(re.sub(r"(?:u/s|section|sec\.?|s\.)?\s*544-?\s?a(?:\s*cr\.?p\.?c)?|337-?\w*", "", part))
    if len(amounts) != 1:
        return None
    kind = next((kind for kind, pattern in _COMPENSATIONS.items() if has(pattern, part)), named)
    item: dict[str, Any] = {"kind": kind} if kind else {}
    item["amount"] = amounts[0]
    if has(r"un-?paid|not paid", part):
        item["paid_amount"] = 0
    elif has(r"(?<!un)(?<!un-)\bpaid", part) and not has(r"part|instal", part):
        item["paid_amount"] = amounts[0]
    return item
