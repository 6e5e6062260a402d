"""Disclosure control from end to end: withhold, round, and log what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rihai.errors import Refused
from rihai.profile.disclosure.figures import Figures, Key
from rihai.profile.disclosure.release import Release
from rihai.profile.disclosure.rounding import rounded
from rihai.profile.disclosure.suppress import Reason, suppress
from rihai.words import say


class Entry(NamedTuple):
    """One line of the log: which cell was withheld and why; never how many people it holds."""

    key: Key
    reason: Reason

    def text(self, language: str) -> str:
        """The line in words."""
        return f"{self.key.period} {self.key.series}: {say(self.reason.value, language)}"


class Controlled(NamedTuple):
    """What may leave, and the log of what was done, which stays: it tells small cells from those that cover them."""

    release: Release
    log: tuple[Entry, ...]


def control(figures: Figures, base: int = 1, earlier: Sequence[Release] = ()) -> Controlled:
    """The figures as they may be published after everything in `earlier`, shown cells rounded to `base`.

    What was published once is printed the same again. Raises Refused for a figure that no longer agrees with what was
    published of the same period, as both together would tell what changed, and when no safe way is left.
    """
    before = _printed(figures, base, earlier)
    withheld = suppress(figures, base, earlier)
    shown = {key: one.number for key, one in figures.counts.items() if one.shown and key not in withheld}
    same = {key: number for key, number in before.items() if key in shown}
    numbers, adds_up = rounded(shown, figures.sums, base, same) if base > 1 else (shown, True)
    cells = {key: numbers.get(key) for key, one in figures.counts.items() if one.shown}
    release = Release(cells, tuple(figures.sums), base, adds_up, figures.least)
    return Controlled(release, tuple(Entry(key, why) for key, why in withheld.items()))


def _printed(figures: Figures, base: int, earlier: Sequence[Release]) -> dict[Key, int]:
    """What was printed of the same cells before."""
    before: dict[Key, int] = {}
    for one in earlier:
        for key in figures.counts.keys() & one.cells.keys():
            low, high = one.reader_knows(key, figures.counts[key].number)
            if one.base != base or not low <= figures.counts[key].number <= high:
                raise Refused(
                    f"Figures of {key.period} were published already, and these are not the same; none was released."
                )
            if (number := one.cells[key]) is not None:
                before[key] = number
    return before
