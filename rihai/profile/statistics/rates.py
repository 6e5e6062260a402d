"""Shares of the unsentenced, each with the counts it is made of and how many nothing is known of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeAlias

from rihai.profile.statistics.figure import Figure
from rihai.profile.statistics.standing import APPEALS

Key: TypeAlias = tuple[str | None, str | None, str | None]
"""Standing, sex and adulthood of a person."""
Crossed: TypeAlias = Counter[Key]

FIRST_DECISION = frozenset({"under_trial"})
FOR_AN_OFFENCE = FIRST_DECISION | {"convicted_unsentenced", *APPEALS}
"""The prison population of the UN-CTS: without persons held otherwise than for an offence."""
NOT_FINAL = FIRST_DECISION | {"convicted_unsentenced", "appeal_pending"}


def rates(crossed: Crossed) -> tuple[Figure, ...]:
    """The unsentenced among all, women, men, transgender people and juveniles, and those without a final decision.

    Base: persons held for an offence whose standing is known; `left_out` are those of whom it is not.
    """
    return (
        _unsentenced("unsentenced", crossed, lambda _: True),
        _unsentenced("unsentenced_women", crossed, lambda key: key[1] == "female"),
        _unsentenced("unsentenced_men", crossed, lambda key: key[1] == "male"),
        _unsentenced("unsentenced_transgender", crossed, lambda key: key[1] == "transgender"),
        _unsentenced("unsentenced_juveniles", crossed, lambda key: key[2] == "juvenile"),
        _rate("not_final", crossed, NOT_FINAL, FOR_AN_OFFENCE - {"appeal_not_known"}, {None, "appeal_not_known"}),
    )


def _unsentenced(code: str, crossed: Crossed, among: Callable[[Key], bool]) -> Figure:
    chosen = Counter({key: count for key, count in crossed.items() if among(key)})
    return _rate(code, chosen, FIRST_DECISION, FOR_AN_OFFENCE, {None})


def _rate(code: str, crossed: Crossed, of: frozenset[str], base: frozenset[str], unknown: set[str | None]) -> Figure:
    counts: Counter[str | None] = Counter()
    for (standing, _, _), count in crossed.items():
        counts[standing] += count
    return Figure(
        code,
        sum(counts[standing] for standing in of),
        sum(counts[standing] for standing in base),
        sum(counts[standing] for standing in unknown),
    )
