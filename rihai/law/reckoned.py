"""Facts that are reckoned from others, and the case-level facts of charges: what a provision may ask by name.

A reckoned fact is used only where it is not given; `asks` is the fact a person is asked for when it is not known.
"""

from __future__ import annotations

from functools import partial

from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS, Fact

_on_person = partial(Fact, data_class="personal", used_by="PK IN EW INT", source="reckoned")
_on_case = partial(Fact, data_class="personal", used_by="PK IN EW INT", source="reckoned", scope="case")

RECKONED: dict[str, Fact] = {
    fact.name: fact
    for fact in (
        _on_person("born", "date", "Day of birth, from the day of birth and its precision, else from the stated age."),
        _on_person("language_shared", "yes_no", "The staff can use a language that the person understands."),
        _on_case("custody_since", "date", "First day of the unbroken custody in this case that covers the day asked."),
        _on_case("first_custody_on", "date", "First day of custody ever in this case."),
        _on_case("counted_custody_from", "date", "Where the present stay would have begun had every earlier day in "
                 "custody in this case stood right before it: detention undergone, whatever broke it (BNSS s.479)."),
        _on_case("remand_counted_from", "date", "The same from the first remand onwards (BNSS s.187(3))."),
        _on_case("several_offences", "yes_no", "More than one offence is charged in this case."),
        _on_case("sentence_term", "term", "The terms of the case taken together: the longest if they run at the same "
                 "time, their sum if one after another; life counts as 25 years (PPC s.57)."),
        _on_case("sentence_months", "number", "The months of that term; life counts as 300.", unit="months"),
        _on_case("has_life_sentence", "yes_no", "A sentence for life was passed in this case."),
        _on_case("has_death_sentence", "yes_no", "A sentence of death was passed in this case."),
        _on_case("sentence_count", "number", "How many sentences were passed in this case.", unit="sentences"),
        _on_case("sentence_from", "date", "Day from which time served counts: the start of the sentence, moved back by "
                 "the custody before it where s.382-B was granted."),
        _on_case("default_term_months", "number", "Length of the term in default of the fine.", unit="months"),
        _on_case("remission_total_days", "number", "All remission earned.", unit="days"),
        _on_case("remission_counted_days", "number", "Ordinary and special remission: what counts towards the ceiling "
                 "of Rule 217.", unit="days"),
        _on_case("remission_ceiling_days", "number", "The days of one third of the sentence, counted on the calendar "
                 "from its start: the ceiling of Rule 217.", unit="days"),
        _on_case("fine_suffered_on", "date", "Day on which the time suffered in default covers the unpaid part of the "
                 "fine (PPC s.69)."),
        _on_case("fine_settled_on", "date", "Day on which the whole fine was paid."),
        _on_case("last_before_court_on", "date", "The later of the last hearing and the last remand on record."),
        _on_case("unpaid_fine_share", "number", "The part of the fine not yet paid, 0 to 1.", unit="share"),
        _on_case("only_money_keeps", "yes_no", "Only a fine or compensation keeps the person in this case."),
        _on_case("ew_sled_on", "date", "England and Wales: last day of the sentence, less days that count as served."),
        _on_case("ew_esed_on", "date", "England and Wales: last day of the sentence before any credit."),
        _on_case("ew_crd_on", "date", "England and Wales: day of release of a standard determinate sentence."),
        _on_case("ew_hdced_on", "date", "England and Wales: first day of home detention curfew; never where there is "
                 "none."),
        _on_case("ew_ersed_on", "date", "England and Wales: first day of the early removal scheme."),
        _on_case("ew_day_release_on", "date", "England and Wales: first day of resettlement day release."),
        _on_case("ew_remand_days", "number", "England and Wales: days on remand that count as served; from the stays "
                 "in custody before the sentence where they are not given.", unit="days"),
    )
}  # fmt: skip

ASKS: dict[str, str] = {
    "born": "date_of_birth",
    "language_shared": "languages",
    "custody_since": "arrested_on",
    "first_custody_on": "arrested_on",
    "counted_custody_from": "arrested_on",
    "remand_counted_from": "first_remanded_on",
    "several_offences": "charges",
    "sentence_term": "sentences",
    "sentence_months": "sentences",
    "has_life_sentence": "sentences",
    "has_death_sentence": "sentences",
    "sentence_count": "sentences",
    "sentence_from": "sentences.starts_on",
    "default_term_months": "default_term",
    "remission_total_days": "remission_ledger",
    "remission_counted_days": "remission_ledger",
    "remission_ceiling_days": "sentences",
    "fine_suffered_on": "default_term_from",
    "fine_settled_on": "fine_paid",
    "last_before_court_on": "last_hearing_on",
    "unpaid_fine_share": "fine_paid_amount",
    "only_money_keeps": "detention_ground",
    "ew_sled_on": "sentences",
    "ew_esed_on": "sentences",
    "ew_crd_on": "sentences",
    "ew_hdced_on": "sentences",
    "ew_ersed_on": "sentences",
    "ew_day_release_on": "sentences",
    "ew_remand_days": "remand_credit_days",
    "is_foreign_national": "nationality",
    "first_time_offender": "previous_convictions",
    "has_dependent_child": "children",
    "children_in_prison": "children",
    "bail_granted_not_furnished": "bail_furnished",
}

CHARGE_FACTS = (
    "punishable_with_death", "punishable_with_life", "max_term_months", "min_term_months", "bailable", "cognizable",
    "prohibitory", "terrorism", "court_found_heinous", "offence_date",
)  # fmt: skip
"""Facts of charges that a provision may ask of the case: the heaviest head."""


def known_fact(name: str) -> Fact | None:
    """The fact a provision may ask by this name at the level of person and case; None when there is none."""
    if name in RECKONED:
        return RECKONED[name]
    if name in CHARGE_FACTS:
        return LIST_FACTS["charges"][name]
    return PERSON_FACTS.get(name) or CASE_FACTS.get(name)


def is_of_case(name: str) -> bool:
    """Whether asking the fact makes a provision one that is worked out for each case apart."""
    fact = known_fact(name)
    return fact is not None and fact.scope != "person"
