"""How far two written names agree: the same name, one with a slip of the pen, in part, or another name altogether."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from rihai.names import commonness, keys_for_search, meets
from rihai.names.letters import fold, is_arabic
from rihai.names.units import units

Level = Literal["same", "slip", "part", "other"]

_SLIPS = 1
"""Letters that may be wrong, missing, too many or exchanged in one word of a name."""
_SHORTEST = 4
"""A word shorter than this is another word when a letter changes: Ali and Adi."""
_TELLING = 0.4
"""Words that weigh less are so common that sharing them says nothing: Muhammad, Khan, Ali."""


class Likeness(NamedTuple):
    """How far two names agree, and the share from 0 to 1 of what tells people apart that agrees."""

    level: Level
    share: float


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> Likeness:
    """Compares two names of any script: by `rihai.names.meets`, then letter by letter for slips of the pen."""
    if one == other or fold(one) == fold(other):
        return Likeness("same", 1.0)
    meeting = meets(one, other) if _share_a_word(one, other) else None
    if meeting and meeting.meets:
        return Likeness("same", meeting.score)
    if _slipped(one, other, _near):
        return Likeness("slip", 0.8)
    if _slipped(one, other, _near_or_known):
        return Likeness("part", 0.4)
    if meeting is None:
        return Likeness("other", 0.0)
    both_have_more = _telling(meeting.only_first) and _telling(meeting.only_second)
    if not both_have_more and _telling([first for first, _ in meeting.matched]):
        return Likeness("part", 0.4)
    return Likeness("other", 0.0)


def _telling(words: Iterable[str]) -> bool:
    return any(weight_of(word) >= _TELLING for word in words)


def _slipped(one: str, other: str, near: Callable[[str, str], bool]) -> bool:
    """Whether the words agree one by one but for a slip: Kashif and Kahsif, Rubina and Rubna.

    Names of two scripts are never compared so: letters tell nothing there. Two words we know both, such as Asif and
    Arif, may be two brothers' names or a slip, which is then agreement in part.
    """
    if is_arabic(one) != is_arabic(other):
        return False
    first, second = fold(one).split(), fold(other).split()
    return len(first) == len(second) and all(near(a, b) for a, b in zip(first, second, strict=True))


@lru_cache(maxsize=100_000)
def _near(one: str, other: str) -> bool:
    return _near_or_known(one, other) and (
        not (_is_known(one) and _is_known(other)) or one == other or meets(one, other).meets
    )


@lru_cache(maxsize=100_000)
def _near_or_known(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    if one == other:
        return True
    if min(len(one), len(other)) >= _SHORTEST and OSA.distance(one, other, score_cutoff=_SLIPS) <= _SLIPS:
        return True
    return _share_a_word(one, other) and meets(one, other).meets


def _share_a_word(one: str, other: str) -> bool:
    """Whether two names would be found under one word; names that meet do, and this is quick to see."""
    return not frozenset(tokens(one)).isdisjoint(tokens(other))


def _is_known(word: str) -> bool:
    from rihai.names.resolve import known_as

    return bool(known_as(word))


@lru_cache(maxsize=200_000)
def weight_of(name: str) -> float:
    """How much a name tells people apart: the sum of its words' weights, each at most 1 (Muhammad 0.1)."""
    return sum(min(1.0, 1.0 - commonness(word.text) + (0.4 if word.kind else 0.0)) for word in units(name))


@lru_cache(maxsize=200_000)
def tokens(name: str) -> tuple[str, ...]:
    """The script-neutral words under which a name is looked up."""
    return tuple(sorted(keys_for_search(name)))
