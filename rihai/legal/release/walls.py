"""PostgreSQL's second wall around releases, what is kept of days held, and what people were told."""

from __future__ import annotations

from rihai.kit.wall import Wall
from rihai.people.walls import of_person
from rihai.screening.walls import by_class

OF_PERSON = ("release", "dayskept", "slip")
BY_CLASS = ("reachkept", "unlawfuldetention")


def walls() -> list[Wall]:
    """Every wall of this part of the room; rows of a class are written by the house, after an act decided."""
    return [
        *(of_person(f"legal_{table}") for table in OF_PERSON),
        *(by_class(f"legal_{table}") for table in BY_CLASS),
    ]
