"""Terms of imprisonment and other lengths of time, and the ways in which prisons write them."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_UNITS = {"years", "months", "weeks", "days"}
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_TRIPLET = re.compile(r"(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,2})")
# A number that is itself the tail of "1.7", "1/2" or "1,5" is no number of its own.
_PART = re.compile(
    r"(?<!\d)(?<!\d[./,-])(\d+(?:\.5)?)\s*(years?|yrs?\.?|y\b|سال|برس|months?|mths?|mons?\.?|m\b|ماہ|مہینے|weeks?|w\b|ہفتے|days?|d\b|دن|یوم)",
    re.IGNORECASE,
)


class Term(NamedTuple):
    """A length of time in calendar months, then days."""

    months: int
    days: int


def read_term(value: object) -> Term | None:
    """A term as records write it: {"years": 10, "months": 6, "weeks": 0, "days": 0}, at least one unit.

    Returns None for anything else, for a negative or broken number, and for an unknown unit.
    """
    if not isinstance(value, dict) or not value or not set(value) <= _UNITS:
        return None
    if any(isinstance(n, bool) or not isinstance(n, int) or n < 0 for n in value.values()):
        return None
    return Term(
        12 * int(value.get("years", 0)) + int(value.get("months", 0)),
        7 * int(value.get("weeks", 0)) + int(value.get("days", 0)),
    )


def parse_duration(text: str) -> dict[str, int] | None:
    """A duration as a register writes it, as a term: "14-00-00", "10 Y 6 M RI", "450 days", "۱۰ سال".

    A triplet is years, months, days. Returns None where there is no duration, or two that cannot both be meant.
    """
    plain = text.translate(_DIGITS).strip()
    triplet = _TRIPLET.fullmatch(plain)
    if triplet:
        years, months, days = map(int, triplet.groups())
        return _term(years, months, 0, days) if months < 12 and days < 31 else None
    found: dict[str, int] = {}
    for number, unit in _PART.findall(plain):
        name = _unit(unit.lower())
        if name in found:
            return None
        if number.endswith(".5"):
            if name != "years":
                return None
            found["months"] = found.get("months", 0) + 6
        found[name] = found.get(name, 0) + int(float(number))
    return _term(**found) if found else None


def _unit(written: str) -> str:
    for name, signs in {
        "years": ("y", "سال", "برس"),
        "months": ("m", "ماہ", "مہینے"),
        "weeks": ("w", "ہفتے"),
    }.items():
        if written.startswith(signs):
            return name
    return "days"


def _term(years: int = 0, months: int = 0, weeks: int = 0, days: int = 0) -> dict[str, int]:
    term = {"years": years, "months": months, "weeks": weeks, "days": days}
    return {unit: n for unit, n in term.items() if n} or {"days": 0}


def as_term(value: Any) -> Term:
    """A term that is known to be one; raises ValueError otherwise."""
    term = read_term(value)
    if term is None:
        raise ValueError("not a term of years, months, weeks and days")
    return term
