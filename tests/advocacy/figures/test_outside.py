"""A known library measures an extract beside us; whatever it cannot answer, or answers otherwise, leaves nobody."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rihai.advocacy.errors import NotSo
from rihai.advocacy.research import outside
from rihai.advocacy.research.extract import made_extract
from rihai.advocacy.research.outside import Known, measured_outside, refuse_if_apart
from rihai.advocacy.research.risk import Risk
from rihai.config.env import read
from tests.advocacy.figures.conftest import known_of
from tests.advocacy.figures.test_research import rows

OWN = Path(sys.prefix) / outside.OWN
TABLE = b"sex,offence\r\nf,a\r\nf,b\r\nm,c\r\nm,c\r\n"


def ask() -> Known:
    return measured_outside(TABLE, ["sex"], ["offence"], "c")


@pytest.mark.skipif(not OWN.is_file(), reason="pycanon is not set up: make .venv/risk")
def test_pycanon_finds_in_an_extract_what_we_find(settings: Any) -> None:
    settings.ENV = read({"RIHAI_RISK_PYTHON": str(OWN)})

    made = made_extract(rows(600))

    assert made.known is not None
    assert (made.known.library, made.known.version) == ("pycanon", "1.3.6")
    assert (made.known.k, made.known.diversity) == (made.risk.k, made.risk.told)
    assert made.known.closeness == pytest.approx(dict(made.risk.closeness), abs=1e-5)
    assert made.risk.closeness["offence"] > 0, "a measure that is nought says nothing"


def test_what_is_measured_otherwise_is_refused() -> None:
    risk = Risk(30, 2, 12, 2, 1 / 12, 1 / 15, {"offence": 2, "time_under_trial": 3}, {"offence": 0.2})
    known = known_of(risk)
    refuse_if_apart(known, risk)
    for other in (
        replace(known, k=11), replace(known, rows=29), replace(known, diversity={"offence": 2}),
        replace(known, closeness={"offence": 0.21}), replace(known, closeness={}),
    ):  # fmt: skip
        with pytest.raises(NotSo, match="do not agree"):
            refuse_if_apart(other, risk)


@pytest.mark.parametrize(
    "script", ["print('no table')", "raise SystemExit(1)", "print('{}')", "import time; time.sleep(9)"]
)
def test_a_library_that_does_not_answer_lets_nothing_out(
    script: str, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ENV = read({"RIHAI_RISK_PYTHON": sys.executable})
    (tmp_path / "script.py").write_text(script)
    monkeypatch.setattr(outside, "SCRIPT", tmp_path / "script.py")
    monkeypatch.setattr(outside, "LONGEST", 0.5)

    with pytest.raises(NotSo, match="did not answer"):
        ask()


def test_without_a_library_nothing_is_handed_over() -> None:
    with pytest.raises(NotSo, match="No known library"):
        ask()


def test_the_process_that_measures_gets_no_key_and_may_reach_nothing(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ENV = read({"RIHAI_RISK_PYTHON": sys.executable})
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    script, lost = tmp_path / "script.py", tmp_path / "lost.csv"
    tries = (f"open({str(lost)!r}, 'w')", "socket.create_connection(('127.0.0.1', 9))", "subprocess.run(['true'])")
    script.write_text(f"""
import json, os, runpy, socket, subprocess, sys
guard = runpy.run_path({str(outside.SCRIPT)!r})["guard"]
sys.addaudithook(guard)
refused = 0
for one in {tries!r}:
    try:
        eval(one)
    except PermissionError:
        refused += 1
names = sorted(os.environ)
print(json.dumps(dict(library="x", version=" ".join(names), rows=refused, k=0, l=dict(), t=dict())))
""")
    monkeypatch.setattr(outside, "SCRIPT", script)

    found = ask()

    assert found.rows == len(tries), "each is refused"
    assert not lost.exists()
    assert "DATABASE_URL" not in found.version
    assert json.dumps(found.plain())
