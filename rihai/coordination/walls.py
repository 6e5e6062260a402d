"""PostgreSQL's second wall around committees: read by who reads here, written by who keeps them; lines by their person.

Which committees each of them sees is decided by `reach.py`. Members who are partners and those who come by a link read
nothing of it themselves: the house reads their copy for them, once it is sure of them.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, may, sees
from rihai.kit.classes import OF_PEOPLE
from rihai.kit.wall import Wall

PLAIN = ("body", "post", "holder", "meeting", "moved", "attendance", "papers", "papercopy", "copylink")
OF_PERSONS = ("agendaitem", "decision", "action", "actionanswer")
READS, KEEPS = may("coordination.read"), may("coordination.keep")


def walls_of_bodies() -> list[Wall]:
    """The walls of committees, their meetings, agendas, papers and decisions."""
    plain = [Wall(f"coordination_{one}", sees=f"{HOUSE} OR {READS}", writes=f"{HOUSE} OR {KEEPS}") for one in PLAIN]
    return [*plain, *(_of_person(f"coordination_{one}") for one in OF_PERSONS)]


def _of_person(table: str) -> Wall:
    """A row about nobody for who reads here; about a person, for those of them who see that person in its class."""
    by_class = " OR ".join(f"(data_class = '{one}' AND ({sees(table, one)}))" for one in OF_PEOPLE)
    whose = f"(person_id IS NULL OR {by_class})"
    return Wall(
        table, sees=f"{HOUSE} OR ({READS} AND {whose})", writes=f"{HOUSE} OR ({KEEPS} AND {whose})",
        adds=f"{HOUSE} OR ({KEEPS} AND (person_id IS NULL OR {sees(table, 'personal')}))",
    )  # fmt: skip
