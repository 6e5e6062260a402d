"""Signs: whether a fact being true helps or hurts; one met with both signs is worked out once for each value.

A table key has both signs unless its rows are ordered one way. At most three such facts a provision: every one
doubles the work. A date or number met with both signs is not split; that is sound, and sometimes says *cannot tell*
where every possibility agrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rihai.law.tree import Is, Leaf, LeftUntil, Node, Since, Table, Until, YesNo, leaves, push

OTHER = "~other"
"""Stands for every code a provision does not name."""


def _occurrences(leaf: Leaf, negated: bool) -> Iterator[tuple[str, object]]:
    """(fact, sign) of the finite facts of a leaf; a sign is +1 or -1 for yes/no, a set of codes with one for codes."""
    turn = -1 if negated else 1
    if isinstance(leaf, YesNo | Is) and leaf.silent:
        return  # what counts only when known is read as it is, never assumed
    if isinstance(leaf, YesNo):
        yield leaf.fact, turn * (1 if leaf.value else -1)
    elif isinstance(leaf, Is):
        yield leaf.fact, (leaf.values, turn)
    elif isinstance(leaf, Since | Until | LeftUntil) and leaf.amount.table:
        # A longer amount delays what begins and prolongs what ends.
        longer = -turn if not isinstance(leaf, Until) else turn
        for index, key in enumerate(leaf.amount.table.keys):
            for sign in _table_signs(leaf.amount.table, index):
                yield key, sign * longer if isinstance(sign, int) else (sign, longer)


def _table_signs(table: Table, index: int) -> list[int | str]:
    """+1 where true never shortens, -1 where it never lengthens; both otherwise. A code's key is itself."""
    values = {row[index] for row, _ in table.rows}
    if values != {True, False}:
        return ["table"]
    months = dict(table.rows)
    steps = {
        (months[row] > months[(*row[:index], False, *row[index + 1 :])])
        - (months[row] < months[(*row[:index], False, *row[index + 1 :])])
        for row in months
        if row[index] is True
    } - {0}
    return sorted(steps) if steps else []


def signs(nodes: Iterable[Node]) -> dict[str, set[object]]:
    """The signs with which each finite fact stands in pushed trees that must all hold."""
    found: dict[str, set[object]] = defaultdict(set)
    for node in nodes:
        for leaf, negated in leaves(push(node)):
            for fact, sign in _occurrences(leaf, negated):
                found[fact].add(sign)
    return found


def split_values(nodes: list[Node]) -> dict[str, list[int | str]]:
    """The facts met with both signs, each with every value it must be worked out for."""
    splits: dict[str, list[int | str]] = {}
    for fact, found in signs(nodes).items():
        if len(found) > 1:
            splits[fact] = [1, 0] if found <= {1, -1} else _codes(fact, nodes)
    return splits


def _codes(fact: str, nodes: list[Node]) -> list[int | str]:
    """Every code named for a fact, and one for all the others."""
    named: set[str] = set()
    complete = False
    for node in nodes:
        for leaf, _ in leaves(push(node)):
            if isinstance(leaf, Is) and leaf.fact == fact:
                named |= leaf.values | leaf.court_codes
            elif isinstance(leaf, Since | Until | LeftUntil) and leaf.amount.table and fact in leaf.amount.table.keys:
                index = leaf.amount.table.keys.index(fact)
                named |= {str(row[index]) for row, _ in leaf.amount.table.rows}
                named |= leaf.amount.table.court_codes[index]
                complete = True  # the loader saw to it that a table names every code
    return [*sorted(named), *(() if complete else (OTHER,))]


def repeated(nodes: Iterable[Node]) -> set[str]:
    """Dates and numbers that stand in more than one leaf, with more than one direction: for a warning."""
    directions: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        for leaf, negated in leaves(push(node)):
            if isinstance(leaf, Since | LeftUntil | Until):
                begins = isinstance(leaf, Until) == negated
                directions[leaf.fact].add("begins" if begins else "ends")
    return {fact for fact, found in directions.items() if len(found) > 1}
