"""PostgreSQL's second wall around the response loop: an answer is read by whoever sees what it answers."""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, may, sees
from rihai.kit.classes import DataClass
from rihai.kit.wall import Wall

BY_CLASS = ("legal_response", "legal_step", "legal_telling", "legal_clockact")
NOTE = "legal_stepnote"
WRITES = f"({may('legal.respond')} OR {may('legal.supervise')})"


def by_class(table: str) -> Wall:
    """Rows that say their class; written by whoever sees them and may respond."""
    personal, health, legal = (
        f"({sees(table, one)})" for one in (DataClass.PERSONAL, DataClass.HEALTH, DataClass.LEGAL)
    )
    seen = (
        f"(data_class = 'personal' AND {personal}) OR (data_class = 'legal' AND {legal})"
        f" OR (data_class = 'health' AND {health} AND (NOT and_legal OR {legal}))"
    )
    return Wall(table, sees=f"{HOUSE} OR {seen}", writes=f"{HOUSE} OR ({WRITES} AND ({seen}))")


def of_notes() -> Wall:
    """Notes are legal matter; who sees the person may add one and reads none without that class."""
    legal, personal = f"({sees(NOTE, DataClass.LEGAL)})", f"({sees(NOTE, DataClass.PERSONAL)})"
    return Wall(
        NOTE,
        sees=f"{HOUSE} OR {legal}",
        writes=HOUSE,
        adds=f"{HOUSE} OR ({WRITES} AND {personal})",
    )


def walls() -> list[Wall]:
    """Every wall of this part of the room."""
    return [*(by_class(table) for table in BY_CLASS), of_notes()]
