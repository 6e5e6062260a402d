"""DuckDB and the Python function give the same numbers, cell by cell, and a wrong writer is found out."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb
import pytest

from rihai.law.compile import as_table, evaluate, outputs_of
from rihai.law.engine import ReadyPack
from rihai.law.load import load_pack, shipped_packs
from rihai.law.provision import Pack
from rihai.law.record import checked
from rihai.law.sql_writer import Dialect, SqlWriter
from tests.law import trees

ON = date(2024, 8, 30)


def differences(ready: ReadyPack, rows: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """Every cell in which the two engines differ: its column and row."""
    with duckdb.connect() as connection:
        # So few rows are answered sooner than a query of this size is optimised.
        connection.execute("PRAGMA disable_optimizer")
        told = evaluate(connection, ready, as_table(rows, rows[0]))
    by_row = [[one.function(row, ready.day) for one in ready.provisions] for row in rows]
    return [
        (name, number)
        for index, one in enumerate(ready.provisions)
        for at, name in enumerate(outputs_of(one))
        for number, cell in enumerate(told[name].to_pylist())
        if int(cell) != int(by_row[number][index][at])
    ]


def rows_of_cases(ready: ReadyPack, pack: Pack) -> list[dict[str, Any]]:
    """The rows of every worked case of a pack, laid out for the whole pack."""
    return [
        ready.rows.build(person, case, ready.day)
        for provision in pack.provisions
        for worked in provision.cases
        for person in [checked(worked.record)[0]]
        for case in person.get("cases") or [{}]
    ]


def drawn(seed: int, provisions: int, records: int) -> tuple[ReadyPack, list[dict[str, Any]]]:
    """A pack of drawn provisions, and rows of drawn records."""
    draw = trees.Draw(seed)
    ready = ReadyPack(trees.pack_of([draw.provision(f"p{number}") for number in range(provisions)]), ON)
    return ready, [ready.rows.build(*trees.as_person(draw.record()), ready.day) for _ in range(records)]


@pytest.mark.parametrize("seed", [1_000_001])
def test_both_engines_agree_on_drawn_trees(seed: int) -> None:
    ready, rows = drawn(seed, 40, 150)

    assert differences(ready, rows) == []


@pytest.mark.parametrize("name", shipped_packs())
@pytest.mark.parametrize("on", [date(2028, 2, 29)])
def test_both_engines_agree_on_every_worked_case_of_a_pack(name: str, on: date) -> None:
    pack = load_pack(name)
    ready = ReadyPack(pack, on)

    assert differences(ready, rows_of_cases(ready, pack)) == []


def test_a_calendar_that_is_a_day_off_in_sql_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    right = SqlWriter._plus

    def a_day_late(writer: SqlWriter, day: Any, months: Any, days: Any) -> Any:
        from sqlglot import exp

        return exp.paren(exp.Add(this=right(writer, day, months, days), expression=exp.convert(1)))

    monkeypatch.setattr(SqlWriter, "_plus", a_day_late)

    assert differences(*drawn(1_000_001, 10, 100))


def test_months_of_thirty_days_in_sql_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def thirty_days(dialect: Dialect, day: Any, months: Any) -> Any:
        from sqlglot import exp

        return exp.paren(exp.Add(this=day, expression=exp.Mul(this=exp.paren(months), expression=exp.convert(30))))

    monkeypatch.setattr(Dialect, "add_months", thirty_days)

    assert differences(*drawn(1_000_001, 10, 100))


def test_at_most_written_as_less_than_in_sql_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    right = SqlWriter._write

    def strictly(writer: SqlWriter, node: Any) -> Any:
        from sqlglot import exp

        written = right(writer, node)
        if node.op != "le":
            return written
        return exp.paren(exp.LT(this=written.this.this, expression=written.this.expression))

    monkeypatch.setattr(SqlWriter, "_write", strictly)

    assert differences(*drawn(1_000_001, 10, 100))
