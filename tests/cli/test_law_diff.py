"""A version of a pack tried beside the live one: who changes, from what to what, and why."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from rihai.law.load import pack_folder
from tests.cli.typed import main

HELD = {
    "id": "M-1", "sex": "male", "previous_convictions": [],
    "cases": [{
        "case_id": "1/26", "legal_status": "under_trial", "charges": [{"act": "PPC", "section": "489-F"}],
        "arrested_on": "2026-01-10", "delay_attributed_to_accused": False, "court_found_hardened": False,
    }],
}  # fmt: skip


@pytest.fixture
def shortened(tmp_path: Path) -> Path:
    """A draft of the Pakistani delay proviso with nine months for a man instead of twelve."""
    folder = tmp_path / "draft"
    live = pack_folder("pakistan")
    for kind in ("provisions", "cases"):
        (folder / kind).mkdir(parents=True)
        shutil.copy(live / kind / "crpc_497_delay_general.yaml", folder / kind)
    shutil.copy(live / "offences.csv", folder)
    head = "id: pakistan\nnames: {en: Draft, ur: مسودہ}\nversion: draft\nlanguages: [en, ur]\ncountry: PK\n"
    (folder / "pack.yaml").write_text(head + "reviewers: []\n", encoding="utf-8")
    path = folder / "provisions" / "crpc_497_delay_general.yaml"
    text = path.read_text(encoding="utf-8")
    assert "punishable_with_death: false, months: 12" in text
    path.write_text(text.replace("punishable_with_death: false, months: 12", "punishable_with_death: false, months: 9"))
    return folder


def test_who_changes_under_a_draft_and_why(shortened: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = tmp_path / "facts.jsonl"
    facts.write_text(json.dumps(HELD) + "\n", encoding="utf-8")

    code = main(["law", "diff", "pakistan", str(shortened), str(facts), "--as-of", "2026-11-22"])

    said = capsys.readouterr().out
    assert code == 0
    assert "crpc_497_delay_general: not yet → met" in said
    assert "Met since 11 October 2026" in said
    assert "Because of: held_too_long" in said
    assert "crpc_496_bailable: not met → not in the pack" in said


def test_the_same_pack_twice_changes_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = tmp_path / "facts.jsonl"
    facts.write_text(json.dumps(HELD) + "\n", encoding="utf-8")

    main(["law", "diff", "pakistan", "pakistan", str(facts), "--as-of", "2026-11-22"])

    assert capsys.readouterr().out.startswith("0 findings of 0 people")
