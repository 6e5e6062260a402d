"""What is kept of monitoring; each part of the room keeps its own."""

from __future__ import annotations

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
    "AuthorityLink", "Draw", "FindingAnswer", "Inspection", "InspectionFinding", "Mandate", "Recommendation",
    "Response", "Settled", "TeamMember", "Verification",
]  # fmt: skip
