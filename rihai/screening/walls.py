"""PostgreSQL's second wall around what the law says of people: a row is read by whoever has its class."""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, at_my_places, sees
from rihai.kit.classes import DataClass
from rihai.kit.wall import Wall

BY_CLASS = ("finding", "gap", "atrisk")
PERSONAL = ("screened", "veiled", "stale")


def by_class(table: str) -> Wall:
    """The wall of a table whose rows say their class; only the house writes there."""
    personal, health, legal = (
        f"({sees(table, one)})" for one in (DataClass.PERSONAL, DataClass.HEALTH, DataClass.LEGAL)
    )
    seen = (
        f"(data_class = 'personal' AND {personal}) OR (data_class = 'legal' AND {legal})"
        f" OR (data_class = 'health' AND {health} AND (NOT and_legal OR {legal}))"
    )
    return Wall(table, sees=f"{HOUSE} OR {seen}", writes=HOUSE)


def of_sums(table: str) -> Wall:
    """The wall of a table of sums: a row is read where one of the classes it counts is seen; only the house writes."""
    personal, health, legal = (
        at_my_places("place_id", one) for one in (DataClass.PERSONAL, DataClass.HEALTH, DataClass.LEGAL)
    )
    seen = (
        f"((mask & 1) <> 0 AND {personal}) OR ((mask & 2) <> 0 AND {legal}) OR ((mask & 4) <> 0 AND {health})"
        f" OR ((mask & 8) <> 0 AND {health} AND {legal})"
    )
    return Wall(table, sees=f"{HOUSE} OR {seen}", writes=HOUSE)


def _personal(table: str) -> Wall:
    """The wall of a table read by whoever sees the person."""
    return Wall(table, sees=f"{HOUSE} OR {sees(table, DataClass.PERSONAL)}", writes=HOUSE)


def walls() -> list[Wall]:
    """Every wall of the room."""
    return [
        *(by_class(f"screening_{table}") for table in BY_CLASS),
        *(_personal(f"screening_{table}") for table in PERSONAL),
    ]
