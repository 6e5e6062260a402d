"""The indicators of the founding project, by which a list of services is read out where nobody says others."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).parent / "indicators.csv"


class Indicator(NamedTuple):
    """A figure of people counted once: its code, what it is called in each language, the service (empty: any)."""

    code: str
    en: str
    ur: str
    service: str

    def title(self, language: str) -> str:
        """What it is called."""
        return self.ur if language == "ur" else self.en


@cache
def indicators() -> Sequence[Indicator]:
    """In their order; the first is everybody reached, of which the others are part."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return tuple(Indicator(row["code"], row["en"], row["ur"], row["service"]) for row in csv.DictReader(table))
