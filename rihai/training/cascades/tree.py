"""The tree of who trained whom, in counts, from plain values: sessions, whom they made trainers, and what those held.

A session hangs under another where one of its trainers came out of that one and it began after it ended: so no branch
ever turns back. Each session stands once in a tree, as near to its root as it can, under the first that leads to it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Held(Generic[K]):
    """A session: its days, who taught it, whom it made trainers, who came; all by key."""

    key: K
    on: date
    until: date
    trainers: frozenset[K]
    made: frozenset[K]
    people: frozenset[K]

    def leads_to(self, other: Held[K]) -> bool:
        """Whether one who came out of this session teaches the other, after it."""
        return other.on > self.until and bool(other.trainers & self.made)


@dataclass(frozen=True, slots=True)
class Placed(Generic[K]):
    """A session in a tree, and how many sessions it is away from the root."""

    session: Held[K]
    depth: int


@dataclass(frozen=True, slots=True)
class Generation:
    """All sessions of one depth together: how many, how many different people came, how many trainers came out."""

    depth: int
    sessions: int
    people: int
    trainers: int


def roots(all_held: Collection[Held[K]]) -> list[Held[K]]:
    """Sessions that made trainers, held by nobody who came out of another of them, the newest first."""
    made = [one for one in all_held if one.made]
    first = [one for one in made if not any(other.leads_to(one) for other in made)]
    return sorted(first, key=lambda one: one.on, reverse=True)


def tree(root: Held[K], all_held: Collection[Held[K]]) -> list[Placed[K]]:
    """The root and all that hangs on it, line by line: each session above what hangs under it."""
    depths, follow = {root.key: 0}, {root.key: list[Held[K]]()}
    level, waiting = [root], sorted((one for one in all_held if one.key != root.key), key=lambda one: one.on)
    while level:
        found = []
        for parent in level:
            for one in [one for one in waiting if parent.leads_to(one)]:
                depths[one.key], follow[one.key] = depths[parent.key] + 1, []
                follow[parent.key].append(one)
                found.append(one)
            waiting = [one for one in waiting if one.key not in depths]
        level = found
    return _lines(root, depths, follow)


def _lines(root: Held[K], depths: dict[K, int], follow: dict[K, list[Held[K]]]) -> list[Placed[K]]:
    lines, stack = [], [root]
    while stack:
        one = stack.pop()
        lines.append(Placed(one, depths[one.key]))
        stack += reversed(follow[one.key])
    return lines


def generations(lines: Sequence[Placed[K]]) -> list[Generation]:
    """A tree by depth; a person is counted once in each generation."""
    found = []
    for depth in sorted({one.depth for one in lines}):
        those = [one.session for one in lines if one.depth == depth]
        made = frozenset[K]().union(*(one.made for one in those))
        found.append(Generation(depth, len(those), people_of(those), len(made)))
    return found


def people_of(sessions: Collection[Held[K]]) -> int:
    """How many different people came to any of them."""
    return len(frozenset[K]().union(*(one.people for one in sessions)))
