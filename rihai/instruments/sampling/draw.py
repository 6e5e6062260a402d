"""The draw itself, pure: a simple random sample without replacement, and what each answer stands for.

Everybody in the frame is put into the order of the digest of the seed and their id; the first are drawn, the next are
reserves. Whoever has the seed and the list gets the same order, and nobody can choose it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID


def in_order(frame: Iterable[UUID], seed: str) -> list[UUID]:
    """Everybody in the order of the draw."""
    return sorted(set(frame), key=lambda one: (hashlib.sha256(f"{seed}:{one}".encode()).hexdigest(), one))


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
