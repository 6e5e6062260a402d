"""Reads amounts: lengths of time, parts of a term, tables by facts and tiers by a number."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

from rihai.facts import Fact
from rihai.law.strict import LinedMapping, Mistakes, Reader, walk
from rihai.law.tree import Amount, Table, Tiers

FactNamed = Callable[[str], Fact | None]


def read_amount(value: Any, mistakes: Mistakes, line: int, fact_named: FactNamed) -> Amount | None:
    """An amount, or None with a mistake."""
    reader = Reader(value, mistakes, line, "an amount")
    if "by" in reader.value:
        amount = _tiers(reader, fact_named) if "tiers" in reader.value else _table(reader, fact_named)
    elif "term" in reader.value or "fraction" in reader.value:
        amount = _part(reader, fact_named)
    else:
        numbers = {unit: reader.take(unit, int, 0) for unit in ("years", "months", "weeks", "days")}
        if not set(numbers) & set(reader.value) or any(number < 0 for number in numbers.values()):
            mistakes.add(reader.line, "an amount is years, months, weeks or days, none of them negative")
        amount = Amount(12 * numbers["years"] + numbers["months"], 7 * numbers["weeks"] + numbers["days"])
    reader.finish()
    return amount


def _part(reader: Reader, fact_named: FactNamed) -> Amount | None:
    key = "term" if "term" in reader.value else "of"
    name = reader.take(key, str, required=True)
    fact = fact_named(name) if name else None
    if fact is None or fact.kind not in {"term", "number"}:
        reader.mistakes.add(reader.at(key), f"'{name}' is not a term or a number of months")
        return None
    if key == "term":
        return Amount(term=fact.name)
    written = reader.take("fraction", str, required=True)
    try:
        fraction = Fraction(str(written))
    except (ValueError, ZeroDivisionError):
        fraction = Fraction(0)
    if not 0 < fraction <= 1:
        reader.mistakes.add(reader.at("fraction"), f"'{written}' is not a fraction such as 1/3")
        return None
    return Amount(term=fact.name, fraction=fraction)


def _tiers(reader: Reader, fact_named: FactNamed) -> Amount | None:
    key = reader.take("by", str, required=True)
    fact = fact_named(key) if key else None
    if fact is None or fact.kind not in {"number", "money"}:
        reader.mistakes.add(reader.at("by"), f"'{key}' is not a number")
    steps: list[tuple[float | None, int]] = []
    items = reader.take("tiers", list, required=True)
    for item, line in walk(items, reader.mistakes, reader.line, "'tiers'"):
        tier = Reader(item, reader.mistakes, line, "a tier")
        top, months = tier.take("up_to", (int, float)), tier.take("months", int, 0, required=True)
        tier.finish()
        if steps and (steps[-1][0] is None or (top is not None and top <= steps[-1][0])):
            reader.mistakes.add(line, "tiers rise, and only the last has no 'up_to'")
        steps.append((top, months))
    if not steps or steps[-1][0] is not None:
        reader.mistakes.add(reader.line, "the last tier has no 'up_to'")
        return None
    return Amount(tiers=Tiers(str(key), tuple(steps)))


def _table(reader: Reader, fact_named: FactNamed) -> Amount | None:
    keys = [str(key) for key in reader.take("by", list, [], required=True)]
    court = reader.take("open_to_court", dict, LinedMapping(reader.line))
    facts = {key: fact_named(key) for key in keys}
    for key, fact in facts.items():
        if fact is None or fact.kind not in {"code", "yes_no"} or fact.free:
            reader.mistakes.add(reader.at("by"), f"'{key}' is not a code or a yes/no fact")
            return None
    rows: dict[tuple[str | bool, ...], int] = {}
    for item, line in walk(reader.take("rows", list, required=True), reader.mistakes, reader.line, "'rows'"):
        row = Reader(item, reader.mistakes, line, "a row")
        values = tuple(row.take(key, (str, bool), required=True) for key in keys)
        months = row.take("months", int, 0, required=True)
        row.finish()
        if values in rows:
            reader.mistakes.add(line, "two rows are alike")
        rows[values] = months
    for_court = tuple(frozenset(str(code) for code in court.get(key, ())) for key in keys)
    _check_court(reader, facts, court)
    _check_complete(reader, facts, rows, for_court)
    return Amount(table=Table(tuple(keys), tuple(rows.items()), for_court))


def _check_court(reader: Reader, facts: dict[str, Fact | None], court: LinedMapping) -> None:
    """What is open to the court is a code of a key of the table."""
    for key, codes in court.items():
        fact = facts.get(key)
        if fact is None:
            reader.mistakes.add(court.lines[key], f"'{key}' is not a key of the table")
        else:
            for code, line in walk(codes, reader.mistakes, court.lines[key], f"'{key}'"):
                if code not in fact.codes:
                    reader.mistakes.add(line, f"'{code}' is not a code of {key}")


def _check_complete(
    reader: Reader,
    facts: dict[str, Fact | None],
    rows: dict[tuple[str | bool, ...], int],
    for_court: tuple[frozenset[str], ...],
) -> None:
    """Every combination of values stands once; a code without a row is listed as open to the court."""
    choices: list[list[str | bool]] = []
    for fact, codes in zip(facts.values(), for_court, strict=True):
        assert fact is not None
        choices.append([True, False] if fact.kind == "yes_no" else [one for one in fact.codes if one not in codes])
    for values in product(*choices):
        if values not in rows:
            named = ", ".join(f"{key} {value}" for key, value in zip(facts, values, strict=True))
            reader.mistakes.add(reader.line, f"no row for {named}; add one or list the code under open_to_court")
    expected = 1
    for choice in choices:
        expected *= len(choice)
    if len(rows) > expected:
        reader.mistakes.add(reader.line, f"{len(rows)} rows, {expected} combinations")
