"""Any record of the dictionary of facts, for hypothesis: every kind of value in every fact."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS, Fact

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
_TEXT = st.text(_LETTERS, max_size=30)
_DAYS = st.dates().map(lambda day: day.isoformat())
_DATES = st.one_of(
    _DAYS,
    _DAYS.map(lambda day: day[:7]),
    _DAYS.map(lambda day: day[:4]),
    st.tuples(_DAYS, _DAYS).map(lambda pair: {"earliest": min(pair), "latest": max(pair)}),
)
_NUMBERS = st.one_of(st.integers(0, 10**9), st.floats(0, 1e9, allow_nan=False))
_TERMS = st.dictionaries(st.sampled_from(("years", "months", "weeks", "days")), st.integers(0, 40), min_size=1)


def _value(fact: Fact) -> st.SearchStrategy[Any]:
    if fact.kind == "list":
        return st.lists(_facts(LIST_FACTS.get(fact.name, {})), max_size=3)
    by_kind: dict[str, st.SearchStrategy[Any]] = {
        "text": _TEXT,
        "date": _DATES,
        "period": _DATES.map(lambda day: {"from": day}),
        "term": _TERMS,
        "number": _NUMBERS,
        "money": _NUMBERS,
        "yes_no": st.booleans(),
        "code": st.sampled_from(fact.codes or ("other",)),
        "codes": st.lists(st.sampled_from(fact.codes or ("other",)), max_size=3),
    }
    return by_kind[fact.kind]


def _facts(known: dict[str, Fact]) -> st.SearchStrategy[dict[str, Any]]:
    if not known:
        return st.just({})
    names = st.lists(st.sampled_from(sorted(known)), unique=True, max_size=8)
    return names.flatmap(lambda found: st.fixed_dictionaries({name: _value(known[name]) for name in found}))


def _cases() -> st.SearchStrategy[list[dict[str, Any]]]:
    known = {name: fact for name, fact in CASE_FACTS.items() if name != "case_id"}
    ids = st.lists(st.text(_LETTERS, min_size=1, max_size=20), unique=True, max_size=3)
    return ids.flatmap(
        lambda found: st.tuples(*(_facts(known) for _one in found)).map(lambda cases: _named(found, cases))
    )


def _named(ids: list[str], cases: tuple[dict[str, Any], ...]) -> list[dict[str, Any]]:
    return [{"case_id": case_id, **case} for case_id, case in zip(ids, cases, strict=True)]


_PERSON = {name: fact for name, fact in PERSON_FACTS.items() if name not in {"id", "cases"}}
RECORDS = st.builds(
    lambda person, cases: person if cases is None else {**person, "cases": cases}, _facts(_PERSON), st.none() | _cases()
)
