"""Drawing from shares: one stream of chance for everything, so that a seed always gives the same prison."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate, pairwise
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Things to draw from, each as often as its weight says."""

    def __init__(self, things: Sequence[tuple[T, float]]) -> None:
        self._things = [thing for thing, _ in things]
        self._sums = list(accumulate(weight for _, weight in things))

    def draw(self, chance: Random) -> T:
        """One of the things."""
        return self._things[bisect_right(self._sums, chance.random() * self._sums[-1], hi=len(self._things) - 1)]


def pick(chance: Random, things: Sequence[T]) -> T:
    """One of the things, each as likely; quicker than Random.choice, which matters a million times."""
    return things[int(chance.random() * len(things))]


def whole(chance: Random, lowest: int, highest: int) -> int:
    """A whole number from lowest to highest, both included."""
    return lowest + int(chance.random() * (highest - lowest + 1))


def along(chance: Random, steps: Sequence[tuple[float, int]]) -> int:
    """A number from a distribution given by its shares: between two shares, in a straight line."""
    share = chance.random()
    for (low, small), (high, large) in pairwise(steps):
        if share <= high:
            return small + int((large - small) * (share - low) / (high - low))
    return steps[-1][1]


def before(day: date, days: int) -> date:
    """The day so many days earlier."""
    return day - timedelta(days=days)
