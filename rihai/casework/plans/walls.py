"""PostgreSQL's second wall around plans: every row says its class, and is read by whoever sees that class of her."""

from __future__ import annotations

from rihai.kit.wall import Wall
from rihai.people.walls import of_person_by_row

TABLES = (
    "assessment", "assessed", "firstdays", "firstdayshealth", "atonce", "plan", "need", "goal", "step", "planreview",
    "planchange", "planpaper",
)  # fmt: skip


def walls() -> list[Wall]:
    """Every wall of this part of the room."""
    return [of_person_by_row(f"casework_{table}") for table in TABLES]
