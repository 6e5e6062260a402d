"""The functions that forms may use beside those of XPath 1.0, as ODK has them (https://docs.getodk.org/form-operators-functions/)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from rihai.instruments.form.values import (
    Value,
    day_text,
    moment_text,
    number_of,
    text_of,
    texts_of,
    truth_of,
)

LONGEST_PATTERN, LONGEST_MATCHED = 200, 2_000


@dataclass
class World:
    """What the functions know of where they are asked: the moment, and how a choice is named in the reader's words."""

    now: datetime
    choice_name: Callable[[str, str], str] = field(default=lambda code, _path: code)
    list_of: Callable[[str], list[Any]] = field(default=lambda _name: [])


Function = Callable[[World, Sequence[Value]], Value]


def _selected(_world: World, given: Sequence[Value]) -> Value:
    return text_of(given[1]).strip() in text_of(given[0]).split()


def _selected_at(_world: World, given: Sequence[Value]) -> Value:
    chosen, at = text_of(given[0]).split(), number_of(given[1])
    return chosen[int(at)] if 0 <= at < len(chosen) else ""


def _if(_world: World, given: Sequence[Value]) -> Value:
    return given[1] if truth_of(given[0]) else given[2]


def _coalesce(_world: World, given: Sequence[Value]) -> Value:
    return next((text for text in map(text_of, given) if text), "")


def _round(_world: World, given: Sequence[Value]) -> Value:
    number = number_of(given[0])
    places = number_of(given[1]) if len(given) > 1 else 0.0
    if math.isnan(number) or math.isinf(number) or math.isnan(places) or abs(places) > 15:
        return number
    scale = 10.0 ** int(places)
    return math.floor(number * scale + 0.5) / scale


def _int(_world: World, given: Sequence[Value]) -> Value:
    number = number_of(given[0])
    return number if math.isnan(number) or math.isinf(number) else float(math.trunc(number))


def _pow(_world: World, given: Sequence[Value]) -> Value:
    try:
        raised = number_of(given[0]) ** number_of(given[1])
        return float(raised) if isinstance(raised, float | int) else math.nan
    except (OverflowError, ZeroDivisionError, ValueError):
        return math.nan


def _least(numbers: Callable[..., float]) -> Function:
    def of(_world: World, given: Sequence[Value]) -> Value:
        every = [number_of(text) for one in given for text in texts_of(one) if text != ""]
        return numbers(every) if every and not any(map(math.isnan, every)) else math.nan

    return of


def _sum(_world: World, given: Sequence[Value]) -> Value:
    return float(sum(number_of(text) for text in texts_of(given[0]) if text.strip()))


def _regex(_world: World, given: Sequence[Value]) -> Value:
    """Whether the whole text fits; patterns that could take for ever are not tried on long texts."""
    text, pattern = text_of(given[0])[:LONGEST_MATCHED], text_of(given[1])
    if not is_quick(pattern):
        return False
    try:
        return re.fullmatch(pattern, text) is not None
    except re.error:
        return False


NESTED = re.compile(r"[+*}]\)*[+*{]|\([^()]*[|+*}][^()]*\)[+*{]|\([^()]*\(.*\)[^()]*\)[+*{]")
"""Repetition or choice inside repetition, over which a matcher may sit for hours."""


def is_quick(pattern: str) -> bool:
    """Whether a pattern can be matched at once, whatever the text; asked when a form is given in, and again here."""
    return len(pattern) <= LONGEST_PATTERN and not NESTED.search(pattern)


def _date(_world: World, given: Sequence[Value]) -> Value:
    return day_text(number_of(given[0]))


def _date_time(_world: World, given: Sequence[Value]) -> Value:
    text = text_of(given[0])
    return text if "T" in text else moment_text(number_of(given[0]))


