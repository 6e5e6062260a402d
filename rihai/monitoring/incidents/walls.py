"""PostgreSQL's second wall around incidents: their team, and of what is not sealed whoever oversees; nobody else.

Who is said to have done it, who said so, what rests on consent, evidence and examinations are for the team alone, of
every incident. Whether an actor's postings cover the place is decided in `queries`.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, may, sees
from rihai.kit.wall import Statements, Wall

_DEFINED = "LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp"
FUNCTIONS = """
CREATE FUNCTION rihai_incidents_kept() RETURNS uuid[] DEFINED AS $$
    SELECT coalesce(array_agg(m.incident_id), '{}') FROM monitoring_incidentmember m
    WHERE m.account_id = rihai_actor() AND m.until IS NULL $$;
CREATE FUNCTION rihai_incidents_plain() RETURNS uuid[] DEFINED AS $$
    SELECT coalesce(array_agg(i.id), '{}') FROM monitoring_incident i
    WHERE NOT i.is_sealed AND rihai_may('monitoring.incidents') $$;
CREATE FUNCTION rihai_evidence_kept() RETURNS uuid[] DEFINED AS $$
    SELECT coalesce(array_agg(e.id), '{}') FROM monitoring_evidenceitem e
    JOIN monitoring_incidentmember m ON m.incident_id = e.incident_id
    WHERE m.account_id = rihai_actor() AND m.until IS NULL $$;
CREATE FUNCTION rihai_examinations_kept() RETURNS uuid[] DEFINED AS $$
    SELECT coalesce(array_agg(x.id), '{}') FROM monitoring_examination x
    JOIN monitoring_incidentmember m ON m.incident_id = x.incident_id
    WHERE m.account_id = rihai_actor() AND m.until IS NULL $$
""".replace("DEFINED", _DEFINED)
ERASED = """
CREATE FUNCTION rihai_evidence_erased() RETURNS uuid[] DEFINED AS $$
    SELECT coalesce(array_agg(e.id), '{}') FROM monitoring_evidenceitem e
    JOIN monitoring_incident i ON i.id = e.incident_id WHERE i.state = 'erased' $$
""".replace("DEFINED", _DEFINED)
GONE = """
DROP FUNCTION rihai_examinations_kept(); DROP FUNCTION rihai_evidence_kept(); DROP FUNCTION rihai_incidents_plain();
DROP FUNCTION rihai_incidents_kept()
"""
TEAM_ALONE = (
    "violationact", "allegedperpetrator", "incidentsource", "incidentconsent", "intervention", "evidenceitem",
    "examination",
)  # fmt: skip


def _kept(column: str) -> str:
    return f"({may('monitoring.report')} AND {column} = ANY ((SELECT rihai_incidents_kept())::uuid[]))"


def _plain(column: str) -> str:
    return f"{column} = ANY ((SELECT rihai_incidents_plain())::uuid[])"


def walls_of_incidents() -> list[Statements]:
    """The functions the walls fetch, then one wall a table."""
    team = f"{HOUSE} OR {_kept('incident_id')}"
    seen = f"{team} OR {_plain('incident_id')}"
    victim = "monitoring_incidentvictim"
    whose = f"{team} OR ({_plain('incident_id')} AND (person_id IS NULL OR {sees(victim, 'personal')}))"
    overseen = f"({may('monitoring.incidents')} AND NOT is_sealed)"
    of_item = f"{HOUSE} OR item_id = ANY ((SELECT rihai_evidence_kept())::uuid[])"
    of_exam = f"{HOUSE} OR examination_id = ANY ((SELECT rihai_examinations_kept())::uuid[])"
    mine = f"{HOUSE} OR account_id = {MINE} OR {may('monitoring.qualify')}"
    return [
        Statements(FUNCTIONS, GONE),
        Wall("monitoring_incident", sees=f"{HOUSE} OR {_kept('id')} OR {overseen}"),
        Wall("monitoring_incidentmember", sees=seen, writes=HOUSE),
        Wall("monitoring_clock", sees=seen, writes=team),
        Wall(victim, sees=whose, writes=team),
        *(Wall(f"monitoring_{table}", sees=team) for table in TEAM_ALONE),
        Wall("monitoring_custodyline", sees=of_item, writes="false", adds=of_item),
        Wall("monitoring_bodymark", sees=of_exam),
        Wall("monitoring_qualification", sees=mine, writes=f"{HOUSE} OR {may('monitoring.qualify')}"),
    ]


def walls_of_erasing() -> list[Statements]:
    """Of an erased incident the house takes the words out of the log of custody, and changes no line of any other.

    The decision is there for the team alone.
    """
    emptied = f"{HOUSE} AND item_id = ANY ((SELECT rihai_evidence_erased())::uuid[])"
    lines = "ALTER POLICY rihai_changes ON monitoring_custodyline"
    return [
        Statements(ERASED, "DROP FUNCTION rihai_evidence_erased()"),
        Statements(f"{lines} USING ({emptied}) WITH CHECK ({emptied})", f"{lines} USING (false) WITH CHECK (false)"),
        Wall("monitoring_erasure", sees=f"{HOUSE} OR {_kept('incident_id')}"),
    ]
