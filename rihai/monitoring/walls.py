"""PostgreSQL's second wall around inspections: whoever reads, inspects or answers; nobody else, and no person in them.

Which inspections each of them sees is decided by `reach.py`. A finding that would endanger somebody if the authority
knew is there for inspectors alone.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, may
from rihai.kit.wall import Wall

INSPECTIONS = ("mandate", "inspection", "teammember", "settled", "draw")
RECOMMENDATIONS = ("findinganswer", "recommendation", "response", "verification", "authoritylink")
_READS = f"{HOUSE} OR {may('monitoring.read')}"


def walls_of_inspections() -> list[Wall]:
    """The walls of the first part."""
    return [Wall(f"monitoring_{table}", sees=_READS) for table in INSPECTIONS]


def walls_of_recommendations() -> list[Wall]:
    """The walls of the second part."""
    finding = Wall(
        "monitoring_inspectionfinding",
        sees=f"{HOUSE} OR {may('monitoring.inspect')} OR (NOT endangers AND {may('monitoring.read')})",
    )
    return [finding, *(Wall(f"monitoring_{table}", sees=_READS) for table in RECOMMENDATIONS)]
