"""The truth of one leaf in one possible world, from the calendar alone, and what each fact can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any as Anything

from rihai.days import add, anniversary, date_of, day_of, fraction_of, read_date, read_term
from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS
from rihai.law import tree as t

Value = Anything
Variable = tuple[str, str]
"""The place (the record, one item, one leaf) and the name of what is not known."""
World = Mapping[Variable, Value]

LONG_AGO, FAR_AHEAD = day_of(date(1850, 1, 1)), day_of(date(2150, 1, 1))
VERY_MANY = 10**6
ANY_DAY, ANY_NUMBER, ANY_TERM = [LONG_AGO, FAR_AHEAD], [*range(22), VERY_MANY], [(0, 0), (1200, 0)]
"""What an unknown day, number and term can be: enough to meet each answer of a leaf; no number drawn is above 20."""


@dataclass(frozen=True)
class Leaf:
    """One leaf of the tree over one scope: the record, or one item of a list."""

    test: t.Leaf
    place: str
    facts: Mapping[str, Value]
    list_name: str = ""
    number: int = 0


def together(one: list[Value], other: list[Value]) -> list[Value]:
    return [*one, *(value for value in other if value not in one)]


def choices(leaf: Leaf) -> dict[Variable, list[Value]]:
    """What the law leaves to the court in a leaf: whether a code counts, or which row of a table it has."""
    test = leaf.test
    if (isinstance(test, t.Is) and test.court_codes) or (isinstance(test, t.YesNo) and test.to_court):
        return {(f"court {leaf.number}", f"{test.fact} counts"): [True, False]}
    if isinstance(test, t.Since | t.Until) and test.amount.table:
        table = test.amount.table
        return {
            (f"court {leaf.number}", f"{key} row"): sorted({values[index] for values, _ in table.rows}, key=repr)
            for index, key in enumerate(table.keys)
            if table.court_codes[index]
        }
    return {}


def written(fact: str) -> str:
    """The fact of the record behind a reckoned one."""
    return "date_of_birth" if fact == "born" else fact


def candidates(fact: str, value: Value, list_name: str) -> list[Value]:
    """Every value a fact can have on what the record gives: enough of them to meet each answer a leaf can give."""
    name = written(fact)
    known = LIST_FACTS[list_name][name] if list_name else PERSON_FACTS.get(name) or CASE_FACTS[name]
    if known.kind == "date":
        span = read_date(value) if value is not None else None
        return ANY_DAY if span is None else list(range(span.earliest, span.latest + 1))
    if known.kind == "number":
        if isinstance(value, dict):
            return list(range(value["min"], value["max"] + 1))
        return ANY_NUMBER if value is None else [value]
    if known.kind == "term":
        term = read_term(value)
        return ANY_TERM if term is None else [tuple(term)]
    if known.kind == "codes":
        return [(), *((code,) for code in known.codes)] if value is None else [tuple(value)]
    everything: list[Value] = [True, False] if known.kind == "yes_no" else list(known.codes)
    return everything if value is None else [value]


def leaf_truth(leaf: Leaf, day: int, world: World) -> bool:
    """The truth of a leaf in a world on a day."""

    def value(fact: str) -> Value:
        if (leaf.place, fact) in world:
            return world[leaf.place, fact]
        (only,) = candidates(fact, leaf.facts[written(fact)], leaf.list_name)
        return only

    test = leaf.test
    if isinstance(test, t.Is | t.YesNo) and test.silent and leaf.facts.get(test.fact) is None:
        return False
    if isinstance(test, t.Is):
        if value(test.fact) in test.court_codes:
            return bool(world[f"court {leaf.number}", f"{test.fact} counts"])
        return value(test.fact) in test.values
    if isinstance(test, t.YesNo):
        counts = not test.to_court or world[f"court {leaf.number}", f"{test.fact} counts"]
        return bool(value(test.fact) is test.value and counts)
    if isinstance(test, t.Has):
        return bool(set(value(test.fact)) & set(test.values)) if test.values else bool(value(test.fact))
    if isinstance(test, t.Number):
        return compared(test.test, value(test.fact), test.bound)
    if isinstance(test, t.AtLeastFact):
        return bool(value(test.fact) >= value(test.bound))
    if isinstance(test, t.Given):
        return leaf.facts.get(written(test.fact)) is not None
    return _of_days(leaf, day, world, value)


def _of_days(leaf: Leaf, day: int, world: World, value: Anything) -> bool:
    test = leaf.test
    if isinstance(test, t.DateIn):
        begun = test.first is None or test.first <= value(test.fact)
        return begun and (test.before is None or value(test.fact) < test.before)
    if isinstance(test, t.Earlier):
        return bool(value(test.fact) < value(test.than))
    if isinstance(test, t.AgeOn):
        birthday = day_of(anniversary(date_of(value("born")), 12 * test.years))
        on = value(test.fact)
        return bool({"under": on < birthday, "at_least": on >= birthday, "over": on > birthday}[test.test])
    if isinstance(test, t.LeftUntil):
        return bool(add(day, test.amount.months, test.amount.days) >= value(test.fact))
    assert isinstance(test, t.Since | t.Until)
    turn = _after(leaf, value(test.fact), test.amount, world, value)
    if isinstance(test, t.Until):
        return day < turn
    turn -= value(test.less) if test.less else 0
    turn += value(test.plus) if test.plus else 0
    return day > turn if test.exceeds else day >= turn


def _after(leaf: Leaf, start: int, amount: t.Amount, world: World, value: Anything) -> int:
    """The day an amount after a day."""
    if amount.term:
        length = value(amount.term)
        months, days = length if isinstance(length, tuple) else (min(length, 1200), 0)
        part = amount.fraction
        return fraction_of(start, months, days, part.numerator, part.denominator) if part else add(start, months, days)
    if amount.tiers:
        number = value(amount.tiers.key)
        return add(start, next(months for top, months in amount.tiers.steps if top is None or number <= top))
    if amount.table:
        table = amount.table
        row = tuple(
            world[f"court {leaf.number}", f"{key} row"] if value(key) in court else value(key)
            for key, court in zip(table.keys, table.court_codes, strict=True)
        )
        return add(start, dict(table.rows)[row])
    return add(start, amount.months, amount.days)


def compared(how: str, number: float, bound: float) -> bool:
    """Over, at least, at most or under."""
    return {
        "over": number > bound, "at_least": number >= bound, "at_most": number <= bound, "under": number < bound,
    }[how]  # fmt: skip
