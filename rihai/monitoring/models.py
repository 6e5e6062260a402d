"""What is kept of monitoring; each part of the room keeps its own."""

from __future__ import annotations

from rihai.monitoring.complaints.models import Complainant, Complaint
from rihai.monitoring.conditions.models import ConditionPoint
from rihai.monitoring.deaths.models import CauseWord, Comparison, Death, DeathPaper, DeathStep, Deceased
from rihai.monitoring.disease.models import Alert, AlertStep, DiseaseCase, Threshold
from rihai.monitoring.evidence.models import CustodyLine, EvidenceItem
from rihai.monitoring.examinations.models import BodyMark, Examination, Qualification
from rihai.monitoring.incidents.models import (
    AllegedPerpetrator,
    Clock,
    Erasure,
    Incident,
    IncidentConsent,
    IncidentMember,
    IncidentSource,
    IncidentVictim,
    Intervention,
    ViolationAct,
)
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
    "Alert", "AlertStep", "AllegedPerpetrator", "AuthorityLink", "BodyMark", "CauseWord", "Clock", "Comparison",
    "Complainant", "Complaint", "ConditionPoint", "CustodyLine", "Death", "DeathPaper", "DeathStep", "Deceased",
    "DiseaseCase", "Draw", "Erasure", "EvidenceItem", "Examination", "FindingAnswer", "Incident", "IncidentConsent",
    "IncidentMember", "IncidentSource", "IncidentVictim", "Inspection", "InspectionFinding", "Intervention",
    "Mandate", "Qualification", "Recommendation", "Response", "Settled", "TeamMember", "Threshold", "Verification",
    "ViolationAct",
]  # fmt: skip
