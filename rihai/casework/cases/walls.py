"""PostgreSQL's second wall around cases: a case by its own class, what hangs on it where the case is seen."""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE
from rihai.kit.wall import Wall
from rihai.people.walls import of_person_by_row

_MINE_GIVEN = f"register_id = ANY ((ARRAY(SELECT id FROM casework_register WHERE author_id = {MINE}))::uuid[])"  # noqa: S608


def of_case(table: str, *, column: str = "case_id") -> Wall:
    """The wall of a table whose rows are seen by whoever sees their case: the case's own wall is asked for each row."""
    return Wall(table, sees=_case_seen(table, column))


def walls() -> list[Wall]:
    """One wall a table; an offer of a case is read by whoever it was made to, who does not see the case yet."""
    offers = "casework_handover"
    return [
        of_person_by_row("casework_case"),
        of_person_by_row("casework_intake"),
        of_case("casework_caseevent"),
        Wall("casework_register", sees=f"{HOUSE} OR author_id = {MINE}"),
        Wall("casework_registerrow", sees=f"{HOUSE} OR {_MINE_GIVEN}"),
        Wall(
            offers,
            sees=f"{offers}.to_id = {MINE} OR {_case_seen(offers, 'case_id')}",
            writes=_case_seen(offers, "case_id"),
        ),
    ]


def _case_seen(table: str, column: str) -> str:
    seen = f"seen.id = {table}.{column} OFFSET 0"
    return f"{HOUSE} OR EXISTS (SELECT 1 FROM casework_case seen WHERE {seen})"  # noqa: S608 - names of ours
