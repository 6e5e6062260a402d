"""Stacked bars: how a whole divides, with every part named, counted and patterned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import NamedTuple

from rihai.paper.charts.bars import LABEL_LETTERS, LINE, UNDER
from rihai.paper.charts.drawing import FILLS, Drawing, Fill
from rihai.paper.table import Absent, Amount, Column, Table, cell_text

BAR = 18
OUTCOME_FILLS: dict[str, Fill] = {
    "met": "go",
    "arguable": "weigh",
    "cannot_tell": "dots",
    "not_yet": "wait",
    "not_met": "soft",
    "not_applicable": "open",
}
"""How the outcomes of a provision are filled; the inks of their states, in patterns that grey keeps apart."""


class Part(NamedTuple):
    """One bar of a stacked chart: what it stands for, and an amount for each part."""

    label: str
    amounts: Sequence[Amount]


@dataclass(frozen=True)
class StackedChart:
    """Bars of equal length (each its own whole), divided into the same parts, with a key beneath.

    Parts take their patterns from `fills`, by order; OUTCOME_FILLS has those of the outcomes of the law. Where a part
    of a bar is withheld or not counted, the bar is drawn hatched as a whole: its shares would tell what is
    withheld.
    """

    title: str
    says: str
    label_title: str
    part_titles: Sequence[str]
    bars: Sequence[Part]
    fills: Sequence[Fill] = FILLS

    def __post_init__(self) -> None:
        """Raises ValueError for more parts than there are patterns, or a bar without an amount for each part."""
        if len(self.part_titles) > len(self.fills):
            raise ValueError(f"{self.title!r} has more than {len(self.fills)} parts")
        if any(len(bar.amounts) != len(self.part_titles) for bar in self.bars):
            raise ValueError(f"A bar of {self.title!r} has not one amount for each part")

    def as_svg(self, language: str, *, width: int | None = None, key: str = "chart") -> str:
        """The drawing; a single bar has its figures in the key, several have them in the table only."""
        drawing = Drawing(language, title=self.title, says=self.says, key=key)
        y = 0
        for bar in self.bars:
            for line in wrap(bar.label, LABEL_LETTERS):
                drawing.text(0, y + 14, line)
                y += LINE
            y += UNDER
            self._draw(drawing, bar, y)
            y += BAR + 10
        for index, title in enumerate(self.part_titles):
            y = self._draw_key(drawing, index, title, y)
        return drawing.as_svg(y + 2, width)

    def _draw(self, drawing: Drawing, bar: Part, y: int) -> None:
        amounts = [amount for amount in bar.amounts if not isinstance(amount, Absent)]
        total = sum(amounts)
        if len(amounts) < len(bar.amounts):
            drawing.rect(0, y, 100, BAR, "withheld")
            return
        x = 0.0
        for fill, amount in zip(self.fills, amounts, strict=False):
            if amount > 0:
                share = 100 * amount / total
                drawing.rect(x, y, share, BAR, fill)
                x += share

    def _draw_key(self, drawing: Drawing, index: int, title: str, y: int) -> int:
        drawing.swatch(y + 3, self.fills[index])
        if len(self.bars) == 1:
            figure = cell_text(self.bars[0].amounts[index], "number", drawing.language)
            drawing.text(100, y + 14, figure, anchor="end")
        for line in wrap(title, LABEL_LETTERS):
            drawing.text(0, y + 14, line, shift=20)
            y += LINE
        return y + 2

    def as_table(self) -> Table:
        """The same figures as a table: one bar has its parts under one another, several have them side by side."""
        if len(self.bars) == 1:
            heads = (Column(self.label_title, "text", 30), Column(self.bars[0].label, "number", 12))
            return Table(self.title, heads, tuple(zip(self.part_titles, self.bars[0].amounts, strict=True)))
        columns = (Column(self.label_title, "text", 30), *(Column(title, "number", 12) for title in self.part_titles))
        return Table(self.title, columns, tuple((bar.label, *bar.amounts) for bar in self.bars))
