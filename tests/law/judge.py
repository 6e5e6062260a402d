"""The reference semantics, as slow and obvious as possible: three values at one day, and possible worlds.

It shares with the engine the trees it judges, the dictionary of facts and the calendar of `rihai.days`; nothing else.
A *variable* is what is not known: a fact of the record or of one item of a list, an unknown list, a court's choice.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import prod

from rihai.facts import CASE_FACTS
from rihai.law import tree as t
from tests.law.leaf import (
    ANY_DAY,
    ANY_NUMBER,
    ANY_TERM,
    FAR_AHEAD,
    LONG_AGO,
    VERY_MANY,
    Leaf,
    Value,
    Variable,
    World,
    candidates,
    choices,
    leaf_truth,
    together,
    written,
)


@dataclass(frozen=True)
class Joined:
    """`all` or `any` of parts, or `not` of one."""

    how: str
    parts: tuple[Judged, ...]


@dataclass(frozen=True)
class OpenList:
    """A list of which nothing is known: some item may or may not meet the condition."""

    name: str
    number: int


Judged = Leaf | Joined | OpenList


@dataclass
class Reader:
    """Turns an engine tree over a record into a judged one, lists written out item by item."""

    facts: Mapping[str, Value]
    count: int = field(default=0)

    def read(self, node: t.Node) -> Judged:
        return self._read(node, "record", self.facts, "")

    def _read(self, node: t.Node, place: str, facts: Mapping[str, Value], list_name: str) -> Judged:
        if isinstance(node, t.All | t.Any):
            parts = tuple(self._read(part, place, facts, list_name) for part in node.parts)
            return Joined("all" if isinstance(node, t.All) else "any", parts)
        if isinstance(node, t.Not):
            return Joined("not", (self._read(node.node, place, facts, list_name),))
        self.count += 1
        if isinstance(node, t.AnyItem):
            items = self.facts.get(node.list_name)
            if items is None:
                return OpenList(node.list_name, self.count)
            return Joined(
                "any",
                tuple(
                    self._read(node.where, f"{node.list_name} {index}", item, node.list_name)
                    for index, item in enumerate(items)
                ),
            )
        return Leaf(node, place, facts, list_name, self.count)


def kleene(judged: Judged, day: int, court: World) -> bool | None:
    """True, False or None for open; `court` fixes what a court would say."""
    if isinstance(judged, OpenList):
        return None
    if isinstance(judged, Leaf):
        possible = {leaf_holds(judged, day, {**court, **world}) for world in worlds(unknown_of(judged), court)}
        return possible.pop() if len(possible) == 1 else None
    values = [kleene(part, day, court) for part in judged.parts]
    return joined(judged.how, values)


def joined(how: str, values: list[bool | None]) -> bool | None:
    """Kleene's all, any and not."""
    if how == "not":
        return None if values[0] is None else not values[0]
    settles = how == "any"
    if settles in values:
        return settles
    return None if None in values else not settles


def arguable(judged: Judged, day: int) -> bool:
    """Something that a court may say makes it true on what is on record."""
    chosen = worlds({one: values for one, values in unknown_of(judged).items() if is_for_court(one)}, {})
    return any(kleene(judged, day, court) is True for court in chosen)


def is_for_court(variable: Variable) -> bool:
    """A court's view that nobody has asked, or a choice that the law leaves to the court."""
    fact = CASE_FACTS.get(variable[1])
    return variable[0].startswith("court") or (variable[0] == "record" and fact is not None and fact.court)


def worlds(unknown: Mapping[Variable, list[Value]], fixed: World) -> Iterator[World]:
    """Every combination of the values of what is not known, save what is fixed."""
    free = {one: values for one, values in unknown.items() if one not in fixed}
    for chosen in product(*free.values()):
        yield dict(zip(free, chosen, strict=True))


def some_worlds(judged: Judged, most: int, chance: random.Random) -> Iterable[World]:
    """Every possible world, or `most` of them drawn by chance when there are more."""
    unknown = unknown_of(judged)
    if prod(len(values) for values in unknown.values()) <= most:
        return worlds(unknown, {})
    return ({one: chance.choice(values) for one, values in unknown.items()} for _ in range(most))


def holds_in(judged: Judged, day: int, world: World) -> bool:
    """The truth in one world."""
    if isinstance(judged, OpenList):
        return bool(world["open list", f"{judged.name} {judged.number}"])
    if isinstance(judged, Leaf):
        return leaf_holds(judged, day, world)
    values = [holds_in(part, day, world) for part in judged.parts]
    return {"all": all(values), "any": any(values), "not": not (values and values[0])}[judged.how]


