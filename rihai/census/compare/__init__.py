"""Census against census: new, gone, moved, changed, missing, impossible, doubtful, and still here though reached."""

from __future__ import annotations

from rihai.census.compare.change import KINDS, Change, Difference, Kind
from rihai.census.compare.comparison import Comparison, compare
from rihai.census.compare.deciding import to_decide
from rihai.census.compare.report import comparison_blocks
from rihai.census.compare.sheets import comparison_sheets

__all__ = [
    "KINDS", "Change", "Comparison", "Difference", "Kind", "compare", "comparison_blocks", "comparison_sheets",
    "to_decide",
]  # fmt: skip
