"""Comparing days as records write them: certain only where no reading of a date in part says otherwise."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from rihai.days import Span, anniversary, date_of, day_of, read_date, read_term


@lru_cache(maxsize=1 << 16)
def _of_text(text: str) -> Span | None:
    return read_date(text)


def span(value: Any) -> Span | None:
    """The days a recorded date can be; None where there is none, or it cannot be read."""
    return _of_text(value) if isinstance(value, str) else read_date(value)


def surely_after(later: Any, earlier: Any) -> bool:
    """Whether one recorded date is after another, whatever day each turns out to be."""
    if isinstance(later, str) and isinstance(earlier, str) and len(later) == len(earlier) == 10:
        return later > earlier
    first, second = span(later), span(earlier)
    return first is not None and second is not None and first.earliest > second.latest


def end_of(start: Any, term: Any) -> date | None:
    """The last day on which a term from a recorded day can be complete (its anniversary); None where not known."""
    begun, length = span(start), read_term(term)
    if begun is None or length is None:
        return None
    try:
        end = anniversary(date_of(begun.latest), length.months)
        return date_of(day_of(end) + length.days)
    except (ValueError, OverflowError):
        return None
