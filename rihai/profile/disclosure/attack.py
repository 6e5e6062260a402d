"""The attack of a reader, who asks between what a withheld count must lie by everything ever published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rihai.profile.disclosure.figures import Key, Sum
from rihai.profile.disclosure.release import Release
from rihai.profile.disclosure.worlds import Worlds


def ceiling_of(releases: Iterable[Release]) -> int:
    """A number above which no withheld count is looked for: twice all that is printed, and then some."""
    return 1000 + 2 * max((number or 0 for one in releases for number in one.cells.values()), default=0)


def worlds_of(releases: Sequence[Release], near: Mapping[Key, int] | None = None) -> Worlds:
    """What those who hold all releases cannot tell apart; `near`, where we know the truth, only guides the search."""
    ceiling = ceiling_of(releases)
    sums: dict[Sum, None] = dict.fromkeys(one for release in releases for one in release.sums)
    keys = dict.fromkeys([*(key for one in releases for key in one.cells), *(key for one in sums for key in one.keys)])
    bounds = {key: _meet([one.reader_knows(key, ceiling) for one in releases]) for key in keys}
    printed = {key: number for one in releases for key, number in one.cells.items() if number is not None}
    return Worlds(bounds, sums, printed | dict(near or {}))


def attack(releases: Sequence[Release]) -> dict[Key, tuple[int, int]]:
    """The least and the greatest number each count that is not printed can have, in worlds laid before us whole.

    Counts never printed that follow from sums are among them. The greatest is a ceiling where nothing holds it.
    Raises ValueError for releases that contradict each other.
    """
    worlds = worlds_of(releases)
    if worlds.world() is None:
        raise ValueError("No numbers agree with all these releases")
    printed = {key for one in releases for key, number in one.cells.items() if number is not None}
    return {key: _between(worlds, key) for key in worlds.keys if key not in printed}


def spread(worlds: Worlds, key: Key, enough: int, number: int) -> int:
    """How far apart two worlds put a count whose true number is `number`; looked for up to `enough` on each side."""
    low, high = worlds.bounds(key)
    least = _first(worlds, key, range(max(low, number - enough), number + 1))
    most = _first(worlds, key, range(min(high, number + enough), number - 1, -1))
    return 0 if least is None or most is None else most - least


def _between(worlds: Worlds, key: Key) -> tuple[int, int]:
    low, high = worlds.bounds(key)
    least = _first(worlds, key, range(low, high + 1))
    most = _first(worlds, key, range(high, low - 1, -1))
    assert least is not None and most is not None, "a world was found before"  # noqa: PT018
    return least, most


def _first(worlds: Worlds, key: Key, numbers: Iterable[int]) -> int | None:
    return next((number for number in numbers if worlds.world(key, number) is not None), None)


def _meet(bounds: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return max(low for low, _ in bounds), min(high for _, high in bounds)
