"""PostgreSQL's second wall around survivors: the counsellor of the record alone, and the house.

The house passes: it hands records on, moves what is merged, and hears of releases. Who was offered a record, or asked
for one, sees that row and not the record.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, may
from rihai.kit.wall import Statements, Wall

FUNCTION = """
CREATE FUNCTION rihai_survivor_records() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(r.id), '{}') FROM casework_survivorrecord r WHERE r.counsellor_id = rihai_actor() $$
"""
COUNSELS = may("casework.survivors")
OF_RECORD = ("survivorsession", "survivorreferral", "watched", "heard")


def walls() -> list[Statements]:
    """The function the walls fetch, then one wall a table."""
    mine = f"({COUNSELS} AND counsellor_id = {MINE})"
    of_mine = f"({COUNSELS} AND record_id = ANY ((SELECT rihai_survivor_records())::uuid[]))"
    between = f"giver_id = {MINE} OR receiver_id = {MINE}"
    asked = f"asker_id = {MINE} OR second_id = {MINE}"
    return [
        Statements(FUNCTION, "DROP FUNCTION rihai_survivor_records()"),
        Wall("casework_survivorrecord", sees=f"{HOUSE} OR {mine}"),
        *(Wall(f"casework_{table}", sees=f"{HOUSE} OR {of_mine}") for table in OF_RECORD),
        Wall("casework_passing", sees=f"{HOUSE} OR {between}", writes=HOUSE),
        Wall("casework_takingover", sees=f"{HOUSE} OR {asked}", writes=HOUSE),
    ]
