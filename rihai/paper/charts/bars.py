"""Horizontal bars: how many of each, from a base of nought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from rihai.paper.charts.drawing import Drawing
from rihai.paper.table import SUPPRESSED, Absent, Bar, Column, Kind, Table, cell_text

LINE, BAR, GAP = 19, 12, 12
UNDER = 5
"""Pixels between a label and its bar, for letters that hang below their line."""
LABEL_LETTERS = 44
"""Letters of a label on one line: what a telephone 375 pixels wide shows beside a figure."""


@dataclass(frozen=True)
class BarChart:
    """One bar a line, its label and figure above it; marked bars are dark where there are any, else all are.

    `label_title` and `amount_title` head the table; `kind` is "percent" for fractions of one.
    """

    title: str
    says: str
    label_title: str
    amount_title: str
    bars: Sequence[Bar]
    kind: Kind = "number"

    def as_svg(self, language: str, *, width: int | None = None, key: str = "chart") -> str:
        """The drawing. A withheld figure is hatched over the full width, so that its length tells nothing."""
        drawing = Drawing(language, title=self.title, says=self.says, key=key)
        longest = max((bar.amount for bar in self.bars if not isinstance(bar.amount, Absent)), default=0) or 1
        any_marked = any(bar.is_marked for bar in self.bars)
        y = 0
        for bar in self.bars:
            y = self._draw(drawing, bar, y, longest, is_dark=bar.is_marked or not any_marked)
        return drawing.as_svg(max(y - GAP, LINE) + 2, width)

    def _draw(self, drawing: Drawing, bar: Bar, y: int, longest: float, *, is_dark: bool) -> int:
        figure = cell_text(bar.amount, self.kind, drawing.language)
        drawing.text(100, y + 14, figure, anchor="end", is_strong=bar.is_marked)
        for line in wrap(bar.label, LABEL_LETTERS) or [""]:
            drawing.text(0, y + 14, line, is_strong=bar.is_marked)
            y += LINE
        y += UNDER
        if bar.amount is SUPPRESSED:
            drawing.rect(0, y, 100, BAR, "withheld")
        elif not isinstance(bar.amount, Absent) and bar.amount > 0:
            drawing.rect(0, y, 100 * bar.amount / longest, BAR, "accent" if is_dark else "soft")
        drawing.line(0, y, 0, y + BAR)
        return y + BAR + GAP

    def as_table(self) -> Table:
        """The same figures as a table."""
        columns = (Column(self.label_title, "text", 30), Column(self.amount_title, self.kind, 12))
        return Table(self.title, columns, tuple((bar.label, bar.amount) for bar in self.bars))
