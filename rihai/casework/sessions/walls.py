"""PostgreSQL's second wall around sessions: rows about a person by the class they hold, pairs by both persons."""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, sees
from rihai.kit.classes import OF_PEOPLE
from rihai.kit.wall import Wall
from rihai.people.walls import PERSONAL, of_person_by_row

TABLES = ("member", "attendance", "remark", "certificate")


def of_apart() -> Wall:
    """Whoever sees both persons in the class of the row; whoever sees both may write one of any class."""
    table = "casework_apart"
    by_class = " OR ".join(f"(data_class = '{one}' AND ({_both(table, one)}))" for one in OF_PEOPLE)
    return Wall(table, sees=f"{HOUSE} OR {by_class}", adds=f"{HOUSE} OR ({_both(table, PERSONAL)})")


def _both(table: str, data_class: str) -> str:
    return f"({sees(table, data_class, column='one_id')}) AND ({sees(table, data_class, column='other_id')})"


def walls() -> list[Wall]:
    """Every wall of this part of the room."""
    return [*(of_person_by_row(f"casework_{table}") for table in TABLES), of_apart()]
