"""Statements and records as plain values: a record cut by class, statements believed, and where they differ."""

from __future__ import annotations

from rihai.people.record.belief import Belief, believed, record_from
from rihai.people.record.differences import Differs, differences
from rihai.people.record.paths import Path, path_text, read_path
from rihai.people.record.said import Said
from rihai.people.record.slices import IDENTIFYING, Slice, UnknownFact, class_of, slices_of

__all__ = [
    "IDENTIFYING", "Belief", "Differs", "Path", "Said", "Slice", "UnknownFact", "believed", "class_of", "differences",
    "path_text", "read_path", "record_from", "slices_of",
]  # fmt: skip
