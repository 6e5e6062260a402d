"""PostgreSQL's second wall around health: the class health; what those on duty do is personal."""

from __future__ import annotations

from rihai.kit.wall import Wall
from rihai.people.walls import of_person

OF_HEALTH = ("healthneed", "appointment", "healthreferral", "supportplan", "pregnancy", "baby", "dose")
OF_DUTY = ("dutyline", "look")


def walls() -> list[Wall]:
    """Every wall of this part of the room."""
    return [
        *(of_person(f"casework_{table}", "health") for table in OF_HEALTH),
        *(of_person(f"casework_{table}") for table in OF_DUTY),
    ]
