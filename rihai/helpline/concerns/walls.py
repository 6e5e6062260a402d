"""PostgreSQL's second wall around concerns: who holds one and works here today, and the house; nobody else."""

from __future__ import annotations

from rihai.accounts.walls import HOUSE
from rihai.kit.wall import Statements, Wall

_DEFINED = "LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp"
FUNCTIONS = """
CREATE FUNCTION rihai_concerns_held() RETURNS uuid[] DEFINED AS $$
    SELECT coalesce(array_agg(h.concern_id), '{}') FROM helpline_concernholder h
    WHERE h.account_id = rihai_actor() AND h.until IS NULL AND EXISTS (SELECT 1 FROM rihai_posts()) $$
""".replace("DEFINED", _DEFINED)
PARTS = ("about", "barred", "clock", "step", "word")


def _held(column: str) -> str:
    return f"{HOUSE} OR {column} = ANY ((SELECT rihai_concerns_held())::uuid[])"


def walls_of_concerns() -> list[Statements]:
    """The function the walls fetch, then one wall a table; who holds what is the house's to write."""
    return [
        Statements(FUNCTIONS, "DROP FUNCTION rihai_concerns_held()"),
        Wall("helpline_concern", sees=_held("id")),
        Wall("helpline_concernholder", sees=_held("concern_id"), writes=HOUSE),
        *(Wall(f"helpline_concern{part}", sees=_held("concern_id")) for part in PARTS),
    ]
