"""What the inspectors wrote in the form of each earlier recommendation, before somebody decides whether it was kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rihai.kit.actor import Actor
from rihai.monitoring.inspections.models import Inspection
from rihai.monitoring.inspections.queries.agreement import ratings_of
from rihai.monitoring.recommendations.models import Verified


@dataclass(frozen=True, slots=True)
class Proposal:
    """One inspector's word on one recommendation."""

    who: str
    outcome: str
    seen: str

    @property
    def word(self) -> str:
        """The outcome in words."""
        return str(Verified(self.outcome).label)


def proposals(inspection: Inspection, *, actor: Actor) -> dict[str, list[Proposal]]:
    """By the number of the recommendation, once everybody has given their answers."""
    found: dict[str, list[Proposal]] = defaultdict(list)
    for rating in ratings_of(inspection, actor=actor).given:
        rows = rating.read.values.get("earlier")
        for row in rows if isinstance(rows, list) else ():
            outcome = row.get("earlier_kept")
            if outcome in Verified.values:
                code = str(row.get("earlier_number") or "").strip()
                found[code].append(Proposal(rating.member.name, outcome, str(row.get("earlier_seen") or "")))
    return found
