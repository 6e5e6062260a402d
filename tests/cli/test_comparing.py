"""`rihai compare`: two files in, what changed out, as text, JSON lines, workbook, report and pairs to decide on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.typed import main

CASE = {
    "case_id": "1", "fir_number": "51/2026", "police_station": "Saddar", "legal_status": "under_trial",
    "charges": [{"act": "PPC", "section": "489-F"}], "arrested_on": "2025-01-10", "bail_granted": True,
    "bail_furnished": False, "delay_attributed_to_accused": False, "court_found_hardened": False,
    "trial_concluded": False,
}  # fmt: skip
HELD: dict[str, Any] = {
    "id": "M-1", "full_name": "Sajjad Haider", "father_or_husband_name": "Allah Ditta", "sex": "male",
    "cnic": "9123456789017", "country": "PK", "province": "punjab", "prison": "District Jail Roshanabad",
    "prison_id": "12", "census_date": "2026-05-01", "previous_convictions": [], "cases": [CASE],
}  # fmt: skip


def other(at: int, **facts: Any) -> dict[str, Any]:
    return {
        **HELD, "id": f"X-{at}", "full_name": f"{['Bilal', 'Imran', 'Waseem', 'Zubair'][at % 4]} Akhtar",
        "father_or_husband_name": f"{['Kashif', 'Tariq', 'Nadeem'][at % 3]} Raza", "cnic": f"97{at:011}",
        "prison_id": str(100 + at), "cases": [{**CASE, "fir_number": f"{at + 60}/2025"}], **facts,
    }  # fmt: skip


@pytest.fixture
def lists(tmp_path: Path) -> tuple[str, str]:
    """An earlier list of three people, and a later one: one stays, one is gone, one has a number under another name."""
    later = {"census_date": "2026-06-01"}
    old = [HELD, other(1), other(2)]
    new = [{**HELD, **later, "id": "N-1", "full_name": "سجاد حیدر"}, other(2, **later, full_name="Ghulam Rasool")]
    for name, records in (("old.jsonl", old), ("new.jsonl", new)):
        (tmp_path / name).write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl")


def test_json_lines_say_who_is_still_here_though_reached(
    lists: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *lists, "--json"]) == 0

    changes = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {(change["kind"], change["old"], change["new"]) for change in changes} == {
        ("still_here", "M-1", "N-1"), ("missing_without_release", "X-1", None), ("probably_same", "X-2", "X-2")
    }  # fmt: skip
    still = next(change for change in changes if change["kind"] == "still_here")
    assert "crpc_497_delay_general" in still["provisions"]
    assert "crpc_497_delay_general" in still["still"]


def test_text_and_files_are_written_and_a_decision_comes_back(
    lists: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["compare", *lists, "--out", str(out)]) == 0
    text = capsys.readouterr().out
    assert "Missing without a recorded release (1)" in text
    assert "different names" in text
    assert sorted(path.name for path in out.iterdir()) == [
        "changes.html",
        "changes.pdf",
        "changes.xlsx",
        "to-decide.csv",
    ]

    table = (out / "to-decide.csv").read_text(encoding="utf-8-sig").replace("\n,", "\nsame,")
    (tmp_path / "decided.csv").write_text(table, encoding="utf-8")
    assert main(["compare", *lists, "--decisions", str(tmp_path / "decided.csv"), "--json"]) == 0

    assert '"probably_same"' not in capsys.readouterr().out


def test_a_list_without_a_day_is_refused_until_one_is_given(
    tmp_path: Path, lists: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    bare = tmp_path / "bare.jsonl"
    bare.write_text(
        json.dumps({name: value for name, value in HELD.items() if name != "census_date"}), encoding="utf-8"
    )

    assert main(["compare", str(bare), lists[1], "--json"]) == 2
    assert "--old-day" in capsys.readouterr().err
    assert main(["compare", str(bare), lists[1], "--json", "--old-day", "2026-05-01"]) == 0


def test_a_file_of_decisions_that_cannot_be_read_is_told(
    lists: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.csv").write_text("decision,one,other\nmaybe,a,b\n", encoding="utf-8")

    assert main(["compare", *lists, "--decisions", str(tmp_path / "bad.csv")]) == 3
    assert "Line 2" in capsys.readouterr().err


def test_dedupe_says_who_stands_in_a_list_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = {**HELD, "id": "M-9", "full_name": "سجاد حیدر", "cnic": None}
    doubtful = other(3, id="X-9", full_name="Ghulam Rasool")
    path = tmp_path / "list.jsonl"
    records = [HELD, *(other(at) for at in range(1, 9)), again, doubtful]
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")

    assert main(["census", "dedupe", str(path), "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["records"] for one in found] == [["M-1", "M-9"], ["X-3", "X-9"]]
    assert [one["sure"] for one in found] == [True, False]

    assert main(["census", "dedupe", str(path)]) == 0
    text = capsys.readouterr().out
    assert "1 person stands in the list more than once." in text
    assert "different names (-8.0)" in text
