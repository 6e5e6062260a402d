"""Calendar arithmetic on days and months, in one tested place. A day is a number counted from 1 January 1970."""

from __future__ import annotations

from rihai.days.calendar import (
    ALWAYS,
    EPOCH,
    NEVER,
    add,
    anniversary,
    date_of,
    day_of,
    exceeding,
    first_within,
    fraction_of,
    iso,
)
from rihai.days.span import UNKNOWN, Span, age_on, born, read_date
from rihai.days.stays import STILL, Stay, continuous_since
from rihai.days.term import Term, as_term, parse_duration, read_term

__all__ = [
    "ALWAYS", "EPOCH", "NEVER", "STILL", "UNKNOWN", "Span", "Stay", "Term",
    "add", "age_on", "anniversary", "as_term", "born", "continuous_since", "date_of", "day_of", "exceeding",
    "first_within", "fraction_of", "iso", "parse_duration", "read_date", "read_term",
]  # fmt: skip
