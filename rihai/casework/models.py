"""What is kept of casework; each part of the room keeps its own."""

from __future__ import annotations

from rihai.casework.aftercare.models import (
    CareWord,
    ChildOutside,
    FamilyContact,
    FamilyTie,
    FollowUp,
    HandoverMeeting,
    MayBeTold,
    OfficerDay,
    PlanPoint,
    ReleasePlan,
)
from rihai.casework.cases.models import Case, CaseEvent, CaseYear, HandOver, Intake
from rihai.casework.services.models import (
    Employer,
    Enrolment,
    JobPlacement,
    MaterialHelp,
    PartnerService,
    Referral,
    StageEntry,
)
from rihai.casework.sessions.models import Apart, Attendance, Certificate, Group, Member, Remark, Session

__all__ = [
    "Apart",
    "Attendance",
    "CareWord",
    "Case",
    "CaseEvent",
    "CaseYear",
    "Certificate",
    "ChildOutside",
    "Employer",
    "Enrolment",
    "FamilyContact",
    "FamilyTie",
    "FollowUp",
    "Group",
    "HandOver",
    "HandoverMeeting",
    "Intake",
    "JobPlacement",
    "MaterialHelp",
    "MayBeTold",
    "Member",
    "OfficerDay",
    "PartnerService",
    "PlanPoint",
    "Referral",
    "ReleasePlan",
    "Remark",
    "Session",
    "StageEntry",
]