def _format_date(_world: World, given: Sequence[Value]) -> Value:
    number, wanted = number_of(given[0]), text_of(given[1])
    if math.isnan(number):
        return ""
    try:
        moment = datetime.fromisoformat(moment_text(number))
    except ValueError:
        return ""
    parts = {
        "Y": f"{moment.year:04}", "y": f"{moment.year % 100:02}", "m": f"{moment.month:02}", "n": str(moment.month),
        "d": f"{moment.day:02}", "e": str(moment.day), "H": f"{moment.hour:02}", "h": str(moment.hour),
        "M": f"{moment.minute:02}", "S": f"{moment.second:02}", "b": f"{moment:%b}", "a": f"{moment:%a}", "%": "%",
    }  # fmt: skip
    return re.sub(r"%(.)", lambda found: parts.get(found[1], found[0]), wanted)


def _substr(_world: World, given: Sequence[Value]) -> Value:
    text, first = text_of(given[0]), number_of(given[1])
    last = number_of(given[2]) if len(given) > 2 else float(len(text))
    if math.isnan(first) or math.isnan(last):
        return ""
    return text[int(first) : int(last)]


def _join(_world: World, given: Sequence[Value]) -> Value:
    return text_of(given[0]).join(text for one in given[1:] for text in texts_of(one))


def _concat(_world: World, given: Sequence[Value]) -> Value:
    return "".join(text for one in given for text in texts_of(one))


def _position(_world: World, given: Sequence[Value]) -> Value:
    """Which of its like a node is, counted from 1."""
    node = given[0][0] if isinstance(given[0], list) and given[0] else None
    if node is None or getattr(node, "parent", None) is None:
        return math.nan
    alike = [one for one in node.parent.children if getattr(one, "name", None) == node.name]
    return float(alike.index(node) + 1)


FUNCTIONS: dict[str, tuple[tuple[int, int | None], Function]] = {
    "selected": ((2, 2), _selected),
    "selected-at": ((2, 2), _selected_at),
    "count-selected": ((1, 1), lambda _w, given: float(len(text_of(given[0]).split()))),
    "if": ((3, 3), _if),
    "coalesce": ((2, None), _coalesce),
    "once": ((1, 1), lambda _w, given: text_of(given[0])),
    "today": ((0, 0), lambda world, _given: world.now.date().isoformat()),
    "now": ((0, 0), lambda world, _given: world.now.isoformat(timespec="seconds")),
    "date": ((1, 1), _date),
    "date-time": ((1, 1), _date_time),
    "decimal-date-time": ((1, 1), lambda _w, given: number_of(given[0])),
    "format-date": ((2, 2), _format_date),
    "format-date-time": ((2, 2), _format_date),
    "regex": ((2, 2), _regex),
    "int": ((1, 1), _int),
    "pow": ((2, 2), _pow),
    "min": ((1, None), _least(min)),
    "max": ((1, None), _least(max)),
    "round": ((1, 2), _round),
    "sum": ((1, 1), _sum),
    "abs": ((1, 1), lambda _w, given: abs(number_of(given[0]))),
    "count-non-empty": ((1, 1), lambda _w, given: float(sum(1 for one in texts_of(given[0]) if one))),
    "substr": ((2, 3), _substr),
    "join": ((2, None), _join),
    "concat": ((1, None), _concat),
    "position": ((0, 1), _position),
    "boolean-from-string": ((1, 1), lambda _w, given: text_of(given[0]).strip().lower() in {"1", "true"}),
    "uuid": ((0, 1), lambda _w, _given: str(uuid4())),
    "jr-choice-name": ((2, 2), lambda world, given: world.choice_name(text_of(given[0]), text_of(given[1]))),
    "jr-itext": ((1, 1), lambda _w, given: text_of(given[0])),
    "instance": ((1, 1), lambda world, given: world.list_of(text_of(given[0]))),
    "number": ((1, 1), lambda _w, given: number_of(given[0])),
    "string": ((1, 1), lambda _w, given: text_of(given[0])),
    "boolean": ((1, 1), lambda _w, given: truth_of(given[0])),
    "not": ((1, 1), lambda _w, given: not truth_of(given[0])),
    "string-length": ((1, 1), lambda _w, given: float(len(text_of(given[0])))),
}
"""How many arguments each takes (None: any number more), and what it answers."""
