"""Records as ugly as the dictionary allows: every fact, dates in part, ranges, lists absent, empty and repeated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from rihai.facts import ACTS, CASE_FACTS, LIST_FACTS, PERSON_FACTS, Fact

_SECTIONS = ("302", "324", "379", "34", "511", "109", "9", "337-A", "489-F", "13", "7", "506", "999", "6/7")
_FIRST = date(2019, 1, 1).toordinal()


def ugly_record(chance: Random, number: int) -> dict[str, Any]:
    """One checked record; `known` differs from person to person, so that full and empty ones both occur."""
    known = chance.choice((0.05, 0.3, 0.7, 0.95))
    record = _facts(chance, PERSON_FACTS, known) | {"id": f"R-{number}"}
    if chance.random() < 0.9:
        record["cases"] = [
            _facts(chance, CASE_FACTS, known) | {"case_id": f"case {index}"}
            for index in range(chance.choice((0, 1, 1, 2, 3)))
        ]
    return record


def _facts(chance: Random, facts: Mapping[str, Fact], known: float) -> dict[str, Any]:
    return {name: _value(chance, fact, known) for name, fact in facts.items() if chance.random() < known}


def _value(chance: Random, fact: Fact, known: float) -> Any:
    if fact.kind == "list":
        items = [_facts(chance, LIST_FACTS[fact.name], known) for _ in range(chance.choice((0, 1, 1, 2, 3)))]
        return items + items[:1] if chance.random() < 0.1 else items
    if fact.name == "act":
        return chance.choice((*ACTS, "PPC", "PPC", "CNSA", "CNSA", "An Act of 'quotes'"))
    if fact.kind == "code":
        return chance.choice((*fact.codes, "some other")) if fact.free else chance.choice(fact.codes)
    if fact.kind == "codes":
        return [code for code in fact.codes if chance.random() < 0.3]
    return {"date": _date, "number": _number, "term": _term, "yes_no": _yes_no, "money": _money}.get(fact.kind, _text)(
        chance, fact
    )


def _text(chance: Random, fact: Fact) -> str:
    return chance.choice(_SECTIONS) if fact.name == "section" else chance.choice(("(c)", "(1)3-c", 'o"dd | ;', "", "ش"))


def _yes_no(chance: Random, _fact: Fact) -> bool:
    return chance.random() < 0.5


def _date(chance: Random, fact: Fact) -> Any:
    years = 60 if fact.name == "date_of_birth" else 0
    day = date.fromordinal(_FIRST + chance.randrange(3200) - 365 * chance.randrange(years + 1))
    later = day + timedelta(chance.randrange(1, 500))
    leap = date(2024, 2, 29)
    return chance.choice(
        [day.isoformat()] * 5
        + [leap.isoformat(), f"{day:%Y-%m}", f"{day:%Y}", {"earliest": day.isoformat(), "latest": later.isoformat()}]
    )


def _number(chance: Random, fact: Fact) -> Any:
    low = chance.choice((0, 0, 1, 7, 16, 18, 25, 84, 120, 300))
    spread = {"min": low, "max": low + chance.randrange(1, 30)}
    # No rule reads a range of these yet: what one charge or entry says is one number.
    exact = fact.scope in {"charge", "previous_convictions", "remission_ledger"}
    return low if exact or chance.random() < 0.7 else spread


def _money(chance: Random, _fact: Fact) -> float:
    return chance.choice((0, 5000, 33333, 100000, 2500.5))


def _term(chance: Random, _fact: Fact) -> dict[str, int]:
    units = {unit: chance.randrange(1, 12) for unit in ("years", "months", "weeks", "days") if chance.random() < 0.5}
    return units or {"days": chance.randrange(30)}
