"""Files of canonical facts read back: every line has a verdict, and nothing in it is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.typed import main

WOMAN = '{"id": "W-1", "sex": "female", "remarks": "one\u2028line", "cases": []}'


def rows(path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["read", str(path), "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.removesuffix("\n").split("\n")]


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "facts.jsonl"
    lines = [WOMAN, "no json", "", '{"sex": "male"}', '{"id": "M-1", "sex": "man"}', WOMAN, '{"id": "W-1"}']
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_every_line_of_a_file_of_facts_has_a_verdict(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read = rows(facts, capsys)

    assert [(row["row"], row["verdict"], row["of"]) for row in read] == [
        (1, "accepted", None),
        (2, "rejected", None),
        (3, "not_a_person", None),
        (4, "rejected", None),
        (5, "accepted_with_warnings", None),
        (6, "duplicate", 1),
        (7, "accepted_with_warnings", None),
    ]
    assert read[0]["facts"] == json.loads(WOMAN)
    assert [problem["code"] for row in read for problem in row["problems"]] == [
        "record_not_json",
        "record_without_id",
        "fact_unknown_code",
        "record_id_twice",
        "record_id_twice",
    ]
    assert read[1]["raw"] == {"record": "no json"}


def test_a_parquet_file_of_facts_is_read_row_by_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "facts.parquet"
    pq.write_table(pa.Table.from_pylist([{"id": "A", "sex": "female"}, {"id": "B", "sex": None}]), path)

    assert [row["facts"] for row in rows(path, capsys)] == [{"id": "A", "sex": "female"}, {"id": "B"}]


def test_a_file_of_facts_is_summed_up_and_has_no_workbook(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(facts)]) == 0
    assert "7  source rows" in capsys.readouterr().out

    assert main(["read", str(facts), "--out", str(facts.parent)]) == 2


def test_a_line_that_is_no_record_is_told_in_the_summary_of_a_screening(
    facts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["screen", str(facts), "--as-of", "2026-10-01"]) == 0

    assert "1  record_not_json" in capsys.readouterr().out
