"""Programmes as data files: adding one is one file in `catalogue/`; see `docs/how-to/run-a-case.md`."""

from __future__ import annotations

from rihai.casework.cases.programmes.load import (
    CATALOGUE,
    ProgrammeInvalid,
    known_programmes,
    load_programmes,
    programme_of,
    programmes,
    read_programme,
)
from rihai.casework.cases.programmes.programme import Programme, Rule, Stage

__all__ = [
    "CATALOGUE", "Programme", "ProgrammeInvalid", "Rule", "Stage", "known_programmes", "load_programmes",
    "programme_of", "programmes", "read_programme",
]  # fmt: skip
