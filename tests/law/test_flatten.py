"""The flattening of a census: every column of every row is what `RowBuilder` lays out for the one person and case."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import product
from random import Random
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.errors import Unreadable
from rihai.law.engine import ReadyPack, row_builder
from rihai.law.flatten import Flattening, as_arrow, as_records, record_schema
from rihai.law.flatten.groups import GROUPS
from rihai.law.load import load_pack
from rihai.law.reckon.derived import DERIVED
from rihai.law.reckoned import RECKONED
from rihai.law.row import RowBuilder
from tests.law.ugly import ugly_record

AS_OF = date(2026, 11, 25)
Record = dict[str, Any]


@cache
def _ready() -> ReadyPack:
    return ReadyPack(load_pack("pakistan"), AS_OF)


@cache
def _builder(of_case: bool) -> RowBuilder:
    return row_builder([one for one in _ready().provisions if one.of_case == of_case], _ready().table)


@cache
def _flattening(of_case: bool) -> Flattening:
    return Flattening(_builder(of_case), _ready().day, of_case=of_case)


def _flat(records: pa.Table, *, of_case: bool) -> list[Record]:
    with duckdb.connect() as connection:
        name = _flattening(of_case).flatten(connection, records, "flat")
        rows = connection.sql(f"SELECT * FROM {name} ORDER BY person, case_number").to_arrow_table()
    found: list[Record] = rows.to_pylist()
    return found


def _expected(records: list[Record], *, of_case: bool) -> list[Record]:
    builder, day = _builder(of_case), _ready().day
    rows = []
    for person, record in enumerate(records):
        cases = enumerate(record["cases"]) if of_case and "cases" in record else [(None, {})]
        for number, case in cases:
            row = builder.build(record, case, day)
            rows.append({"person": person, "case_number": number, "case_id": case.get("case_id"), **row})
    return rows


def _differences(found: list[Record], expected: list[Record], *, but: frozenset[str] = frozenset()) -> list[object]:
    assert len(found) == len(expected)
    return [
        (row["person"], name, value, row[name])
        for row, wanted in zip(found, expected, strict=True)
        for name, value in wanted.items()
        if name not in but and row[name] != value
    ]


def _worked_cases() -> list[Record]:
    return [case.record | {"id": case.says} for one in _ready().pack.provisions for case in one.cases]


@settings(max_examples=3, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_every_column_of_a_case_is_what_python_lays_out(seed: int) -> None:
    chance = Random(seed)
    records = [ugly_record(chance, number) for number in range(120)]

    found = _flat(as_arrow(records), of_case=True)

    assert _differences(found, _expected(records, of_case=True)) == []


def test_every_column_of_a_person_is_what_python_lays_out() -> None:
    chance = Random(7)
    records = [ugly_record(chance, number) for number in range(80)]

    found = _flat(as_arrow(records), of_case=False)

    # Whether another case holds the person is a question of a case; nothing asks it of the person.
    expected = _expected(records, of_case=False)
    assert _differences(found, expected, but=frozenset({"held_in_other_case", "custody_from_arrest"})) == []


def test_every_worked_case_lies_flat_as_python_lays_it_out() -> None:
    records = _worked_cases()

    found = _flat(as_arrow(records), of_case=True)

    assert len(found) > 500
    assert _differences(found, _expected(records, of_case=True)) == []


def test_dates_may_lie_as_dates_and_numbers_as_numbers() -> None:
    days = pa.array([date(1990, 2, 28), None], pa.date32())
    charges = pa.array([[{"act": "CNSA", "section": "9", "sub_limb": "(c)", "offence_date": date(2023, 1, 1)}], []])
    cases = [
        [{"case_id": "a", "arrested_on": date(2026, 5, 21), "charges": charge, "fine": 10, "remission_days": 3}]
        for charge in charges.to_pylist()
    ]
    table = pa.table({"id": ["one", "two"], "date_of_birth": days, "age_years": [None, 40], "cases": cases})
    records: list[Record] = [
        {"id": "one", "date_of_birth": "1990-02-28", "cases": _written(cases[0])},
        {"id": "two", "age_years": 40, "cases": _written(cases[1])},
    ]

    found = _flat(table, of_case=True)

    assert _differences(found, _expected(records, of_case=True)) == []


def _written(cases: list[Record]) -> list[Record]:
    return [
        case
        | {"arrested_on": case["arrested_on"].isoformat()}
        | {"charges": [one | {"offence_date": one["offence_date"].isoformat()} for one in case["charges"]]}
        for case in cases
    ]


def test_an_act_without_a_day_is_no_later_than_the_arrest() -> None:
    arrests = ("2021-05-01", "2022-09-01", "2022-09-02", "2022", "2024-05-01")
    charge = {"act": "CNSA", "section": "9", "sub_limb": "(c)"}
    days: tuple[Any, ...] = (None, "2022", "2022-09-01", "2024-06", {"earliest": "2022-09-02", "latest": "2025-01-01"})
    records: list[Record] = [
        {"id": f"{number}", "cases": [{"case_id": "case", "arrested_on": arrest, "charges": [_dated(charge, day)]}]}
        for number, (arrest, day) in enumerate(product(arrests, days))
    ]

    found = _flat(as_arrow(records), of_case=True)

    assert _differences(found, _expected(records, of_case=True)) == []
    undated = found[:: len(days)]
    assert {row["punishable_with_death"] for row in undated} == {1, -1}


def _dated(charge: Record, day: Any) -> Record:
    return charge if day is None else charge | {"offence_date": day}


def test_facts_a_table_does_not_have_are_not_known() -> None:
    found = _flat(pa.table({"id": ["one"]}), of_case=True)

    assert _differences(found, _expected([{"id": "one"}], of_case=True)) == []


def test_a_person_without_cases_on_record_has_no_row_of_a_case() -> None:
    found = _flat(as_arrow([{"id": "none", "cases": []}, {"id": "not known"}]), of_case=True)

    assert [(row["person"], row["case_number"]) for row in found] == [(1, None)]


@pytest.mark.parametrize("fact", ["date_of_birth", "first_admitted_on"])
def test_a_text_that_is_no_date_is_refused_without_quoting_it(fact: str) -> None:
    table = pa.table({"id": ["one"], fact: ["1990-02-30"]})

    with pytest.raises(Unreadable, match="no date") as caught:
        _flat(table, of_case=True)

    assert "1990" not in str(caught.value)


def test_records_come_back_from_arrow_as_they_went_in() -> None:
    chance = Random(3)
    records = [ugly_record(chance, number) for number in range(100)]

    table = as_arrow(records)

    assert table.schema == record_schema()
    assert list(as_records(table)) == records


def test_every_reckoned_fact_has_its_group() -> None:
    grouped = [fact for group in GROUPS for fact in group.facts]

    assert (set(RECKONED) | set(DERIVED) - {"previous_convictions"}) <= set(grouped)
    assert len(grouped) == len(set(grouped))
