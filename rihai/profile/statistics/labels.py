"""What the rows of the statistics are called; English, said later."""

from __future__ import annotations

from collections.abc import Mapping

from rihai.words import mark, say

_CODES = {
    "female": mark("Women and girls"),
    "male": mark("Men and boys"),
    "transgender": mark("Transgender people"),
    "juvenile": mark("Under eighteen"),
    "adult": mark("Eighteen or older"),
    "under_18": mark("Under 18"),
    "18_to_24": mark("18 to 24"),
    "25_to_34": mark("25 to 34"),
    "35_to_49": mark("35 to 49"),
    "50_to_59": mark("50 to 59"),
    "60_and_over": mark("60 and over"),
    "under_1": mark("Under 1"),
    "1_to_2": mark("1 to 2"),
    "3_to_5": mark("3 to 5"),
    "6_and_over": mark("6 and over"),
    "to_6_months": mark("Up to 6 months"),
    "to_1_year": mark("Over 6 months, up to 1 year"),
    "to_2_years": mark("Over 1 year, up to 2 years"),
    "to_3_years": mark("Over 2 years, up to 3 years"),
    "to_5_years": mark("Over 3 years, up to 5 years"),
    "over_6_months": mark("Over 6 months"),
    "over_1_year": mark("Over 1 year"),
    "over_2_years": mark("Over 2 years"),
    "over_3_years": mark("Over 3 years"),
    "over_5_years": mark("Over 5 years"),
}
_STATUSES = {
    "condemned": mark("Condemned to death"),
    "convict": mark("Convict"),
    "convicted_unsentenced": mark("Convicted, sentence still to come"),
    "under_trial": mark("Under trial"),
    "security": mark("Held for want of a bond"),
    "detained_without_charge": mark("Detained without charge"),
    "immigration": mark("Held under immigration law"),
    "civil": mark("Held in a civil matter"),
    "other": mark("Another status"),
    "no_case": mark("No case on record holds the person"),
}
_STANDINGS = _STATUSES | {
    "under_trial": mark("Unsentenced: before a first decision"),
    "appeal_pending": mark("Sentenced, appeal pending"),
    "no_appeal_pending": mark("Sentenced, no appeal pending"),
    "appeal_not_known": mark("Sentenced, not known whether an appeal is pending"),
    "administrative": mark("Held otherwise than for an offence"),
}
_OFFENCES = {
    "murder": mark("Murder"),
    "attempted_murder": mark("Attempted murder"),
    "hurt": mark("Hurt"),
    "traffic_and_negligence": mark("Death or hurt by negligence or driving"),
    "sexual": mark("Sexual offences"),
    "kidnapping": mark("Kidnapping"),
    "trafficking": mark("Trafficking in persons"),
    "family_and_children": mark("Family and children"),
    "robbery": mark("Robbery and dacoity"),
    "theft": mark("Theft"),
    "extortion": mark("Extortion"),
    "fraud": mark("Fraud"),
    "dishonoured_cheque": mark("Dishonoured cheque"),
    "forgery": mark("Forgery"),
    "property_damage": mark("Damage to property"),
    "trespass": mark("Trespass"),
    "electricity": mark("Theft of electricity"),
    "intimidation": mark("Intimidation"),
    "religion": mark("Offences about religion"),
    "public_order": mark("Public order"),
    "traffic": mark("Road traffic"),
    "terrorism": mark("Terrorism"),
    "narcotics": mark("Narcotics"),
    "alcohol": mark("Alcohol"),
    "gambling": mark("Gambling"),
    "arms": mark("Arms"),
    "cyber": mark("Electronic crimes"),
    "immigration": mark("Immigration offences"),
    "vagrancy": mark("Vagrancy"),
    "preventive": mark("Preventive provisions"),
    "liability": mark("Shared liability alone"),
    "other": mark("Other offences"),
    "several": mark("Several groups, none surely the heaviest"),
}
_COUNTRIES = {
    "PK": mark("Pakistan"),
    "AF": mark("Afghanistan"),
    "BD": mark("Bangladesh"),
    "IN": mark("India"),
    "IR": mark("Iran"),
    "stateless": mark("Stateless"),
}
_OF_BREAKDOWN: Mapping[str, Mapping[str, str]] = {
    "status": _STATUSES,
    "cases": _STATUSES,
    "standing": _STANDINGS,
    "offence": _OFFENCES,
    "nationality": _COUNTRIES,
    "home_district": {},
    "prison": {},
}
RATES = {
    "unsentenced": mark("Unsentenced among persons held for an offence"),
    "unsentenced_women": mark("Unsentenced among women and girls"),
    "unsentenced_men": mark("Unsentenced among men and boys"),
    "unsentenced_transgender": mark("Unsentenced among transgender people"),
    "unsentenced_juveniles": mark("Unsentenced among those under eighteen"),
    "not_final": mark("Without a final decision (unsentenced, or sentence to come, or appeal pending)"),
    "sentenced_and_under_trial": mark("Sentenced in one case, under trial in another (counted as sentenced)"),
    "parents_with_children_inside": mark("Persons with a child living inside"),
    "children_perhaps_inside": mark("Children of whom it is not recorded whether they live inside"),
    "persons_children_not_known": mark("Persons of whom nobody has said whether they have children inside"),
    "occupancy": mark("All prisons with a list and a capacity"),
}
"""What rates and plain counts are called."""


def label(breakdown: str, row: str, language: str) -> str:
    """What a row of a breakdown is called; texts and codes without a name of their own stand as they are."""
    known = _OF_BREAKDOWN.get(breakdown, _CODES)
    return say(known[row], language) if row in known else row
