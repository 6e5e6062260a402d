"""Puts a fact under the columns of its kind."""

from __future__ import annotations

from typing import Any

from rihai.days import UNKNOWN, read_date, read_term
from rihai.facts import Fact
from rihai.law.graph import INFINITE
from rihai.law.reckon.known import Day, Known, Length, Range, Truth
from rihai.law.reckoned import ASKS

Row = dict[str, Any]


def lay(row: Row, fact: Fact, value: Any) -> None:
    """Put a value under the columns of its kind; None is not known."""
    name = fact.name
    if fact.kind == "yes_no":
        row[name] = -1 if value is None else int(value)
    elif fact.kind in {"number", "money"}:
        low, high = (value["min"], value["max"]) if isinstance(value, dict) else (value, value)
        row[f"{name}__lo"], row[f"{name}__hi"] = (-INFINITE, INFINITE) if value is None else (low, high)
    elif fact.kind == "date":
        row[f"{name}__e"], row[f"{name}__l"] = (read_date(value) or UNKNOWN) if value is not None else UNKNOWN
    elif fact.kind == "term":
        term = read_term(value)
        row[f"{name}__m"], row[f"{name}__d"] = term or (-1, 0)
    elif fact.kind == "codes":
        row[name] = "" if value is None else "|" + "".join(f"{one}|" for one in value)
    else:
        row[name] = "" if value is None else value


def lay_known(row: Row, name: str, known: Known) -> None:
    """Put a reckoned fact under its columns, with the fact to ask for."""
    if isinstance(known, Day):
        row[f"{name}__e"], row[f"{name}__l"] = known.span
    elif isinstance(known, Range):
        row[f"{name}__lo"], row[f"{name}__hi"] = known.low, min(known.high, INFINITE)
    elif isinstance(known, Truth):
        row[name] = known.value
    elif isinstance(known, Length):
        row[f"{name}__m"], row[f"{name}__d"] = known.term or (-1, 0)
        row[f"{name}__most_m"], row[f"{name}__most_d"] = known.most or known.term or (-1, 0)
    row[f"{name}__ask"] = known.ask or ASKS[name]
