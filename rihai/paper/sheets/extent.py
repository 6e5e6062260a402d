"""How far a sheet is filled, and which of its cells the reader would hand over as blank though they are not.

The reader (calamine) holds a sheet as one full rectangle and gives "" for an error and for a formula without a stored
value. Both are looked up in the sheet's own XML here, before it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rihai.paper.cell import Cell
from rihai.paper.sheets.limits import MAX_CELLS, MAX_COLUMNS
from rihai.paper.sheets.refusals import refusal


@dataclass(slots=True)
class Extent:
    """Of one sheet: the last filled row and column, counted from 1, and cells that are errors or uncounted.

    `odd` is by row and column, both counted from 0.
    """

    sheet: str
    rows: int = 0
    columns: int = 0
    odd: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def fill(self, row: int, column: int) -> None:
        """A filled cell, both counted from 1. Raises FileUnreadable (too_many_columns) for one too far right."""
        if column > MAX_COLUMNS:
            raise refusal("too_many_columns", sheet=self.sheet, cell=cell_name(row, column), limit=MAX_COLUMNS)
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column)

    def check(self) -> None:
        """Raises FileUnreadable (too_many_cells) when the rectangle is larger than the reader may hold."""
        if self.rows * self.columns > MAX_CELLS:
            name = cell_name(self.rows, self.columns)
            raise refusal("too_many_cells", sheet=self.sheet, cell=name, limit=f"{MAX_CELLS:,}")


def uncounted(formula: str) -> Cell:
    """A formula whose result the file does not hold; its text is the formula, so that nothing disappears."""
    return Cell(f"={formula.removeprefix('of:').removeprefix('=')}", None, "uncounted")


def error_cell(text: str) -> Cell:
    """A cell that shows an error such as #REF!."""
    return Cell(text, text, "error")


def cell_name(row: int, column: int) -> str:
    """The name of a cell, row and column counted from 1: (3, 28) is AB3."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def cell_place(name: str) -> tuple[int, int]:
    """Row and column of a cell's name, counted from 1: AB3 is (3, 28). Raises ValueError for another text."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError("not the name of a cell")
        column = column * 26 + ord(letter) - 64
    return int(name[len(letters) :]), column
