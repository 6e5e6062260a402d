"""PostgreSQL's second wall around inspections: whoever reads, inspects or answers; nobody else, and no person in them.

Which inspections each of them sees is decided by `reach.py`. A finding that would endanger somebody if the authority
knew is there for inspectors alone.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, at_my_places, may, sees
from rihai.kit.wall import Wall

INSPECTIONS = ("mandate", "inspection", "teammember", "settled", "draw")
RECOMMENDATIONS = ("findinganswer", "recommendation", "response", "verification", "authoritylink")
DEATHS = ("death", "causeword", "deathstep", "deathpaper")
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


def walls_of_deaths() -> list[Wall]:
    """Files of deaths for who inspects; who died for who sees that person, and of whom there is no record for both."""
    inspects = f"{HOUSE} OR {may('monitoring.inspect')}"
    deceased = "monitoring_deceased"
    whose = f"{HOUSE} OR (person_id IS NULL AND {may('monitoring.inspect')}) OR {sees(deceased, 'personal')}"
    return [
        *(Wall(f"monitoring_{table}", sees=inspects) for table in DEATHS),
        Wall(deceased, sees=whose),
        Wall("monitoring_comparison", sees=_READS),
    ]


def walls_of_disease() -> list[Wall]:
    """Lines about persons in the class health; codes for who works on health at the prison; alerts for who reads."""
    table = "monitoring_diseasecase"
    coded = f"person_id IS NULL AND {may('monitoring.disease')} AND {at_my_places('place_id', 'health')}"
    return [
        Wall(table, sees=f"{HOUSE} OR ({coded}) OR {sees(table, 'health')}"),
        *(Wall(f"monitoring_{one}", sees=_READS) for one in ("threshold", "alert", "alertstep")),
    ]


def walls_of_complaints() -> list[Wall]:
    """Complaints for who follows them, a confidential one for who wrote it down or inspects; never for the prison then.

    Who asks is there for those of them who see that person; where nobody of the record asks, for all of them.
    """
    hidden = f"(NOT is_confidential OR made_by = {MINE} OR {may('monitoring.inspect')})"
    ours = f"({may('monitoring.complaints')} AND {hidden})"
    theirs = f"({may('monitoring.answer')} AND NOT is_confidential)"
    who = "monitoring_complainant"
    return [
        Wall("monitoring_complaint", sees=f"{HOUSE} OR {ours} OR {theirs}"),
        Wall(who, sees=f"{HOUSE} OR ({ours} AND (person_id IS NULL OR {sees(who, 'personal')}))"),
    ]


def walls_of_conditions() -> list[Wall]:
    """Figures of prisons, which name nobody, for who reads."""
    return [Wall("monitoring_conditionpoint", sees=_READS)]
