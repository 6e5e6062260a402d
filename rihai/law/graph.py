"""One expression graph for both engines: equal nodes are shared, constants folded while it is built.

Every value is an integer, a text or a truth; there is no NULL. A fact not known has its own value: -1 for yes/no, ""
for a code, ALWAYS..NEVER for a day, -INFINITE..INFINITE for a number. The writers turn the graph into a Python
function or a DuckDB query; both come from the same nodes, so they cannot disagree about the law, only about writing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from rihai.days import ALWAYS, NEVER, add, first_within, fraction_of

INFINITE = 10**15
"""Infinity among numbers and money."""


class Expr:
    """A node: its operation and its arguments (nodes and plain values). Made only through `Graph`."""

    __slots__ = ("args", "number", "op")

    def __init__(self, op: str, args: tuple[object, ...], number: int) -> None:
        self.op: Final = op
        self.args: Final = args
        self.number: Final = number


Plain = int | float | str | bool


def saturating_add(day: int, months: int, days: int) -> int:
    """`add` that leaves minus and plus infinity where they are."""
    return add(day, months, days) if ALWAYS < day < NEVER else day


def saturating_within(last: int, months: int, days: int) -> int:
    """`first_within` that leaves minus and plus infinity where they are."""
    return first_within(last, months, days) if ALWAYS < last < NEVER else last


def saturating_fraction(start: int, months: int, days: int, numerator: int, denominator: int) -> int:
    """`fraction_of` that leaves minus and plus infinity where they are."""
    return fraction_of(start, int(months), int(days), numerator, denominator) if ALWAYS < start < NEVER else start


class Graph:
    """Builds and shares nodes."""

    def __init__(self) -> None:
        self._nodes: dict[tuple[object, ...], Expr] = {}
        self.true = self.const(True)
        self.false = self.const(False)
        self.always = self.const(ALWAYS)
        self.never = self.const(NEVER)
        self.day = self._make("day", ())
        """The day on which the question is asked."""

    def _make(self, op: str, args: tuple[object, ...]) -> Expr:
        key = (op, *((arg.number, "node") if isinstance(arg, Expr) else (type(arg), arg) for arg in args))
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = Expr(op, args, len(self._nodes))
        return node

    def const(self, value: Plain) -> Expr:
        """A plain value."""
        return self._make("const", (value,))

    def col(self, name: str) -> Expr:
        """A column of the row."""
        return self._make("col", (name,))

    def max(self, *parts: Expr) -> Expr:
        """The greatest of integers."""
        return self._extreme("max", parts, NEVER, ALWAYS)

    def min(self, *parts: Expr) -> Expr:
        """The least of integers."""
        return self._extreme("min", parts, ALWAYS, NEVER)

    def _extreme(self, op: str, parts: tuple[Expr, ...], wins: int, drops: int) -> Expr:
        flat: dict[int, Expr] = {}
        best = drops
        for part in parts:
            for one in part.args if part.op == op else (part,):
                assert isinstance(one, Expr)
                if one.op == "const":
                    value = one.args[0]
                    assert isinstance(value, int)
                    best = max(best, value) if op == "max" else min(best, value)
                else:
                    flat[one.number] = one
        if best == wins or not flat:
            return self.const(best)
        rest = [flat[number] for number in sorted(flat)]
        if best != drops:
            rest.append(self.const(best))
        return rest[0] if len(rest) == 1 else self._make(op, tuple(rest))

    def when(self, condition: Expr, then: Expr, other: Expr) -> Expr:
        """`then` where the condition holds, else `other`."""
        if condition is self.true or then is other:
            return then
        if condition is self.false:
            return other
        return self._make("when", (condition, then, other))

    def le(self, left: Expr, right: Expr) -> Expr:
        """left <= right."""
        return self._compare("le", left, right, left.op == right.op == "const" and left.args[0] <= right.args[0])  # type: ignore[operator]

    def lt(self, left: Expr, right: Expr) -> Expr:
        """left < right."""
        return self._compare("lt", left, right, left.op == right.op == "const" and left.args[0] < right.args[0])  # type: ignore[operator]

    def eq(self, left: Expr, right: Expr) -> Expr:
        """left = right."""
        return self._compare("eq", left, right, left is right)

    def _compare(self, op: str, left: Expr, right: Expr, outcome: bool) -> Expr:
        if (left.op == right.op == "const") or left is right:
            return self.const(outcome if left is not right else op != "lt")
        return self._make(op, (left, right))

    def one_of(self, value: Expr, values: frozenset[str]) -> Expr:
        """A text is one of `values`."""
        if value.op == "const":
            return self.const(value.args[0] in values)
        return self._make("one_of", (value, tuple(sorted(values)))) if values else self.false

    def contains(self, value: Expr, part: str) -> Expr:
        """A text contains `part`."""
        return self._make("contains", (value, part))

    def all(self, *parts: Expr) -> Expr:
        """Every truth holds."""
        return self._join("all", parts, self.true, self.false)

    def any(self, *parts: Expr) -> Expr:
        """Some truth holds."""
        return self._join("any", parts, self.false, self.true)

    def _join(self, op: str, parts: tuple[Expr, ...], drops: Expr, wins: Expr) -> Expr:
        flat: dict[int, Expr] = {}
        for part in parts:
            if part is wins:
                return wins
            for one in part.args if part.op == op else (part,):
                assert isinstance(one, Expr)
                if one is not drops:
                    flat[one.number] = one
        if not flat:
            return drops
        rest = tuple(flat[number] for number in sorted(flat))
        return rest[0] if len(rest) == 1 else self._make(op, rest)

    def no(self, part: Expr) -> Expr:
        """The truth does not hold."""
        if part.op == "const":
            return self.const(not part.args[0])
        if part.op == "no":
            inner = part.args[0]
            assert isinstance(inner, Expr)
            return inner
        return self._make("no", (part,))

    def bits(self, *parts: Expr) -> Expr:
        """A number with bit 0 set where the first truth holds, bit 1 where the second does, and so on; at most 62."""
        assert len(parts) <= 62, "no engine holds more in one number"
        return self._make("bits", parts) if parts else self.const(0)

    def add(self, day: Expr, months: Expr, days: Expr) -> Expr:
        """A day some months and days on; infinities stay."""
        if months.op == days.op == "const" and months.args[0] == days.args[0] == 0:
            return day
        if day.op == "const" and day.args[0] in {ALWAYS, NEVER}:
            return day
        return self._make("add", (day, months, days))

    def within(self, last: Expr, months: Expr, days: Expr) -> Expr:
        """The first day from which not more than some months and days are left."""
        return self._make("within", (last, months, days))

    def fraction(self, start: Expr, months: Expr, days: Expr, numerator: int, denominator: int) -> Expr:
        """The day on which a fraction of a term is complete."""
        return self._make("fraction", (start, months, days, numerator, denominator))

    def minus(self, value: Expr) -> Expr:
        """A number of days with its sign turned; infinities are the reader's care."""
        return self.const(-value.args[0]) if value.op == "const" else self._make("minus", (value,))  # type: ignore[operator]


def uses_in_order(expressions: Iterable[Expr]) -> tuple[Counter[int], list[Expr]]:
    """How often each node is used, by its number, and the nodes in an order in which they can be worked out."""
    uses: Counter[int] = Counter()
    order: list[Expr] = []

    def count(node: Expr) -> None:
        uses[node.number] += 1
        if uses[node.number] == 1:
            for arg in node.args:
                if isinstance(arg, Expr):
                    count(arg)
            order.append(node)

    for expression in expressions:
        count(expression)
    return uses, order
