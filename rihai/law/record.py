"""Checks a record against the dictionary of facts: what does not fit counts as not known, and a problem says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from rihai.days import day_of, read_date, read_term
from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS, Fact, Problem

RECORD_CODES: dict[str, str] = {
    "record_not_json": "The line is not a JSON object.",
    "record_without_id": "The record has no id of its own.",
    "record_id_twice": "Two records of the file have the same id.",
    "case_without_id": "A case has no case_id of its own, or shares it with another case of the record.",
    "fact_unknown": "The key is not a fact of the dictionary.",
    "fact_wrong_type": "The value is not written as that fact is written.",
    "fact_unknown_code": "The code is not one of those the fact may have.",
    "fact_contradicts": "The fact contradicts others of the record; it is used as given.",
}
"""Every problem a record can have, with its meaning; docs/reference/problem-codes.md is generated from it."""


FIRST_DAY, LAST_DAY = day_of(date(1800, 1, 1)), day_of(date(2399, 12, 31))
LONGEST_TERM = {"months": 12_000, "days": 366_000}
MOST = {"completed years": 150, "calendar months": 12_000, "months": 12_000, "days": 366_000}
"""Days, terms, and numbers by their unit: what lies beyond is a slip of the pen that no calendar could reckon with."""


def checked(record: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """The record with only what fits the dictionary, and a problem for each thing left out. Nothing is completed."""
    problems: list[Problem] = []
    clean: dict[str, Any] = {}
    for key, value in record.items():
        if value is None or key == "cases":
            continue
        _take(key, value, PERSON_FACTS, clean, problems, "")
    if not isinstance(clean.get("id"), str):
        problems.append(
            _problem("record_without_id", "id", None, "Give every record an id that is unique in the file.")
        )
    if isinstance(record.get("cases"), list):
        clean["cases"] = _cases(record["cases"], problems)
    elif record.get("cases") is not None:
        problems.append(_problem("fact_wrong_type", "cases", record["cases"], "Write a list of cases."))
    return clean, problems


def _cases(written: list[Any], problems: list[Problem]) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = []
    seen: set[str] = set()
    for number, case in enumerate(written, 1):
        if not isinstance(case, dict):
            problems.append(_problem("fact_wrong_type", "cases", case, "Write each case as an object."))
            continue
        clean: dict[str, Any] = {}
        for key, value in case.items():
            if value is not None:
                _take(key, value, CASE_FACTS, clean, problems, "cases.")
        case_id = clean.get("case_id")
        if not isinstance(case_id, str) or case_id in seen:
            problems.append(
                _problem("case_without_id", "case_id", case_id, "Give every case a case_id, unique in the record.")
            )
            clean["case_id"] = f"case {number}"
        seen.add(clean["case_id"])
        cases.append(clean)
    return cases


def _take(
    key: str, value: Any, facts: dict[str, Fact], clean: dict[str, Any], problems: list[Problem], path: str
) -> None:
    """Put a value that fits under its key; note a problem otherwise."""
    fact = facts.get(key)
    if fact is None:
        problems.append(
            _problem("fact_unknown", path + key, value, "Use the names of docs/reference/facts.md, or leave it out.")
        )
    elif fact.kind == "list":
        if isinstance(value, list):
            clean[key] = _items(key, value, problems)
        else:
            problems.append(_problem("fact_wrong_type", path + key, value, "Write a list."))
    else:
        trouble = _trouble(fact, value)
        if trouble:
            problems.append(_problem(trouble, path + key, value, _how(fact)))
        else:
            clean[key] = value


def _items(name: str, written: list[Any], problems: list[Problem]) -> list[dict[str, Any]]:
    items = []
    for item in written:
        clean: dict[str, Any] = {}
        if isinstance(item, dict):
            for key, value in item.items():
                if value is not None:
                    _take(key, value, LIST_FACTS[name], clean, problems, f"{name}.")
        else:
            problems.append(_problem("fact_wrong_type", name, item, "Write each item as an object."))
        items.append(clean)
    return items


def _trouble(fact: Fact, value: Any) -> str | None:
    """The code of what is wrong with a value, or None."""
    kind = fact.kind
    if kind == "code":
        if not isinstance(value, str):
            return "fact_wrong_type"
        return None if fact.free or value in fact.codes else "fact_unknown_code"
    if kind == "codes":
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            return "fact_wrong_type"
        return None if fact.free or set(value) <= set(fact.codes) else "fact_unknown_code"
    if not (_FITS[kind](value) or (fact.name == "age_years" and _is_range(value))):
        return "fact_wrong_type"
    greatest = value["max"] if kind == "number" and isinstance(value, dict) else value
    return "fact_wrong_type" if kind == "number" and greatest > MOST.get(fact.unit, greatest) else None


def _is_day(value: Any) -> bool:
    span = read_date(value)
    return span is not None and span.earliest >= FIRST_DAY and span.latest <= LAST_DAY


def _is_term(value: Any) -> bool:
    term = read_term(value)
    return term is not None and term.months <= LONGEST_TERM["months"] and term.days <= LONGEST_TERM["days"]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**15


def _is_range(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"min", "max"}
        and all(_is_number(one) for one in value.values())
        and value["min"] <= value["max"]
    )


_FITS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "yes_no": lambda value: isinstance(value, bool),
    "date": _is_day,
    "term": _is_term,
    "money": _is_number,
    "number": _is_number,
}


def _how(fact: Fact) -> str:
    """How the fact is written."""
    if fact.codes and not fact.free:
        return f"Use one of: {', '.join(fact.codes)}."
    return {
        "date": "Write 2026-05-21, 2026-05, 2026, or the earliest and the latest day.",
        "term": "Write years, months, weeks or days as whole numbers.",
        "yes_no": "Write true or false, or leave it out when not known.",
        "number": "Write a number of nought or more; an age may have its min and max.",
        "money": "Write a number of nought or more, without commas.",
        "codes": "Write a list of codes.",
    }.get(fact.kind, "Write it as text.")


def _problem(code: str, fact: str, value: Any, mend: str) -> Problem:
    raw = None if value is None else str(value)[:200]
    return Problem(code, RECORD_CODES[code], mend, fact=fact, raw=raw)


def not_an_object(line: str | None) -> Problem:
    """The problem of a line that is no JSON object."""
    return Problem("record_not_json", RECORD_CODES["record_not_json"], "Write one JSON object per line.",
                   raw=None if line is None else line[:200])  # fmt: skip


def id_twice(record_id: str) -> Problem:
    """The problem of a record whose id an earlier one of the file has."""
    return _problem("record_id_twice", "id", record_id, "Give every record an id of its own.")


def contradiction(fact: str, value: Any) -> Problem:
    """The problem of a given fact that contradicts what follows from others."""
    return _problem("fact_contradicts", fact, value, "Look at the papers and correct the one that is wrong.")
