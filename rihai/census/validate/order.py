"""Days that cannot all be right: after the list, before birth, out of their order, already past."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from rihai.census.problems import problem
from rihai.census.validate.days import end_of, span, surely_after
from rihai.days import age_on, day_of, read_term
from rihai.facts import Problem

_OLDEST = 120
_AGES_APART = 1
"""Completed years by which a stated age may differ from the one reckoned from the birth: age last and next birthday."""


def out_of_order(person: Mapping[str, Any], census_day: date | None) -> Iterator[Problem]:
    """Problems of days against each other and against the day of the list, when that is known."""
    listed = census_day.isoformat() if census_day else None
    admitted = person.get("admitted_on")
    if listed and surely_after(admitted, listed):
        yield problem("admission_after_census", "admitted_on", _shown(admitted))
    yield from _birth(person, census_day)
    for case in person.get("cases") or ():
        arrested = case.get("arrested_on")
        if listed and surely_after(arrested, listed):
            yield problem("arrest_after_census", "arrested_on", _shown(arrested))
        if surely_after(case.get("fir_date"), arrested) or _numbered_later(case.get("fir_number"), arrested):
            yield problem("fir_after_arrest", "fir_date", _shown(case.get("fir_date") or case.get("fir_number")))
        if surely_after(arrested, admitted):
            yield problem("admission_before_arrest", "admitted_on", _shown(admitted))
        if listed and case.get("legal_status") == "under_trial" and surely_after(listed, case.get("next_hearing_on")):
            yield problem("next_hearing_past", "next_hearing_on", _shown(case["next_hearing_on"]))


def _birth(person: Mapping[str, Any], census_day: date | None) -> Iterator[Problem]:
    born = person.get("date_of_birth")
    if born is None or census_day is None:
        return
    stated = person.get("age_years")
    ages = (stated["min"], stated["max"]) if isinstance(stated, dict) else (stated, stated)
    code = _born(born if isinstance(born, str) else None, census_day, ages, person.get("age_stated_on"))
    if code:
        yield problem(
            code, *(("date_of_birth", _shown(born)) if code == "age_impossible" else ("age_years", _shown(stated)))
        )


@lru_cache(maxsize=1 << 16)
def _born(born: str | None, census_day: date, ages: tuple[Any, Any], stated_on: str | None) -> str | None:
    """The code of what a birth contradicts: the day of the list, a human life, or the age that is stated."""
    birth, today = span(born), day_of(census_day)
    if birth is None:
        return None
    if birth.earliest > today or (birth.latest <= today and age_on(birth.latest, today) > _OLDEST):
        return "age_impossible"
    on = span(stated_on)
    if ages[0] is None or on is None:
        return None
    youngest = age_on(birth.latest, on.earliest) if birth.latest <= on.earliest else 0
    oldest = age_on(birth.earliest, on.latest) if birth.earliest <= on.latest else 0
    return "age_and_birth_disagree" if ages[1] < youngest - _AGES_APART or ages[0] > oldest + _AGES_APART else None


def _numbered_later(fir_number: Any, arrested: Any) -> bool:
    """Whether the FIR's year is after the year of the arrest."""
    year = fir_number[-4:] if isinstance(fir_number, str) and fir_number[-5:-4] == "/" else ""
    return bool(year) and isinstance(arrested, str) and year > arrested[:4]


def seems_over(case: Mapping[str, Any], census_day: date) -> str | None:
    """The code for a sentence or an order that has run out by the day of the list; None while it runs, or may run.

    Only what certainly has run out on the calendar, without remission or credit, which could only end it earlier.
    """
    due = span(case.get("release_due_on"))
    if due is not None and due.latest < day_of(census_day):
        return "sentence_seems_over"
    left = read_term(case.get("unexpired_term"))
    if left is not None and not left.months and not left.days:
        return "sentence_seems_over"
    sentences = case.get("sentences") or ()
    ends = [end_of(item.get("starts_on") or item.get("imposed_on"), item.get("term")) for item in sentences]
    concurrent = len(ends) <= 1 or case.get("concurrent_or_consecutive") == "concurrent"
    if ends and concurrent and all(end is not None and end < census_day for end in ends):
        return "sentence_seems_over"
    ordered = end_of(case.get("security_order_on"), case.get("security_period"))
    return "order_seems_over" if ordered is not None and ordered < census_day else None


def _shown(value: Any) -> str | None:
    return None if value is None else str(value)