def matters(judged: Judged, day: int) -> set[str]:
    """The facts on which the answer depends in a tree where no fact stands twice: its leaves are independent."""
    leaves = list(leaves_of(judged))
    possible = [_possible(leaf, day) for leaf in leaves]
    found: set[str] = set()
    for index, leaf in enumerate(leaves):
        if len(possible[index]) < 2:
            continue
        others = [values if at != index else [True] for at, values in enumerate(possible)]
        if any(_turns(judged, leaves, list(chosen), index) for chosen in product(*others)):
            found |= _depends(leaf, day)
    return found


def _possible(leaf: Leaf | OpenList, day: int) -> list[bool]:
    if isinstance(leaf, OpenList):
        return [True, False]
    return sorted({leaf_holds(leaf, day, world) for world in worlds(unknown_of(leaf), {})})


def _turns(judged: Judged, leaves: list[Leaf | OpenList], values: list[bool], index: int) -> bool:
    answers = set()
    for value in (True, False):
        told = dict(zip(map(id, leaves), [*values[:index], value, *values[index + 1 :]], strict=True))
        answers.add(_told(judged, told))
    return len(answers) == 2


def _told(judged: Judged, told: Mapping[int, bool]) -> bool:
    if not isinstance(judged, Joined):
        return told[id(judged)]
    values = [_told(part, told) for part in judged.parts]
    return {"all": all(values), "any": any(values), "not": not (values and values[0])}[judged.how]


def _depends(leaf: Leaf | OpenList, day: int) -> set[str]:
    """The facts of a leaf by which its truth turns, the others being equal; a court's choice is nothing to ask for."""
    if isinstance(leaf, OpenList):
        return {leaf.name}
    unknown = _with_turns(leaf, day)
    found = set()
    for one, values in unknown.items():
        rest = {other: open_ for other, open_ in unknown.items() if other != one}
        if one[0] == leaf.place and any(
            len({leaf_holds(leaf, day, {**world, one: value}) for value in values}) == 2 for world in worlds(rest, {})
        ):
            found.add(f"{leaf.list_name}.{one[1]}" if leaf.list_name else one[1])
    return found


def _with_turns(leaf: Leaf, day: int) -> dict[Variable, list[Value]]:
    """The variables of a leaf; what is not known at all can also be that at which the leaf turns."""
    unknown = unknown_of(leaf)
    found = dict(unknown)
    for one, values in unknown.items():
        rest = {other: open_ for other, open_ in unknown.items() if other != one}
        for known, low, high, made in (
            (ANY_DAY, LONG_AGO, FAR_AHEAD, lambda n: n),
            (ANY_NUMBER, 0, VERY_MANY, lambda n: n),
            (ANY_TERM, 0, 36_500, lambda n: (0, n)),
        ):
            if values == known:
                turns = {_turn(leaf, day, world, one, low, high, made) for world in worlds(rest, {})}
                found[one] = together(values, [made(n) for turn in turns for n in (turn - 1, turn) if n >= low])
    return found


def _turn(leaf: Leaf, day: int, world: World, one: Variable, low: int, high: int, made: Callable[[int], Value]) -> int:
    """The least of a rising row of values from which the truth of the leaf is that of the greatest."""
    last = leaf_holds(leaf, day, {**world, one: made(high)})
    while low < high:
        middle = (low + high) // 2
        if leaf_holds(leaf, day, {**world, one: made(middle)}) is last:
            high = middle
        else:
            low = middle + 1
    return low


def leaves_of(judged: Judged) -> Iterator[Leaf | OpenList]:
    """Every leaf and open list, in order."""
    if isinstance(judged, Joined):
        for part in judged.parts:
            yield from leaves_of(part)
    else:
        yield judged


def unknown_of(judged: Judged) -> dict[Variable, list[Value]]:
    """Everything not known in a tree, with the values it can have."""
    found: dict[Variable, list[Value]] = {}
    for leaf in leaves_of(judged):
        if isinstance(leaf, OpenList):
            found["open list", f"{leaf.name} {leaf.number}"] = [True, False]
            continue
        if isinstance(leaf.test, t.Is | t.YesNo) and leaf.test.silent:
            continue
        for fact in () if isinstance(leaf.test, t.Given) else t.facts_of(leaf.test):
            values = candidates(fact, leaf.facts.get(written(fact)), leaf.list_name)
            if isinstance(leaf.test, t.DateIn) and leaf.test.first is not None and values == ANY_DAY:
                values = [*values, leaf.test.first]
            if len(values) > 1:
                found[leaf.place, fact] = together(found.get((leaf.place, fact), []), values)
        found |= choices(leaf)
    return found


def leaf_holds(leaf: Leaf, day: int, world: World) -> bool:
    """The truth of a leaf in a world; what is asked on a fixed day is asked there."""
    if isinstance(leaf.test, t.OnDay):
        return holds_in(Reader(leaf.facts).read(leaf.test.node), leaf.test.day, world)
    return leaf_truth(leaf, day, world)
