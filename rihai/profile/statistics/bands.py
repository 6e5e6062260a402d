"""Bands of age and of time: every one begins where the one before it ends, so that nobody is in two."""

from __future__ import annotations

from functools import lru_cache

from rihai.days import ALWAYS, UNKNOWN, Span, add, continuous_since
from rihai.profile.record import Ages, Record, stays_of

AGES = ((18, "under_18"), (25, "18_to_24"), (35, "25_to_34"), (50, "35_to_49"), (60, "50_to_59"))
"""Completed years at which each band ends; sixty and more comes last."""
OLDEST_BAND = "60_and_over"
CHILD_AGES = ((1, "under_1"), (3, "1_to_2"), (6, "3_to_5"))
OLDEST_CHILDREN = "6_and_over"

TIMES = ((6, "to_6_months"), (12, "to_1_year"), (24, "to_2_years"), (36, "to_3_years"), (60, "to_5_years"))
"""Months up to which each band reaches, the anniversary itself included; over five years comes last."""
LONGEST = "over_5_years"
OVERS = ("over_6_months", "over_1_year", "over_2_years", "over_3_years", "over_5_years")
"""What lies beyond each of TIMES: nested, so that each holds the next."""


def age_band(ages: Ages | None) -> str | None:
    """The band of somebody's age; None where it is not known or may be either of two."""
    return _band(ages, AGES, OLDEST_BAND)


def child_band(ages: Ages | None) -> str | None:
    """The band of a child's age; None where it is not known or may be either of two."""
    return _band(ages, CHILD_AGES, OLDEST_CHILDREN)


def _band(ages: Ages | None, bands: tuple[tuple[int, str], ...], last: str) -> str | None:
    if ages is None:
        return None
    low, high = (next((band for years, band in bands if age < years), last) for age in ages)
    return low if low == high else None


def adulthood(ages: Ages | None) -> str | None:
    """Adult or juvenile, the two groups of the UN-CTS; None where it cannot be said."""
    reached = ages.reached(18) if ages else None
    return None if reached is None else "adult" if reached else "juvenile"


def time_band(since: Span, on: int) -> str | None:
    """How long somebody has been held on a day: over N months from the day after the anniversary; None if not known."""
    if since == UNKNOWN:
        return None
    bands = {_time_band(day, on) for day in since}
    return bands.pop() if len(bands) == 1 else None


@lru_cache(maxsize=65536)
def _time_band(since: int, on: int) -> str | None:
    if not ALWAYS < since <= on:
        return None
    return next((band for months, band in TIMES if on <= add(since, months)), LONGEST)


def held_longest(cases: list[Record], on: int) -> Span:
    """First day of the longest unbroken stay among some cases, in parts where known in part; stays never add up.

    UNKNOWN when a case that could be the longest says nothing of it.
    """
    spans = []
    for case in cases:
        stays = stays_of(case)
        if stays is None:
            return UNKNOWN
        spans.append(continuous_since(stays, on))
    return Span(min(span.earliest for span in spans), min(span.latest for span in spans)) if spans else UNKNOWN
