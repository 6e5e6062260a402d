"""PostgreSQL's second wall around results: whoever reads projects, and the house; nobody else sees a row of a list."""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, may
from rihai.kit.wall import Wall

TABLES = (
    "project", "project_places", "indicator", "entry", "servedfile", "servicerow", "samecode", "lockedperiod",
    "lockedfigure", "restatement", "sample", "checked",
)  # fmt: skip
_READS = f"{HOUSE} OR {may('results.read')}"
_WRITES = f"{HOUSE} OR {may('results.keep')} OR {may('results.sign')}"


def walls() -> list[Wall]:
    """One for each table; marks of merged persons are written by whoever merges, and read by who reads figures."""
    return [
        *(Wall(f"results_{table}", sees=_READS, writes=_WRITES) for table in TABLES),
        Wall("results_mergedsince", sees=_READS, writes=HOUSE, adds=HOUSE),
    ]
