"""What each item of a form was answered with, as a mark: its value, or why it has none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from rihai.instruments.form import Filled, Question
from rihai.instruments.scoring.declared import NOT_APPLICABLE, NOT_ASSESSED, Item, Scoring

STRONG = frozenset({"o", "p", "m", "i"})
"""Kinds of source of which a critical yes needs one: seen, told by prisoners, measured, or papers from outside."""
KINDS = 2
PARTLY = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Mark:
    """An item's answer: `value` from 0 to 1, None where it was not assessed (`na`) or does not apply (`nap`).

    `is_provisional`: a critical yes that too few kinds of source bear; it counts as partly and is shown as provisional.
    """

    code: str
    value: Fraction | None
    is_provisional: bool = False

    @property
    def applies(self) -> bool:
        """Whether the item applies where the form was filled in."""
        return self.value is not None or self.code != NOT_APPLICABLE


def mark(item: Item, code: str, sources: Collection[str] | None = None) -> Mark:
    """The mark of an answer; `sources` are the kinds that were ticked, None where nobody asked for them."""
    said = item.values.get(code, code) if code else NOT_ASSESSED
    if said in {NOT_ASSESSED, NOT_APPLICABLE}:
        return Mark(said, None)
    value = _share(said)
    if value is None:
        return Mark(NOT_ASSESSED, None)
    if item.is_critical and value == 1 and sources is not None and not _is_borne(sources):
        return Mark(code, PARTLY, is_provisional=True)
    return Mark(code, value)


def marks_in(scoring: Scoring, filled: Filled) -> dict[str, Mark]:
    """The mark of every item of a form that was filled in, by its name; what was not asked does not apply."""
    lines = {line.node.name: line for line in filled.every() if isinstance(line.node, Question)}
    found = {}
    for name, item in scoring.items.items():
        line, sources = lines.get(name), lines.get(item.sources)
        if line is None or not line.on:
            found[name] = Mark(NOT_APPLICABLE, None)
        else:
            found[name] = mark(item, line.text, sources.text.split() if sources is not None else None)
    return found


def _is_borne(sources: Collection[str]) -> bool:
    kinds = {one.casefold() for one in sources}
    return len(kinds) >= KINDS and bool(kinds & STRONG)


def _share(text: str) -> Fraction | None:
    try:
        found = Fraction(text) if len(text) <= 12 and "/" not in text and "e" not in text.casefold() else None
    except ValueError:
        return None
    return found if found is not None and 0 <= found <= 1 else None
