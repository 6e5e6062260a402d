"""What a provision has noted beside its outcome, for one person and for a census alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rihai.errors import PackInvalid
from rihai.law.bulk import find_all
from rihai.law.engine import Finding, ReadyPack
from rihai.law.load import load_pack
from rihai.law.record import checked

NINTH, EIGHTH = date(2026, 3, 9), date(2026, 3, 8)
RECORD: dict[str, Any] = {
    "id": "9", "country": "IN",
    "cases": [{
        "case_id": "1", "legal_status": "under_trial", "arrested_on": "2026-03-01", "bail_furnished": False,
        "unable_to_furnish_surety": True, "charges": [{"act": "BNS", "section": "115(2)", "bailable": True}],
    }],
}  # fmt: skip


def indigent(ready: ReadyPack, **facts: Any) -> Finding:
    found = ready.find(checked({**RECORD, **facts})[0])
    return next(one for one in found if one.provision.id == "IN-BNSS-478-INDIGENT")


def test_a_week_without_bail_is_presumed_to_be_poverty_and_noted() -> None:
    ready = ReadyPack(load_pack("india"), NINTH)

    assert (indigent(ready).outcome, "presumption" in indigent(ready).notes) == ("met", True)


def test_what_is_known_is_not_noted_as_presumed() -> None:
    ready = ReadyPack(load_pack("india"), NINTH)

    assert (indigent(ready, indigent=True).outcome, "presumption" in indigent(ready, indigent=True).notes) == (
        "met",
        False,
    )
    assert indigent(ready, indigent=False).outcome == "not_met"


def test_before_the_week_is_over_nothing_is_noted() -> None:
    found = indigent(ReadyPack(load_pack("india"), EIGHTH))

    assert (found.outcome, "presumption" in found.notes) == ("cannot_tell", False)


@pytest.mark.parametrize("on", [EIGHTH, NINTH])
def test_a_census_has_the_same_notes(on: date) -> None:
    ready = ReadyPack(load_pack("india"), on)
    people = [checked({**RECORD, **facts})[0] for facts in ({}, {"id": "8", "indigent": True})]

    table = find_all(people, [ready]).table.to_pylist()

    told = {(row["record_id"], row["provision"]): tuple(row["notes"]) for row in table}
    one_by_one = {(one["id"], found.provision.id): found.notes for one in people for found in ready.find(one)}
    assert told == {key: one_by_one[key] for key in told}
    assert any("presumption" in notes for notes in told.values()) is (on == NINTH)


@pytest.mark.parametrize(
    ("notes", "mistake"),
    [
        ("{rumour: presumed_indigent}", "'rumour' is not a note"),
        ("{presumption: poor}", "there is no condition called 'poor'"),
    ],
)
def test_a_note_that_is_not_known_or_rests_on_nothing_is_a_mistake(tmp_path: Path, notes: str, mistake: str) -> None:
    source = load_pack("india").folder
    (tmp_path / "provisions").mkdir()
    (tmp_path / "cases").mkdir()
    for name in ("provisions", "cases"):
        text = (source / name / "IN-BNSS-478-INDIGENT.yaml").read_text(encoding="utf-8")
        text = text.replace("{presumption: presumed_indigent}", notes)
        (tmp_path / name / "IN-BNSS-478-INDIGENT.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "pack.yaml").write_text((source / "pack.yaml").read_text(encoding="utf-8"), encoding="utf-8")

    with pytest.raises(PackInvalid, match=mistake):
        load_pack(tmp_path)
