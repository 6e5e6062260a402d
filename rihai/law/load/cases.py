"""Reads the worked cases of a provision: facts written flat become one record with one case."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS
from rihai.law.provision import OUTCOMES, Case, Provision
from rihai.law.record import checked
from rihai.law.strict import LinedMapping, Mistakes, Reader, read, walk

_EXPECTED = ("outcome", "since", "due_on", "until", "missing", "notes")


def read_cases(text: str, mistakes: Mistakes) -> tuple[Case, ...]:
    """The worked cases of one file."""
    written = read(text, mistakes)
    if written is None and mistakes.found:
        return ()
    reader = Reader(written, mistakes, 1, "a file of cases")
    given = reader.take("given", dict, LinedMapping(1), required=True)
    cases = []
    for item, line in walk(reader.take("cases", list, required=True), mistakes, reader.line, "'cases'"):
        case = _case(item, line, given, mistakes)
        if case is not None:
            cases.append(case)
    reader.finish()
    return tuple(cases)


def _case(item: Any, line: int, given: dict[str, Any], mistakes: Mistakes) -> Case | None:
    reader = Reader(item, mistakes, line, "a case")
    says, on = reader.take("says", str, "", required=True), reader.take("on", str, required=True)
    facts = reader.take("facts", dict, {})
    expects = {key: reader.value[key] for key in _EXPECTED if key in reader.value}
    reader.taken |= set(_EXPECTED)
    reader.finish()
    if expects.get("outcome") not in OUTCOMES:
        mistakes.add(line, f"'{expects.get('outcome')}' is not an outcome; known: {', '.join(OUTCOMES)}")
        return None
    try:
        day = date.fromisoformat(str(on))
    except ValueError:
        mistakes.add(line, f"'{on}' is not a day such as 2026-05-21")
        return None
    record = as_record({**given, **facts}, mistakes, line)
    for problem in checked(record)[1]:
        mistakes.add(line, f"{problem.fact}: {problem.message} {problem.mend}")
    return Case(says, record, day, expects, line)


def _plain(value: Any) -> Any:
    """The same value without line numbers, safe to change."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else copy.copy(value)


def as_record(facts: dict[str, Any], mistakes: Mistakes, line: int) -> dict[str, Any]:
    """Facts written flat as one record: the person's above, the case's in one case, a charge's in its first charge."""
    record: dict[str, Any] = {"id": "worked case"}
    case: dict[str, Any] = {"case_id": "case"}
    charge: dict[str, Any] = {}
    for name, value in facts.items():
        if value is None:
            continue
        if name in PERSON_FACTS or name == "cases":
            record[name] = _plain(value)
        elif name in CASE_FACTS:
            case[name] = _plain(value)
        elif name in LIST_FACTS["charges"]:
            charge[name] = _plain(value)
        else:
            mistakes.add(line, f"'{name}' is not a fact of the dictionary")
    if charge:
        first, *others = case.get("charges") or [{}]
        case["charges"] = [{**first, **charge}, *others]
    record.setdefault("cases", [case])
    return record


def missing_sorts(provision: Provision, day_decides: bool) -> list[str]:
    """The sorts of case a provision still lacks; it does not load without them."""
    outcomes = {case.expects["outcome"] for case in provision.cases}
    lacking = [
        sort
        for sort, found in (
            ("met", {"met"}),
            ("not met", {"not_met", "not_yet"}),
            ("cannot tell", {"cannot_tell"}),
        )
        if not outcomes & found
    ]
    if day_decides and not _has_eve(provision):
        lacking.append("the day before and the day of")
    return lacking


def _has_eve(provision: Provision) -> bool:
    """Two cases on neighbouring days that come out differently."""
    found = {(case.on.toordinal(), case.expects["outcome"]) for case in provision.cases}
    return any(day + 1 == other and outcome != turned for day, outcome in found for other, turned in found)
