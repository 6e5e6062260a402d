"""Records through a screening: outcomes worked by hand, the contract of the JSON, and what does not fit."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from rihai.days import day_of
from rihai.law.load import load_pack
from rihai.law.provision import OUTCOMES
from rihai.law.screen import could_leave
from tests.law.records import convict, juvenile, woman
from tests.law.screening import NOVEMBER, OCTOBER, screen, told, with_case


class TestWoman:
    """Arrested 10 March 2026: six months are full on 10 September, exceeded on the 11th."""

    def test_the_delay_is_arguable_from_the_day_six_months_are_exceeded(self) -> None:
        delay = told(screen(woman()), "crpc_497_delay_general")

        assert delay["outcome"] == "arguable"
        assert delay["since"] == "2026-09-11"
        assert delay["due_on"] is delay["until"] is None
        assert delay["missing"] == ["delay_attributed_to_accused"]
        assert "custody_from_arrest" in delay["notes"]

    def test_on_the_last_day_of_six_months_it_is_not_yet(self) -> None:
        delay = told(screen(woman(), date(2026, 9, 10)), "crpc_497_delay_general")

        assert (delay["outcome"], delay["due_on"]) == ("not_yet", "2026-09-11")

    def test_each_condition_says_how_it_stands_and_who_decides(self) -> None:
        stands = {one["id"]: one for one in told(screen(woman()), "crpc_497_delay_general")["conditions"]}

        assert stands["held_too_long"]["outcome"] == "met"
        assert stands["held_too_long"]["decided_by"] == "record"
        assert stands["delay_not_by_accused"]["outcome"] == "cannot_tell"
        assert stands["delay_not_by_accused"]["decided_by"] == "court"
        assert stands["hardened"]["outcome"] == "not_met"

    def test_a_woman_is_within_the_first_proviso_from_her_first_day(self) -> None:
        proviso = told(screen(woman()), "crpc_497_first_proviso")

        assert (proviso["outcome"], proviso["since"]) == ("met", "2026-03-10")

    def test_the_bounced_cheque_is_not_bailable(self) -> None:
        assert told(screen(woman()), "crpc_496_bailable")["outcome"] == "not_met"

    def test_she_has_been_inside_long_enough_for_a_visit(self) -> None:
        # Three months from 12 March are exceeded on 13 June.
        assert told(screen(woman()), "rule_395_visit")["since"] == "2026-06-13"


class TestJuvenile:
    """Born in April 2009, seventeen on 14 August 2026; the present custody began on 5 October."""

    def test_a_new_period_runs_from_the_second_arrest(self) -> None:
        delay = told(screen(juvenile(), NOVEMBER), "crpc_497_delay_general")

        assert (delay["outcome"], delay["due_on"]) == ("not_yet", "2027-10-06")
        assert "custody_from_arrest" not in delay["notes"]

    def test_theft_of_a_car_is_bailable_for_a_juvenile(self) -> None:
        assert told(screen(juvenile(), NOVEMBER), "jjsa_6_minor_major")["outcome"] == "met"
        assert told(screen(juvenile(), NOVEMBER), "juvenile_in_jail_bailable")["outcome"] == "met"

    def test_seven_years_are_not_heinous(self) -> None:
        assert told(screen(juvenile(), NOVEMBER), "jjsa_6_5_six_months")["outcome"] == "not_met"

    def test_held_with_adults_is_of_the_person_and_not_of_a_case(self) -> None:
        alert = told(screen(juvenile(), NOVEMBER), "juvenile_held_with_adults")

        assert (alert["outcome"], alert["case_id"]) == ("met", None)


class TestConvict:
    """Five years from 16 June 2025, an appeal pending, and a second case still under trial."""

    def test_the_appeal_has_waited_more_than_a_year(self) -> None:
        appeal = told(screen(convict()), "crpc_426_1a_appeal_delay", "18/24 Market")

        assert (appeal["outcome"], appeal["since"]) == ("met", "2026-06-17")

    def test_release_in_one_case_is_noted_as_not_opening_the_gate(self) -> None:
        appeal = told(screen(convict()), "crpc_426_1a_appeal_delay", "18/24 Market")

        assert "held_in_other_case" in appeal["notes"]

    def test_each_case_has_its_own_finding(self) -> None:
        screened = screen(convict())

        assert told(screened, "crpc_426_1a_appeal_delay", "77/25 Market")["outcome"] == "not_applicable"
        assert told(screened, "crpc_497_delay_general", "18/24 Market")["outcome"] == "not_applicable"

    def test_six_months_before_a_release_in_november_2028_is_may(self) -> None:
        sick = told(screen(convict()), "ppr_143_sick", "18/24 Market")

        assert (sick["outcome"], sick["due_on"]) == ("not_yet", "2028-05-01")


def test_the_json_has_the_keys_of_the_contract() -> None:
    line = screen(convict()).as_json()

    assert set(line) == {"id", "as_of", "findings", "dates", "problems"}
    assert (line["id"], line["as_of"], line["dates"], line["problems"]) == ("C-1", "2026-10-01", [], [])
    keys = {"provision", "case_id", "outcome", "since", "due_on", "until", "missing", "notes", "conditions"}
    for one in line["findings"]:
        assert keys <= set(one)
        assert one["outcome"] in OUTCOMES
        assert not one["missing"] or one["outcome"] in {"cannot_tell", "arguable"}
        for condition in one["conditions"]:
            assert condition["outcome"] in {"met", "not_met", "cannot_tell"}
            assert condition["decided_by"] in {"record", "court"}
    assert json.loads(json.dumps(line)) == line


def test_every_provision_in_force_is_there_for_every_case() -> None:
    screened = screen(convict())
    in_force = [one for one in load_pack("pakistan").provisions if one.version_on(OCTOBER)]

    for provision in in_force:
        cases = [one.case_id for one in screened.findings if one.provision.id == provision.id]
        assert cases in ([None], ["18/24 Market", "77/25 Market"]), provision.id


class TestWithoutCases:
    def test_a_provision_of_cases_is_found_once_and_cannot_be_told_while_no_case_is_known(self) -> None:
        record = {key: value for key, value in woman().items() if key != "cases"}

        delay = told(screen(record), "crpc_497_delay_general")

        assert (delay["case_id"], delay["outcome"]) == (None, "cannot_tell")
        assert "legal_status" in delay["missing"]

    def test_a_person_known_to_have_no_case_has_findings_of_the_person_alone(self) -> None:
        screened = screen({**woman(), "cases": []})

        assert {one.case_id for one in screened.findings} == {None}
        assert "crpc_497_delay_general" not in {one.provision.id for one in screened.findings}
        assert told(screened, "juvenile_held_with_adults")["outcome"] == "not_met"


class TestCouldLeave:
    def leaves(self, record: dict[str, Any]) -> str | None:
        screened = screen(record)
        return could_leave(screened.findings, screened.record, day_of(OCTOBER))

    def test_a_release_in_every_case_that_holds(self) -> None:
        assert self.leaves(convict()) == "met"

    def test_arguable_in_one_case_is_arguable_in_all(self) -> None:
        record = with_case(convict(), court_found_hardened=None)

        assert self.leaves(record) == "arguable"

    def test_not_while_a_case_that_nothing_reaches_holds_the_person(self) -> None:
        record = with_case(convict(), appeal_filed=False, fine_paid=None)

        assert told(screen(record), "crpc_496_bailable", "77/25 Market")["outcome"] == "met"
        assert self.leaves(record) is None

    def test_not_while_a_matter_that_is_not_listed_holds_the_person(self) -> None:
        assert self.leaves(woman()) == "met"
        assert self.leaves(with_case(woman(), held_in_other_case=True)) is None

    def test_not_while_an_unlisted_matter_holds_though_another_listed_case_is_over(self) -> None:
        record = with_case(woman(), held_in_other_case=True)
        over = {"case_id": "9/20 Saddar", "legal_status": "released"}

        assert self.leaves({**record, "cases": [*record["cases"], over]}) is None

    def test_a_case_that_is_over_does_not_hold(self) -> None:
        record = convict()
        record["cases"][1]["legal_status"] = "released"

        assert self.leaves(record) == "met"

    def test_nobody_leaves_of_whom_no_case_is_known(self) -> None:
        assert self.leaves({**woman(), "cases": []}) is None


class TestTogether:
    def test_a_national_limit_that_is_met_is_known_to_the_international_rules(self) -> None:
        record = with_case(woman(), delay_attributed_to_accused=False)

        both = screen(record, OCTOBER, "mandela", "pakistan")

        assert told(both, "crpc_497_delay_general")["outcome"] == "met"
        assert told(both, "INT-13")["outcome"] == "met"

    def test_without_the_countrys_pack_it_is_not_known(self) -> None:
        alone = told(screen(woman(), OCTOBER, "mandela"), "INT-13")

        assert (alone["outcome"], alone["missing"]) == ("cannot_tell", ["national_limit_exceeded"])

    def test_a_limit_that_is_only_arguable_leaves_it_open(self) -> None:
        assert told(screen(woman(), OCTOBER, "pakistan", "mandela"), "INT-13")["outcome"] == "cannot_tell"

    def test_a_limit_that_is_not_yet_reached_is_not_exceeded(self) -> None:
        assert told(screen(juvenile(), NOVEMBER, "pakistan", "mandela"), "INT-13")["outcome"] == "not_met"

    def test_a_limit_given_on_record_is_used_as_given(self) -> None:
        record = with_case(woman(), national_limit_exceeded=True)

        assert told(screen(record, OCTOBER, "pakistan", "mandela"), "INT-13")["outcome"] == "met"

    def test_findings_stand_in_the_order_of_the_packs(self) -> None:
        packs = [one.provision.id.startswith("INT") for one in screen(woman(), OCTOBER, "pakistan", "mandela").findings]

        assert packs == sorted(packs)
