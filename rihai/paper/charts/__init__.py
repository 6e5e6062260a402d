"""Charts drawn on the server as SVG, each with the sentence it says and the table of its figures."""

from __future__ import annotations

from rihai.paper.charts.bars import BarChart
from rihai.paper.charts.custody import CustodyBar
from rihai.paper.charts.line import LineChart, Point
from rihai.paper.charts.stacked import Part, StackedChart

__all__ = ["BarChart", "CustodyBar", "LineChart", "Part", "Point", "StackedChart"]
