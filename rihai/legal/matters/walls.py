"""PostgreSQL's second wall around matters: the team alone, as `queries.reach.matters_for` has it.

The house itself passes: it looks for conflicts over all matters, keeps teams, and carries over what is merged.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, may
from rihai.kit.wall import Statements, Wall

FUNCTION = """
CREATE FUNCTION rihai_matters() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT t.matter_id), '{}') FROM legal_teammember t
    WHERE t.account_id = rihai_actor() AND t.started_at <= rihai_at()
      AND (t.ended_at IS NULL OR rihai_at() < t.ended_at)
      AND EXISTS (SELECT 1 FROM rihai_posts() p JOIN rihai_role_classes() c ON c.role = p.role
                  WHERE c.data_class = 'legal') $$
"""
OF_TEAM = (
    "party", "timeentry", "matterfile", "vakalatnama", "paperneeded", "matterhearing", "bailorder", "surety",
    "moneyorder", "payment",
)  # fmt: skip
DECIDES = may("legal.supervise")


def of_team(column: str) -> str:
    """Rows of matters in whose team the asker is."""
    return f"{column} = ANY ((SELECT rihai_matters())::uuid[])"


def walls() -> list[Statements]:
    """The function the walls fetch, then one wall a table."""
    ours = f"{HOUSE} OR {of_team('matter_id')}"
    return [
        Statements(FUNCTION, "DROP FUNCTION rihai_matters()"),
        Wall("legal_matter", sees=f"{HOUSE} OR {of_team('id')}"),
        *(Wall(f"legal_{table}", sees=ours) for table in OF_TEAM),
        Wall("legal_teammember", sees=ours, writes=HOUSE),
        Wall("legal_partykey", sees=HOUSE),
        Wall("legal_conflictcheck", sees=f"{ours} OR {DECIDES}", writes=f"{HOUSE} OR {DECIDES}"),
        Wall("legal_conflicthit", sees=f"{HOUSE} OR {DECIDES}", writes=HOUSE),
        Wall("legal_publicfacts", sees="true", writes=ours),
        Wall("legal_calendarfeed", sees=f"account_id = {MINE} OR {HOUSE}"),
    ]
