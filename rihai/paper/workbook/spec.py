"""What a sheet of a workbook is made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rihai.paper.table import Column, Table, Value


@dataclass(frozen=True)
class SheetSpec:
    """One sheet: its name on the tab, a title, lines to read above the table, the table and a note beneath.

    `rows` may be an iterator: rows are written as they come and never held. `language` is the workbook's unless given.
    `is_charted`: the second column is drawn as bars by the first, beside the table.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    above: Sequence[str] = ()
    note: str = ""
    total_row: Sequence[Value] | None = None
    language: str | None = None
    is_charted: bool = False

    @classmethod
    def of(
        cls, name: str, table: Table, *, above: Sequence[str] = (), language: str | None = None,
        is_charted: bool = False,
    ) -> SheetSpec:  # fmt: skip
        """A sheet that holds a table."""
        return cls(
            name, table.title, table.columns, table.rows, above, table.note, table.total_row, language, is_charted
        )
