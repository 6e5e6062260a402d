"""Reading what a prison sent: from sheets of cells to rows with facts, problems and verdicts."""

from __future__ import annotations

from rihai.census.read.file import read_census, read_sheets

__all__ = ["read_census", "read_sheets"]
