"""What is kept of results; each part of the room keeps its own."""

from __future__ import annotations

from rihai.results.models.lists import FileState, SameCode, ServedFile, ServiceRow, Verdict
from rihai.results.models.locked import LockedFigure, LockedPeriod, MergedSince, Restatement
from rihai.results.models.projects import Basis, Entry, Grain, Indicator, Method, Project, Unit
from rihai.results.models.samples import Checked, Outcome, Sample

__all__ = [
    "Basis", "Checked", "Entry", "FileState", "Grain", "Indicator", "LockedFigure", "LockedPeriod", "MergedSince",
    "Method", "Outcome", "Project", "Restatement", "SameCode", "Sample", "ServedFile", "ServiceRow", "Unit", "Verdict",
]  # fmt: skip
