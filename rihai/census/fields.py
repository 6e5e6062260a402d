"""The fields of a census and the facts they stand for: a column of the list, a name in the dictionary."""

from __future__ import annotations

FACT_OF: dict[str, str] = {
    "status": "legal_status",
    "case_in_one_cell": "charges",
    "sections": "charges",
    "age": "age_years",
    "arrest_date": "arrested_on",
    "admission_date": "admitted_on",
    "sentence_date": "convicted_on",
    "charge_framed_date": "charge_framed_on",
    "last_hearing": "last_hearing_on",
    "next_hearing": "next_hearing_on",
    "bail_status": "bail_granted",
    "sentence_text": "sentences",
    "diyat_arsh_daman": "compensation",
    "set_off_382b": "s382b_granted",
    "remission_earned": "remission_days",
    "unexpired_portion": "unexpired_term",
    "probable_release_date": "release_due_on",
    "appeal_status": "appeal_filed",
    "counsel": "legal_counsel",
    "previous_conviction": "previous_convictions",
    "other_cases": "cases_pending",
    "health": "illness",
    "mental_health": "mental_disorder_flag",
    "district": "home_district",
    "province": "home_province",
    "visits": "last_family_contact_on",
    "transfer_from": "transferred_from",
    "juvenile_age_evidence": "date_of_birth_source",
}
"""The fact a field is chiefly about, where the two have different names; a field may yield others beside it."""

TOGETHER = "case_in_one_cell"
"""The field of a column that holds FIR, sections and police station in one cell; it has no fact of its own."""
SENTENCE_PARTS = ("sentence_years", "sentence_months", "sentence_days")
REPEATABLE = frozenset({"remarks", "sections", "health", "address", "diyat_arsh_daman"})
"""Fields that two columns of one sheet may both hold without contradicting each other."""


def fact_of(field: str) -> str:
    """The fact a census field is chiefly about; a fact is its own."""
    return FACT_OF.get(field, field)
