"""What is kept of incidents; who it is about, by whom it was done and who said it stand apart from what happened."""

from __future__ import annotations

from rihai.monitoring.incidents.models.erasure import Erasure, Why
from rihai.monitoring.incidents.models.incident import (
    Basis,
    Clock,
    Incident,
    IncidentMember,
    Precision,
    Said,
    Standing,
    State,
    Stopped,
)
from rihai.monitoring.incidents.models.parts import (
    ActorType,
    AllegedPerpetrator,
    IncidentSource,
    IncidentVictim,
    SourceKind,
    ViolationAct,
)
from rihai.monitoring.incidents.models.steps import (
    Ground,
    IncidentConsent,
    Intervention,
    Outcome,
    Purpose,
    Risk,
    StepKind,
    Way,
)

__all__ = [
    "ActorType", "AllegedPerpetrator", "Basis", "Clock", "Erasure", "Ground", "Incident", "IncidentConsent",
    "IncidentMember", "IncidentSource", "IncidentVictim", "Intervention", "Outcome", "Precision", "Purpose", "Risk",
    "Said", "SourceKind", "Standing", "State", "StepKind", "Stopped", "ViolationAct", "Way", "Why",
]  # fmt: skip
