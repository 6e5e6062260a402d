"""Charts drawn on the server as SVG, each with the sentence it says and the table of its figures."""

from __future__ import annotations

from rihai.paper.charts.bars import BarChart
from rihai.paper.charts.custody import CustodyBar
from rihai.paper.charts.line import Beside, LineChart, Point
from rihai.paper.charts.stacked import OUTCOME_FILLS, Part, StackedChart

__all__ = ["OUTCOME_FILLS", "BarChart", "Beside", "CustodyBar", "LineChart", "Part", "Point", "StackedChart"]
