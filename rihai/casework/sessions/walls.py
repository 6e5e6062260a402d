"""PostgreSQL's second wall around sessions: rows about a person by the class they hold, pairs by both persons."""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, sees
from rihai.kit.classes import OF_PEOPLE
from rihai.kit.wall import Wall
from rihai.people.walls import PERSONAL, of_person_by_row

TABLES = ("member", "attendance", "remark", "certificate")


def of_apart() -> Wall:
    """Whoever sees both persons, and one of them in the class of the row; who sees both may write one of any class."""
    table = "casework_apart"
    both = f"({_of(table, PERSONAL, 'one_id')}) AND ({_of(table, PERSONAL, 'other_id')})"
    by_class = " OR ".join(
        f"(data_class = '{one}' AND (({_of(table, one, 'one_id')}) OR ({_of(table, one, 'other_id')})))"
        for one in OF_PEOPLE
    )
    return Wall(table, sees=f"{HOUSE} OR ({both} AND ({by_class}))", adds=f"{HOUSE} OR ({both})")


def _of(table: str, data_class: str, column: str) -> str:
    return sees(table, data_class, column=column)


def walls() -> list[Wall]:
    """Every wall of this part of the room."""
    return [*(of_person_by_row(f"casework_{table}") for table in TABLES), of_apart()]
