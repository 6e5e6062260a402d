"""The words of the command, as a person types them: what they print, write and return."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.typed import TODAY, main

WOMAN = {
    "id": "W-1",
    "sex": "female",
    "previous_convictions": [],
    "cases": [
        {
            "case_id": "51/26 Saddar",
            "legal_status": "under_trial",
            "charges": [{"act": "PPC", "section": "489-F"}],
            "arrested_on": "2026-05-21",
        }
    ],
}
LIST = """District Jail Roshanabad
Position as on 30-06-2026
Sr. No,Name,Father Name,Sex,Age,Category,U/S,Date of Arrest,FIR No,Previous Conv
1,Aslam Khan,Rashid Khan,M,35,UTP,489-F PPC,12-03-2025,123/25,Nil
2,Naila Bibi,Karim Dad,F,30,UTP,489-F PPC,01-11-2025,45/26,Nil
3,,Ghulam,M,33,UTP,379 PPC,01-01-2026,9/26,Nil
,Total,3,,,,,,
"""


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A file of facts: one good record, one line that is no JSON."""
    path = tmp_path / "facts.jsonl"
    path.write_text(json.dumps(WOMAN) + "\nthis is not JSON\n", encoding="utf-8")
    return path


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A small list as a prison might send it."""
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_screen_prints_one_json_object_per_record_and_nothing_else(
    facts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["screen", str(facts), "--law", "pakistan", "--as-of", "2026-11-22", "--json"])

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert [line["id"] for line in lines] == ["W-1", None]
    assert all(line["as_of"] == "2026-11-22" for line in lines)
    bail = next(one for one in lines[0]["findings"] if one["provision"] == "crpc_497_delay_general")
    assert (bail["outcome"], bail["since"]) == ("arguable", "2026-11-22")
    assert lines[1]["problems"][0]["code"] == "record_not_json"


def test_every_provision_of_the_pack_stands_in_the_json(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from rihai.law.load import load_pack, pack_folder

    main(["screen", str(facts), "--law", "pakistan", "--as-of", "2026-11-22", "--json"])

    first = json.loads(capsys.readouterr().out.splitlines()[0])
    expected = [provision.id for provision in load_pack(pack_folder("pakistan")).provisions]
    assert [one["provision"] for one in first["findings"]] == expected


def test_a_list_is_screened_to_files_that_open(
    listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from pyarrow.parquet import read_table
    from pypdf import PdfReader
    from python_calamine import CalamineWorkbook

    out = tmp_path / "out"
    code = main(["screen", str(listed), "--as-of", "2026-07-10", "--out", str(out)])

    said = capsys.readouterr().out
    assert code == 0
    assert "7  source rows" in said
    assert "Aslam Khan" in said
    book = CalamineWorkbook.from_path(str(out / "findings.xlsx"))
    assert book.sheet_names[:2] == ["Summary", "Could go today"]
    going = book.get_sheet_by_name("Could go today").to_python()
    assert any("Naila Bibi" in row and "arguable" in row for row in going)
    assert "Who the law would let go" in PdfReader(out / "report.pdf").pages[0].extract_text()
    page = (out / "report.html").read_text(encoding="utf-8")
    assert 'lang="ur"' in page
    assert "Naila" not in page, "the report holds counts and no names"
    assert read_table(out / "findings.parquet").num_rows > 0
    assert (out / "list-to-mend.xlsx").exists()


def test_the_urdu_summary_speaks_urdu(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["screen", str(listed), "--as-of", "2026-07-10", "--language", "ur"])

    said = capsys.readouterr().out
    assert "ضمانت" in said
    assert "could leave" not in said


def test_read_accounts_for_every_row_in_json(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["read", str(listed), "--json"])

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert [row["row"] for row in rows] == [1, 2, 3, 4, 5, 6, 7]
    assert [row["verdict"] for row in rows].count("not_a_person") == 4
    assert rows[5]["verdict"] == "rejected"


def test_a_fact_confirmed_for_the_list_fills_only_what_is_silent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "men.csv"
    path.write_text(
        "Name,Father Name,Category,U/S,FIR No\nAslam,Rashid,UTP,379 PPC,1/26\nNasir,Bashir,UTP,379 PPC,2/26\n",
        encoding="utf-8",
    )

    main(["read", str(path), "--json", "--set", "sex=male"])

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["facts"].get("sex") for row in rows] == [None, "male", "male"]


def test_explain_names_the_proviso_the_day_and_what_only_the_court_can_judge(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "woman.json"
    path.write_text(json.dumps(WOMAN), encoding="utf-8")

    code = main(["explain", str(path), "--as-of", "2026-11-22", "--provision", "crpc_497_delay_general"])

    said = capsys.readouterr().out
    assert code == 0
    assert "497(1), delay proviso" in said
    assert "Arguable since 22 November 2026" in said
    assert "6 months to 21 November 2026" in said
    assert said.count("for the court") >= 2


def test_explain_without_her_sex_says_what_it_would_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "unknown.json"
    path.write_text(json.dumps({**WOMAN, "sex": None}), encoding="utf-8")

    main(["explain", str(path), "--as-of", "2026-11-22", "--provision", "crpc_497_delay_general"])

    said = capsys.readouterr().out
    assert "Cannot tell" in said
    assert "If sex were female: Arguable since 22 November 2026" in said
    assert "If sex were male: Not yet: it can be met from 22 May 2027" in said


def test_without_a_day_asked_it_is_the_day_on_which_the_command_is_given(
    facts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["screen", str(facts), "--json"])
    given = capsys.readouterr().out
    main(["screen", str(facts), "--json", "--as-of", TODAY.isoformat()])
    asked = capsys.readouterr().out
    main(["screen", str(facts), "--json", "--as-of", "2026-11-21"])

    assert given == asked
    assert given != capsys.readouterr().out


def test_wrong_use_returns_2(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", str(facts), "--as-of", "yesterday"]) == 2
    assert "2026-11-22" in capsys.readouterr().err
    with pytest.raises(SystemExit) as wrong:
        main(["screen"])
    assert wrong.value.code == 2


def test_a_place_that_cannot_be_written_to_is_wrong_use(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(listed), "--out", str(listed / "folder")]) == 2

    assert "cannot be written" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_returns_3_with_one_clear_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"%PDF-1.7 not a workbook")

    assert main(["screen", str(path), "--as-of", "2026-11-22", "--json"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "PDF" in said.err
    assert main(["read", str(tmp_path / "nowhere.xlsx")]) == 3


def test_a_pack_that_does_not_load_returns_4_with_file_and_line(
    facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "draft"
    (folder / "provisions").mkdir(parents=True)
    (folder / "pack.yaml").write_text("id: draft\nversion: yes\n", encoding="utf-8")
    (folder / "provisions" / "one.yaml").write_text("id: other\n", encoding="utf-8")

    assert main(["screen", str(facts), "--law", str(folder), "--as-of", "2026-11-22"]) == 4
    said = capsys.readouterr().err
    assert "pack.yaml:2:" in said
    assert "provisions/one.yaml:1:" in said


def test_names_says_whether_two_spellings_meet_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["names", "Mohd Yousaf", "محمد یوسف"]) == 0
    assert "They meet" in capsys.readouterr().out
    main(["names", "Hassan", "Hussain"])
    assert "do not meet" in capsys.readouterr().out


def test_law_shows_a_provision_and_writes_its_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"

    assert main(["law", "show", "crpc_497_delay_general", "--law", "pakistan", "--html", str(page)]) == 0
    assert main(["law", "list", "--law", "pakistan"]) == 0

    text = page.read_text(encoding="utf-8")
    assert "No lawyer has reviewed this provision yet" in text
    assert "https://" in text
    assert "crpc_497_delay_general" in capsys.readouterr().out
    assert main(["law", "show", "no_such_provision", "--law", "pakistan"]) == 2


def test_an_invented_census_is_written_and_read_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "census.xlsx"

    main(["census", "synth", "--rows", "60", "--seed", "3", "--out", str(path), "--as-of", "2026-11-01"])
    capsys.readouterr()
    main(["read", str(path), "--json"])

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sum(row["verdict"].startswith("accepted") for row in rows) >= 40


@pytest.mark.parametrize(
    "words",
    ["screen", "read", "compare", "explain", "law list", "law show", "law check", "law diff", "law pages",
     "census dedupe", "census synth", "names", "sample"],
)  # fmt: skip
def test_every_word_says_how_it_is_used(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*words.split(), "--help"])

    assert stopped.value.code == 0
    assert f"{words} [-h]" in capsys.readouterr().out
