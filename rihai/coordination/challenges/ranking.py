"""By which criteria challenges rank: severity, people and feasibility, each from 1 to 5, times weights that are shown.

Rank = severity x its weight + people x its weight + feasibility x its weight. Whoever changes the weights says why, and
every earlier set stays to be read. Nothing else goes into it.
"""

from __future__ import annotations

from dataclasses import dataclass

BANDS = (10, 50, 200, 1000)
"""Up to how many people, not included, a challenge has 1, 2, 3 or 4 points; beyond, 5. A figure withheld has 1."""
MOST = 5


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each criterion weighs."""

    severity: int = 3
    people: int = 2
    feasibility: int = 1

    @property
    def most(self) -> int:
        """The highest rank there can be."""
        return MOST * (self.severity + self.people + self.feasibility)


@dataclass(frozen=True, slots=True)
class Rank:
    """The points of a challenge and what they come to; people that nobody counted have no point."""

    severity: int
    people: int
    feasibility: int
    weights: Weights

    @property
    def number(self) -> int:
        """What they come to."""
        held = self.weights
        return self.severity * held.severity + self.people * held.people + self.feasibility * held.feasibility

    @property
    def sum(self) -> str:
        """The arithmetic in figures."""
        held = self.weights
        parts = (
            (self.severity, held.severity), (self.people, held.people), (self.feasibility, held.feasibility),
        )  # fmt: skip
        return " + ".join(f"{points}×{weight}" for points, weight in parts) + f" = {self.number}"


def band(people: int | None, *, is_known: bool) -> int:
    """The points for so many people; None with `is_known` is a figure that is withheld because it is small."""
    if people is None:
        return 1 if is_known else 0
    return 1 + sum(people >= limit for limit in BANDS)
