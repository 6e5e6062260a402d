"""PostgreSQL's second wall around censuses: rows that are not yet people are their author's, then the people's filter.

What is known of a census as a whole is seen where its prison is worked at. Its rows and changes hold persons' data:
until it is taken in, only who uploaded the file sees them (and the house, which reads and compares); afterwards a row
is seen by whoever sees the person it became, and a row that became nobody by its author still.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, at_my_places, sees
from rihai.kit.wall import Wall
from rihai.people.walls import PERSONAL

_ALL_MINE = f"(ARRAY(SELECT id FROM people_census WHERE author_id = {MINE}))::uuid[]"  # noqa: S608 - our own texts
_NO_PEOPLE_YET = "state NOT IN ('taken_in', 'undoing')"
_OPEN_MINE = f"(ARRAY(SELECT id FROM people_census WHERE author_id = {MINE} AND {_NO_PEOPLE_YET}))::uuid[]"  # noqa: S608
_AT_MY_PLACES = "(ARRAY(SELECT id FROM people_census))::uuid[]"


def of_censuses() -> Wall:
    """The censuses themselves: where their prison is worked at."""
    return Wall("people_census", sees=f"{HOUSE} OR {at_my_places('place_id', PERSONAL)}")


def of_calendar(table: str) -> Wall:
    """How often lists are expected, and each that is, of the prisons worked at."""
    return Wall(table, sees=f"{HOUSE} OR {at_my_places('place_id', PERSONAL)}")


def of_layouts() -> Wall:
    """What headings mean, of the prisons worked at."""
    return Wall("people_censuslayout", sees=f"{HOUSE} OR {at_my_places('place_id', PERSONAL)}")


def of_part(table: str) -> Wall:
    """What belongs to a census and names nobody: seen with it."""
    return Wall(table, sees=f"{HOUSE} OR census_id = ANY ({_AT_MY_PLACES})")


def of_rows() -> Wall:
    """The rows."""
    table = "people_sourcerow"
    seen = sees(table, PERSONAL)
    return Wall(
        table,
        sees=(
            f"{HOUSE} OR census_id = ANY ({_OPEN_MINE}) OR (person_id IS NULL AND census_id = ANY ({_ALL_MINE}))"
            f" OR (person_id IS NOT NULL AND ({seen}))"
        ),
    )


def of_changes() -> Wall:
    """What changes for people we know: only for whoever sees them."""
    table = "people_censuschange"
    return Wall(table, sees=f"{HOUSE} OR (census_id = ANY ({_AT_MY_PLACES}) AND ({sees(table, PERSONAL)}))")
