"""The pack of India has every rule of our reading, marks its limits, and ends and begins with the codes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rihai.days import day_of
from rihai.law.bulk import find_all
from rihai.law.engine import ReadyPack
from rihai.law.load import load_pack
from rihai.law.reckon.known import Record
from rihai.law.record import checked
from tests.law.screening import screen, told

RULES = {
    "IN-BNSS-479-FIRST", "IN-BNSS-479-HALF", "IN-BNSS-479-MAX", "IN-BNSS-479-2", "IN-CRPC-436A", "IN-BNSS-187-DEFAULT",
    "IN-BNSS-478-BAILABLE", "IN-BNSS-478-INDIGENT", "IN-BNSS-480-1-VULNERABLE", "IN-BNSS-480-6", "IN-BNSS-290-PLEA",
    "IN-SC-BAILED-7D", "IN-SC-BAILED-1M", "IN-SC-BAILED-TEMP", "IN-SC-ANTIL", "IN-POA-3", "IN-POA-4", "IN-POA-6",
    "IN-JJ-9", "IN-JJ-10", "IN-JJ-12", *(f"IN-UTRC-{number}" for number in range(1, 15)),
}  # fmt: skip
THIRD = date(2026, 1, 10)


def first_offender(**facts: Any) -> Record:
    charge = {
        "act": "BNS", "section": "303(2)", "max_term_months": 36,
        "punishable_with_death": False, "punishable_with_life": False,
    }  # fmt: skip
    case = {
        "case_id": "12/25", "legal_status": "under_trial", "fir_date": "2025-01-09", "arrested_on": "2025-01-10",
        "charges": [charge], "accused_delay_days": 0, "court_ordered_longer_detention": False,
    }  # fmt: skip
    return {"id": "9", "country": "IN", "first_time_offender": True, "cases_pending": 1, "cases": [case | facts]}


def test_every_rule_of_india_is_in_its_pack() -> None:
    assert {provision.id for provision in load_pack("india").provisions} == RULES


def test_the_limits_on_detention_before_judgment_are_marked() -> None:
    limits = {provision.id for provision in load_pack("india").provisions if provision.limit}

    assert limits == {"IN-BNSS-479-FIRST", "IN-BNSS-479-HALF", "IN-BNSS-479-MAX", "IN-CRPC-436A"}


@pytest.mark.parametrize(
    ("on", "outcome", "since", "due_on"),
    [(date(2026, 1, 9), "not_yet", None, "2026-01-10"), (THIRD, "met", "2026-01-10", None)],
)
def test_a_first_offender_at_one_third(on: date, outcome: str, since: str | None, due_on: str | None) -> None:
    found = told(screen(first_offender(), on, "india"), "IN-BNSS-479-FIRST")

    assert (found["outcome"], found["since"], found["due_on"]) == (outcome, since, due_on)


def test_a_limit_of_india_that_has_passed_is_told_to_the_international_pack() -> None:
    found = screen(first_offender(), THIRD, "india", "mandela")

    assert told(found, "INT-13")["outcome"] == "met"


def test_the_old_code_reaches_what_carries_life_and_the_new_one_does_not() -> None:
    record = first_offender(fir_date="2020-01-01", arrested_on="2020-01-02")
    record["cases"][0]["charges"][0]["punishable_with_life"] = True

    before, after = (screen(record, day, "india") for day in (date(2024, 6, 30), date(2024, 8, 23)))

    assert told(before, "IN-CRPC-436A")["outcome"] == "met"
    assert told(after, "IN-CRPC-436A")["outcome"] == "not_applicable"
    assert told(after, "IN-BNSS-479-HALF")["outcome"] == "not_met"


@pytest.mark.parametrize("on", [date(2024, 8, 1), date(2026, 3, 20)])
def test_a_census_of_every_worked_case_comes_out_as_one_by_one(on: date) -> None:
    ready = ReadyPack(load_pack("india"), on)
    worked = [case.record for provision in ready.pack.provisions for case in provision.cases]
    people = [checked({**record, "id": str(number)})[0] for number, record in enumerate(worked)]

    table = find_all(people, [ready]).table.to_pylist()

    def number(day: date | None) -> int | None:
        return None if day is None else day_of(day)

    told_at_once = {
        (row["record_id"], row["provision"]): (
            row["outcome"], number(row["since"]), number(row["due_on"]), number(row["until"]),
            tuple(row["missing"]), tuple(row["notes"]),
        )
        for row in table
    }  # fmt: skip
    one_by_one = {
        (person["id"], one.provision.id): (one.outcome, one.since, one.due_on, one.until, one.missing, one.notes)
        for person in people
        for one in ready.find(person)
        if one.outcome not in {"not_met", "not_applicable"}
    }
    assert told_at_once == one_by_one
