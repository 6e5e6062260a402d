"""Which days are asked for, from what stands in an address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from rihai.kit.forms.typed import read_day

HALF_A_YEAR = timedelta(days=182)
OUR_TIME = date(1950, 1, 1)
"""Before it nobody means a day, and reckoning back from one would run out of the calendar."""


def span_of(asked: Mapping[str, str], today: date) -> tuple[date, date]:
    """The days `first` and `last`, the last included; the half year until today where nothing sensible is asked."""
    first, last = (read_day(asked.get(name, "")[:40]) for name in ("first", "last"))
    last = min(last or today, today)
    if last < OUR_TIME or (first is not None and not OUR_TIME <= first <= last):
        return today - HALF_A_YEAR, today
    return first or last - HALF_A_YEAR, last
