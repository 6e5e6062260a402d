"""Rewrites expressions for the one day asked: facts are compared with constants instead of days being worked out.

`custody_since + 6 months <= today` is `custody_since <= the last day whose anniversary is not after today`; the
greatest of some days is not after today where none of them is; and so on down to the columns. Every row gets the same
answer; what is left to work out are truths, for which an engine needs no calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from rihai.days import ALWAYS, NEVER, add
from rihai.law.graph import Expr, Graph

Test = Literal["le", "lt", "ge", "gt"]
_TURNED: Mapping[Test, Test] = {"le": "ge", "lt": "gt", "ge": "le", "gt": "lt"}
_FIRST, _LAST = -719_162, 2_932_896
"""1 January 0001 and 31 December 9999: no day of a record lies beyond."""
_MOST_MONTHS = 12 * 9_999


class Replacing:
    """Puts the number of the day, and what is known of some nodes by their number, in their place."""

    def __init__(self, graph: Graph, day: int, known: Mapping[int, Expr] | None = None) -> None:
        self.graph = graph
        self._made = {graph.day.number: graph.const(day), **(known or {})}

    def __call__(self, node: Expr) -> Expr:
        """The expression with everything replaced."""
        made = self._made.get(node.number)
        if made is None:
            args = [self(arg) if isinstance(arg, Expr) else arg for arg in node.args]
            made = self._made[node.number] = node if node.op in {"const", "col"} else self._build(node.op, args)
        return made

    def _build(self, op: str, args: list[object]) -> Expr:
        build: Callable[..., Expr] = getattr(self.graph, op)
        return build(*(frozenset(arg) if isinstance(arg, tuple) else arg for arg in args))


class Settling(Replacing):
    """Takes comparisons apart too, so that a truth is made of facts compared with constants."""

    def __init__(self, graph: Graph, day: int, known: Mapping[int, Expr] | None = None) -> None:
        super().__init__(graph, day, known)
        self._tests: dict[tuple[Test, int, int], Expr] = {}

    def _build(self, op: str, args: list[object]) -> Expr:
        if op in {"le", "lt", "eq"}:
            left, right = args
            assert isinstance(left, Expr)
            assert isinstance(right, Expr)
            if op == "eq":
                return self._equal(left, right)
            return self._test("le" if op == "le" else "lt", left, right)
        return super()._build(op, args)

    def _equal(self, left: Expr, right: Expr) -> Expr:
        """A choice is equal to a constant where the part chosen is."""
        if left.op == "when" and right.op == "const":
            condition, then, other = _parts(left)
            return self._chosen(condition, self._equal(then, right), self._equal(other, right))
        return self.graph.eq(left, right)

    def _test(self, test: Test, left: Expr, right: Expr) -> Expr:
        key = (test, left.number, right.number)
        found = self._tests.get(key)
        if found is None:
            found = self._tests[key] = self._apart(test, left, right)
        return found

    def _apart(self, test: Test, left: Expr, right: Expr) -> Expr:
        if left is right or left.op == right.op == "const":
            return self._whole(test, left, right)
        if left.op == "const" or (right.op in {"max", "min", "when"} and left.op not in {"max", "min", "when"}):
            return self._test(_TURNED[test], right, left)
        if left.op in {"max", "min"}:
            join = self.graph.all if (left.op == "max") == (test in {"le", "lt"}) else self.graph.any
            return join(*(self._test(test, part, right) for part in _parts(left)))
        if left.op == "when":
            condition, then, other = _parts(left)
            return self._chosen(condition, self._test(test, then, right), self._test(test, other, right))
        if left.op in {"add", "within", "fraction"} and right.op == "const":
            bound = right.args[0]
            assert isinstance(bound, int)
            return self._moved(test, left, bound)
        return self._whole(test, left, right)

    def _whole(self, test: Test, left: Expr, right: Expr) -> Expr:
        g = self.graph
        if test in {"le", "lt"}:
            return g.le(left, right) if test == "le" else g.lt(left, right)
        return g.le(right, left) if test == "ge" else g.lt(right, left)

    def _chosen(self, condition: Expr, then: Expr, other: Expr) -> Expr:
        """Where the condition holds the first truth, else the second."""
        g = self.graph
        if then is other:
            return then
        if then is g.true:
            return g.any(condition, other)
        if other is g.true:
            return g.any(g.no(condition), then)
        return g.any(g.all(condition, then), g.all(g.no(condition), other))

    def _moved(self, test: Test, moved: Expr, bound: int) -> Expr:
        """A day moved on or back, compared with a constant: the day itself, compared with another."""
        g = self.graph
        day, months, days = _parts(moved)
        if bound in {ALWAYS, NEVER}:
            return self._test(test, day, g.const(bound))  # what is moved stays finite or infinite
        if moved.op == "add" and months.op in {"max", "min", "when"}:
            return self._test(test, self._of_each_length(day, months, days), g.const(bound))
        if moved.op == "fraction" or not months.op == days.op == "const":
            return self._whole(test, moved, g.const(bound))
        at = bound if test in {"le", "gt"} else bound - 1
        last = (_last_not_after if moved.op == "add" else add)(at, _number(months), _number(days))
        return self._test("le" if test in {"le", "lt"} else "gt", day, g.const(last))

    def _of_each_length(self, day: Expr, months: Expr, days: Expr) -> Expr:
        """More months are never an earlier day: the day after a choice of months is a choice of days."""
        parts = _parts(months)
        choosing = parts[:1] if months.op == "when" else []
        moved = [self.graph.add(day, part, days) for part in parts[len(choosing) :]]
        return super()._build(months.op, [*choosing, *moved])


def _parts(node: Expr) -> list[Expr]:
    return [arg for arg in node.args if isinstance(arg, Expr)]


def _number(node: Expr) -> int:
    value = node.args[0]
    assert isinstance(value, int)
    return value


def _last_not_after(bound: int, months: int, days: int) -> int:
    """The last day d with add(d, months, days) <= bound; a day before every record where there is none."""
    if months >= _MOST_MONTHS:
        return _FIRST - 1
    shortest, longest = sorted((28 * months, 31 * months))
    low, high = max(_FIRST - 1, bound - days - longest - 31), min(_LAST, bound - days - shortest + 31)
    while low < high:
        middle = (low + high + 1) // 2
        if add(middle, months, days) <= bound:
            low = middle
        else:
            high = middle - 1
    return low
