"""PostgreSQL's second wall around preparedness, which names nobody who is held: read and written by who works on it.

Of which places each of them reads and writes is decided by `reach.py`.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, may
from rihai.kit.wall import Wall
from rihai.preparedness.reach import ACT, APPROVE, KEEP, READ


def wall(table: str, *writes: str) -> Wall:
    """The wall of a table: read by who reads here, written by who has one of these capabilities, and by the house."""
    return Wall(
        f"preparedness_{table}", sees=f"{HOUSE} OR {may(READ)}",
        writes=" OR ".join([HOUSE, *(may(one) for one in writes or (KEEP, APPROVE))]),
    )  # fmt: skip


KEPT = (
    "postholder", "procedure", "procedureversion", "contingencyplan", "planversion", "planrole", "planstep",
    "planentry", "drillrule", "drill", "drilltime",
)  # fmt: skip


def walls_of_procedures() -> list[Wall]:
    """The walls of procedures, plans, drills and what is to be mended.

    Whoever reads a procedure acknowledges it for a post; whoever acts writes how a drill went and what was mended.
    """
    kept = [wall(table, KEEP, APPROVE, *((ACT,) if table.startswith("drill") else ())) for table in KEPT]
    return [*kept, wall("acknowledgement", READ), wall("afteraction", KEEP, APPROVE, ACT)]


def walls_of_what_leaves() -> list[Wall]:
    """The walls of links to posts without an account, which those see who give them, and of records taken out."""
    give = " OR ".join([HOUSE, may(KEEP), may(ACT)])
    return [Wall("preparedness_postlink", sees=give, writes=give), wall("taking", READ)]
