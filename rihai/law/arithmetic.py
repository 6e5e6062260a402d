"""The arithmetic of a condition in words: "in custody since 21 May 2026; 6 months ended on 21 November 2026"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rihai.days import ALWAYS, NEVER, add, fraction_of
from rihai.law.labels import label
from rihai.law.lay import Row
from rihai.law.tree import Amount, LeftUntil, Node, Since, Until, leaves, push, shifts_of
from rihai.words import amount_text, day_text, direction, join_or, mark, say

_ENDS = {
    0: mark("{amount} to {day}"),
    1: mark("{amount} and {days} to {day}"),
    -1: mark("{amount} less {days} to {day}"),
}


def reckoning(node: Node, row: Row, day: int, language: str) -> tuple[str, str]:
    """(the amount in words, the sum of days in a sentence) of a condition; empty where it has none, or is not known."""
    for leaf, _ in leaves(push(node)):
        if isinstance(leaf, Since | Until | LeftUntil):
            amounts = possible_amounts(leaf.amount, row)
            words = join_or([_words(leaf.amount, one, language) for one in amounts], language)
            return words, _sum(leaf, amounts, row, day, language)
    return "", ""


class Span(NamedTuple):
    """A length of time in a condition: the fact it is counted from, its first day, the day on which it is over.

    Days are numbers; None where one is not known, or may be several.
    """

    fact: str
    start: int | None
    end: int | None


def spans_of(node: Node, row: Row) -> Iterator[Span]:
    """The lengths of time that have to pass in a condition."""
    for leaf, _ in leaves(push(node)):
        if isinstance(leaf, Since):
            start, latest = row[f"{leaf.fact}__e"], row[f"{leaf.fact}__l"]
            if start != latest or start in {ALWAYS, NEVER}:
                yield Span(leaf.fact, None, None)
                continue
            shift, amounts = _shift(leaf, row), possible_amounts(leaf.amount, row)
            is_known = shift is not None and len(amounts) == 1
            yield Span(leaf.fact, start, _end(leaf, start, amounts[0]) + (shift or 0) if is_known else None)


def possible_amounts(amount: Amount, row: Row) -> list[tuple[int, int]]:
    """The months and days an amount may be on what the row knows, shortest first."""
    if amount.table:
        found = set()
        for values, months in amount.table.rows:
            pairs = zip(amount.table.keys, values, amount.table.court_codes, strict=True)
            if all(_fits(row[key], value, court) for key, value, court in pairs):
                found.add((months, 0))
        return sorted(found)
    if amount.tiers:
        low, high = row[f"{amount.tiers.key}__lo"], row[f"{amount.tiers.key}__hi"]
        touched, below = set(), -float("inf")
        for top, months in amount.tiers.steps:
            if below < high and (top is None or low <= top):
                touched.add((months, 0))
            below = float("inf") if top is None else top
        return sorted(touched)
    if amount.term:
        if f"{amount.term}__m" in row:
            least, most = term_in(row, amount.term)
            return [] if least[0] < 0 else sorted({least, most})
        low, high = row[f"{amount.term}__lo"], row[f"{amount.term}__hi"]
        return [(int(low), 0)] if low == high else []
    return [(amount.months, amount.days)]


def term_in(row: Row, fact: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """The shortest and the longest a term of a row can be, in months and days; -1 months where it is not known."""
    least = int(row[f"{fact}__m"]), int(row[f"{fact}__d"])
    if f"{fact}__most_m" not in row:
        return least, least
    return least, (int(row[f"{fact}__most_m"]), int(row[f"{fact}__most_d"]))


def _fits(found: object, value: str | bool, court: frozenset[str]) -> bool:
    if isinstance(value, bool):
        return found in {int(value), -1}
    return found in {value, ""} or found in court


def _words(amount: Amount, length: tuple[int, int], language: str) -> str:
    words = amount_text(*length, language)
    if amount.fraction is not None:
        return say("{fraction} of {amount}", language, fraction=amount.fraction, amount=words)
    return words


def _sum(leaf: Since | Until | LeftUntil, amounts: list[tuple[int, int]], row: Row, day: int, language: str) -> str:
    start, latest = row[f"{leaf.fact}__e"], row[f"{leaf.fact}__l"]
    if start != latest or start in {ALWAYS, NEVER} or isinstance(leaf, LeftUntil):
        return ""
    shift = _shift(leaf, row)
    if shift is None or not amounts:
        return ""
    moved = _ENDS[(shift > 0) - (shift < 0)]
    ends = [
        say(
            moved, language,
            amount=_words(leaf.amount, length, language), days=amount_text(0, abs(shift), language),
            day=day_text(_end(leaf, start, length) + shift, language),
        )
        for length in amounts
    ]  # fmt: skip
    begun = f"{label(leaf.fact, language)} {day_text(start, language)}"
    asked = say("asked for {day}", language, day=day_text(day, language))
    pause = "؛ " if direction(language) == "rtl" else "; "
    return say("Reckoned: {sum}.", language, sum=pause.join([begun, *ends, asked]))


def _shift(leaf: Since | Until, row: Row) -> int | None:
    """The days by which the end is put off, less than nothing where it comes sooner; None where they are not known."""
    total = 0
    for fact in shifts_of(leaf):
        low, high = row[f"{fact}__lo"], row[f"{fact}__hi"]
        if low != high:
            return None
        assert isinstance(leaf, Since)
        total += int(low) if fact == leaf.plus else -int(low)
    return total


def _end(leaf: Since | Until, start: int, length: tuple[int, int]) -> int:
    part = leaf.amount.fraction
    if part is not None:
        return fraction_of(start, *length, part.numerator, part.denominator)
    return add(start, *length)
