"""PostgreSQL's second wall around release plans, follow-ups and the family."""

from __future__ import annotations

from rihai.kit.wall import Wall
from rihai.people.walls import of_person, of_person_by_row

OF_PERSON = (
    "releaseplan", "planpoint", "maybetold", "handovermeeting", "followup", "officerday", "familytie",
    "childoutside", "familycontact",
)  # fmt: skip


def walls() -> list[Wall]:
    """Every wall of this part; words of health are read by those of health alone."""
    return [*(of_person(f"casework_{table}") for table in OF_PERSON), of_person_by_row("casework_careword")]
