"""The worlds a reader cannot tell apart: every set of whole numbers that what was published allows.

A withheld count is safe when two such worlds give it numbers far enough apart. Both worlds are laid before us whole,
so the answer is a proof: a search that gives up can make us withhold more than we must, never less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rihai.profile.disclosure.figures import Key, Sum

PATIENCE = 400
"""Steps of one search."""
FIRST = (1, -1)
"""Where counts mend a sum alike: first the one that stands in the fewest sums, and in a second search in the most.

With the first alone some lists of three to eight people, of whom everything is withheld, were not seen to be safe.
"""

Bounds = tuple[list[int], list[int]]


class Worlds:
    """All worlds within the bounds of each count in which the sums hold; `near` is where the search begins."""

    def __init__(self, bounds: Mapping[Key, tuple[int, int]], sums: Iterable[Sum], near: Mapping[Key, int]) -> None:
        self.keys = list(bounds)
        place = {key: i for i, key in enumerate(self.keys)}
        self.near = [near.get(key, bounds[key][0]) for key in self.keys]
        # Total less parts is nought: (place, sign) of each count in it.
        self.lines = [[(place[one.total], -1), *((place[part], 1) for part in one.parts)] for one in sums]
        self.lines_of: list[list[int]] = [[] for _ in self.keys]
        for number, line in enumerate(self.lines):
            for i, _ in line:
                self.lines_of[i].append(number)
        self.place = place
        self.low = [bounds[key][0] for key in self.keys]
        self.high = [bounds[key][1] for key in self.keys]
        self.is_possible = self._narrow((self.low, self.high), range(len(self.lines)))
        if (first := self.world()) is not None:
            self.near = list(first.values())  # From one world to the next few sums have to be mended.

    def bounds(self, key: Key) -> tuple[int, int]:
        """Between what the count must lie, as far as one sum after the other tells."""
        i = self.place[key]
        return self.low[i], self.high[i]

    def world(self, key: Key | None = None, number: int = 0) -> dict[Key, int] | None:
        """A world, in which `key` is `number` where one is named; None when none was found."""
        if not self.is_possible:
            return None
        low, high = self.low[:], self.high[:]
        if key is not None and not self._fix((low, high), self.place[key], number):
            return None
        for first in FIRST:
            if found := self._search((low, high), [PATIENCE], first):
                return dict(zip(self.keys, found, strict=True))
        return None

    def _fix(self, bounds: Bounds, i: int, number: int) -> bool:
        low, high = bounds
        if not low[i] <= number <= high[i]:
            return False
        low[i] = high[i] = number
        return self._narrow(bounds, self.lines_of[i])

    def _narrow(self, bounds: Bounds, lines: Iterable[int]) -> bool:
        """Draw the bounds in as far as each sum alone allows; False when a sum cannot hold."""
        low, high = bounds
        waiting = set(lines)
        while waiting:
            line = self.lines[waiting.pop()]
            least = sum(low[i] if sign > 0 else -high[i] for i, sign in line)
            most = sum(high[i] if sign > 0 else -low[i] for i, sign in line)
            if least > 0 or most < 0:
                return False
            for i, sign in line:
                bottom = high[i] - most if sign > 0 else high[i] + least
                top = low[i] - least if sign > 0 else low[i] + most
                if bottom > low[i] or top < high[i]:
                    low[i], high[i] = max(low[i], bottom), min(high[i], top)
                    waiting.update(self.lines_of[i])
        return True

    def _search(self, bounds: Bounds, patience: list[int], first: int) -> Sequence[int] | None:
        """Mend the first sum that does not hold by one of its counts, and go on; the count that mends most first."""
        patience[0] -= 1
        low, high = bounds
        values = [min(max(near, low[i]), high[i]) for i, near in enumerate(self.near)]
        broken = next((line for line in self.lines if sum(sign * values[i] for i, sign in line)), None)
        if broken is None:
            return values
        gap = sum(sign * values[i] for i, sign in broken)
        moves = [(i, min(max(values[i] - sign * gap, low[i]), high[i])) for i, sign in broken if low[i] < high[i]]
        moves.sort(key=lambda move: (-abs(move[1] - values[move[0]]), first * len(self.lines_of[move[0]])))
        for i, number in moves:
            if patience[0] <= 0:
                return None
            trial = (low[:], high[:])
            if number != values[i] and self._fix(trial, i, number) and (found := self._search(trial, patience, first)):
                return found
        return None
