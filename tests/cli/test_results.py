"""`rihai results`: people counted once from a list of sessions, any days, districts that add up, estimates apart."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rihai.cli.main import main
from rihai.demo.served_list import as_csv, invent_sessions

Told = pytest.CaptureFixture[str]
TODAY = date(2026, 11, 26)
FOUNDING = {
    "women_reached": 370, "women_legal_counselling": 240, "women_legal_aid": 30, "women_stress_management": 36,
    "women_life_skills": 200,
}  # fmt: skip
ENTERED = """project_code,indicator_code,indicator,level,unit,target,achieved,count_rule
ETW,women_reached,Women reached,output,persons,,370,unduplicated
ETW,officials_trained,Staff trained,output,persons,,1500,approximate
ETW,cso_members,Members engaged,output,persons,,300,"minimum (""300+"")"
ETW,campaign_reach,People reached,output,persons,,100000,"minimum, estimate, never added to unduplicated persons"
ETW,survivor_support_units,Units,output,units,,3,exact
OTHER,boats,Boats,output,units,,7,exact
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The invented list of the founding shape."""
    path = tmp_path / "sessions.csv"
    path.write_text(as_csv(invent_sessions(date(2025, 7, 1), 365)), encoding="utf-8")
    return path


def told(capsys: Told, *words: str) -> str:
    assert main(["results", *words], TODAY) == 0
    return capsys.readouterr().out


def test_one_object_says_how_many_people_each_once(file: Path, capsys: Told) -> None:
    assert json.loads(told(capsys, str(file), "--project", "ETW", "--json")) == FOUNDING
    districts = json.loads(told(capsys, str(file), "--project", "ETW", "--by-district", "--json"))
    assert {code: sum(parts.values()) for code, parts in districts.items()} == FOUNDING

    rows = [line.split(",") for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    march = json.loads(
        told(capsys, str(file), "--project", "x", "--from", "2026-03-01", "--until", "2026-03-31", "--json")
    )
    assert march["women_reached"] == len({row[0] for row in rows if row[4].startswith("2026-03-")})
    text = told(capsys, str(file), "--project", "ETW", "--language", "ur")
    assert "1,168" in text
    assert "اہداف: معلوم نہیں" in text


def test_what_is_entered_stands_apart_and_is_marked(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "indicators.csv"
    table.write_text(ENTERED, encoding="utf-8")
    asked = (str(file), "--project", "ETW", "--indicators", str(table))

    data = json.loads(told(capsys, *asked, "--json"))
    text = told(capsys, *asked)

    assert {code: data[code] for code in FOUNDING} == FOUNDING
    assert data["officials_trained"] == {"figure": 1500, "how": "estimated", "unit": "persons", "target": None}
    assert {code: one["how"] for code, one in data.items() if isinstance(one, dict)} == {
        "officials_trained": "estimated", "cso_members": "at_least", "campaign_reach": "at_least",
        "survivor_support_units": "counted",
    }  # fmt: skip
    assert "~1,500" in text
    assert "100,000+" in text
    assert text.count("target not known") == 4


def test_a_list_without_its_headings_is_refused_with_what_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,age\nA,3\n", encoding="utf-8")

    assert main(["results", str(path), "--project", "ETW"], TODAY) == 3
    assert "beneficiary_code" in capsys.readouterr().err
