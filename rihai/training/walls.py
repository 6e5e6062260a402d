"""PostgreSQL's second wall around training: who learns, and how, by session and by posting; repeats `reach.py`.

Courses, sessions and trainers name nobody who learns: read by who reads here. Somebody who learns is there for who
keeps training or judges where they are posted, for who wrote them down, and for the sessions of one's own. What
happened in a session is there for that session's people alone; that a course was finished also for who judges where
they are posted.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, may
from rihai.kit.wall import Statements, Wall

READ, KEEP, JUDGE = "training.read", "training.keep", "training.judge"
OPEN = (
    "topic", "rank", "course", "courseversion", "module", "material", "mandatory", "trainer", "qualification",
    "session", "session_trainers", "sessionday",
)  # fmt: skip
"""Tables that name nobody who learns."""

_DEFINED = "LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp"
FUNCTIONS = f"""
CREATE FUNCTION training_everywhere(asked text) RETURNS boolean {_DEFINED} AS $$
    SELECT EXISTS (SELECT 1 FROM rihai_posts() p JOIN rihai_role_capabilities() c ON c.role = p.role
                   WHERE c.capability = asked AND p.everywhere) $$;
CREATE FUNCTION training_places(asked text) RETURNS bigint[] {_DEFINED} AS $$
    SELECT CASE WHEN training_everywhere(asked)
        THEN (SELECT coalesce(array_agg(id), '{{}}') FROM places_place)
        ELSE (SELECT coalesce(array_agg(DISTINCT i.inner_id), '{{}}') FROM rihai_posts() p
              JOIN rihai_role_capabilities() c ON c.role = p.role AND c.capability = asked
              JOIN places_inside i ON i.outer_id = p.outer_id) END $$;
CREATE FUNCTION training_sessions() RETURNS uuid[] {_DEFINED} AS $$
    SELECT coalesce(array_agg(DISTINCT s.id), '{{}}') FROM training_session s
    LEFT JOIN training_courseversion v ON v.id = s.curriculum_id LEFT JOIN training_course k ON k.id = v.course_id
    WHERE rihai_may('{KEEP}') AND (s.kept_by_id = rihai_actor() OR k.kept_by_id = rihai_actor()
        OR EXISTS (SELECT 1 FROM training_session_trainers w JOIN training_trainer t ON t.id = w.trainer_id
                   WHERE w.session_id = s.id AND t.account_id = rihai_actor())) $$;
CREATE FUNCTION training_people() RETURNS uuid[] {_DEFINED} AS $$
    SELECT coalesce(array_agg(DISTINCT t.id), '{{}}') FROM training_trainee t
    WHERE t.place_id = ANY (training_places('{JUDGE}'))
       OR (t.place_id IS NULL AND training_everywhere('{JUDGE}')) $$;
"""  # noqa: S608 - names of ours
FUNCTIONS_GONE = """
DROP FUNCTION training_people(); DROP FUNCTION training_sessions(); DROP FUNCTION training_places(text);
DROP FUNCTION training_everywhere(text);
"""


def of_sessions(column: str = "session_id") -> str:
    """Rows of the sessions whose people the asker is told."""
    return f"{column} = ANY ((SELECT training_sessions())::uuid[])"


def _posted(capability: str) -> str:
    return (
        f"place_id = ANY ((SELECT training_places('{capability}'))::bigint[])"
        f" OR (place_id IS NULL AND (SELECT training_everywhere('{capability}')))"
    )


def _trainee_keeps() -> str:
    """Somebody who learns, for who keeps trainings where they are posted, wrote them down, or has them in a session."""
    seated = f"e.trainee_id = training_trainee.id AND {_mine('e')}"
    enrolled = f"EXISTS (SELECT 1 FROM training_enrolment e WHERE {seated})"  # noqa: S608 - names of ours
    return f"{HOUSE} OR {_posted(KEEP)} OR made_by = {MINE} OR {enrolled}"


def trainee_sees() -> str:
    """The same, and who judges where they are posted."""
    return f"{_trainee_keeps()} OR {_posted(JUDGE)}"


def walls() -> list[Statements]:
    """The functions, then every wall of courses, sessions and certificates."""
    ended = f"enrolment_id IN (SELECT e.id FROM training_enrolment e WHERE {_mine('e')})"  # noqa: S608 - names of ours
    judged = "trainee_id = ANY ((SELECT training_people())::uuid[])"
    finished = "completion_id IN (SELECT id FROM training_completion)"
    return [
        Statements(FUNCTIONS, FUNCTIONS_GONE),
        *(
            Wall(f"training_{one}", sees=f"{HOUSE} OR {may(READ)}", writes=f"{HOUSE} OR {may(KEEP)}")
            for one in OPEN
        ),
        Wall("training_trainee", sees=trainee_sees(), writes=_trainee_keeps()),
        Wall("training_enrolment", sees=f"{HOUSE} OR {of_sessions()}"),
        Wall("training_attendance", sees=f"{HOUSE} OR {of_sessions()}"),
        Wall("training_arrivingrow", sees=f"{HOUSE} OR {of_sessions()}"),
        Wall(
            "training_completion", sees=f"{HOUSE} OR {ended} OR {judged} OR made_by = {MINE}",
            writes=f"{HOUSE} OR {ended} OR (enrolment_id IS NULL AND made_by = {MINE})",
        ),
        Wall("training_reminder", sees=HOUSE),
        Wall("training_certificate", sees=f"{HOUSE} OR {finished}"),
    ]  # fmt: skip


def _mine(alias: str) -> str:
    return of_sessions(f"{alias}.session_id")
