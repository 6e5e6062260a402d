"""Facts that follow from others: used only where they are not given, and contradicted aloud."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rihai.days import NEVER, UNKNOWN, Span, day_of
from rihai.law.engine import ReadyProvision, row_builder
from rihai.law.graph import Graph
from rihai.law.reckon.charges import read_case_charges
from rihai.law.reckon.custody import (
    custody_is_reckoned,
    holds_on,
    reckon_born,
    reckon_custody_since,
    reckon_first_custody,
    reckon_last_before_court,
)
from rihai.law.reckon.derived import another_holds, contradictions
from rihai.law.tree import AnyItem, AtLeastFact, Node, Number, YesNo
from rihai.offences import OffenceTable
from tests.law import trees
from tests.law.screening import screen, told

ON = date(2026, 10, 1)


def on(text: str) -> int:
    return day_of(date.fromisoformat(text))


def span(first: str, last: str | None = None) -> Span:
    return Span(on(first), on(last or first))


def truth(node: Node, person: dict[str, Any], case: dict[str, Any]) -> str:
    """The outcome of one condition for a record, with all that follows from it."""
    provision = trees.provision_for(node)
    one = ReadyProvision(Graph(), provision, provision.versions[0], ON)
    record = {"id": "9", **person, "cases": [{"case_id": "1", **case}]}
    day = day_of(ON)
    return one.find(row_builder([one], None).build(record, record["cases"][0], day), day, "1").outcome


MET, NOT, OPEN = "met", "not_met", "cannot_tell"


@pytest.mark.parametrize(
    ("fact", "person", "case", "outcome"),
    [
        ("first_time_offender", {"previous_convictions": []}, {}, MET),
        ("first_time_offender", {"previous_convictions": [{}]}, {}, NOT),
        ("first_time_offender", {}, {}, OPEN),
        ("first_time_offender", {"first_time_offender": False, "previous_convictions": []}, {}, NOT),
        ("is_foreign_national", {"nationality": "AF", "country": "PK"}, {}, MET),
        ("is_foreign_national", {"nationality": "PK", "country": "PK"}, {}, NOT),
        ("is_foreign_national", {"nationality": "stateless"}, {}, MET),
        ("is_foreign_national", {"nationality": "AF"}, {}, OPEN),
        ("is_foreign_national", {"country": "PK"}, {}, OPEN),
        ("in_solitary", {"solitary_since": "2026-09"}, {}, MET),
        ("in_solitary", {}, {}, OPEN),
        ("has_dependent_child", {"children": [{"dependent": True}]}, {}, MET),
        ("has_dependent_child", {"children": [{"dependent": False}, {}]}, {}, OPEN),
        ("has_dependent_child", {"children": []}, {}, NOT),
        ("has_dependent_child", {"children_total": 0}, {}, NOT),
        ("trial_concluded", {}, {"legal_status": "under_trial"}, NOT),
        ("trial_concluded", {}, {"legal_status": "convict"}, OPEN),
        ("bail_granted_not_furnished", {}, {"bail_granted": True, "bail_furnished": False}, MET),
        ("bail_granted_not_furnished", {}, {"bail_granted": True, "bail_furnished": True}, NOT),
        ("bail_granted_not_furnished", {}, {"bail_granted": False}, NOT),
        ("bail_granted_not_furnished", {}, {"bail_granted": True}, OPEN),
        ("bail_granted_not_furnished", {}, {}, OPEN),
        ("fine_paid", {}, {"fine": 5000, "fine_paid_amount": 5000}, MET),
        ("fine_paid", {}, {"fine": 5000, "fine_paid_amount": 4999}, NOT),
        ("fine_paid", {}, {"fine": 5000}, OPEN),
    ],
)
def test_a_fact_follows_from_others(fact: str, person: dict[str, Any], case: dict[str, Any], outcome: str) -> None:
    assert truth(YesNo(fact, True), person, case) == outcome


@pytest.mark.parametrize(
    ("children", "outcome"),
    [
        ([{"lives_in_prison": True}, {"lives_in_prison": True}], MET),
        ([{"lives_in_prison": True}, {}], OPEN),
        ([{"lives_in_prison": False}], NOT),
    ],
)
def test_children_inside_are_counted_from_the_list(children: list[dict[str, bool]], outcome: str) -> None:
    assert truth(Number("children_in_prison", "at_least", 2), {"children": children}, {}) == outcome


def test_known_never_to_have_been_convicted_is_a_known_empty_list() -> None:
    convicted = AnyItem("previous_convictions", YesNo("punishable_with_death", True))

    assert truth(convicted, {"first_time_offender": True}, {}) == NOT
    assert truth(convicted, {"first_time_offender": False}, {}) == OPEN


class TestBirth:
    def test_the_written_day_counts_first(self) -> None:
        born = reckon_born({"date_of_birth": "1994-05-01", "age_years": 80, "age_stated_on": "2026-10-01"})

        assert born.span == span("1994-05-01")

    def test_a_day_known_to_the_year_is_any_day_of_it(self) -> None:
        person = {"date_of_birth": "1985-01-01", "date_of_birth_precision": "year"}

        assert reckon_born(person).span == span("1985-01-01", "1985-12-31")

    def test_a_day_known_to_the_month_is_any_day_of_it(self) -> None:
        person = {"date_of_birth": "2009-04-01", "date_of_birth_precision": "month"}

        assert reckon_born(person).span == span("2009-04-01", "2009-04-30")

    def test_an_age_gives_a_year_of_days(self) -> None:
        born = reckon_born({"age_years": 17, "age_stated_on": "2026-10-01"})

        assert born.span == span("2008-10-02", "2009-10-01")
        assert born.ask == "date_of_birth"

    def test_an_age_on_28_february_leaves_out_29_february(self) -> None:
        # One born on 29 February 2008 is 18 on 28 February 2026, so that a seventeen-year-old was born after it.
        assert reckon_born({"age_years": 17, "age_stated_on": "2026-02-28"}).span == span("2008-03-01", "2009-02-28")

    def test_an_age_on_29_february(self) -> None:
        assert reckon_born({"age_years": 15, "age_stated_on": "2024-02-29"}).span == span("2008-03-01", "2009-02-28")

    def test_an_age_without_its_day_asks_for_the_day(self) -> None:
        assert reckon_born({"age_years": 17}) == (UNKNOWN, "age_stated_on")

    def test_a_range_of_ages_on_a_day_in_part(self) -> None:
        born = reckon_born({"age_years": {"min": 58, "max": 62}, "age_stated_on": "2026-10"})

        assert born.span == span("1963-10-02", "1968-10-31")


class TestCustody:
    def test_custody_runs_from_the_arrest_where_no_stay_is_known(self) -> None:
        case = {"arrested_on": "2026-03-10"}

        assert reckon_custody_since(case, on("2026-10-01")).span == span("2026-03-10")
        assert custody_is_reckoned(case)

    def test_stays_rule_over_the_day_of_arrest(self) -> None:
        case = {"arrested_on": "2026-03-10", "custody": [{"from": "2026-05-01"}]}

        assert reckon_custody_since(case, on("2026-10-01")).span == span("2026-05-01")
        assert reckon_first_custody(case).span == span("2026-05-01")
        assert not custody_is_reckoned(case)

    def test_nothing_stands_in_for_the_arrest(self) -> None:
        assert reckon_custody_since({"fir_date": "2026-03-08"}, on("2026-10-01")) == (UNKNOWN, "arrested_on")

    def test_nobody_held_is_held_since_never(self) -> None:
        case = {"custody": [{"from": "2026-01-01", "to": "2026-02-01"}]}

        assert reckon_custody_since(case, on("2026-10-01")).span == Span(NEVER, NEVER)

    def test_the_later_of_hearing_and_remand_counts(self) -> None:
        case = {"last_hearing_on": "2026-09-01", "last_remanded_on": "2026-09-14"}

        assert reckon_last_before_court(case).span == span("2026-09-14")

    @pytest.mark.parametrize(
        ("case", "holds"),
        [
            ({}, True),
            ({"arrested_on": "2026-03-10"}, True),
            ({"arrested_on": "2026-10-02"}, False),
            ({"legal_status": "released"}, False),
            ({"released": True}, False),
            ({"released_on": "2026-10-01"}, False),
            ({"released_on": "2026-10-02"}, True),
            ({"bail_furnished": True}, False),
            ({"custody": [{"from": "2026-01-01", "to": "2026-10-01"}]}, False),
            ({"custody": [{"from": "2026-01-01", "to": "2026-10-02"}]}, True),
        ],
    )
    def test_a_case_holds_until_it_is_known_to_have_ended(self, case: dict[str, Any], holds: bool) -> None:
        assert holds_on(case, on("2026-10-01")) is holds

    def test_another_case_holds_only_when_it_is_another(self) -> None:
        one, other = {"case_id": "1"}, {"case_id": "2", "legal_status": "released"}

        assert not another_holds([one, other], one, on("2026-10-01"))
        assert another_holds([one, other], other, on("2026-10-01"))

    def test_held_in_another_case_is_never_derived_false(self) -> None:
        assert truth(YesNo("held_in_other_case", False), {}, {}) == OPEN


class TestCharges:
    def charges(self, *charges: dict[str, Any]) -> dict[str, Any]:
        return {"charges": list(charges), "arrested_on": "2026-03-10"}

    def test_terrorism_follows_from_the_act(self) -> None:
        table = OffenceTable([])

        assert read_case_charges(self.charges({"act": "ATA"}), table).facts["terrorism"] is True
        assert read_case_charges(self.charges({"act": "PPC"}), table).facts["terrorism"] is False
        assert read_case_charges(self.charges({}), table).facts.get("terrorism") is None

    def test_the_heaviest_head_counts(self) -> None:
        light = {"act": "PPC", "section": "1", "bailable": True, "punishable_with_death": False, "max_term_months": 12}
        heavy = {"act": "PPC", "section": "2", "bailable": False, "punishable_with_death": True, "max_term_months": 84}

        found = read_case_charges(self.charges(light, heavy), OffenceTable([])).facts

        assert found["bailable"] is False
        assert found["punishable_with_death"] is True
        assert found["max_term_months"] == 84

    def test_an_unread_charge_leaves_open_what_it_could_change(self) -> None:
        capital = {"act": "PPC", "section": "1", "bailable": False, "punishable_with_death": True}

        found = read_case_charges(self.charges(capital, {}), OffenceTable([])).facts

        assert found["punishable_with_death"] is True
        assert found["bailable"] is False
        assert found.get("max_term_months") is None

    def test_the_day_of_the_act_runs_from_the_earliest_to_the_latest_charge(self) -> None:
        case = self.charges({"act": "PPC", "offence_date": "2026-01-05"}, {"act": "PPC", "offence_date": "2026-02-07"})

        assert read_case_charges(case, OffenceTable([])).offence_date == span("2026-01-05", "2026-02-07")


@pytest.mark.parametrize(
    ("person", "case", "fact"),
    [
        ({"previous_convictions": [{}], "first_time_offender": True}, {}, "first_time_offender"),
        ({"nationality": "AF", "country": "PK", "is_foreign_national": False}, {}, "is_foreign_national"),
        ({}, {"legal_status": "under_trial", "trial_concluded": True}, "trial_concluded"),
        ({}, {"bail_granted": False, "bail_granted_not_furnished": True}, "bail_granted_not_furnished"),
        ({}, {"fine": 10, "fine_paid_amount": 5, "fine_paid": True}, "fine_paid"),
    ],
)
def test_a_contradiction_is_found_and_the_given_fact_used(
    person: dict[str, Any], case: dict[str, Any], fact: str
) -> None:
    given = {**person, **case}[fact]

    assert contradictions(person, case) == [(fact, given)]
    assert truth(YesNo(fact, given), person, case) == MET


def test_two_numbers_of_the_record_are_compared() -> None:
    at_least = AtLeastFact("fine_paid_amount", "fine")

    assert truth(at_least, {}, {"fine": 10, "fine_paid_amount": 10}) == MET
    assert truth(at_least, {}, {"fine": 10, "fine_paid_amount": 9}) == NOT
    assert truth(at_least, {}, {"fine": 10}) == OPEN


@pytest.mark.parametrize(
    ("asked", "outcome", "day"),
    [
        # A third of the longest, five years, is twenty months from 1 January 2025: it cannot be sooner.
        (date(2026, 8, 31), "not_yet", "2026-09-01"),
        # Between it and a third of eight years (thirty-two months) the answer hangs on how the two run.
        (date(2026, 9, 1), "cannot_tell", "2027-09-01"),
        (date(2027, 8, 31), "cannot_tell", "2027-09-01"),
        (date(2027, 9, 1), "met", None),
    ],
)
def test_two_sentences_of_which_nobody_wrote_how_they_run_give_the_widest_span(
    asked: date, outcome: str, day: str | None
) -> None:
    record = {
        "id": "C", "province": "punjab", "sex": "male", "conduct_good": True, "parole_class_eligible": True,
        "cases": [{
            "case_id": "1", "legal_status": "convict", "arrested_on": "2025-01-01", "convicted_on": "2025-01-01",
            "charges": [{"act": "PPC", "section": "408", "offence_date": "2024-12-01"}], "s382b_granted": False,
            "surety_available": True,
            "sentences": [
                {"kind": "term", "term": {"years": 5}, "starts_on": "2025-01-01"},
                {"kind": "term", "term": {"years": 3}, "starts_on": "2025-01-01"},
            ],
        }],
    }  # fmt: skip

    parole = told(screen(record, asked), "gcppra_1926")

    assert (parole["outcome"], parole["due_on"]) == (outcome, day)
    assert parole["missing"] == (["concurrent_or_consecutive"] if outcome == "cannot_tell" else [])
