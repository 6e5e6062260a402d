"""The table of the Pakistani pack, read once, and a small table of our own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import rihai
from rihai.days import Span, read_date
from rihai.offences import OffenceTable
from rihai.offences.row import COLUMNS

PAKISTAN = Path(rihai.__file__).parent / "law" / "packs" / "pakistan" / "offences.csv"


@cache
def pakistan() -> OffenceTable:
    return OffenceTable.read(PAKISTAN)


def day(text: str) -> Span:
    span = read_date(text)
    assert span
    return span


def line(**cells: str) -> str:
    """One line of a table: a section of an invented Act, with what is named laid over it."""
    usual = {
        "act": "PPC",
        "section": "900",
        "title_en": "Invented",
        "title_ur": "فرضی",
        "bailable": "yes",
        "max_kind": "years",
        "max_months": "24",
        "group": "other",
        "status": "in_force",
        "source": "invented",
        "confidence": "high",
    }
    named = usual | {name.rstrip("_"): text for name, text in cells.items()}
    return ",".join(named.get(column, "") for column in COLUMNS)


def text_of(*lines: str) -> str:
    return "\n".join([",".join(COLUMNS), *lines]) + "\n"


def table_of(*lines: str) -> OffenceTable:
    return OffenceTable.read(text_of(*lines))
