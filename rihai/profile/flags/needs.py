"""Judges of health and family: pregnancy, children inside, disability, illness, contact."""

from __future__ import annotations

from collections.abc import Mapping

from rihai.days import UNKNOWN
from rihai.profile.flags.flag import NO, SILENT, Question, Sign
from rihai.profile.record import children_inside, span_of
from rihai.words import join_and, mark, say, say_count

_MOTHERHOOD = {
    "pregnant": mark("Pregnant."),
    "in_labour_or_postpartum": mark("In labour, giving birth or has just given birth."),
    "breastfeeding": mark("Breastfeeding."),
}
_MENTAL = ("mental_disorder_flag", "severe_mental_illness", "unsound_mind_order")
DISEASES = {
    "tuberculosis": mark("tuberculosis"),
    "hiv": mark("HIV"),
    "hepatitis_b": mark("hepatitis B"),
    "hepatitis_c": mark("hepatitis C"),
}
DISABILITIES = {
    "physical": mark("physical"),
    "visual": mark("of sight"),
    "hearing": mark("of hearing"),
    "speech": mark("of speech"),
    "intellectual": mark("intellectual"),
    "psychosocial": mark("psychosocial"),
}


def pregnant(asked: Question) -> Sign:
    """Pregnant, in labour, just delivered or breastfeeding (Bangkok Rules 22, 24, 48); never asked of men."""
    person = asked.person
    for fact, text in _MOTHERHOOD.items():
        if person.get(fact) is True:
            return Sign("met", say(text, asked.language), (fact,))
    known = person.get("sex") == "male" or all(person.get(fact) is False for fact in ("pregnant", "breastfeeding"))
    return NO if known else SILENT


def with_children_inside(asked: Question) -> Sign:
    """A child of the person lives in the prison; cannot tell where a child is listed but not where it lives."""
    counted = children_inside(asked.person)
    if counted is None:
        return NO if asked.person.get("children_total") == 0 else SILENT
    sure, most = counted
    given = asked.person.get("children_in_prison") is not None
    facts = ("children_in_prison",) if given else ("children.lives_in_prison",)
    if sure:
        text = say_count(
            "{n} child lives in the prison with the person.", "{n} children live in the prison with the person.",
            sure, asked.language,
        )  # fmt: skip
        return Sign("met", text, facts)
    if most:
        text = say("It is not recorded whether a child lives in the prison.", asked.language)
        return Sign("cannot_tell", text, facts)
    return NO


def disability(asked: Question) -> Sign:
    """Any disability on record (Nelson Mandela Rule 5; CRPD art.14)."""
    kinds = asked.person.get("disability")
    if kinds is None:
        return SILENT
    if not kinds:
        return NO
    text = say("Disability: {kinds}.", asked.language, kinds=_named(kinds, DISABILITIES, asked.language))
    return Sign("met", text, ("disability",))


def mental_illness(asked: Question) -> Sign:
    """A mental illness on record (Nelson Mandela Rule 109); cannot tell where somebody only noted signs."""
    person, language = asked.person, asked.language
    if person.get("unsound_mind_order") is True:
        text = say("A court found the person of unsound mind.", language)
        return Sign("met", text, ("unsound_mind_order",))
    if person.get("severe_mental_illness") is True:
        return Sign("met", say("A severe mental illness was diagnosed.", language), ("severe_mental_illness",))
    if "mental_illness" in (person.get("illness") or ()):
        return Sign("met", say("A mental illness is recorded.", language), ("illness",))
    if "psychosocial" in (person.get("disability") or ()):
        return Sign("met", say("A psychosocial disability is recorded.", language), ("disability",))
    if person.get("mental_disorder_flag") is True:
        text = say("Somebody noted signs of mental disorder: ask for an examination.", language)
        return Sign("cannot_tell", text, ("mental_disorder_flag",))
    asked_about = any(person.get(fact) is False for fact in _MENTAL) or person.get("illness") == []
    return NO if asked_about else SILENT


def infection(asked: Question) -> Sign:
    """Tuberculosis, HIV or hepatitis on record."""
    illness = asked.person.get("illness")
    if illness is None:
        return SILENT
    found = [code for code in DISEASES if code in illness]
    if not found:
        return NO
    text = say("On record: {illnesses}.", asked.language, illnesses=_named(found, DISEASES, asked.language))
    return Sign("met", text, ("illness",))


def no_family_contact(asked: Question) -> Sign:
    """No visit, call or letter for more days than the house allows, or a family never told (Mandela Rules 58, 68)."""
    last = span_of(asked.person, "last_family_contact_on")
    if last == UNKNOWN or last.latest > asked.on:
        if asked.person.get("family_informed") is False:
            text = say("The family was not told of the custody, and no contact is recorded.", asked.language)
            return Sign("met", text, ("family_informed",))
        return SILENT
    allowed = asked.house.days_without_contact
    days = {"days": say_count("{n} day", "{n} days", allowed, asked.language)}
    if last.latest + allowed < asked.on:
        text = say("More than {days} without contact with the family.", asked.language, **days)
        since = last.latest + allowed + 1 if last.exact else None
        return Sign("met", text, ("last_family_contact_on",), since)
    if last.earliest + allowed < asked.on:
        text = say("Perhaps more than {days} without contact with the family.", asked.language, **days)
        return Sign("cannot_tell", text, ("last_family_contact_on",))
    return NO


def _named(codes: list[str], names: Mapping[str, str], language: str) -> str:
    return join_and([say(names[code], language) for code in codes], language)
