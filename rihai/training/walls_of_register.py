"""PostgreSQL's second wall around the register and doors: joined entries follow the one that stands for them.

Whoever judges where somebody is posted is told what they finished under an entry of another posting too: it is theirs.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, may
from rihai.kit.wall import Statements, Wall
from rihai.training.walls import FUNCTIONS, JUDGE, KEEP, of_sessions, trainee_sees

_DEFINED = "LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp"
_BEFORE = FUNCTIONS[FUNCTIONS.index("CREATE FUNCTION training_people()") :].replace("CREATE", "CREATE OR REPLACE", 1)
_PEOPLE = f"""
CREATE OR REPLACE FUNCTION training_people() RETURNS uuid[] {_DEFINED} AS $$
    SELECT coalesce(array_agg(DISTINCT t.id), '{{}}') FROM training_trainee t
    LEFT JOIN training_trainee h ON h.id = t.same_as_id
    WHERE coalesce(h.place_id, t.place_id) = ANY (training_places('{JUDGE}'))
       OR t.place_id = ANY (training_places('{JUDGE}'))
       OR (t.place_id IS NULL AND training_everywhere('{JUDGE}')) $$;
"""  # noqa: S608 - names of ours
_SEES = "DROP POLICY rihai_sees ON training_trainee; CREATE POLICY rihai_sees ON training_trainee FOR SELECT USING"
_ENTRIES = "id = ANY ((SELECT training_people())::uuid[])"
BOTH = "one_id IN (SELECT id FROM training_trainee) AND other_id IN (SELECT id FROM training_trainee)"


def walls_of_register() -> list[Statements]:
    """Who is told of an entry, then the walls of what is new."""
    return [
        Statements(f"{_PEOPLE} {_SEES} ({trainee_sees()} OR {_ENTRIES});", f"{_SEES} ({trainee_sees()}); {_BEFORE}"),
        Wall("training_correction", sees=f"{HOUSE} OR {of_sessions()}"),
        Wall("training_door", sees=f"{HOUSE} OR {of_sessions()}"),
        Wall("training_twins", sees=f"{HOUSE} OR ({may(KEEP)} AND {BOTH})"),
    ]
