"""The columns a tree asks of a row, and how a fact lies in them: one convention for Python, Arrow and SQL.

| fact               | columns                  | not known            |
|--------------------|--------------------------|----------------------|
| yes/no             | `f` (1, 0)               | -1                   |
| code, text         | `f`                      | ""                   |
| codes              | `f` as "|a|b|"           | "" (none is "|")     |
| number, money      | `f__lo`, `f__hi`         | -INFINITE, INFINITE  |
| date               | `f__e`, `f__l`           | ALWAYS, NEVER        |
| term               | `f__m`, `f__d`           | -1, 0                |
| reckoned term      | and the most it can be: `f__most_m`, `f__most_d` | -1, 0 |
| some item of a list| `any_…` like yes/no, or `any_…__e`, `any_…__l` like a date | |

`f__ask` names the fact to ask a person for, where that differs from row to row; `f__conf` is the confidence of the
offence table in a fact of the charges ("" where it was given).
"""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass

from rihai.law.reckoned import ASKS, CHARGE_FACTS, RECKONED, known_fact
from rihai.law.tree import AnyItem


def asks_by_row(fact: str) -> bool:
    """Whether the fact to ask for differs from row to row."""
    return fact in RECKONED or fact in CHARGE_FACTS


def any_item_column(test: AnyItem) -> str:
    """The column of a list condition: the same condition has the same column in every provision and every process."""
    digest = hashlib.sha256(repr((test.list_name, _ordered(test.where))).encode()).hexdigest()[:10]
    return f"any_{test.list_name}_{digest}"


def _ordered(value: object) -> object:
    """A node of a tree with its sets in order: Python writes a set otherwise from one process to the next."""
    if isinstance(value, frozenset):
        return sorted(map(repr, value))
    if isinstance(value, tuple):
        return [_ordered(part) for part in value]
    if is_dataclass(value):
        return [type(value).__name__, *(_ordered(getattr(value, one.name)) for one in fields(value))]
    return value


def static_ask(fact: str) -> str:
    """The name a person is asked for, for facts where it is always the same."""
    known = known_fact(fact)
    return ASKS.get(fact) or (known.path if known else fact)


LIFE_MONTHS = 300
"""PPC s.57: life counts as twenty-five years in calculating fractions."""
