"""PostgreSQL's second wall around papers: petitions are of class legal, what was shared is seen by who sees the person.

A petition of a matter is its team's: to the wall of the class comes that of the matter.

A pack and a link name nobody; whom they hold stands behind the walls of the tables about persons.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, sees
from rihai.kit.classes import DataClass
from rihai.kit.wall import Statements, Wall
from rihai.legal.matters.walls import of_team
from rihai.people.walls import of_person

LEGAL = ("legal_petition", "legal_petitionfact", "legal_petitionfile")
PERSONAL = ("legal_packperson", "legal_sharing")


def walls() -> list[Wall]:
    """Every wall of this part of the room, as it was first built."""
    return [
        *(of_person(table, DataClass.LEGAL) for table in LEGAL),
        *(of_person(table, DataClass.PERSONAL) for table in PERSONAL),
    ]


def walls_of_matters() -> list[Statements]:
    """The walls of petitions built anew, once their rows say of which matter they are."""
    first = {wall.table: wall for wall in walls()}
    return [step for table in LEGAL for step in (_gone(first[table]), _of_matter(table))]


def _of_matter(table: str) -> Wall:
    ours = f"matter_id IS NULL OR {of_team('matter_id')}"
    return Wall(table, sees=f"{HOUSE} OR (({sees(table, DataClass.LEGAL)}) AND ({ours}))")


def _gone(wall: Wall) -> Statements:
    return Statements(wall.undo, wall.sql)
