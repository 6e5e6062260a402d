"""A census found at once: the same findings, totals and gates as the screening of one record after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from rihai.law.bulk import Findings, census, find_all, find_to_parquet, findings_schema, write_parquet
from rihai.law.engine import Finding, ReadyPack
from rihai.law.flatten import as_arrow
from rihai.law.load import load_pack
from rihai.law.provision import Pack
from rihai.law.record import checked
from rihai.law.screen import could_leave, find_in
from tests.law.ugly import ugly_record

AS_OF = date(2026, 11, 25)
Record = dict[str, Any]
Key = tuple[int, str, str, str | None]


@cache
def _pakistan() -> ReadyPack:
    return ReadyPack(load_pack("pakistan"), AS_OF)


@cache
def _asking_limits() -> ReadyPack:
    """The part of the international pack that asks whether a national limit has passed."""
    pack = load_pack("mandela")
    kept = tuple(one for one in pack.provisions if "INT-13" in one.id or "INT-01" in one.id)
    return ReadyPack(replace(pack, provisions=kept), AS_OF)


@cache
def _limits() -> ReadyPack:
    limits = tuple(one for one in _pakistan().pack.provisions if one.limit)
    return ReadyPack(replace(_pakistan().pack, provisions=limits), AS_OF)


@cache
def _few() -> ReadyPack:
    """A few provisions, where it does not matter which."""
    kept = [
        one for one in _pakistan().pack.provisions if one.id in {"crpc_496_bailable", "sentence_over", "rule_395_visit"}
    ]
    return ReadyPack(replace(_pakistan().pack, provisions=tuple(kept)), AS_OF)


@cache
def _found() -> Findings:
    return find_all(_records(), [_pakistan()])


@cache
def _alone() -> list[list[Finding]]:
    """The findings of each record by itself, under the law of Pakistan."""
    return [list(find_in(record, [_pakistan()])) for record in _records()]


@cache
def _records() -> list[Record]:
    chance = Random(11)
    ugly = [ugly_record(chance, number) for number in range(150)]
    worked = [case.record for one in _pakistan().pack.provisions for case in one.cases]
    return ugly + [checked(record)[0] for record in worked]


def _said(findings: Findings) -> dict[Key, Record]:
    rows = findings.table.to_pylist()
    found = {(row["person_index"], row["pack"], row["provision"], row["case_id"]): row for row in rows}
    assert len(found) == len(rows)
    return found


def _keyed(alone: Iterable[list[Finding]], packs: list[ReadyPack]) -> Iterator[tuple[Key, Finding]]:
    home: dict[int, Pack] = {id(one): ready.pack for ready in packs for one in ready.pack.provisions}
    for index, found in enumerate(alone):
        for finding in found:
            yield (index, home[id(finding.provision)].id, finding.provision.id, finding.case_id), finding


def _as_row(key: Key, finding: Finding, record: Record) -> Record:
    said = finding.as_json()
    days = {name: said[name] and date.fromisoformat(said[name]) for name in ("since", "due_on", "until")}
    return {
        **dict(zip(("person_index", "pack", "provision", "case_id"), key, strict=True)),
        "record_id": record.get("id"),
        "kind": finding.provision.kind,
        "outcome": finding.outcome,
        **days,
        "missing": said["missing"],
        "notes": said["notes"],
    }


@pytest.mark.parametrize("number_of_packs", [1, 2])
def test_every_finding_is_what_the_screening_of_one_record_finds(number_of_packs: int) -> None:
    packs = [_pakistan(), _asking_limits()][:number_of_packs]
    records = _records() if number_of_packs == 1 else _records()[:250]

    found = find_all(records, packs) if number_of_packs > 1 else _found()

    alone = _alone() if number_of_packs == 1 else [list(find_in(record, packs)) for record in records]
    expected = list(_keyed(alone, packs))
    told = {
        key: _as_row(key, finding, records[key[0]])
        for key, finding in expected
        if finding.outcome not in {"not_met", "not_applicable"}
    }
    said = _said(found)
    assert len(told) > 3000
    assert said.keys() == told.keys()
    assert [row for key, row in said.items() if row != told[key]] == []
    assert found.totals == Counter((key[1], key[2], finding.outcome) for key, finding in expected)


def test_who_could_leave_is_who_could_leave_one_by_one() -> None:
    found = _found()

    expected = [could_leave(one, record, _pakistan().day) for one, record in zip(_alone(), _records(), strict=True)]
    assert found.people["could_leave"].to_pylist() == expected
    assert {"met", "arguable", None} <= set(expected)


def test_a_limit_passed_in_one_pack_is_seen_by_the_other() -> None:
    asked = {one.lowered.provision.id for one in _asking_limits().provisions}
    records = _records()

    alone = find_all(records, [_asking_limits()])
    together = find_all(records, [_asking_limits(), _limits()])

    assert alone.totals != Counter({key: count for key, count in together.totals.items() if key.provision in asked})


def test_totals_add_up_to_the_cases_of_each_provision() -> None:
    records, found = _records(), _found()

    cases = sum(len(record.get("cases", [{}])) for record in records)
    for one in _pakistan().provisions:
        provision = one.lowered.provision.id
        total = sum(count for key, count in found.totals.items() if key.provision == provision)
        assert total == (cases if one.of_case else len(records))


def test_a_census_in_parts_is_found_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    records = _records()[:100]
    whole = find_all(records, [_few()])

    monkeypatch.setattr(census, "AT_ONCE", 37)
    parts = find_all(as_arrow(records), [_few()])

    assert _said(parts) == _said(whole)
    assert parts.totals == whole.totals
    assert parts.people == whole.people


def test_parquet_goes_in_and_comes_out(tmp_path: Path) -> None:
    records = _records()[:50]
    pq.write_table(as_arrow(records), tmp_path / "records.parquet")
    whole = find_all(records, [_few()])

    totals = find_to_parquet(tmp_path / "records.parquet", [_few()], tmp_path / "streamed.parquet")
    write_parquet(whole, tmp_path / "whole.parquet")

    streamed, written = (pq.read_table(tmp_path / f"{name}.parquet") for name in ("streamed", "whole"))
    assert totals == whole.totals
    assert streamed.schema.equals(findings_schema())
    assert written.to_pylist() == whole.table.to_pylist()
    assert sorted(map(str, streamed.to_pylist())) == sorted(map(str, written.to_pylist()))


def test_a_census_of_nobody_finds_nothing() -> None:
    found = find_all([], [_few()])

    assert (found.table.num_rows, found.people.num_rows, found.totals) == (0, 0, Counter())


def test_the_connection_is_handed_back_as_it_was() -> None:
    with duckdb.connect() as connection:
        before = connection.sql("SELECT current_setting('disabled_optimizers')").fetchall()

        find_all(_records()[:3], [_few()], connection=connection)

        assert connection.sql("SELECT current_setting('disabled_optimizers')").fetchall() == before
