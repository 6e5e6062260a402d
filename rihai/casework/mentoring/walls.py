"""PostgreSQL's second wall around mentoring, as `queries.reach` has it.

Volunteers' files belong to whoever coordinates or supervises where they mentor; of herself a volunteer sees her own
row. What is about a person is seen by whoever sees the person; a proposal also by the mentor who has to answer it, and
a concern by coordinators and supervisors alone, never by the mentor it is about. The house writes, once an act decided.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, may, sees
from rihai.kit.wall import Statements, Wall
from rihai.people.walls import of_person_by_row

FUNCTION = """
CREATE FUNCTION rihai_volunteers() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(v.id), '{}') FROM casework_volunteer v
    WHERE (rihai_may('casework.match') OR rihai_may('casework.supervise'))
      AND v.place_id = ANY (rihai_places('personal', false)) $$
"""
OF_VOLUNTEER = (
    "mentorreference", "mentorcheck", "mentordecision", "mentortraining", "mentoragreement", "mentorsupervision",
)  # fmt: skip
OVERSEES = f"({may('casework.match')} OR {may('casework.supervise')})"


def of_volunteer(column: str) -> str:
    """Rows of volunteers whose file the asker keeps."""
    return f"{column} = ANY ((SELECT rihai_volunteers())::uuid[])"


def walls() -> list[Statements]:
    """The function the walls fetch, then one wall a table."""
    match, concern = "casework_mentormatch", "casework_mentorconcern"
    proposed = f"(state = 'proposed' AND mentor_id = {MINE})"
    not_of_me = f"(about_account_id IS NULL OR about_account_id <> {MINE})"
    return [
        Statements(FUNCTION, "DROP FUNCTION rihai_volunteers()"),
        Wall("casework_volunteer", sees=f"{HOUSE} OR {of_volunteer('id')} OR account_id = {MINE}", writes=HOUSE),
        *(
            Wall(f"casework_{table}", sees=f"{HOUSE} OR {of_volunteer('volunteer_id')}", writes=HOUSE)
            for table in OF_VOLUNTEER
        ),
        of_person_by_row("casework_mentoringwish"),
        of_person_by_row("casework_mentormeeting"),
        Wall(match, sees=f"{HOUSE} OR {proposed} OR {sees(match, 'personal')}", writes=HOUSE),
        Wall(concern, sees=f"{HOUSE} OR ({OVERSEES} AND {not_of_me} AND ({sees(concern, 'personal')}))", writes=HOUSE),
    ]
