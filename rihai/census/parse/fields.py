"""Every field a census may have, and the parser of its cells.

Fields are the headings' meanings ("arrest_date", "bail_status") and, beside them, every fact of the dictionary under
its own name, so that a layout may point a heading at any fact. Conventions between these parsers and the reading:

- `fir_number` is a list where the cell holds several FIRs, and then `fir_date`, if there, is a list as long.
- `sentence_years`, `sentence_months` and `sentence_days` are whole numbers; `sentence.term_of_columns` joins them.
- `illness` may come from two columns (health, mental health): the two lists belong together.
- `province` is where the person comes from, as registers mean it; the province of the prison is for a layout to say.
- `children` and `charges` are lists of items; all else is one value under the name it has in the dictionary.
"""

from __future__ import annotations

from collections.abc import Callable

from rihai.census.parse import (
    appeal,
    court,
    family,
    fir,
    health,
    history,
    identity,
    money,
    names,
    person,
    places,
    sections,
    sentence,
    status,
    terms,
)
from rihai.census.parse.ages import parse_age
from rihai.census.parse.bail import parse_bail
from rihai.census.parse.dates import AHEAD, date_parser, parse_birth
from rihai.census.parse.text import Parser
from rihai.census.parse.words import code_parser, number_parser, text_parser, yes_no_parser
from rihai.facts import CASE_FACTS, PERSON_FACTS, Fact

_AHEAD = {"release_due_on": 60}
"""How many years after the list a day may lie that is written with two digits of its year, where not as others."""

_HEADINGS: dict[str, Parser] = {
    "serial": identity.parse_serial,
    "prison_id": identity.parse_prison_id,
    "prison": places.parse_prison,
    "full_name": names.parse_full_name,
    "alias": names.parse_alias,
    "father_or_husband_name": names.parse_parent,
    "relation_to_named": names.parse_relation,
    "cnic": identity.parse_cnic,
    "sex": person.parse_sex,
    "age": parse_age,
    "age_years": parse_age,
    "date_of_birth": parse_birth,
    "juvenile_age_evidence": person.parse_age_evidence,
    "nationality": person.parse_nationality,
    "children_total": family.parse_children_total,
    "children_in_prison": family.parse_children_in_prison,
    "pregnant": family.parse_pregnant,
    "district": places.parse_district,
    "home_district": places.parse_district,
    "province": places.parse_province,
    "home_province": places.parse_province,
    "status": status.parse_status,
    "legal_status": status.parse_status,
    "fir_number": fir.parse_fir,
    "police_station": fir.parse_station,
    "sections": sections.parse_sections,
    "charges": sections.parse_sections,
    "case_role": sections.parse_role,
    "court": court.parse_court,
    "challan_submitted": history.parse_challan,
    "bail_status": parse_bail,
    "sentence_text": sentence.parse_sentence,
    "fine": sentence.parse_fine,
    "sentences": sentence.parse_sentence,
    "fine_paid": money.parse_fine_paid,
    "diyat_arsh_daman": money.parse_compensation,
    "compensation": money.parse_compensation,
    "remission_earned": terms.parse_remission,
    "remission_days": terms.parse_remission,
    "appeal_status": appeal.parse_appeal,
    "mercy_petition": appeal.parse_mercy,
    "counsel": appeal.parse_counsel,
    "legal_counsel": appeal.parse_counsel,
    "other_cases": history.parse_other_cases,
    "previous_conviction": history.parse_previous_convictions,
    "previous_convictions": history.parse_previous_convictions,
    "health": health.parse_health,
    "illness": health.parse_health,
    "disability": health.parse_disability,
    "drug_user": health.parse_drug_user,
    "mental_health": health.parse_mental_health,
    "visits": family.parse_visits,
    "last_family_contact_on": family.parse_visits,
    "remarks": history.parse_remarks,
}
_RENAMED = {
    "arrest_date": "arrested_on",
    "admission_date": "admitted_on",
    "charge_framed_date": "charge_framed_on",
    "last_hearing": "last_hearing_on",
    "next_hearing": "next_hearing_on",
    "sentence_date": "convicted_on",
    "unexpired_portion": "unexpired_term",
    "probable_release_date": "release_due_on",
    "transfer_from": "transferred_from",
}
_SET_OFF = yes_no_parser(
    "s382b_granted",
    no=r"not (?:given|granted|allowed|extended)|refused|نہیں",
    yes=r"given|grant|allow|extend|benefit|دیا|دی گئی",
)


def _date_parser(fact: Fact) -> Parser:
    return date_parser(fact.name, _AHEAD.get(fact.name, AHEAD))


_BY_KIND: dict[str, Callable[[Fact], Parser]] = {
    "text": lambda fact: text_parser(fact.name),
    "date": _date_parser,
    "term": lambda fact: terms.term_parser(fact.name),
    "number": lambda fact: number_parser(fact.name),
    "money": lambda fact: money.money_parser(fact.name),
    "yes_no": lambda fact: yes_no_parser(fact.name),
    "code": code_parser,
    "codes": code_parser,
}


def _all_fields() -> dict[str, Parser]:
    facts = PERSON_FACTS | CASE_FACTS
    fields = {name: _BY_KIND[fact.kind](fact) for name, fact in facts.items() if fact.kind in _BY_KIND}
    fields |= {heading: fields[name] for heading, name in _RENAMED.items()}
    fields |= {name: number_parser(name) for name in ("sentence_years", "sentence_months", "sentence_days")}
    return fields | {"set_off_382b": _SET_OFF, "s382b_granted": _SET_OFF} | _HEADINGS


FIELDS: dict[str, Parser] = _all_fields()
"""The parser of each field, by its name; parsers are pure, and an empty cell gives an empty `Parsed`."""
