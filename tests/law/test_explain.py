"""Explanations: what a person reads of a finding, in English and in Urdu."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from rihai.law.explain import Sentence, explain
from rihai.law.labels import LABELS, label
from tests.law.records import convict, juvenile, woman
from tests.law.screening import OCTOBER, finding, screen, screening

# A woman arrested on 10 March 2026: on 11 September she has been held for six months and a day.
SIX_MONTHS_AND_A_DAY = date(2026, 9, 11)
ARGUABLE = "Arguable since 11 September 2026: everything of record is met; the rest is for the court."
LATIN = re.compile(r"\b(?![ivx]+\b)[A-Za-z][a-z]{2,}")
PROPER = {"Nelson", "Mandela", "Bangkok", "Tokyo", "Act", "Rules", "Ordinance", "Art", "Crl", "Code"}
"""Names of instruments, which Urdu law books write in Latin letters too."""


def explained(
    record: dict[str, Any], provision: str, language: str, on: date = SIX_MONTHS_AND_A_DAY, case: str | None = None
) -> list[Sentence]:
    screened = screen(record, on)
    ready = screening(on).packs[0]
    return explain(ready, screened.record, finding(screened, provision, case), language)


def part(sentences: list[Sentence], name: str) -> list[str]:
    return [one.text for one in sentences if one.part == name]


def without(record: dict[str, Any], fact: str) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != fact}


class TestSixMonthsAndADay:
    def test_it_names_the_proviso_and_what_the_court_shall_do(self) -> None:
        (law,) = part(explained(woman(), "crpc_497_delay_general", "en"), "law")

        assert "s. 497(1), delay proviso" in law
        assert "shall release on bail" in law

    def test_it_names_the_day(self) -> None:
        (outcome,) = part(explained(woman(), "crpc_497_delay_general", "en"), "outcome")

        assert "Arguable since 11 September 2026" in outcome

    def test_the_day_before_it_says_not_yet(self) -> None:
        sentences = explained(woman(), "crpc_497_delay_general", "en", date(2026, 9, 10))

        assert part(sentences, "outcome") == ["Not yet: it can be met from 11 September 2026."]

    def test_it_shows_the_sum_of_days(self) -> None:
        conditions = part(explained(woman(), "crpc_497_delay_general", "en"), "condition")
        held = next(one for one in conditions if "held without a break" in one)

        assert held.startswith("held without a break for more than 6 months: met.")
        assert "since 10 March 2026; 6 months to 10 September 2026; asked for 11 September 2026" in held

    def test_it_names_the_points_only_the_court_can_judge(self) -> None:
        sentences = explained(woman(), "crpc_497_delay_general", "en")

        for_court = [one for one in part(sentences, "condition") if ": for the court." in one]
        assert len(for_court) == 1
        assert for_court[0].startswith("the delay was not caused by the accused")
        assert part(sentences, "missing") == ["To settle it: the court's view on delay by the accused."]

    def test_exceptions_stand_under_their_own_heading_and_are_not_turned_round(self) -> None:
        exceptions = part(explained(woman(), "crpc_497_delay_general", "en"), "exception")

        assert any(one.startswith("convicted before of an offence punishable") for one in exceptions)
        assert all(": does not apply." in one for one in exceptions)

    def test_it_says_that_custody_was_reckoned_from_the_arrest(self) -> None:
        cautions = part(explained(woman(), "crpc_497_delay_general", "en"), "caution")

        assert any("from the day of arrest" in one for one in cautions)

    def test_with_her_sex_missing_it_says_so_and_what_it_would_change(self) -> None:
        sentences = explained(without(woman(), "sex"), "crpc_497_delay_general", "en")

        assert part(sentences, "outcome") == ["Cannot tell."]
        assert "sex" in part(sentences, "missing")[0]
        assert part(sentences, "change") == [
            f"If sex were female: {ARGUABLE}",
            "If sex were male: Not yet: it can be met from 11 March 2027.",
            f"If sex were transgender: {ARGUABLE}",
        ]

    def test_with_her_sex_missing_it_gives_both_periods(self) -> None:
        conditions = part(explained(without(woman(), "sex"), "crpc_497_delay_general", "en"), "condition")

        assert any("for more than 6 months or 1 year: not known." in one for one in conditions)

    def test_in_urdu_it_names_the_same_day_and_the_same_point(self) -> None:
        sentences = explained(woman(), "crpc_497_delay_general", "ur")

        assert "11 ستمبر 2026" in part(sentences, "outcome")[0]
        assert "عدالت" in part(sentences, "missing")[0]
        assert "497" in part(sentences, "law")[0]


def test_an_empty_list_is_none_and_not_a_list_on_record() -> None:
    (record,) = [
        one
        for one in part(explained(woman(), "crpc_497_delay_general", "en"), "exception")
        if "convicted before" in one
    ]

    assert record.endswith("[previous convictions: none]")


def test_a_list_that_nobody_asked_about_is_not_known() -> None:
    exceptions = part(explained(without(woman(), "previous_convictions"), "crpc_497_delay_general", "en"), "exception")

    assert any(one.endswith("[previous convictions: not known]") for one in exceptions)


def test_items_on_record_are_counted() -> None:
    sentences = explained(convict(), "crpc_426_1a_appeal_delay", "en", OCTOBER, "18/24 Market")

    assert any("[previous convictions: 1 on record]" in one.text for one in sentences)


def test_a_draft_is_said_to_be_one_by_its_own_caution() -> None:
    cautions = part(explained(woman(), "crpc_497_delay_general", "en"), "caution")

    assert "No lawyer has reviewed this provision yet." in cautions


RECORDS = {
    "a woman": woman(), "a juvenile": juvenile(), "a convict": convict(), "nothing but a name": {"id": "9"},
    "a case of which nothing is known": {"id": "9", "cases": [{"case_id": "1"}]},
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("name", RECORDS)
def test_every_sentence_says_something(name: str, language: str) -> None:
    for sentence in _all(RECORDS[name], language):
        assert sentence.text.strip()
        assert "{" not in sentence.text
        assert "__" not in sentence.text
        assert "None" not in sentence.text


@pytest.mark.parametrize("name", RECORDS)
def test_no_english_is_left_in_urdu(name: str) -> None:
    for sentence in _all(RECORDS[name], "ur"):
        if sentence.part == "law":
            continue  # the Act and the section are cited as they are written
        left = set(LATIN.findall(sentence.text)) - PROPER
        assert not left, sentence.text


def _all(record: dict[str, Any], language: str) -> list[Sentence]:
    screened = screen(record, OCTOBER, "pakistan", "mandela")
    sentences = []
    for ready in screening(OCTOBER, "pakistan", "mandela").packs:
        for one in screened.findings:
            if ready.pack.provision(one.provision.id) and one.outcome != "not_applicable":
                sentences += explain(ready, screened.record, one, language)
    return sentences


def test_a_fact_of_an_item_has_the_name_of_its_list_or_its_own() -> None:
    assert label("sentences.kind", "en") == "kind of sentence"
    assert label("charges.bailable", "en") == LABELS["bailable"]
    assert label("a_fact_without_a_name", "en") == "a fact without a name"
