"""What is reckoned of one fact: its value in columns, and the fact to ask for while it is not known."""

from __future__ import annotations

from typing import Any, NamedTuple

from rihai.days import UNKNOWN, Span, Term, read_date
from rihai.law.graph import INFINITE

Record = dict[str, Any]


class Day(NamedTuple):
    """A reckoned date."""

    span: Span
    ask: str = ""


class Range(NamedTuple):
    """A reckoned number; exact where both are equal."""

    low: float = -INFINITE
    high: float = INFINITE
    ask: str = ""


class Truth(NamedTuple):
    """A reckoned yes/no: 1, 0, or -1 for not known."""

    value: int
    ask: str = ""


class Length(NamedTuple):
    """A reckoned term; None for not known. `most` is the longest it can be, where `term` is only the shortest."""

    term: Term | None
    ask: str = ""
    most: Term | None = None


Known = Day | Range | Truth | Length


def date_of(source: Record, fact: str) -> Span:
    """A date fact of a record, a case or an item; UNKNOWN when absent."""
    value = source.get(fact)
    return (read_date(value) or UNKNOWN) if value is not None else UNKNOWN


def first_known(*spans: Span) -> Span:
    """The first of several dates that is known at all."""
    return next((span for span in spans if span != UNKNOWN), UNKNOWN)


def yes_no(value: Any) -> int:
    """1, 0, or -1 for not known."""
    return -1 if value is None else int(bool(value))
