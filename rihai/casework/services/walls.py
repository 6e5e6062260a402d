"""PostgreSQL's second wall around services: each row says which class it holds. Directories name nobody."""

from __future__ import annotations

from rihai.kit.wall import Wall
from rihai.people.walls import of_person_by_row

TABLES = ("enrolment", "stageentry", "referral", "jobplacement", "materialhelp")


def walls() -> list[Wall]:
    """Every wall of this part of the room."""
    return [of_person_by_row(f"casework_{table}") for table in TABLES]
