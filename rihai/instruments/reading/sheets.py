"""The sheets of an XLSForm as rows of texts, under the names of their columns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from rihai.instruments.reading.problems import Problem
from rihai.kit.forms.typed import has_control
from rihai.paper.cell import Cell, Sheet

SURVEY, CHOICES, SETTINGS, ENTITIES = "survey", "choices", "settings", "entities"
READ = (SURVEY, CHOICES, SETTINGS, ENTITIES)
MOST_ROWS, MOST_CHOICES, LONGEST = 1_500, 6_000, 8_000


class Line(NamedTuple):
    """A row by its number in the sheet, and the texts in it by column; empty cells are left out."""

    number: int
    cells: Mapping[str, str]

    def get(self, *columns: str) -> str:
        """The text in the first of these columns that has one."""
        return next((self.cells[one].strip() for one in columns if self.cells.get(one, "").strip()), "")


@dataclass
class Table:
    """One sheet: its columns in order, and its rows from the second on, blank ones too."""

    columns: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def filled(self) -> Iterator[Line]:
        """The rows in which something stands."""
        return (one for one in self.lines if one.cells)

    def of(self, stem: str) -> list[str]:
        """The columns of one meaning: `label`, `label::English (en)`, `label:ur`."""
        return [one for one in self.columns if one.split(":")[0].strip().casefold() == stem]


def tables_of(sheets: tuple[Sheet, ...]) -> tuple[dict[str, Table], list[Problem]]:
    """The sheets that a form has, by name, and what is wrong with their cells."""
    found: dict[str, Table] = {}
    problems: list[Problem] = []
    for sheet in sheets:
        name = (sheet.name or SURVEY).strip()
        if name.casefold() in READ and name.casefold() not in found:
            found[name.casefold()] = _table(sheet, name.casefold(), problems)
        elif close := get_close_matches(name.casefold(), READ, n=1, cutoff=0.75):
            problems.append(Problem("sheet_almost", name[:60], None, {"found": name[:60], "meant": close[0]}))
    return found, problems


def digest_of(tables: Mapping[str, Table]) -> str:
    """The mark of a form: of the texts in it alone, whatever program wrote the file."""
    said = {
        name: [[line.number, dict(sorted(line.cells.items()))] for line in table.filled()]
        for name, table in sorted(tables.items())
    }
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _table(sheet: Sheet, name: str, problems: list[Problem]) -> Table:
    if not sheet.rows:
        return Table()
    heads, table = sheet.rows[0], Table()
    columns = [cell.text.strip() for cell in heads.cells] if heads.number == 1 else []
    table.columns = [one for one in columns if one]
    for row in sheet.rows[1:] if heads.number == 1 else sheet.rows:
        while table.lines and table.lines[-1].number + 1 < row.number:
            table.lines.append(Line(table.lines[-1].number + 1, {}))
        cells: dict[str, str] = {}
        for column, cell in zip(columns, row.cells, strict=False):
            text = _text(cell)
            if (
                column
                and text.strip()
                and _is_fit(Problem("", name, row.number, {"column": column[:60]}), cell, problems)
            ):
                cells.setdefault(column, text)
        table.lines.append(Line(row.number, cells))
    return table


def _text(cell: Cell) -> str:
    if cell.kind == "bool":
        return "true" if cell.value else "false"
    return cell.text


def _is_fit(at: Problem, cell: Cell, problems: list[Problem]) -> bool:
    code, about = "", dict(at.about)
    if cell.kind in {"error", "uncounted"}:
        code = "cell_error"
    elif len(cell.text) > LONGEST:
        code, about = "too_long", {**about, "count": len(cell.text), "limit": LONGEST}
    elif has_control(cell.text):
        code = "hidden_signs"
    if code:
        problems.append(Problem(code, at.sheet, at.row, about))
    return not code
