"""The command as a person types it, on a day that stands still."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rihai.cli import main as words

TODAY = date(2026, 11, 22)


def main(arguments: Sequence[str]) -> int:
    """The exit code of `rihai` with these arguments, given on TODAY."""
    return words.main(arguments, TODAY)
