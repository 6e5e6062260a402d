"""Which cells to withhold: the small ones, and as many beside them as keep them from being worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from enum import Enum

from rihai.errors import Refused
from rihai.profile.disclosure.attack import spread, worlds_of
from rihai.profile.disclosure.figures import Figures, Key, Sum
from rihai.profile.disclosure.release import Release
from rihai.profile.disclosure.worlds import Worlds
from rihai.words import mark


class Reason(Enum):
    """Why a cell is withheld; for the log that stays in the office, never for the page."""

    SMALL = mark("fewer people than the threshold")
    SMALL_GROUP = mark("part of a group smaller than the threshold")
    EARLIER = mark("withheld in an earlier release")
    CHANGE = mark("changed since an earlier release by fewer people than the threshold")
    COVER = mark("withheld so that another cell cannot be worked out")


def suppress(figures: Figures, base: int, earlier: Sequence[Release] = ()) -> dict[Key, Reason]:
    """The shown cells to withhold, each with its reason, so that no small count can be worked out.

    Every withheld cell, and every small count that is not shown but follows from sums, is left at least its threshold
    wide for a reader who holds all earlier releases too, knows the sums, and that counts are whole and not below
    nought. What was printed before cannot be withheld any more. `base` is what the figures will be rounded to; the
    proof takes them unrounded, which tells a reader more. Raises Refused when no way was found to be safe, even with
    every new figure withheld.
    """
    linked = _linked(figures, earlier)
    printed = {key for one in linked for key, number in one.cells.items() if number is not None}
    open_to = {key for key, count in figures.counts.items() if count.shown and key not in printed}
    withheld = {key: reason for key, reason in _primary(figures, base, earlier) if key in open_to}
    lines = list(dict.fromkeys([*figures.sums, *(one for release in linked for one in release.sums)]))
    worlds = _worlds(figures, withheld, linked)
    waiting = list(_guarded(figures, withheld, linked, worlds))
    while waiting:
        key, width, number = waiting[-1]
        if spread(worlds, key, width, number) >= width:
            waiting.pop()
            continue
        cover = _cover(figures, lines, open_to - withheld.keys(), worlds, key)
        if cover is None:
            beside = "Beside an earlier release these" if linked else "These"
            raise Refused(f"{beside} figures would betray a small count; none was released.")
        withheld[cover] = Reason.COVER
        waiting.insert(0, (cover, figures.counts[cover].threshold, figures.counts[cover].number))
        worlds = _worlds(figures, withheld, linked)
    return {key: withheld[key] for key in figures.counts if key in withheld}


def _linked(figures: Figures, earlier: Sequence[Release]) -> list[Release]:
    """The earlier releases that share a count with these figures, or with one that does.

    No sum leads from the others to these: what they withhold was proved when they were made, and nothing new is said
    of it.
    """
    known = {*figures.counts, *(key for one in figures.sums for key in one.keys)}
    linked: dict[int, Release] = {}
    while True:
        found = {n: one for n, one in enumerate(earlier) if n not in linked and not known.isdisjoint(_keys_of(one))}
        if not found:
            return [linked[n] for n in sorted(linked)]
        linked |= found
        known.update(key for one in found.values() for key in _keys_of(one))


def _keys_of(release: Release) -> set[Key]:
    return {*release.cells, *(key for one in release.sums for key in one.keys)}


def _primary(figures: Figures, base: int, earlier: Sequence[Release]) -> Iterator[tuple[Key, Reason]]:
    """The cells that must not be shown for their own sake. Of a group too small to show, no part is shown either."""
    for one in figures.sums:
        if figures.counts[one.total].is_small:
            yield from ((part, Reason.SMALL_GROUP) for part in one.parts if figures.counts[part].shown)
    for key, count in figures.counts.items():
        if not count.shown:
            continue
        if any(key in one.cells and one.cells[key] is None for one in earlier):
            yield key, Reason.EARLIER
        if any(_betrays_change(key, count.number, count.threshold, base, one) for one in earlier):
            yield key, Reason.CHANGE
        if count.is_small:
            yield key, Reason.SMALL


def _betrays_change(key: Key, number: int, threshold: int, base: int, earlier: Release) -> bool:
    """Whether a reader of both learns that fewer than the threshold came or went, as rounding does not blur it."""
    if 2 * (base // 2) + 2 * (earlier.base // 2) >= threshold:
        return False
    printed = [
        then for (period, series), then in earlier.cells.items() if series == key.series and period != key.period
    ]
    return any(then is not None and 0 < abs(number - then) < threshold for then in printed)


def _guarded(
    figures: Figures, withheld: Mapping[Key, Reason], earlier: Sequence[Release], worlds: Worlds
) -> Iterator[tuple[Key, int, int]]:
    """What must stay wide: (cell, how wide, a number it can have), among it what earlier releases withheld."""
    for key, count in figures.counts.items():
        if key in withheld or (not count.shown and count.is_small):
            yield key, count.threshold, count.number
    least = min((count.threshold for count in figures.counts.values()), default=1)
    world = worlds.world() or {}
    then = dict.fromkeys(key for one in earlier for key, number in one.cells.items() if number is None)
    yield from ((key, least, world.get(key, 0)) for key in then if key not in withheld)


def _worlds(figures: Figures, withheld: Mapping[Key, Reason], earlier: Sequence[Release]) -> Worlds:
    cells = {
        key: None if key in withheld else count.number for key, count in figures.counts.items() if count.shown
    }  # fmt: skip
    near = {key: count.number for key, count in figures.counts.items()}
    again = {key for one in earlier for key, number in one.cells.items() if number is not None}
    fresh = {key: number for key, number in cells.items() if key not in again}
    return worlds_of([*earlier, Release(fresh, tuple(figures.sums), least=figures.least)], near)


def _cover(figures: Figures, lines: Sequence[Sum], open_to: Set[Key], worlds: Worlds, weak: Key) -> Key | None:
    """The next cell to withhold: in the tightest sum the smallest part that is not nought, a nought, or the total."""
    reached, seen = [weak], {weak}
    for key in reached:
        for one in sorted((line for line in lines if key in line.keys), key=lambda line: _room(worlds, line, key)):
            free = [cell for cell in one.keys if cell in open_to]
            if free:
                return min(free, key=lambda cell: _cost(figures, cell, one))
            fresh = [cell for cell in one.keys if cell not in seen]
            reached += fresh
            seen.update(fresh)
    return None


def _room(worlds: Worlds, line: Sum, key: Key) -> int:
    return sum(high - low for low, high in (worlds.bounds(cell) for cell in line.keys if cell != key))


def _cost(figures: Figures, cell: Key, line: Sum) -> tuple[bool, bool, int]:
    number = figures.counts[cell].number
    return cell == line.total, number == 0, number
