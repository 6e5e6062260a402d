"""Says whether two written names may be one person's, how surely, and why, in sentences a caseworker can check.

Two names that meet are a proposal, never a merging: whether they are one person is for a person to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rihai.names.resolve import ALIKE, distance, known_as
from rihai.names.units import Unit, units
from rihai.names.weights import is_family, weight

Units = tuple[Unit, ...]
Places = tuple[int, ...]

ENOUGH = 0.7
"""From this score on two names meet: at least this share of what tells people apart agrees."""
FILLER = 0.15
"""A word that weighs no more than this, such as Muhammad or Khan, may be left out of a name or put to it."""
FILLER_COUNTS = 0.2
"""The share of its weight with which a filler or a family name counts that stands in one name only."""
TURNED = 0.65
"""What is left of the score when the words agree in another order: Ali Akbar and Akbar Ali are two names."""


@dataclass(frozen=True)
class Meeting:
    """Whether two names meet, the share from 0 to 1 of their distinctive words that agree, and the reasons."""

    meets: bool
    score: float
    why: list[str]
    matched: tuple[tuple[str, str], ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


class Pair(NamedTuple):
    """Words of two names that are heard alike: their positions, their text, the cost, the weight."""

    first: Places
    second: Places
    texts: tuple[str, str]
    cost: float
    weight: float


def meets(a: str, b: str) -> Meeting:
    """Compares two whole names of any script; words that agree count by how much they tell people apart.

    A common word or a family name that stands in one name only does not part them; a distinctive word does. Nothing
    meets an empty name.
    """
    one, other = units(a), units(b)
    pairs = _pairs(one, other)
    left = _left(one, {i for pair in pairs for i in pair.first})
    right = _left(other, {j for pair in pairs for j in pair.second})
    score = _score(pairs, left, right)
    turned = _turned(pairs)
    score *= TURNED if turned else 1.0
    met = score >= ENOUGH
    why = [_alike(pair) + _readings(pair) for pair in pairs] + [_extra(unit, "first") for unit in left]
    why += [_extra(unit, "second") for unit in right]
    if turned:
        why.append("The words that agree stand in another order.")
    why.append(_verdict(met, bool(one and other)))
    return Meeting(
        met, round(score, 3), why, tuple(pair.texts for pair in pairs),
        tuple(_written(unit) for unit in left), tuple(_written(unit) for unit in right),
    )  # fmt: skip


def _pairs(one: Units, other: Units) -> list[Pair]:
    """The best pairs of words, each word used once; two words beside each other may pair with one (Gul Naz, Gulnaz)."""
    found = [
        pair for first in _spans(one) for second in _spans(other)
        if (len(first) == 1 or len(second) == 1) and (pair := _pair(one, other, first, second))
    ]  # fmt: skip
    kept: list[Pair] = []
    for pair in sorted(
        found, key=lambda pair: (pair.cost, len(pair.first) + len(pair.second), abs(pair.first[0] - pair.second[0]))
    ):
        if not any(set(pair.first) & set(had.first) or set(pair.second) & set(had.second) for had in kept):
            kept.append(pair)
    return sorted(kept)


def _nearest(pair: Pair) -> tuple[float, int, int]:
    """Surest first, then the shortest, then the words that stand at the same place."""
    return pair.cost, len(pair.first) + len(pair.second), abs(pair.first[0] - pair.second[0])


def _spans(words: Units) -> list[Places]:
    return [(at,) for at in range(len(words))] + [(at, at + 1) for at in range(len(words) - 1)]


def _pair(
    one: tuple[Unit, ...], other: tuple[Unit, ...], first: tuple[int, ...], second: tuple[int, ...]
) -> Pair | None:
    x, y = _joined([one[i] for i in first]), _joined([other[j] for j in second])
    if x.kind != y.kind:
        return None
    cost = 0.0 if x == y else distance(x.text, y.text)
    if cost > ALIKE + 1e-9:
        return None
    return Pair(first, second, (_written(x), _written(y)), cost, _weight(x, y))


def _joined(words: list[Unit]) -> Unit:
    return Unit("".join(word.text for word in words), words[-1].kind or words[0].kind)


def _weight(*words: Unit) -> float:
    """The weight of a word; a compound tells people apart more than the word at its heart."""
    return min(1.0, min(weight(word.text) for word in words) + (0.4 if words[0].kind else 0.0))


def _left(words: Units, used: set[int]) -> list[Unit]:
    return [word for at, word in enumerate(words) if at not in used]


def _score(pairs: list[Pair], left: list[Unit], right: list[Unit]) -> float:
    agreeing = sum(pair.weight for pair in pairs)
    if not agreeing or (_distinctive(left) and _distinctive(right)):
        return 0.0
    likeness = sum(pair.weight * (1 - pair.cost / 2) for pair in pairs)
    return likeness / (
        agreeing + sum(_weight(unit) * (FILLER_COUNTS if _may_lack(unit) else 1) for unit in left + right)
    )


def _distinctive(words: list[Unit]) -> bool:
    return any(_weight(word) > FILLER for word in words)


def _may_lack(word: Unit) -> bool:
    """Whether one and the same person's name is often written without this word."""
    return not word.kind and (_weight(word) <= FILLER or is_family(word.text))


def _turned(pairs: list[Pair]) -> bool:
    """Whether words that are not family names agree in another order."""
    order = [pair.second for pair in pairs if not is_family(pair.texts[0])]
    return order != sorted(order)


def _written(word: Unit) -> str:
    """A word as it is shown: with the compound it is the heart of."""
    shown = {"abd": f"abdul {word.text}", "ullah": f"{word.text} ullah", "din": f"{word.text} uddin"}
    return shown.get(word.kind, word.text)


def _alike(pair: Pair) -> str:
    first, second = pair.texts
    if first == second:
        return f"“{first}” stands in both names."
    if pair.cost < 0.1:
        return f"“{first}” and “{second}” are ways to write one name."
    return f"“{first}” and “{second}” sound much alike and may be one name."


def _readings(pair: Pair) -> str:
    """Which names a spelling can stand for, where it can stand for several: Hamid is Haamid and Hameed."""
    open_texts = [text for text in dict.fromkeys(pair.texts) if len(known_as(text)) > 1]
    return "".join(f" “{text}” can be {' or '.join(sorted(known_as(text)))}." for text in open_texts)


def _extra(word: Unit, where: str) -> str:
    text = f"“{_written(word)}” stands only in the {where} name"
    if not word.kind and is_family(word.text):
        return f"{text}; a family name or rank is often left out."
    if _may_lack(word):
        return f"{text}; it is so common that it is often left out."
    return f"{text}."


def _verdict(met: bool, both: bool) -> str:
    if not both:
        return "One of the names is empty, so there is nothing to compare."
    if met:
        return "The names may be one person's; a person must say whether they are."
    return "Too little of what tells people apart agrees."
