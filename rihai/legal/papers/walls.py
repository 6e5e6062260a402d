"""PostgreSQL's second wall around papers: petitions are of class legal, what was shared is seen by who sees the person.

A pack and a link name nobody; whom they hold stands behind the walls of the tables about persons.
"""

from __future__ import annotations

from rihai.kit.classes import DataClass
from rihai.kit.wall import Wall
from rihai.people.walls import of_person

LEGAL = ("legal_petition", "legal_petitionfact", "legal_petitionfile")
PERSONAL = ("legal_packperson", "legal_sharing")


def walls() -> list[Wall]:
    """Every wall of this part of the room."""
    return [
        *(of_person(table, DataClass.LEGAL) for table in LEGAL),
        *(of_person(table, DataClass.PERSONAL) for table in PERSONAL),
    ]
