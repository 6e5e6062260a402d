"""Sentences, remission and money, reckoned by hand from the lists of a case."""

from __future__ import annotations

from datetime import date

import pytest

from rihai.days import NEVER, Span, Term, day_of
from rihai.law.reckon.sentence import (
    reckon_fine_settled,
    reckon_fine_suffered,
    reckon_has_death,
    reckon_has_life,
    reckon_remission_counted,
    reckon_remission_total,
    reckon_sentence_from,
    reckon_sentence_months,
    reckon_sentence_term,
    unpaid_share,
)


def on(text: str) -> int:
    return day_of(date.fromisoformat(text))


def span(first: str, last: str | None = None) -> Span:
    return Span(on(first), on(last or first))


class TestSentence:
    def test_one_sentence_is_its_own_term(self) -> None:
        assert reckon_sentence_term({"sentences": [{"kind": "term", "term": {"years": 5}}]}).term == Term(60, 0)

    @pytest.mark.parametrize(("how", "months"), [("concurrent", 60), ("consecutive", 84)])
    def test_two_sentences_run_as_the_court_said(self, how: str, months: int) -> None:
        sentences = [{"kind": "term", "term": {"years": 5}}, {"kind": "term", "term": {"years": 2}}]
        case = {"sentences": sentences, "concurrent_or_consecutive": how}

        assert reckon_sentence_term(case).term == Term(months, 0)

    def test_two_sentences_of_which_nobody_says_how_they_run(self) -> None:
        case = {"sentences": [{"kind": "term", "term": {"years": 5}}, {"kind": "term", "term": {"years": 2}}]}

        assert reckon_sentence_term(case) == (Term(60, 0), "concurrent_or_consecutive", Term(84, 0))
        assert reckon_sentence_months(case) == (60, 84, "concurrent_or_consecutive")

    def test_life_counts_as_twenty_five_years(self) -> None:
        case = {"sentences": [{"kind": "life"}]}

        assert reckon_sentence_term(case).term == Term(300, 0)
        assert reckon_has_life(case).value == 1
        assert reckon_has_death(case).value == 0

    def test_a_condemned_person_is_under_a_sentence_of_death(self) -> None:
        assert reckon_has_death({"legal_status": "condemned"}).value == 1
        assert reckon_has_death({"legal_status": "convict"}).value == -1

    def test_time_before_conviction_moves_the_start_back(self) -> None:
        case = {
            "custody": [{"from": "2024-02-03"}], "s382b_granted": True,
            "sentences": [{"kind": "term", "term": {"years": 5}, "starts_on": "2025-06-16"}],
        }  # fmt: skip

        assert reckon_sentence_from(case).span == span("2024-02-03")
        assert reckon_sentence_from({**case, "s382b_granted": False}).span == span("2025-06-16")
        assert reckon_sentence_from({**case, "s382b_granted": None}) == (
            span("2024-02-03", "2025-06-16"), "s382b_granted",
        )  # fmt: skip

    def test_time_on_bail_before_conviction_does_not_count(self) -> None:
        case = {
            "custody": [{"from": "2024-02-03", "to": "2024-02-13"}, {"from": "2025-06-16"}], "s382b_granted": True,
            "sentences": [{"starts_on": "2025-06-16"}],
        }  # fmt: skip

        assert reckon_sentence_from(case).span == span("2025-06-06")

    def test_remission_is_the_sum_of_the_ledger_and_blood_does_not_count_towards_the_ceiling(self) -> None:
        case = {"remission_ledger": [{"kind": "special", "days": 60}, {"kind": "blood_donation", "days": 30}]}

        assert reckon_remission_total(case)[:2] == (90, 90)
        assert reckon_remission_counted(case)[:2] == (60, 60)

    def test_remission_of_unknown_kind_may_count_or_not(self) -> None:
        case = {"remission_ledger": [{"kind": "ordinary", "days": 10}, {"days": 5}]}

        assert reckon_remission_counted(case) == (10, 15, "remission_ledger.kind")


FINE = {
    "fine": 50_000,
    "fine_paid_amount": 20_000,
    "default_term": {"months": 6},
    "default_term_from": "2026-01-01",
}


class TestMoney:
    def test_three_fifths_unpaid(self) -> None:
        share = unpaid_share(FINE)

        assert share is not None
        assert (share.numerator, share.denominator) == (3, 5)

    def test_three_fifths_of_six_months_are_three_months_and_three_fifths_of_april(self) -> None:
        # 3.6 months from 1 January: three months end on 1 April, and 0.6 of 30 days are eighteen.
        assert reckon_fine_suffered(FINE).span == span("2026-04-19")

    def test_a_fine_paid_on_a_day_is_settled_on_it(self) -> None:
        assert reckon_fine_settled({"fine_paid_on": "2026-03-05"}, on("2026-10-01")).span == span("2026-03-05")

    def test_a_fine_known_not_to_be_paid_is_never_settled(self) -> None:
        assert reckon_fine_settled(FINE, on("2026-10-01")).span == Span(NEVER, NEVER)
