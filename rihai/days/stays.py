"""Stays in custody: which one is running, and since when without a break.

A stay is [from, to): `to` is the first day out, absent while it still runs. Bail and escape break custody; a stay
that begins on the day another ends continues it (a transfer is no break). Source: CrPC s.497(1), "continuously";
plain reading, no authority found.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rihai.days.calendar import ALWAYS, NEVER
from rihai.days.span import UNKNOWN, Span


class Stay(NamedTuple):
    """One stay: its first day, and the first day after it (UNKNOWN if not known, STILL while it runs)."""

    begins: Span
    ends: Span


STILL = Span(NEVER, NEVER)


def continuous_since(stays: Iterable[Stay], on: int) -> Span:
    """First day of the unbroken custody that covers day `on`; UNKNOWN if that cannot be said, NEVER if none does."""
    covering: list[Span] = []
    ordered = sorted(stays)
    for index, stay in enumerate(ordered):
        if stay.begins.earliest <= on < stay.ends.latest:
            covering.append(_back_to(ordered, index))
    if not covering:
        return Span(NEVER, NEVER)
    surely = [stay for stay in ordered if stay.begins.latest <= on < stay.ends.earliest]
    earliest = min(span.earliest for span in covering)
    latest = max(span.latest for span in covering)
    return Span(earliest, latest if surely else NEVER)


def _back_to(ordered: list[Stay], index: int) -> Span:
    """Where the run of touching stays that ends with `index` begins."""
    earliest, latest = ordered[index].begins
    for earlier in reversed(ordered[:index]):
        if (earlier.ends.latest >= earliest and earlier.ends.latest != NEVER) or earlier.ends == STILL:
            joined_surely = earlier.ends.earliest >= latest
            earliest = min(earliest, earlier.begins.earliest)
            latest = min(latest, earlier.begins.latest) if joined_surely else latest
    return Span(earliest, latest)


__all__ = ["ALWAYS", "NEVER", "STILL", "UNKNOWN", "Stay", "continuous_since"]
