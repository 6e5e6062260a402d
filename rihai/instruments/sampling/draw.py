"""The draw itself, pure: a simple random sample without replacement, and what each answer stands for.

Everybody in the frame is put into the order of the digest of the seed and their id; the first are drawn, the next are
reserves. Whoever has the seed and the list gets the same order, and nobody can choose it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID


def in_order(frame: Iterable[UUID], seed: str) -> list[UUID]:
    """Everybody in the order of the draw."""
    return sorted(set(frame), key=lambda one: (hashlib.sha256(f"{seed}:{one}".encode()).hexdigest(), one))


def places(frames: Mapping[str, int], wanted: int, *, equal: bool) -> dict[str, int]:
    """How many of each group are drawn: by its size (Webster's divisors) or the same of each; at least one of each.

    No group gives more than it has; what it cannot give goes to the others. Allocations as in Cochran, Sampling
    Techniques (3rd ed. 1977), chapter 5.
    """
    wanted = min(wanted, sum(frames.values()))
    given = dict.fromkeys(frames, 1)
    while sum(given.values()) < wanted:
        open_to = [one for one in frames if given[one] < frames[one]]
        given[max(open_to, key=lambda one: (1 if equal else frames[one]) / (2 * given[one] + 1))] += 1
    return given


def mark_of(frame: Iterable[UUID]) -> str:
    """The mark of a list, by which it is known again."""
    return hashlib.sha256("\n".join(sorted(str(one) for one in set(frame))).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a sample is. `asked` are those to ask now, by their place in the draw; `left` reserves stand ready.

    `weight` is what each answer stands for: the frame over the answers there are; `planned` as it was drawn.
    """

    frame: int
    wanted: int
    answered: int
    out: int
    asked: tuple[int, ...]
    left: int
    planned: float
    weight: float | None


def standing(*, frame: int, wanted: int, answered: Sequence[bool], out: Sequence[bool]) -> Standing:
    """Who is to be asked: the first in the order of the draw, and for each who is out the next reserve."""
    asked: list[int] = []
    done = 0
    at = 0
    while at < len(answered) and done + len(asked) < wanted:
        if answered[at]:
            done += 1
        elif not out[at]:
            asked.append(at)
        at += 1
    count = sum(answered)
    return Standing(
        frame=frame, wanted=wanted, answered=count, out=sum(out), asked=tuple(asked), left=len(answered) - at,
        planned=frame / wanted if wanted else 0.0, weight=frame / count if count else None,
    )  # fmt: skip


def together(parts: Sequence[Standing]) -> Standing:
    """The sums over the groups of a sample; of several no one weight is said, for each has its own."""
    if len(parts) == 1:
        return parts[0]
    frame, wanted, left = (
        sum(one.frame for one in parts),
        sum(one.wanted for one in parts),
        sum(one.left for one in parts),
    )
    answered, out = sum(one.answered for one in parts), sum(one.out for one in parts)
    asked = tuple(at for one in parts for at in one.asked)
    return Standing(frame, wanted, answered, out, asked, left, planned=0.0, weight=None)
