"""The dictionary of facts has the shape that its contract promises."""

from __future__ import annotations

from typing import get_args

import pytest

from rihai.facts import ACTS, ALL, CASE_FACTS, LIST_FACTS, PERSON_FACTS, DataClass, Fact, Kind, Problem

PACKS = {"PK", "IN", "EW", "INT", "R"}
COURTS_VIEWS = {
    "court_found_heinous", "delay_attributed_to_accused", "court_found_hardened", "court_reasonable_grounds",
    "further_inquiry", "court_ordered_longer_detention", "magistrate_recorded_reasons", "release_would_endanger",
    "appeal_delay_attributed_to_appellant",
}  # fmt: skip
LISTS = {
    "children": {
        "date_of_birth", "lives_in_prison", "dependent", "care_arranged", "best_interest_decision", "on_prison_roll",
    },
    "jail_punishments": {"given_on", "kind", "days"},
    "previous_convictions": {
        "act", "section", "sub_limb", "punishable_with_death", "punishable_with_life", "max_term_months", "cognizable",
        "convicted_on", "sentence",
    },
    "custody": {"from", "to", "ended_by", "place"},
    "adjournments": {"on", "asked_by", "reason"},
    "sentences": {"kind", "term", "rigorous", "imposed_on", "starts_on", "section"},
    "compensation": {"kind", "amount", "paid_amount", "final_judgment_on", "default_term_from", "default_term"},
    "remission_ledger": {"granted_on", "kind", "rule", "days"},
}  # fmt: skip


def test_a_name_stands_once_in_its_place() -> None:
    places = [(fact.scope, fact.name) for fact in ALL]

    assert len(places) == len(set(places))


def test_no_fact_belongs_to_the_person_and_to_a_case() -> None:
    assert not set(PERSON_FACTS) & set(CASE_FACTS)


@pytest.mark.parametrize("fact", ALL, ids=lambda fact: f"{fact.scope}.{fact.name}")
def test_a_fact_says_what_it_is(fact: Fact) -> None:
    assert fact.kind in get_args(Kind)
    assert fact.data_class in get_args(DataClass)
    assert set(fact.used_by.split()) <= PACKS
    assert fact.used_by
    assert fact.source
    assert fact.meaning.endswith(".")
    assert len(fact.codes) == len(set(fact.codes))
    assert bool(fact.codes) <= (fact.kind in {"code", "codes"})
    if fact.kind in {"code", "codes"} and not fact.free:
        assert fact.codes


def test_only_a_yes_or_no_is_a_courts_view_and_the_views_are_those_of_the_contract() -> None:
    views = {fact for fact in ALL if fact.court}

    assert {fact.name for fact in views} == COURTS_VIEWS
    assert {fact.kind for fact in views} == {"yes_no"}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_the_items_of_the_contract(name: str) -> None:
    assert set(LIST_FACTS[name]) == LISTS[name]


def test_every_list_is_a_fact_of_the_person_or_of_a_case() -> None:
    lists = {fact.name for fact in ALL if fact.kind == "list" and fact.scope in {"person", "case"}}

    assert lists == set(LIST_FACTS)


def test_an_injury_is_sealed_and_health_is_health() -> None:
    assert PERSON_FACTS["injury_on_admission"].data_class == "sealed"
    assert PERSON_FACTS["injury_reported"].data_class == "sealed"
    assert PERSON_FACTS["illness"].data_class == "health"


def test_the_delay_and_bail_applications_are_legal() -> None:
    assert CASE_FACTS["delay_attributed_to_accused"].data_class == "legal"
    assert CASE_FACTS["prepared_to_give_bail"].data_class == "legal"


def test_an_act_without_a_code_stands_under_its_plain_name() -> None:
    assert LIST_FACTS["charges"]["act"].free
    assert set(LIST_FACTS["charges"]["act"].codes) == set(ACTS)


def test_a_fact_is_asked_for_with_the_name_of_its_list() -> None:
    assert LIST_FACTS["charges"]["offence_date"].path == "charges.offence_date"
    assert LIST_FACTS["sentences"]["kind"].path == "sentences.kind"
    assert CASE_FACTS["arrested_on"].path == "arrested_on"


def test_legal_status_has_the_codes_of_the_contract() -> None:
    assert set(CASE_FACTS["legal_status"].codes) == {
        "under_trial", "convicted_unsentenced", "convict", "condemned", "security", "detained_without_charge", "civil",
        "immigration", "released", "other",
    }  # fmt: skip


def test_a_problem_prints_its_five_keys() -> None:
    problem = Problem("fact_unknown", "What.", "How.", fact="age", raw="x", sheet="UTP", row=3, rejects=True)

    assert problem.as_json() == {
        "code": "fact_unknown", "fact": "age", "raw": "x", "message": "What.", "mend": "How.",
    }  # fmt: skip
