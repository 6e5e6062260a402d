"""A census read from its files into rows as they are staged; pure but for what it is handed.

Several files are one list: their rows are numbered through, and the same person in two of them is one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rihai.census.duplicates import mark_duplicates
from rihai.census.layouts import Layout, load_layout
from rihai.census.read import read_census
from rihai.census.reading import SheetMapping, SourceRow
from rihai.census.records import further_rows, makes_person, record_of
from rihai.facts import Problem
from rihai.people.intake.staging import told_text


@dataclass(frozen=True, slots=True)
class Given:
    """One file as it was given: the place of the file in the census, its name and its bytes."""

    number: int
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Staged:
    """One row as it is kept: `told` is to be sealed, `codes` are those of its problems."""

    file: int
    number: int
    sheet: str
    row: int
    verdict: str
    of: int | None
    makes_person: bool
    told: str
    codes: tuple[str, ...]


@dataclass
class ReadCensus:
    """Everything read: the rows, packed; the headings and problems of each file."""

    rows: list[tuple[int, SourceRow]]
    headings: dict[int, list[dict[str, Any]]]
    problems: dict[int, list[list[Any]]]

    @property
    def whole(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def staged(self, start: int, count: int) -> Iterator[Staged]:
        """Rows from a place on, as they are kept."""
        for at in range(start, min(start + count, len(self.rows))):
            yield self._staged(at)

    def __post_init__(self) -> None:
        first = {(row.of_sheet, row.of) for _file, row in self.rows if row.of is not None}
        self._numbers = {
            where: at for at, (_file, row) in enumerate(self.rows, 1) if (where := (row.sheet, row.row)) in first
        }
        self._further = further_rows(row for _file, row in self.rows)

    def _staged(self, at: int) -> Staged:
        file, row = self.rows[at]
        is_first = makes_person(row)
        record: Mapping[str, Any] = {}
        if is_first:
            record = record_of(row, self._further)
        elif row.verdict == "rejected":
            record = row.facts
        return Staged(
            file=file,
            number=at + 1,
            sheet=plain_sheet(row.sheet)[:120],
            row=row.row,
            verdict=row.verdict,
            of=self._numbers.get((row.of_sheet, row.of)) if row.of is not None else None,
            makes_person=is_first,
            told=told_text(record, row.raw, row.problems),
            codes=tuple(dict.fromkeys(one.code for one in row.problems)),
        )


def read_files(files: Sequence[Given], *, layout: Layout, true_on: date, defaults: Mapping[str, Any]) -> ReadCensus:
    """Read every file of a census. Raises FileUnreadable where one is no list."""
    rows: list[tuple[int, SourceRow]] = []
    headings: dict[int, list[dict[str, Any]]] = {}
    problems: dict[int, list[list[Any]]] = {}
    for given in files:
        reading = read_census(
            given.content, given.name, layout=layout, census_day=true_on, defaults=defaults, packed=True
        )
        for row in reading.rows if len(files) > 1 else ():
            row.sheet = _own_sheet(given.number, row.sheet)
            row.of_sheet = _own_sheet(given.number, row.of_sheet) if row.of is not None else None
        rows += [(given.number, row) for row in reading.rows]
        headings[given.number] = [_table(one) for one in reading.mappings]
        problems[given.number] = [_about(one) for one in reading.problems]
    if len(files) > 1:
        _join([row for _file, row in rows])
    return ReadCensus(rows, headings, problems)


def layout_for(headings: Mapping[str, str], dates: str) -> Layout:
    """The layout of Pakistan's lists with what somebody confirmed for this prison on top."""
    known = load_layout("pakistan")
    order: Any = dates or known.dates
    return Layout(
        name=known.name, says=known.says, headings={**known.headings, **headings}, values=known.values,
        facts=known.facts, sheet_facts=known.sheet_facts, dates=order, names=known.names, charges=known.charges,
        charges_split=known.charges_split,
    )  # fmt: skip


def _join(rows: Sequence[SourceRow]) -> None:
    """The same person in two files; what was said of doubles within one is not said again."""
    mark_duplicates(rows)
    for row in rows:
        row.problems = tuple(dict.fromkeys(row.problems))


def _own_sheet(number: int, sheet: str | None) -> str:
    return f"{number}\x1f{sheet or ''}"


def plain_sheet(sheet: str | None) -> str:
    """The name of a sheet as its file has it."""
    return (sheet or "").rpartition("\x1f")[2]


def _table(mapping: SheetMapping) -> dict[str, Any]:
    columns = [[one.column, one.text, one.field, one.confidence] for one in mapping.headings]
    return {"sheet": mapping.sheet, "rows": list(mapping.rows), "columns": columns}


def _about(one: Problem) -> list[Any]:
    return [one.code, one.raw, one.sheet, one.message]
