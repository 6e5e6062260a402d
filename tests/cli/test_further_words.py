"""Screening beside an earlier list, and publishing controlled figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.typed import main

HEAD = (
    "District Jail Roshanabad\nPosition as on {day}\n"
    "Name,Father Name,CNIC,Sex,Age,Category,U/S,Date of Arrest,FIR No,Previous Conv\n"
)
ASLAM = "Aslam Khan,Rashid Khan,9520212345671,M,35,UTP,489-F PPC,12-03-2025,123/25,Nil\n"
NAILA = "Naila Bibi,Karim Dad,9520212345688,F,30,UTP,489-F PPC,01-11-2025,45/25,Nil\n"
NASIR = "Nasir Abbas,Bashir Ahmed,9520212345695,M,28,UTP,379 PPC,10-06-2026,77/26,Nil\n"


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    """Two lists a month apart: one person stays though reached, one has gone, one is new."""
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text(HEAD.format(day="30-05-2026") + ASLAM + NAILA, encoding="utf-8")
    new.write_text(HEAD.format(day="30-06-2026") + ASLAM + NASIR, encoding="utf-8")
    return old, new


def test_who_is_still_here_though_reached_last_time_is_named(
    lists: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = lists
    out = tmp_path / "out"

    code = main(["screen", str(new), "--previous", str(old), "--as-of", "2026-07-10", "--out", str(out)])

    said = capsys.readouterr().out
    assert code == 0
    assert "Bail for delay of the trial" in said.split("What changed between two lists")[1]
    assert (out / "changes.xlsx").exists()
    assert (out / "changes.pdf").read_bytes().startswith(b"%PDF")


def test_the_json_of_a_record_says_what_changed_since_the_earlier_list(
    lists: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = lists

    main(["screen", str(new), "--previous", str(old), "--as-of", "2026-07-10", "--json"])

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    kinds = [{change["kind"] for change in line["changes"]} for line in lines]
    assert "still_here" in kinds[0]
    assert kinds[1] == {"new"}


def test_the_public_report_holds_controlled_figures_and_no_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    census, out = tmp_path / "census.xlsx", tmp_path / "out"
    main(["census", "synth", "--rows", "150", "--seed", "4", "--out", str(census), "--as-of", "2026-11-01"])

    code = main(["screen", str(census), "--as-of", "2026-11-20", "--out", str(out), "--public"])

    page = (out / "public" / "report.html").read_text(encoding="utf-8")
    release = json.loads((out / "release.json").read_text(encoding="utf-8"))
    assert code == 0
    assert release
    assert (out / "disclosure-log.txt").read_text(encoding="utf-8")
    assert "Muhammad" not in page
    again = main([
        "screen", str(census), "--as-of", "2026-11-20", "--out", str(tmp_path / "again"), "--public",
        "--published", str(out / "release.json"),
    ])  # fmt: skip
    assert again == 0
    assert (tmp_path / "again" / "public" / "report.html").read_text(encoding="utf-8") == page
    capsys.readouterr()


def test_publishing_without_a_folder_is_refused(lists: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", str(lists[1]), "--public"]) == 2
    assert "--out" in capsys.readouterr().err
