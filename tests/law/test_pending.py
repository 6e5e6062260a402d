"""Cases listed under trial are pending, whether or not the record counts them; more may pend elsewhere."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rihai.law.bulk import find_all
from rihai.law.engine import ReadyPack
from rihai.law.explain import fact_text
from rihai.law.graph import INFINITE
from rihai.law.load import load_pack
from rihai.law.reckon.known import Record
from rihai.law.record import checked

DAY = date(2026, 3, 1)


def person(*statuses: str, **facts: Any) -> Record:
    cases = [
        {"case_id": str(number), "legal_status": status, "arrested_on": "2025-05-01"}
        for number, status in enumerate(statuses)
    ]
    return checked({"id": " ".join([*statuses, *map(str, facts.values())]), "cases": cases, **facts})[0]


PEOPLE = [
    person("under_trial"),
    person("under_trial", "under_trial"),
    person("under_trial", "convict"),
    person("under_trial", "under_trial", cases_pending=1),
    person("under_trial", cases_pending=3),
    checked({"id": "no case known"})[0],
]


@pytest.fixture(scope="module")
def india() -> ReadyPack:
    return ReadyPack(load_pack("india"), DAY)


def test_two_cases_listed_under_trial_are_two_that_pend(india: ReadyPack) -> None:
    outcomes = [next(one.outcome for one in india.find(who) if one.provision.id == "IN-BNSS-479-2") for who in PEOPLE]

    assert outcomes == ["cannot_tell", "met", "cannot_tell", "cannot_tell", "met", "cannot_tell"]


def test_a_census_counts_the_pending_cases_as_one_person_does(india: ReadyPack) -> None:
    table = find_all(PEOPLE, [india]).table.to_pylist()

    told = {(row["record_id"], row["case_id"], row["provision"]): row["outcome"] for row in table}
    one_by_one = {
        (who["id"], one.case_id, one.provision.id): one.outcome
        for who in PEOPLE
        for one in india.find(who)
        if one.outcome not in {"not_met", "not_applicable"}
    }
    assert told == one_by_one


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(2, 2, "2"), (2, INFINITE, "2 or more"), (16, 17, "16 to 17"), (0, INFINITE, "not known")],
)
def test_a_number_known_in_part_is_said_as_far_as_it_is_known(low: float, high: float, said: str) -> None:
    assert fact_text("cases_pending", {"cases_pending__lo": low, "cases_pending__hi": high}, "en") == said
