"""Groups of records of one list that are one person, never joining through a third what is never joined directly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar


class Pair(Protocol):
    """Two places of a list."""

    @property
    def one(self) -> int:
        """The first place."""

    @property
    def other(self) -> int:
        """The second place."""


P = TypeVar("P", bound=Pair)


def grouped(pairs: Iterable[P], apart: Callable[[int, int], bool] | None = None) -> tuple[list[list[int]], list[P]]:
    """The groups that pairs make, each sorted, and the pairs that were refused, in the order given.

    A pair is refused where it would put two records into one group that are `apart`: A is B and B is C, but A and C
    have two identity numbers. The first pairs have the word, so give the surest first.
    """
    group_of: dict[int, list[int]] = {}
    refused = []
    for pair in pairs:
        one, other = group_of.get(pair.one, [pair.one]), group_of.get(pair.other, [pair.other])
        if one is other:
            continue
        if apart is not None and _any_apart(one, other, apart):
            refused.append(pair)
            continue
        one.extend(other)
        group_of.update(dict.fromkeys(one, one))
    groups = {id(group): sorted(group) for group in group_of.values()}
    return sorted(groups.values()), refused


def _any_apart(one: Sequence[int], other: Sequence[int], apart: Callable[[int, int], bool]) -> bool:
    return any(apart(a, b) for a in one for b in other)
