"""What is kept of monitoring; each part of the room keeps its own."""

from __future__ import annotations

from rihai.monitoring.deaths.models import CauseWord, Comparison, Death, DeathPaper, DeathStep, Deceased
from rihai.monitoring.inspections.models import Draw, Inspection, Mandate, Settled, TeamMember
from rihai.monitoring.recommendations.models import (
    AuthorityLink,
    FindingAnswer,
    InspectionFinding,
    Recommendation,
    Response,
    Verification,
)

__all__ = [
    "AuthorityLink", "CauseWord", "Comparison", "Death", "DeathPaper", "DeathStep", "Deceased", "Draw",
    "FindingAnswer", "Inspection", "InspectionFinding", "Mandate", "Recommendation", "Response", "Settled",
    "TeamMember", "Verification",
]  # fmt: skip
