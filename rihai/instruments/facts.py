"""Answers that are facts of the dictionary (law/facts.md): what a form tied to facts says of the person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rihai.facts import PERSON_FACTS
from rihai.facts.fact import Fact

YES, NO = frozenset({"yes", "y", "1", "true"}), frozenset({"no", "n", "0", "false"})


def facts_of(tied: Mapping[str, str], values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The facts said, and the texts as they were written, both by the fact's name; what says nothing is left out."""
    record: dict[str, Any] = {}
    raw: dict[str, str] = {}
    for name, fact in tied.items():
        known = PERSON_FACTS.get(fact)
        if known is None or name not in values:
            continue
        value = _as_fact(known, values[name])
        if value is not None:
            record[fact], raw[fact] = value, str(values[name])[:500]
    return record, raw


def _as_fact(fact: Fact, value: Any) -> Any:
    text = str(value).strip()
    if fact.kind == "yes_no":
        return True if text.casefold() in YES else False if text.casefold() in NO else None
    if fact.kind == "code":
        return text if text in fact.codes or fact.free else None
    if fact.kind == "codes":
        codes = value if isinstance(value, list) else [text]
        return [one for one in codes if one in fact.codes or fact.free] or None
    if fact.kind == "number":
        return value if isinstance(value, int | float) else _number(text)
    return text or None


def _number(text: str) -> int | float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return int(number) if number.is_integer() else number
