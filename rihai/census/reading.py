"""What comes of reading a file: every source row with its verdict, its facts, its problems and its raw texts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from rihai.facts import Problem
from rihai.paper.cell import Cell

Verdict = Literal["accepted", "accepted_with_warnings", "rejected", "duplicate", "not_a_person"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Facts = dict[str, Any]


@dataclass(slots=True)
class SourceRow:
    """One row of the source. `of` is the number of the earlier row of the same person, on `of_sheet`.

    `facts` is a record of the dictionary of facts, {} where no person stands. Values may be shared between rows: read
    them, do not change them. `headings` and `cells` run side by side; `raw` joins them.
    """

    sheet: str | None
    row: int
    verdict: Verdict
    facts: Facts
    problems: tuple[Problem, ...]
    headings: tuple[str, ...]
    cells: tuple[Cell, ...]
    of: int | None = None
    of_sheet: str | None = None

    @property
    def raw(self) -> dict[str, str]:
        """The text of every filled cell by its heading; a column without one has its letter."""
        named = len(self.headings)
        return {
            self.headings[at] if at < named else column_letter(at): cell.text
            for at, cell in enumerate(self.cells)
            if cell.text and not cell.text.isspace()
        }

    def as_json(self) -> dict[str, Any]:
        """The object `rihai read --json` prints for this row."""
        said = {
            "sheet": self.sheet,
            "row": self.row,
            "verdict": self.verdict,
            "of": self.of,
            "facts": self.facts,
            "problems": [problem.as_json() for problem in self.problems],
            "raw": self.raw,
        }
        if self.of is not None and self.of_sheet != self.sheet:
            said["of_sheet"] = self.of_sheet
        return said


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its place from 0, its heading, the field it stands for (None: kept in the remarks), how sure."""

    column: int
    text: str
    field: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """How one table of a sheet was read: the rows of its headings and what each column stands for."""

    sheet: str | None
    rows: tuple[int, ...]
    headings: tuple[Heading, ...]

    def column_of(self, field: str) -> int | None:
        """The place of the first column that stands for a field, None where none does."""
        return next((heading.column for heading in self.headings if heading.field == field), None)


@dataclass(slots=True)
class Reading:
    """A file read whole. `census_day` and `found_in` say when the list was true and where that stands.

    `problems` are about headings and sheets; those of a row are on the row.
    """

    rows: list[SourceRow]
    mappings: tuple[SheetMapping, ...]
    census_day: date | None
    found_in: str | None
    problems: tuple[Problem, ...] = field(default=())

    def counts(self) -> Mapping[Verdict, int]:
        """How many rows have each verdict; the sum is the number of source rows, always."""
        counted = Counter(row.verdict for row in self.rows)
        return {verdict: counted[verdict] for verdict in VERDICTS}

    def records(self) -> Iterator[Facts]:
        """One record a person, in the order of their first rows: the cases of all their rows, each apart.

        Duplicates and rejected rows are left out; `rows` lists them.
        """
        from rihai.census.records import records

        return records(self.rows)

    def as_json_lines(self) -> Iterator[str]:
        """One line a source row, as `rihai read --json` prints them."""
        for row in self.rows:
            yield json.dumps(row.as_json(), ensure_ascii=False)


def column_letter(at: int) -> str:
    """The letter a spreadsheet shows above a column counted from 0: 0 is "column A", 26 is "column AA"."""
    letters = ""
    while at >= 0:
        letters = chr(ord("A") + at % 26) + letters
        at = at // 26 - 1
    return f"column {letters}"
