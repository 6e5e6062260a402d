"""Writes expressions as a Python function over one row: the engine for one person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rihai.law.graph import Expr, saturating_add, saturating_fraction, saturating_within, uses_in_order

RowFunction = Callable[[Mapping[str, Any], int], tuple[Any, ...]]
"""Takes a row and the number of the day asked, gives the values of the expressions in their order."""

_INFIX = {"le": "<=", "lt": "<", "eq": "=="}
_JOINS = {"all": " and ", "any": " or "}
_CALLS = {"add": "_add", "within": "_within", "fraction": "_fraction", "max": "max", "min": "min"}


def write_function(name: str, expressions: Sequence[Expr]) -> RowFunction:
    """One function for several expressions; a node used more than once is worked out once."""
    writer = _Writer(expressions)
    source = writer.source(name)
    namespace: dict[str, Any] = {
        "_add": saturating_add,
        "_within": saturating_within,
        "_fraction": saturating_fraction,
        **writer.sets,
    }
    exec(compile(source, f"<{name}>", "exec"), namespace)  # noqa: S102 - our own graph, no outside text in it
    function: RowFunction = namespace[name]
    return function


class _Writer:
    def __init__(self, expressions: Sequence[Expr]) -> None:
        self.expressions = expressions
        self.uses, self.order = uses_in_order(expressions)
        self.sets: dict[str, frozenset[object]] = {}

    def source(self, name: str) -> str:
        """The text of the function."""
        steps = [f"    v{node.number} = {self._write(node)}" for node in self.order if self._stands_alone(node)]
        results = ", ".join(self._refer(one) for one in self.expressions)
        return "\n".join([f"def {name}(row, day):", *steps, f"    return ({results},)"])

    def _stands_alone(self, node: Expr) -> bool:
        return self.uses[node.number] > 1 and node.op not in {"const", "day"}

    def _refer(self, node: object) -> str:
        if not isinstance(node, Expr):
            return repr(node)
        return f"v{node.number}" if self._stands_alone(node) else self._write(node)

    def _write(self, node: Expr) -> str:
        op, args = node.op, node.args
        if op == "const":
            return repr(args[0])
        if op == "day":
            return "day"
        if op == "col":
            return f"row[{args[0]!r}]"
        if op in _INFIX:
            return f"({self._refer(args[0])} {_INFIX[op]} {self._refer(args[1])})"
        if op in _JOINS:
            return f"({_JOINS[op].join(self._refer(arg) for arg in args)})"
        if op in _CALLS:
            return f"{_CALLS[op]}({', '.join(self._refer(arg) for arg in args)})"
        if op == "when":
            return f"({self._refer(args[1])} if {self._refer(args[0])} else {self._refer(args[2])})"
        if op == "no":
            return f"(not {self._refer(args[0])})"
        if op == "bits":
            return f"({' | '.join(f'bool({self._refer(arg)}) << {bit}' for bit, arg in enumerate(args))})"
        if op == "minus":
            return f"(-int({self._refer(args[0])}))"
        if op == "contains":
            return f"({args[1]!r} in {self._refer(args[0])})"
        assert op == "one_of", op
        return self._one_of(node)

    def _one_of(self, node: Expr) -> str:
        values = node.args[1]
        assert isinstance(values, tuple)
        value = self._refer(node.args[0])
        if len(values) == 1:
            return f"({value} == {values[0]!r})"
        name = f"_s{node.number}"
        self.sets[name] = frozenset(values)
        return f"({value} in {name})"


def columns_of(expressions: Sequence[Expr]) -> set[str]:
    """The columns the expressions read."""
    return {str(node.args[0]) for node in uses_in_order(expressions)[1] if node.op == "col"}
