"""PostgreSQL's second wall around people: the same need-to-know as `accounts.queries.sees`, row by row.

The house itself passes every wall here: it matches lists, moves what is merged, projects and screens; operations decide
what it does, and a page never asks as the house. Who sees a person may add a statement of any class (a caseworker
writes down that a woman is pregnant), and reads only the classes their roles have.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, at_my_places, sees
from rihai.kit.classes import OF_PEOPLE
from rihai.kit.wall import Wall

PERSONAL = "personal"


def of_person(table: str, data_class: str = PERSONAL, *, column: str = "person_id") -> Wall:
    """The wall of a table whose rows hold one class of one person."""
    return Wall(table, sees=f"{HOUSE} OR {sees(table, data_class, column=column)}")


def of_person_by_row(table: str) -> Wall:
    """The wall of a table each of whose rows says which class it holds."""
    by_class = " OR ".join(f"(data_class = '{one}' AND ({sees(table, one)}))" for one in OF_PEOPLE)
    return Wall(table, sees=f"{HOUSE} OR {by_class}", adds=f"{HOUSE} OR {sees(table, PERSONAL)}")


def of_pair(table: str, one: str, other: str) -> Wall:
    """The wall of a table about two persons: whoever sees both sees the row."""
    both = f"({sees(table, PERSONAL, column=one)}) AND ({sees(table, PERSONAL, column=other)})"
    return Wall(table, sees=f"{HOUSE} OR ({both})")


def of_people() -> Wall:
    """The wall of the persons themselves; who was merged into another is seen by whoever sees that one.

    A new person may be written where the asker sees people, before anything says where that person is.
    """
    table = "people_person"
    seen = f"{sees(table, PERSONAL, column='id')} OR ({sees(table, PERSONAL, column='merged_into_id')})"
    return Wall(table, sees=f"{HOUSE} OR {seen}", adds=f"{HOUSE} OR {at_my_places('held_at_id', PERSONAL)}")
