"""Inventing a prison: records for the benchmark, and a workbook as ugly as the real ones with the truth beside it."""

from __future__ import annotations

from rihai.census.synth.census import InventedCensus, invent_census, write_census
from rihai.census.synth.pair import InventedPair, TrueChange, invent_pair
from rihai.census.synth.people import invent_records
from rihai.census.synth.sheet import TrueRow

__all__ = [
    "InventedCensus", "InventedPair", "TrueChange", "TrueRow", "invent_census", "invent_pair", "invent_records",
    "write_census",
]  # fmt: skip
