"""Expressions of a form, read and worked out by elementpath with ODK's functions and its way to compare days."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from copy import copy
from functools import lru_cache
from typing import Any

from elementpath import ElementPathError, XPathContext
from elementpath.xpath1 import XPath1Parser

from rihai.instruments.form.functions import FUNCTIONS, World
from rihai.instruments.form.values import Value, as_value, number_of, text_of, truth_of

LONGEST = 4_000
DEEPEST = 40
_JR = re.compile(r"\bjr:(choice-name|itext)\s*\(")
_NAME = re.compile(r"[^\W\d][\w.\-]*")
_UNNAMED = re.compile(r"\*|//|::|\b(?:node|text|position|uuid)\s*\(|choice-name|(?<![\w.])\.(?![\w.])|\.\.(?!\s*/)")
"""What reads more than it names: any child, the place itself, all that stands in what is around it, names of choices;
and what never answers the same twice."""
_INSIDE = re.compile(r"'[^']*'|\"[^\"]*\"|(\()|(\))")


class WrongExpression(ValueError):
    """What is written is no expression, or uses a function that is not known here."""


class Here(XPathContext):
    """Where an expression is worked out: a node of the answers, and the world around it."""

    world: World
    asked_at: Any

    @classmethod
    def at(cls, root: Any, node: Any, world: World) -> Here:
        """The place of a node."""
        made = cls(root, item=node)
        made.world, made.asked_at = world, node
        return made


class FormParser(XPath1Parser):
    """XPath 1.0 as forms write it: a path may go on from what a function answers, as `instance('x')/root/item`."""

    PATH_STEP_LABELS = (*XPath1Parser.PATH_STEP_LABELS, "function")


Evaluate = Callable[[Any, Any], Any]


def _of(token: Any, context: Any) -> Value:
    return as_value(token.evaluate(copy(context)))


def _derive(symbol: str, evaluate: Evaluate, **more: Any) -> None:
    """A token of XPath with another way to work it out; elementpath's own stays as it is."""
    was = FormParser.symbol_table[symbol]
    FormParser.symbol_table[symbol] = type(was.__name__, (was,), {"evaluate": evaluate, "__slots__": (), **more})


def _compared(symbol: str) -> Evaluate:
    def evaluate(self: Any, context: Any = None) -> bool:
        return compare(symbol, _of(self[0], context), _of(self[1], context))

    return evaluate


def compare(symbol: str, one: Value, other: Value) -> bool:
    """Two values compared as XPath 1.0 does (section 3.4), days as numbers."""
    equal = symbol in {"=", "!="}
    if equal and (isinstance(one, bool) or isinstance(other, bool)):
        return (truth_of(one) == truth_of(other)) is (symbol == "=")
    mine = one if isinstance(one, list) else [one]
    theirs = other if isinstance(other, list) else [other]
    as_numbers = not equal or any(isinstance(side, float | int) for side in (one, other))
    return any(_holds(symbol, a, b, as_numbers) for a in mine for b in theirs)


def _holds(symbol: str, one: Any, other: Any, as_numbers: bool) -> bool:
    if not as_numbers:
        return (text_of(one) == text_of(other)) is (symbol == "=")
    a, b = number_of(one), number_of(other)
    if symbol == "!=":
        return a != b
    return {"=": a == b, "<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b}[symbol]


def _reckoned(symbol: str) -> Evaluate:
    def evaluate(self: Any, context: Any = None) -> float:
        if len(self) == 1:
            one = number_of(_of(self[0], context))
            return -one if symbol == "-" else one
        return reckon(symbol, number_of(_of(self[0], context)), number_of(_of(self[1], context)))

    return evaluate


def reckon(symbol: str, one: float, other: float) -> float:
    """Two numbers added, taken away, multiplied, divided; what cannot be is not a number."""
    try:
        if symbol == "+":
            return one + other
        if symbol == "-":
            return one - other
        if symbol == "*":
            return one * other
        if symbol == "div":
            return one / other if other else (math.nan if not one or math.isnan(one) else math.copysign(math.inf, one))
        return math.fmod(one, other)
    except (ValueError, OverflowError):
        return math.nan


def _joined(every: bool) -> Evaluate:
    def evaluate(self: Any, context: Any = None) -> bool:
        sides = (truth_of(_of(one, context)) for one in self)
        return all(sides) if every else any(sides)

    return evaluate


def _called(name: str) -> Evaluate:
    (_least, _most), function = FUNCTIONS[name]

    def evaluate(self: Any, context: Any = None) -> Any:
        if context is None:
            raise self.missing_context()
        if name == "position" and not len(self):
            return float(context.position)
        given = [_of(one, context) for one in self]
        return function(context.world, given)

    return evaluate


def _select(self: Any, context: Any = None) -> Any:
    """The nodes a function answers, so that a path can go on from them."""
    found = self.evaluate(context)
    yield from found if isinstance(found, list) else [found]


def _current(self: Any, context: Any = None) -> Any:
    if context is None:
        raise self.missing_context()
    return [context.asked_at]


for _symbol in ("=", "!=", "<", ">", "<=", ">="):
    _derive(_symbol, _compared(_symbol))
for _symbol in ("+", "-", "div", "mod"):
    _derive(_symbol, _reckoned(_symbol))
_derive("and", _joined(True))
_derive("or", _joined(False))
for _name, ((_low, _high), _function) in FUNCTIONS.items():
    FormParser.symbol_table.pop(_name, None)
    _token: Any = FormParser.function(_name, nargs=_low if _high == _low else (_low, _high))
    _token.evaluate, _token.select = _called(_name), _select
_token = FormParser.function("current", nargs=0)
_token.evaluate, _token.select = _current, _select
FormParser.build()


@lru_cache(maxsize=4096)
def read_expression(text: str) -> Any:
    """The expression, ready to be worked out. Raises WrongExpression with what is wrong with it."""
    if len(text) > LONGEST or _depth(text) > DEEPEST:
        raise WrongExpression("too long, or too deep in brackets")
    try:
        return FormParser().parse(_JR.sub(r"jr-\1(", text))
    except (ElementPathError, SyntaxError, ValueError, TypeError, RecursionError) as error:
        raise WrongExpression(str(error).rpartition("] ")[2][:200] or type(error).__name__) from error


def _depth(text: str) -> int:
    depth = deepest = 0
    for found in _INSIDE.finditer(text):
        depth += bool(found[1]) - bool(found[2])
        deepest = max(deepest, depth)
    return deepest


@lru_cache(maxsize=4096)
def _named(text: str, root: str) -> frozenset[str] | None:
    """The names in an expression but that of the form itself; None where it reads more than it names."""
    if _UNNAMED.search(text) or re.search(rf"/{re.escape(root)}(?!\s*/)", text):
        return None
    return frozenset(_NAME.findall(text)) - {root}


def turns_on(text: str, changed: AbstractSet[str], root: str) -> bool:
    """Whether an expression may answer otherwise now that what stands under these names has changed.

    `root` is the name of the form, with which every path from above begins. Whatever is not surely the same, may.
    """
    if not changed:
        return False
    named = _named(text, root)
    return named is None or not named.isdisjoint(changed)


def worked_out(text: str, here: Here) -> Value:
    """What an expression answers at a place; nothing where it cannot be worked out there."""
    try:
        return as_value(read_expression(text).evaluate(here))
    except (ElementPathError, WrongExpression, ArithmeticError, ValueError, TypeError, IndexError):
        return ""


def holds(text: str, here: Here) -> bool:
    """Whether a rule holds at a place."""
    return truth_of(worked_out(text, here))
