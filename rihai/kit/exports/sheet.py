"""What an export is made of: a table as plain values, whose figures may be counts yet to be controlled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rihai.paper.table import Column, Table, Value
from rihai.profile.disclosure import Figures, Key, Release

Given = Value | Key


@dataclass(frozen=True)
class ExportSheet:
    """A title, columns and rows in one language. A cell that is a `Key` is a count of `figures`, printed as released.

    Every count about people goes in as a Key with its Figures: a bare number is for what counts no people.
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Given]]
    note: str = ""
    figures: Figures = field(default_factory=Figures)

    def as_table(self, release: Release | None) -> Table:
        """The table as it leaves: keys replaced by what was released of them. Raises KeyError for an unknown key."""
        return Table(
            self.title, self.columns, [[_printed(one, release) for one in row] for row in self.rows], self.note
        )


def _printed(value: Given, release: Release | None) -> Value:
    if not isinstance(value, Key):
        return value
    if release is None:
        raise KeyError(value)
    return release.printed(value)
