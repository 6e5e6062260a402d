"""PostgreSQL's second wall around tests, levels, academies, cascades and lists from elsewhere.

Codes and names of tests never meet before one pair of eyes: whoever teaches a session, or types its tests in, sees
codes and answers; whoever keeps the session and does not teach it sees whose the codes are, and no answer.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, may
from rihai.kit.wall import Statements, Wall
from rihai.training.walls import KEEP, READ, of_sessions

OPEN = ("sessiontest", "figure", "academy", "waystep", "trainedin")
"""Tables that name nobody who learns."""

_DEFINED = "LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp"
FUNCTION = f"""
CREATE FUNCTION training_codes() RETURNS uuid[] {_DEFINED} AS $$
    SELECT coalesce(array_agg(DISTINCT s.id), '{{}}') FROM training_session s
    LEFT JOIN training_courseversion v ON v.id = s.curriculum_id LEFT JOIN training_course k ON k.id = v.course_id
    WHERE rihai_may('{KEEP}') AND (s.kept_by_id = rihai_actor() OR k.kept_by_id = rihai_actor())
      AND NOT EXISTS (SELECT 1 FROM training_session_trainers w JOIN training_trainer t ON t.id = w.trainer_id
                      WHERE w.session_id = s.id AND t.account_id = rihai_actor()) $$;
"""  # noqa: S608 - names of ours
FUNCTION_GONE = "DROP FUNCTION training_codes();"
_SEES_SHEETS = "DROP POLICY rihai_sees ON training_reaction; CREATE POLICY rihai_sees ON training_reaction FOR SELECT"
SHEETS = f"{_SEES_SHEETS} USING ({HOUSE})"
"""Sheets of satisfaction are read by the house alone, which tells nothing of fewer than five; added with marks."""
SHEETS_BEFORE = f"{_SEES_SHEETS} USING ({HOUSE} OR {may(READ)})"
HOLDS_CODES = "session_id = ANY ((SELECT training_codes())::uuid[])"


def walls_of_learning() -> list[Statements]:
    """The function, then every wall."""
    judged = "trainee_id = ANY ((SELECT training_people())::uuid[])"
    own = f"by_id = {MINE}"
    under = f"completion_id IN (SELECT id FROM training_completion WHERE {judged})"  # noqa: S608 - names of ours
    line = "list_id IN (SELECT id FROM training_finishedlist)"
    return [
        Statements(FUNCTION, FUNCTION_GONE),
        *(Wall(f"training_{one}", sees=f"{HOUSE} OR {may(READ)}", writes=f"{HOUSE} OR {may(KEEP)}") for one in OPEN),
        Wall("training_testcode", sees=f"{HOUSE} OR {of_sessions()}"),
        Wall("training_codeholder", sees=f"{HOUSE} OR {HOLDS_CODES}", writes=HOUSE),
        Wall("training_sitting", sees=f"{HOUSE} OR ({of_sessions()} AND NOT {HOLDS_CODES})"),
        Wall("training_reaction", sees=f"{HOUSE} OR {may(READ)}", writes=f"{HOUSE} OR {of_sessions()}"),
        Wall("training_judgement", sees=f"{HOUSE} OR {own} OR {under}", adds=f"{HOUSE} OR ({own} AND {under})"),
        Wall("training_finishedlist", sees=f"{HOUSE} OR {own}"),
        Wall("training_finishedline", sees=f"{HOUSE} OR {line}"),
    ]  # fmt: skip
