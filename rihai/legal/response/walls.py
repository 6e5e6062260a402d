"""PostgreSQL's second wall around the response loop: an answer is read by whoever sees what it answers.

Only the house writes: an operation decides first whether the act may be done.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, sees
from rihai.kit.classes import DataClass
from rihai.kit.wall import Wall

BY_CLASS = ("legal_response", "legal_step", "legal_telling", "legal_clockact")
NOTE = "legal_stepnote"


def by_class(table: str) -> Wall:
    """The wall of a table whose rows say their class."""
    personal, health, legal = (
        f"({sees(table, one)})" for one in (DataClass.PERSONAL, DataClass.HEALTH, DataClass.LEGAL)
    )
    seen = (
        f"(data_class = 'personal' AND {personal}) OR (data_class = 'legal' AND {legal})"
        f" OR (data_class = 'health' AND {health} AND (NOT and_legal OR {legal}))"
    )
    return Wall(table, sees=f"{HOUSE} OR {seen}", writes=HOUSE)


def of_notes() -> Wall:
    """Notes are legal matter."""
    return Wall(NOTE, sees=f"{HOUSE} OR {sees(NOTE, DataClass.LEGAL)}", writes=HOUSE)


def walls() -> list[Wall]:
    """Every wall of this part of the room."""
    return [*(by_class(table) for table in BY_CLASS), of_notes()]
