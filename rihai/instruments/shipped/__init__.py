"""The forms that come with the house: one readable source file each, built into an .xlsx anybody can change."""

from __future__ import annotations

from pathlib import Path

from rihai.instruments.shipped.building import build, rows_of

FORMS = Path(__file__).parent / "forms"


def shipped() -> list[Path]:
    """The source files, by name."""
    return sorted(FORMS.glob("*.yaml"))


__all__ = ["FORMS", "build", "rows_of", "shipped"]
