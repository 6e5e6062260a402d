"""PostgreSQL's second wall around inspections: whoever reads, inspects or answers; nobody else, and no person in them.

Which inspections each of them sees is decided by `reach.py`. A finding that would endanger somebody is not even there
for those who answer for an authority.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, may
from rihai.kit.wall import Wall

INSPECTIONS = ("mandate", "inspection", "teammember", "settled", "draw")
RECOMMENDATIONS = ("findinganswer", "recommendation", "response", "verification", "authoritylink")
_INSPECTS = f"{HOUSE} OR {may('monitoring.inspect')} OR {may('monitoring.read')}"
_ANYBODY = f"{_INSPECTS} OR {may('monitoring.answer')}"


def walls_of_inspections() -> list[Wall]:
    """The walls of the first part."""
    return [Wall(f"monitoring_{table}", sees=_ANYBODY) for table in INSPECTIONS]


def walls_of_recommendations() -> list[Wall]:
    """The walls of the second part."""
    finding = Wall(
        "monitoring_inspectionfinding", sees=f"{_INSPECTS} OR (NOT endangers AND {may('monitoring.answer')})"
    )
    return [finding, *(Wall(f"monitoring_{table}", sees=_ANYBODY) for table in RECOMMENDATIONS)]
