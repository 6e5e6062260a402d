"""Weighs the evidence for two records: one person surely, perhaps, or not to be spoken of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from rihai.census.link.evidence import (
    Point,
    most_of_fathers,
    most_of_names,
    points_beside_names,
    points_of_fathers,
    points_of_own_names,
)
from rihai.census.link.particulars import Particulars
from rihai.census.link.rarity import Rarity

SURE = 10.0
"""Bits from which two records may be joined: a thousand to one, after allowing for the length of the list."""
DOUBTFUL = -3.0
"""Bits from which a pair is put before a person where neither record has a surer partner: one to eight."""
NOTEWORTHY = 5.0
"""The same for two records of different sex or of flatly different names, which are never joined: thirty to one."""
MARGIN = 6.0
"""Bits by which a sure pair must be ahead of every other pair of either record."""

_BARS = frozenset({"sex_differs", "name_other", "identity_numbers_differ"})
"""Never joined without a person's word, whatever else agrees."""
_NUMBERS = frozenset({"same_identity_number", "same_prison_number", "same_fir"})
_TELLING = frozenset({
    "same_prison_number", "same_fir", "same_arrest", "arrest_turned", "same_admission", "same_birth_date",
    "birth_date_turned", "identity_numbers_near",
})  # fmt: skip
"""What beside names can make a pair sure where no exact key agrees."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two records with what speaks for and against their being one person, and the sum in bits of odds."""

    weight: float
    points: tuple[Point, ...]

    @property
    def could_be_sure(self) -> bool:
        """Whether the pair may be joined if no other pair comes near it.

        Either an exact key agrees (the identity number; the prison's number with the FIR) and the names do not
        contradict; or the names agree and two other things beside. Names alone never join.
        """
        codes = {point.code for point in self.points}
        against = codes & {"father_other", "ages_differ"} - _small(self.points)
        if codes & _BARS:
            return False
        if is_exact(codes) and (self.weight >= SURE or not against):
            return True
        if self.weight < SURE or against or not codes & {"name_same", "name_slip"}:
            return False
        beside = codes & _TELLING
        return len(beside) >= 2 or bool(beside and codes & {"father_same", "father_slip"})

    @property
    def verdict(self) -> Literal["sure", "doubtful", "no"]:
        """As far as this pair alone can say."""
        if self.could_be_sure:
            return "sure"
        return "doubtful" if self.weight >= DOUBTFUL else "no"


def is_exact(codes: Collection[str]) -> bool:
    """Whether an exact key agrees: the identity number, or the prison's number and the FIR together."""
    return "same_identity_number" in codes or {"same_prison_number", "same_fir"} <= set(codes)


def _small(points: Collection[Point]) -> set[str]:
    """Ages that differ by a year or two are how ages are guessed."""
    return {point.code for point in points if point.code == "ages_differ" and point.years <= 2}


def weigh(a: Particulars, b: Particulars, rarity: Rarity) -> Weighed | None:
    """All that speaks for and against two records; None where it cannot reach even a doubt.

    A different sex, or a name that is flatly another, is a doubt only where an exact key agrees or much else does.
    """
    points = points_beside_names(a, b, rarity)
    weight = sum(point.bits for point in points) - rarity.size
    exact = is_exact({point.code for point in points})
    if not exact and weight + most_of_names(a, b, rarity) < DOUBTFUL:
        return None
    points += points_of_own_names(a, b, rarity)
    barred = not {point.code for point in points}.isdisjoint({"sex_differs", "name_other"})
    least = NOTEWORTHY if barred else DOUBTFUL
    weight = sum(point.bits for point in points) - rarity.size
    if not exact and weight + most_of_fathers(a, b, rarity) < least:
        return None
    points += points_of_fathers(a, b, rarity)
    weight = sum(point.bits for point in points) - rarity.size
    if exact:
        weight = max(weight, DOUBTFUL)  # an exact key with everything against it is for a person to look at
    elif weight < least:
        return None
    return Weighed(round(weight, 1), tuple(sorted(points, key=lambda point: -abs(point.bits))))
