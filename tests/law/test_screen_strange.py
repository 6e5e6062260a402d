"""What does not fit a record is a problem, counts as not known, and never stops a screening."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS, Fact
from tests.law.records import convict, woman
from tests.law.screening import OCTOBER, screen, screening, told, with_case


class TestWhatDoesNotFit:
    def test_an_unknown_key_is_a_problem_and_the_rest_is_screened(self) -> None:
        screened = screen({**woman(), "shoe_size": 7})

        assert [(one.code, one.fact, one.raw) for one in screened.problems] == [("fact_unknown", "shoe_size", "7")]
        assert told(screened, "crpc_497_delay_general")["outcome"] == "arguable"

    @pytest.mark.parametrize(
        ("fact", "value", "code"),
        [
            ("sex", "woman", "fact_unknown_code"),
            ("sex", 1, "fact_wrong_type"),
            ("date_of_birth", "1994-13", "fact_wrong_type"),
            ("date_of_birth", "9994-01-01", "fact_wrong_type"),
            ("pregnant", "no", "fact_wrong_type"),
            ("pregnant", 0, "fact_wrong_type"),
            ("age_years", -1, "fact_wrong_type"),
            ("age_years", 900, "fact_wrong_type"),
            ("age_years", {"min": 9, "max": 3}, "fact_wrong_type"),
            ("age_years", float("nan"), "fact_wrong_type"),
            ("illness", "cancer", "fact_wrong_type"),
            ("illness", ["cold"], "fact_unknown_code"),
            ("children", 2, "fact_wrong_type"),
            ("children", [2], "fact_wrong_type"),
            ("children", [{"name": "x"}], "fact_unknown"),
        ],
    )
    def test_a_value_that_does_not_fit_counts_as_not_known(self, fact: str, value: object, code: str) -> None:
        screened = screen({**woman(), fact: value})

        assert [one.code for one in screened.problems] == [code]
        assert screened.record.get(fact) in (None, [{}])
        for key in ("message", "mend"):
            assert screened.problems[0].as_json()[key]

    def test_a_sex_that_does_not_fit_is_asked_for(self) -> None:
        delay = told(screen({**woman(), "sex": "woman"}), "crpc_497_delay_general")

        assert (delay["outcome"], delay["missing"]) == ("cannot_tell", ["sex", "delay_attributed_to_accused"])

    def test_a_term_longer_than_any_life_does_not_fit(self) -> None:
        screened = screen(with_case(convict(), default_term={"years": 100_000}))

        assert [(one.code, one.fact) for one in screened.problems] == [("fact_wrong_type", "cases.default_term")]

    def test_a_case_without_an_id_of_its_own_is_a_problem(self) -> None:
        twice = convict()
        twice["cases"][1]["case_id"] = "18/24 Market"

        screened = screen(twice)

        assert [one.code for one in screened.problems] == ["case_without_id"]
        assert {one.case_id for one in screened.findings} == {None, "18/24 Market", "case 2"}

    def test_a_record_without_an_id_is_a_problem(self) -> None:
        nameless = {key: value for key, value in woman().items() if key != "id"}

        screened = screen(nameless)

        assert [one.code for one in screened.problems] == ["record_without_id"]
        assert screened.record_id is None
        assert screened.findings

    def test_an_id_twice_in_a_file_is_a_problem_of_the_second(self) -> None:
        ready = screening(OCTOBER)
        ready._seen.clear()

        first, second = ready.screen(woman()), ready.screen(woman())

        assert first.problems == ()
        assert [one.code for one in second.problems] == ["record_id_twice"]
        assert second.findings == first.findings

    @pytest.mark.parametrize("line", ["{", "[]", "7", "not json", "[" * 100_000])
    def test_a_line_that_is_no_json_object_gives_a_problem_and_no_findings(self, line: str) -> None:
        screening(OCTOBER)._seen.clear()

        bad, good = screening(OCTOBER).screen_lines([line, "", json.dumps(woman())])

        assert bad.as_json() | {"problems": []} == {
            "id": None, "as_of": "2026-10-01", "findings": [], "dates": [], "problems": [],
        }  # fmt: skip
        assert [one.code for one in bad.problems] == ["record_not_json"]
        assert good.record_id == "W-1"

    def test_a_fact_that_contradicts_others_is_used_as_given_and_said_once(self) -> None:
        record = {**convict(), "first_time_offender": True}

        problems = screen(record).problems

        assert [(one.code, one.fact) for one in problems] == [("fact_contradicts", "first_time_offender")]


def _values(fact: Fact) -> st.SearchStrategy[Any]:
    """Values of a fact, fitting and not, at the edges of what a calendar holds."""
    dates = st.sampled_from([
        "0001-01-01", "9999-12-31", "9999", "1800-01-01", "2399-12-31", "2024-02-29", "2026-10", "2026",
        {"earliest": "1800", "latest": "2399"}, {"earliest": "2026-02-28", "latest": "2026-03-01"}, "1582-10-10",
    ])  # fmt: skip
    numbers = st.sampled_from(
        [0, 1, 18, 0.5, 10**6, 10**14, 10**400, -1, 150, {"min": 0, "max": 10**9}, {"min": 17, "max": 18}]
    )
    terms = st.sampled_from([
        {"days": 0}, {"years": 1000}, {"months": 12_000, "days": 366_000}, {"years": 10**9}, {"weeks": 3},
    ])  # fmt: skip
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "date": dates, "number": numbers, "money": numbers, "term": terms, "yes_no": st.booleans(),
        "code": st.sampled_from([*fact.codes, "~other"]), "text": st.sampled_from(["302", "", "د"]),
        "codes": st.lists(st.sampled_from([*fact.codes, "x"]), max_size=3),
    }  # fmt: skip
    if fact.kind == "list":
        return st.lists(_facts(LIST_FACTS[fact.name]), max_size=3)
    return kinds[fact.kind]


def _facts(facts: Mapping[str, Fact]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={name: _values(fact) for name, fact in facts.items()})


@given(_facts(PERSON_FACTS), st.lists(_facts(CASE_FACTS), max_size=2))
@settings(max_examples=40, deadline=None)
def test_no_record_however_strange_stops_a_screening(person: dict[str, Any], cases: list[dict[str, Any]]) -> None:
    screened = screen({**person, "id": "9", "cases": cases}, OCTOBER, "pakistan", "mandela")

    assert json.loads(json.dumps(screened.as_json()))["id"] == "9"
