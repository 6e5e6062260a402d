"""First look at a sheet: which rows are titles, headings, totals and blanks, and which may hold a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rihai.census.headings import is_known
from rihai.census.layouts import Layout
from rihai.census.problems import problem
from rihai.census.read.columns import map_columns
from rihai.census.read.kinds import filled, no_person, surely_person
from rihai.census.read.tables import Table, table_at, table_in_row
from rihai.census.reading import SheetMapping
from rihai.facts import Problem
from rihai.paper.cell import Row, Sheet

_DATA_CELLS = 4
"""Filled cells from which a row of a sheet without headings looks like data that should not vanish."""


@dataclass(slots=True)
class Survey:
    """A sheet looked through. `tables[i]` is the table row i belongs to when it may hold a person, else None.

    `titles` are the rows above the first headings. `problems` stand by the position of the row they are shown on.
    """

    sheet: Sheet
    mappings: list[SheetMapping] = field(default_factory=list)
    tables: list[SheetMapping | None] = field(default_factory=list)
    titles: list[Row] = field(default_factory=list)
    problems: dict[int, list[Problem]] = field(default_factory=dict)
    orphans: frozenset[int] = frozenset()

    @property
    def fields(self) -> frozenset[str]:
        """Every field some table of the sheet has a column for."""
        return frozenset(heading.field for mapping in self.mappings for heading in mapping.headings if heading.field)


def survey(sheet: Sheet, layout: Layout) -> Survey:
    """Look through a sheet once, without reading its cells. A sheet the layout does not name holds nobody for us."""
    found = Survey(sheet)
    if layout.sheets and sheet.name not in layout.sheets:
        found.tables = [None] * len(sheet.rows)
        found.problems[0] = [problem("sheet_left_out", raw=sheet.name)]
        return found
    first = table_in_row(sheet.rows, layout.heading_row) if layout.heading_row else None
    _walk(found, sheet.rows, layout, first)
    if not found.mappings:
        _without_headings(found, sheet.rows)
    return found


def _walk(found: Survey, rows: Sequence[Row], layout: Layout, first: Table | None) -> None:
    known: dict[Table, SheetMapping] = {}
    mapping: SheetMapping | None = None
    people = False
    position = 0
    while position < len(rows):
        table = first if first and position == first.at[0] else None
        if table is None and not (first and position < first.at[0]) and _may_head(rows[position], mapping, people):
            table = table_at(rows, position, layout)
        if table is not None:
            mapping = _mapping(found, rows, table, layout, known)
            found.tables += [None] * (table.end - position)
            position, people = table.end, False
            continue
        people = mapping is not None and _may_hold_person(rows[position], mapping)
        found.tables.append(mapping if people else None)
        if mapping is None:
            found.titles.append(rows[position])
        position += 1


def _may_head(row: Row, mapping: SheetMapping | None, after_person: bool) -> bool:
    """Headings stand first on the sheet, after a blank, title or total, or repeat where a name is expected."""
    if not row.cells:
        return False
    if mapping is None or not after_person:
        return True
    at = mapping.column_of("full_name")
    return at is not None and at < len(row.cells) and is_known(row.cells[at].text)


def _may_hold_person(row: Row, mapping: SheetMapping) -> bool:
    if surely_person(row.cells, mapping.column_of("full_name")):
        return True
    return not no_person(row.cells, filled(row.cells), [heading.field for heading in mapping.headings])


def _mapping(
    found: Survey, rows: Sequence[Row], table: Table, layout: Layout, known: dict[Table, SheetMapping]
) -> SheetMapping:
    """The mapping of a table; headings that merely repeat earlier ones are mapped, and complained of, once."""
    same = Table((0,), table.spellings)
    if same not in known:
        headings, problems = map_columns(table, layout)
        known[same] = SheetMapping(found.sheet.name, tuple(rows[at].number for at in table.at), headings)
        found.mappings.append(known[same])
        found.problems.setdefault(table.at[0], []).extend(problems)
    return known[same]


def _without_headings(found: Survey, rows: Sequence[Row]) -> None:
    """Rows that look like data are not let vanish: they are rejected, and say that headings are missing."""
    wide = frozenset(at for at, row in enumerate(rows) if len(filled(row.cells)) >= _DATA_CELLS)
    if len(wide) * 2 > sum(1 for row in rows if filled(row.cells)):
        found.orphans = wide
    if rows:
        found.problems.setdefault(0, []).append(problem("heading_not_found"))
