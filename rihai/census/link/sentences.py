"""The reasons for and against a link, as short sentences a person can check, in our languages."""

from __future__ import annotations

from rihai.census.link.evidence import Point
from rihai.census.link.links import Link
from rihai.words import mark, say, say_count

SENTENCES = {
    "decided_same": mark("a person has said they are the same"),
    "same_identity_number": mark("the same identity number"),
    "identity_numbers_near": mark("identity numbers differ by one slip"),
    "identity_numbers_differ": mark("different identity numbers"),
    "same_prison_number": mark("the same prison number"),
    "prison_numbers_differ": mark("different prison numbers"),
    "sex_differs": mark("different sex"),
    "same_birth_date": mark("the same date of birth"),
    "birth_date_turned": mark("dates of birth with day and month exchanged"),
    "ages_agree": mark("the ages agree"),
    "same_fir": mark("the same FIR"),
    "same_fir_number_elsewhere": mark("the same FIR number at another police station"),
    "firs_differ": mark("different FIRs"),
    "same_station": mark("the same police station"),
    "same_arrest": mark("the same day of arrest"),
    "arrest_turned": mark("days of arrest with day and month exchanged"),
    "arrests_differ": mark("different days of arrest"),
    "same_admission": mark("the same day of admission"),
    "admission_turned": mark("days of admission with day and month exchanged"),
    "admissions_differ": mark("different days of admission"),
    "same_district": mark("the same home district"),
    "districts_differ": mark("different home districts"),
    "name_same": mark("the same name: {rarity}"),
    "name_slip": mark("names that differ by a slip of the pen: {rarity}"),
    "name_part": mark("names that agree in part"),
    "name_other": mark("different names"),
    "father_same": mark("the same father's or husband's name: {rarity}"),
    "father_slip": mark("father's or husband's names that differ by a slip of the pen: {rarity}"),
    "father_part": mark("father's or husband's names that agree in part"),
    "father_other": mark("different father's or husband's names"),
    "husband_and_father": mark("a husband's name here, a father's there"),
}
_RARITIES = ((7.0, mark("rare")), (4.0, mark("not common")), (2.0, mark("common")), (0.0, mark("very common")))


def says(point: Point, language: str) -> str:
    """One point as a sentence: "the same father's or husband's name: rare", "the ages differ by 9 years"."""
    if point.code == "ages_differ":
        if point.years < 1:
            return say("the dates of birth differ within a year", language)
        return say_count("the ages differ by {n} year", "the ages differ by {n} years", point.years, language)
    text = SENTENCES[point.code]
    return say(text, language, rarity=rarity_of(point.bits, language)) if "{rarity}" in text else say(text, language)


def rarity_of(bits: float, language: str) -> str:
    """How rare a name is among these people, in a word, from the bits that agreeing on it says."""
    return next((say(word, language) for least, word in _RARITIES if bits >= least), say(_RARITIES[-1][1], language))


def reasons(link: Link, language: str) -> list[str]:
    """All that was compared for a link, heaviest first, each with its weight: "the same FIR (+9.0)"."""
    told = [
        f"{says(point, language)} ({point.bits:+.1f})" if point.bits else says(point, language) for point in link.points
    ]
    if link.rivals:
        told.append(say_count("{n} other record comes near", "{n} other records come near", link.rivals, language))
    return told
