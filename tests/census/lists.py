"""Small invented lists for the tests of reading: one row that nobody could complain of, and what is changed in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import rihai
from rihai.census.read import read_census, read_sheets
from rihai.census.reading import Reading, SourceRow
from rihai.offences import OffenceTable
from rihai.paper.cell import EMPTY, Cell, Row, Sheet

TITLE = "District Jail Roshanabad, list of prisoners as on 30-06-2025"
HEAD = ["Sr. No", "Name", "Father Name", "Status", "FIR No", "P.S", "U/S", "Date of Arrest"]
ASLAM = [1, "Muhammad Aslam", "Ghulam Rasool", "UTP", "123/24", "Saddar", "302/34 PPC", "13-03-2024"]
BILAL = [2, "Bilal", "Akram", "UTP", "9/25", "City", "379 PPC", "14-02-2025"]
CLEAN = {
    "Sr. No": "1",
    "UTP No": "UTP-1/25",
    "Name": "Muhammad Aslam",
    "Father Name": "S/o Ghulam Rasool",
    "CNIC": "91202-1234567-1",
    "Sex": "M",
    "Age": "35",
    "Status": "UTP",
    "FIR No": "123/24",
    "P.S": "Saddar",
    "U/S": "302/34 PPC",
    "Date of Arrest": "13-03-2024",
    "Date of Admission": "15-03-2024",
    "Next Date": "15-07-2025",
}
CONVICT = {
    **CLEAN,
    "Status": "Convict",
    "Sentence": "10 Y RI",
    "Date of Sentence": "16-06-2024",
    "Next Date": "",
}


def listed(*people: Mapping[str, str], title: str = TITLE, **options: Any) -> Reading:
    """A CSV file with a title row, headings and the people given, read whole."""
    headings = list(dict.fromkeys(heading for person in people for heading in person))
    lines = [[title], headings, *([person.get(heading, "") for heading in headings] for person in people)]
    return read_census(as_csv(lines), "list.csv", **{"offences": table(), **options})


def one(person: Mapping[str, str], **options: Any) -> SourceRow:
    """The source row of a list with this person alone."""
    return listed(person, **options).rows[2]


def grid(*rows: Sequence[Any], name: str | None = "UTP") -> Sheet:
    """A sheet of plain values, None for a blank cell."""
    return Sheet(name, tuple(Row(at, tuple(map(_cell, row))) for at, row in enumerate(rows, start=1)))


def read_grid(*rows: Sequence[Any], **options: Any) -> Reading:
    """A reading of one sheet of plain values."""
    return read_sheets([grid(*rows)], "list.xlsx", **{"offences": table(), **options})


def codes(row: SourceRow) -> list[str]:
    """The codes of a row's problems."""
    return [found.code for found in row.problems]


def as_csv(lines: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue().encode()


@cache
def table() -> OffenceTable:
    return OffenceTable.read(Path(rihai.__file__).parent / "law" / "packs" / "pakistan" / "offences.csv")


def _cell(value: Any) -> Cell:
    if value is None or value == "":
        return EMPTY
    if isinstance(value, Cell):
        return value
    if isinstance(value, date):
        return Cell(value.isoformat(), value, "date")
    return Cell(str(value), value, "number" if isinstance(value, int | float) else "text")
