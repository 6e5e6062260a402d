"""Judges of who the person is: sex, age and nationality."""

from __future__ import annotations

from rihai.profile.flags.flag import NO, SILENT, Question, Sign
from rihai.profile.record import Record, is_foreign
from rihai.words import say

_RELATIONS_OF_WOMEN = frozenset({"daughter_of", "wife_of", "widow_of"})
_PAPERS_OF_FOREIGNERS = ("visa", "residence_permit", "por_card")
_ORDERS_OF_FOREIGNERS = ("deportation_order", "custody_order_pending_deportation")


def women(asked: Question) -> Sign:
    """Recorded as female; cannot tell where the sex is not known but a relation or pregnancy speaks for a woman."""
    person, language = asked.person, asked.language
    sex = person.get("sex")
    if sex == "female":
        return Sign("met", say("Recorded as a woman or girl.", language), ("sex",))
    if sex is not None:
        return NO
    if person.get("pregnant") is True:
        return Sign("cannot_tell", say("Sex is not recorded, but a pregnancy is.", language), ("pregnant",))
    if person.get("relation_to_named") in _RELATIONS_OF_WOMEN:
        text = say("Sex is not recorded, but the person is listed as a daughter, wife or widow.", language)
        return Sign("cannot_tell", text, ("relation_to_named",))
    return SILENT


def transgender(asked: Question) -> Sign:
    """Recorded as transgender."""
    sex = asked.person.get("sex")
    if sex == "transgender":
        return Sign("met", say("Recorded as transgender.", asked.language), ("sex",))
    return SILENT if sex is None else NO


def juvenile(asked: Question) -> Sign:
    """Under eighteen today (CRC art.1; JJSA 2018 s.2): the eighteenth birthday itself ends it."""
    ages, facts = asked.ages, asked.birth_facts
    if ages:
        if ages.reached(18):
            return NO
        if ages.reached(18) is False:
            return Sign("met", say("Under eighteen today.", asked.language), facts)
        text = say("The age recorded may be under eighteen or over: find the day of birth.", asked.language)
        return Sign("cannot_tell", text, facts)
    if asked.person.get("claims_to_be_juvenile") is True:
        text = say("No age is recorded, and the person says or seems to have been under eighteen.", asked.language)
        return Sign("cannot_tell", text, ("claims_to_be_juvenile",))
    return SILENT


def over_60(asked: Question) -> Sign:
    """Sixty years or more completed, the line the United Nations draw for older persons."""
    ages, facts = asked.ages, asked.birth_facts
    if ages is None:
        return SILENT
    if ages.reached(60):
        return Sign("met", say("Sixty years old or more.", asked.language), facts)
    if ages.reached(60) is False:
        return NO
    return Sign("cannot_tell", say("The age recorded may be sixty or less.", asked.language), facts)


def foreign_national(asked: Question) -> Sign:
    """Not a citizen of the country of the prison (Nelson Mandela Rule 62), stateless people included."""
    person, language = asked.person, asked.language
    foreign = is_foreign(person)
    if foreign is not None:
        facts = _facts_of_nationality(person)
        return Sign("met", say("Not a citizen of this country.", language), facts) if foreign else NO
    papers = person.get("foreign_documents") or ()
    if any(paper in papers for paper in _PAPERS_OF_FOREIGNERS):
        text = say("Holds papers that only foreigners hold; the nationality is not recorded.", language)
        return Sign("cannot_tell", text, ("foreign_documents",))
    for order in _ORDERS_OF_FOREIGNERS:
        if person.get(order) is True:
            text = say("An order about deportation is on record; the nationality is not.", language)
            return Sign("cannot_tell", text, (order,))
    if any(case.get("legal_status") == "immigration" for case in asked.holding):
        text = say("Held under immigration law; the nationality is not recorded.", language)
        return Sign("cannot_tell", text, ("legal_status",))
    return SILENT


def _facts_of_nationality(person: Record) -> tuple[str, ...]:
    if person.get("is_foreign_national") is not None:
        return ("is_foreign_national",)
    return ("nationality",) if person.get("nationality") == "stateless" else ("nationality", "country")
