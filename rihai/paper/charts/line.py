"""A figure over time: joined by lines, or as steps where it holds until it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from rihai.paper import inks
from rihai.paper.charts.drawing import Drawing
from rihai.paper.table import Absent, Amount, Column, Table, cell_text, short_day

TOP, HEIGHT, BASE = 24, 130, 22
KEY = 18
"""The height of a line of the key."""
DASHES = ("6 4", "2 3")
SIDE = 6
"""Per cent of the width kept free on both sides, for the figures of the first and the last day."""


class Point(NamedTuple):
    """The figure on a day."""

    day: date
    amount: Amount


class Beside(NamedTuple):
    """Another line, drawn dashed and named under the chart: a path that was set, a line laid ahead."""

    title: str
    points: Sequence[Point]
    is_step: bool = False


@dataclass(frozen=True)
class LineChart:
    """Points on a scale of time, from a base of nought; a day without figure leaves a gap, never a slope over it.

    `norm` is drawn as a line across, with its figure: what a standard asks for, which `says` names. The scale of time
    reaches as far as the lines `beside` it do.
    """

    title: str
    says: str
    day_title: str
    amount_title: str
    points: Sequence[Point]
    is_step: bool = False
    norm: float | None = None
    beside: Sequence[Beside] = ()

    def as_svg(self, language: str, *, width: int | None = None, key: str = "chart") -> str:
        """The drawing; figures stand at the first, the highest and the last point. Time runs as the language reads."""
        drawing = Drawing(language, title=self.title, says=self.says, key=key)
        drawing.line(0, TOP + HEIGHT, 100, TOP + HEIGHT)
        self._draw_norm(drawing)
        self._draw_beside(drawing)
        points = [(point, self._place(point)) for point in self.points]
        before: tuple[float, float] | None = None
        for _, place in points:
            if before and place:
                self._join(drawing, before, place)
            before = place
        self._mark(drawing, points)
        return drawing.as_svg(TOP + HEIGHT + BASE + KEY * len(self.beside), width)

    def _place(self, point: Point) -> tuple[float, float] | None:
        if isinstance(point.amount, Absent):
            return None
        first, last = self._days
        share = (point.day - first).days / max((last - first).days, 1)
        return SIDE + (100 - 2 * SIDE) * share, TOP + HEIGHT * (1 - point.amount / self._highest())

    @property
    def _days(self) -> tuple[date, date]:
        """The first and the last day of everything that is drawn."""
        days = [point.day for points in (self.points, *(one.points for one in self.beside)) for point in points]
        return min(days), max(days)

    def _highest(self) -> float:
        lines = (self.points, *(one.points for one in self.beside))
        known = [point.amount for points in lines for point in points if not isinstance(point.amount, Absent)]
        return max([*known, self.norm or 0], default=0) or 1

    def _draw_norm(self, drawing: Drawing) -> None:
        if self.norm is not None:
            y = TOP + HEIGHT * (1 - self.norm / self._highest())
            drawing.line(0, y, 100, y, inks.STOP, 1.5)
            drawing.text(50, y - 5, cell_text(self.norm, "number", drawing.language), anchor="middle", ink=inks.STOP)

    def _draw_beside(self, drawing: Drawing) -> None:
        """The dashed lines, each with another length of dash, and their names in a key below."""
        for number, one in enumerate(self.beside):
            dash, y = DASHES[number % len(DASHES)], TOP + HEIGHT + BASE + KEY * number
            places = [place for point in one.points if (place := self._place(point))]
            for before, place in pairwise(places):
                turns = [before, (place[0], before[1]), place] if one.is_step else [before, place]
                for start, end in pairwise(turns):
                    drawing.line(*start, *end, inks.INK_2, 1.5, dash)
            drawing.line(0, y + 9, 6, y + 9, inks.INK_2, 1.5, dash)
            drawing.text(7, y + 13, one.title, shift=4)

    def _join(self, drawing: Drawing, before: tuple[float, float], place: tuple[float, float]) -> None:
        if self.is_step:
            drawing.line(*before, place[0], before[1], inks.ACCENT, 2)
            drawing.line(place[0], before[1], *place, inks.ACCENT, 2)
        else:
            drawing.line(*before, *place, inks.ACCENT, 2)

    def _mark(self, drawing: Drawing, points: Sequence[tuple[Point, tuple[float, float] | None]]) -> None:
        known = [(point, place) for point, place in points if place]
        if not known:
            return
        for _, (x, y) in known:
            drawing.dot(x, y, 2.5)
        shown = {0, len(known) - 1, min(range(len(known)), key=lambda index: known[index][1][1])}
        for index in sorted(shown):
            point, (x, y) = known[index]
            is_last = index == len(known) - 1
            figure = cell_text(point.amount, "number", drawing.language)
            drawing.text(x, y - 8, figure, anchor="middle", is_strong=is_last, ink=inks.INK if is_last else inks.INK_2)
        first, last = self._days
        drawing.text(0, TOP + HEIGHT + 17, short_day(first, drawing.language))
        drawing.text(100, TOP + HEIGHT + 17, short_day(last, drawing.language), anchor="end")

    def as_table(self) -> Table:
        """The same figures as a table."""
        columns = (Column(self.day_title, "date", 13), Column(self.amount_title, "number", 12))
        return Table(self.title, columns, tuple((point.day, point.amount) for point in self.points))
