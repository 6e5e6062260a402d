"""Figures that were entered: which of them hold for some days, and when several may be added."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from rihai.results.counting.spans import Span
from rihai.results.models import Entry, Indicator, Method


class Entered(NamedTuple):
    """The figure, how it was come by (empty where it was counted), and on how many entries it rests."""

    value: int | None
    mark: str
    entries: int


NOTHING = Entered(None, "", 0)


def entered(indicator: Indicator, entries: Iterable[Entry], span: Span) -> Entered:
    """What was entered for days that lie within the span.

    Things and acts of different days are added. People are not, since some may be the same: of several entries the
    largest is known to be reached at least. Entries whose days overlap are never added.
    """
    held = [one for one in entries if one.first >= span.first and one.end <= span.end]
    if not held:
        return NOTHING
    if len(held) == 1:
        return Entered(held[0].value, held[0].method if held[0].is_estimate else "", 1)
    ordered = sorted(held, key=lambda one: one.first)
    apart = all(one.end <= later.first for one, later in pairwise(ordered))
    if indicator.is_people or not apart:
        return Entered(max(one.value for one in held), Method.AT_LEAST, len(held))
    marks = {str(one.method) for one in held if one.is_estimate}
    mark = Method.ESTIMATED if Method.ESTIMATED in marks else next(iter(marks), "")
    return Entered(sum(one.value for one in held), mark, len(held))
