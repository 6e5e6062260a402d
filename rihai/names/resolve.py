"""Says which known name words a written word may be, and how far two written words lie apart."""

from __future__ import annotations

from functools import cache, lru_cache

from rihai.names import known
from rihai.names.letters import fold
from rihai.names.likeness import apart
from rihai.names.sounds import skeleton, sounds

ALIKE = 0.42
"""Two words are heard alike up to this cost; measured on tests/names (a dropped h costs 0.3, another consonant 1)."""
PARTED = ALIKE + 0.1
"""How far two different known words lie apart, however near their sounds are."""
TIED = 0.07
"""A written word stands for every known word that is this near to the nearest: Hamid is حامد and حمید."""


@cache
def _by_writing() -> dict[str, frozenset[str]]:
    """Every written form of the known words, with the words it can be; a word is named by its first Roman form."""
    found: dict[str, set[str]] = {}
    for urdu, heard, *others in known.ENTRIES:
        for form in (urdu, heard, *others):
            found.setdefault(fold(form), set()).add(heard)
    return {form: frozenset(words) for form, words in found.items()}


@cache
def _by_skeleton() -> dict[str, frozenset[str]]:
    """The Roman forms of the known words by their skeleton."""
    found: dict[str, set[str]] = {}
    for urdu, *romans in known.ENTRIES:
        for form in (urdu, *romans):
            found.setdefault(skeleton(fold(form)), set()).update(romans)
    return {bones: frozenset(forms) for bones, forms in found.items()}


@lru_cache(maxsize=65536)
def known_as(word: str) -> dict[str, float]:
    """The known words that a folded word may be, each with the cost of hearing it so; empty when there is none."""
    if word in _by_writing():
        return dict.fromkeys(_by_writing()[word], 0.0)
    costs: dict[str, float] = {}
    for form in _by_skeleton().get(skeleton(word), ()):
        cost = apart(sounds(word), sounds(form))
        for heard in _by_writing()[form]:
            costs[heard] = min(cost, costs.get(heard, cost))
    nearest = min(costs.values(), default=1.0)
    if nearest > ALIKE:
        return {}
    return {heard: cost for heard, cost in costs.items() if cost <= nearest + TIED}


@lru_cache(maxsize=65536)
def distance(one: str, other: str) -> float:
    """How far two folded words lie apart: 0 when they are the same name word, above ALIKE when they are two.

    By sound; but two known words that differ are parted however alike they sound, and one known word, however written,
    is one.
    """
    if one == other:
        return 0.0
    first, second = known_as(one), known_as(other)
    shared = first.keys() & second.keys()
    if first and second and not shared:
        return PARTED
    cost = apart(sounds(one), sounds(other))
    return min(cost, *(first[heard] + second[heard] for heard in shared)) if shared else cost
