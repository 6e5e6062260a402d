"""Two spreadsheets of different days, read as prisons send them and compared: the list of changes is still right."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from functools import cache
from io import StringIO
from typing import Any

from rihai.census.compare import Comparison, compare
from rihai.census.read import read_census
from rihai.census.reading import Reading
from rihai.census.synth.pair import InventedPair, TrueChange, invent_pair

Facts = dict[str, Any]
HEADINGS = (
    "Sr. No", "Name of Prisoner", "Father/Husband Name", "CNIC No", "Gender", "Date of Birth", "Age", "Jail",
    "Prisoner No", "Barrack", "Date of Admission", "Home District", "Status", "FIR No", "Police Station",
    "Under Section", "Date of Arrest", "Sentence", "Date of Sentence", "Remarks",
)  # fmt: skip
SIGNS = {"son_of": "S/o", "daughter_of": "D/o", "wife_of": "W/o"}


@cache
def pair() -> InventedPair:
    """Two lists of 600 people a month apart."""
    return invent_pair(600, 31, date(2026, 11, 1))


@cache
def readings() -> tuple[Reading, Reading]:
    """Both lists written as text files and read."""
    days = pair().days
    old, new = (
        read_census(written(records, day), f"list {day:%d-%m-%Y}.csv", census_day=day)
        for records, day in zip((pair().old, pair().new), days, strict=True)
    )
    return old, new


@cache
def compared() -> Comparison:
    old, new = (list(reading.records()) for reading in readings())
    left_out = [[row.facts for row in reading.rows if row.verdict == "rejected"] for reading in readings()]
    return compare(old, new, left_out=(left_out[0], left_out[1]))


def written(records: Iterable[Facts], day: date) -> bytes:
    text = StringIO()
    table = csv.writer(text)
    table.writerow([f"List of prisoners, position as on {day:%d-%m-%Y}"])
    table.writerow(HEADINGS)
    table.writerows(cells(record) for record in records)
    return text.getvalue().encode()


def cells(record: Facts) -> list[str | None]:
    case = record["cases"][0]
    sign, father = SIGNS[record["relation_to_named"]], record.get("father_or_husband_name")
    charges = "/".join(f"{charge['section']}{charge.get('sub_limb', '')}" for charge in case["charges"])
    born = record.get("date_of_birth", "")
    return [
        record["id"], record["full_name"], f"{sign} {father}" if father else None, record.get("cnic"),
        record.get("sex"), shown(born) if len(born) == 10 else born, str(record.get("age_years", "")), record["prison"],
        record.get("prison_id"), record.get("barrack"), shown(record.get("admitted_on")), record.get("home_district"),
        {"under_trial": "UTP", "convict": "CP", "condemned": "Condemned"}.get(case["legal_status"], "Detenue"),
        case.get("fir_number"), case.get("police_station"), f"{charges} {case['charges'][0]['act']}",
        shown(case.get("arrested_on")), sentence(case), shown(case.get("convicted_on")), record.get("remarks"),
    ]  # fmt: skip


def shown(iso: str | None) -> str | None:
    return date.fromisoformat(iso).strftime("%d-%m-%Y") if iso else None


def sentence(case: Facts) -> str | None:
    kinds = {"death": "Death", "life": "Life"}
    said = [kinds.get(one["kind"]) or f"{one['term']['years']} years RI" for one in case.get("sentences", ())]
    return said[0] if said and case["legal_status"] != "under_trial" else None


def found() -> set[TrueChange]:
    """The list of changes with the inventor's ids, which stand in the column of serial numbers."""
    return {
        TrueChange(change.kind, serial(compared().old, change.old), serial(compared().new, change.new))
        for change in compared().changes
        if change.kind != "probably_same"
    }


def serial(records: Any, place: int | None) -> str | None:
    return None if place is None else str(records[place]["serial"])


def unread() -> set[str | None]:
    """People whose row was rejected in either list, and those who stand among the doubtful pairs."""
    lost: set[str | None] = {
        str(row.facts["serial"]) for reading in readings() for row in reading.rows if row.verdict == "rejected"
    }
    for link in compared().links.doubtful:
        lost |= {serial(compared().old, link.one), serial(compared().new, link.other)}
    same = {new: old for old, new in pair().same.items()} | pair().same
    return lost | {same.get(str(one)) for one in lost}


def test_nearly_every_row_is_read() -> None:
    assert all(len(list(reading.records())) >= 0.97 * (len(reading.rows) - 2) for reading in readings())


def test_every_change_listed_is_true() -> None:
    assert len(compared().links.sure) > 500
    assert len(found()) > 100
    true = {change._replace(fact=None) for change in pair().changes}

    wrong = {change for change in found() - true if change.kind != "left_out"}

    assert wrong == set()


def test_every_true_change_is_listed_unless_a_row_could_not_be_read_or_is_doubtful() -> None:
    true = {change._replace(fact=None) for change in pair().changes}

    silent = {change for change in true - found() if not {change.old, change.new} & (unread() - {None})}

    assert silent == set()


def test_who_stands_in_a_rejected_row_is_neither_missing_nor_new() -> None:
    rejected = {str(row.facts.get("serial")) for row in readings()[1].rows if row.verdict == "rejected"}
    theirs = {old for old, new in pair().same.items() if new in rejected}

    told = {change.kind for change in found() if change.old in theirs and change.new is None}

    assert rejected
    assert told <= {"left_out"}
