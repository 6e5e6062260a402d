"""Judges of how the person is held: without a lawyer, under sentence of death, long alone."""

from __future__ import annotations

from rihai.days import UNKNOWN, Span
from rihai.profile.flags.flag import NO, SILENT, Question, Sign
from rihai.profile.record import Record, cases_of, range_of, span_of
from rihai.words import day_text, join_and, say

LONGEST_ALONE = 15
"""Days of solitary confinement beyond which it is prolonged (Nelson Mandela Rule 44); its first day is day 1."""
HOURS_ALONE = 22
"""Hours a day without meaningful contact that make it solitary confinement (Nelson Mandela Rule 44)."""


def no_lawyer(asked: Question) -> Sign:
    """No lawyer in a case that holds the person (Nelson Mandela Rules 61, 119); every such case is named."""
    without = [str(case["case_id"]) for case in asked.holding if case.get("legal_counsel") == "none"]
    if without:
        text = say("No lawyer in {cases}.", asked.language, cases=join_and(without, asked.language))
        return Sign("met", text, ("legal_counsel",))
    if cases_of(asked.person) is None or any(case.get("legal_counsel") is None for case in asked.holding):
        return SILENT
    return NO


def condemned(asked: Question) -> Sign:
    """Under sentence of death in a case that holds the person; since the day the sentence was passed."""
    signs = [_condemned_in(case, asked) for case in asked.holding]
    for state in ("met", "cannot_tell", "not_known"):
        for sign in signs:
            if sign.state == state:
                return sign
    return SILENT if cases_of(asked.person) is None else NO


def _condemned_in(case: Record, asked: Question) -> Sign:
    status = case.get("legal_status")
    deaths = [one for one in case.get("sentences") or () if one.get("kind") == "death"]
    facts = (*(("legal_status",) if status else ()), *(("sentences.kind",) if deaths else ()))
    if status == "condemned" or (status is None and deaths):
        passed = span_of(deaths[0], "imposed_on") if len(deaths) == 1 else UNKNOWN
        if passed == UNKNOWN:
            passed = span_of(case, "convicted_on")
        since = passed.earliest if passed.exact and passed.earliest <= asked.on else None
        return Sign("met", say("Under sentence of death.", asked.language), facts, since)
    if deaths:
        text = say("A sentence of death is recorded, but the status is another.", asked.language)
        return Sign("cannot_tell", text, facts)
    return SILENT if status is None else NO


def long_solitary(asked: Question) -> Sign:
    """Alone for more than fifteen days in a row, which no court or prison may order (Nelson Mandela Rules 43, 44)."""
    person, language = asked.person, asked.language
    if person.get("in_solitary") is False or _is_in_company(person):
        return NO
    begun = span_of(person, "solitary_since")
    if begun == UNKNOWN:
        if person.get("in_solitary") is True:
            text = say("Held alone; since when is not recorded.", language)
            return Sign("cannot_tell", text, ("in_solitary",))
        return SILENT
    if begun.latest + LONGEST_ALONE <= asked.on:
        return _too_long(begun, language)
    if begun.earliest + LONGEST_ALONE <= asked.on:
        text = say("Held alone, perhaps for more than {days} days.", language, days=LONGEST_ALONE)
        return Sign("cannot_tell", text, ("solitary_since",))
    return NO


def _too_long(begun: Span, language: str) -> Sign:
    if not begun.exact:
        text = say("Held alone for more than {days} days.", language, days=LONGEST_ALONE)
        return Sign("met", text, ("solitary_since",))
    day = day_text(begun.earliest, language)
    text = say("Held alone since {day}: more than {days} days.", language, day=day, days=LONGEST_ALONE)
    return Sign("met", text, ("solitary_since",), begun.earliest + LONGEST_ALONE)


def _is_in_company(person: Record) -> bool:
    hours = person.get("hours_alone")
    return hours is not None and range_of(hours)[1] < HOURS_ALONE
