"""What is kept of leaving prison, of the two years after it, and of the family."""

from __future__ import annotations

from rihai.casework.aftercare.models.after import (
    LEFT_OPEN,
    AppointmentKind,
    FollowUp,
    How,
    Kept,
    OfficerDay,
    Outcome,
    Roof,
    Supervision,
    YesNo,
)
from rihai.casework.aftercare.models.family import (
    ChildOutside,
    ContactKind,
    ContactState,
    FailedWhy,
    FamilyContact,
    FamilyTie,
    HowChildIs,
    MayKnow,
    Wants,
)
from rihai.casework.aftercare.models.plan import (
    Because,
    CareWord,
    Contact,
    GateBy,
    HandoverMeeting,
    MayBeTold,
    Met,
    PlanPoint,
    PlanState,
    PointState,
    ReleasePlan,
)

__all__ = [
    "LEFT_OPEN", "AppointmentKind", "Because", "CareWord", "ChildOutside", "Contact", "ContactKind",
    "ContactState", "FailedWhy", "FamilyContact", "FamilyTie", "FollowUp", "GateBy", "HandoverMeeting", "How",
    "HowChildIs", "Kept", "MayBeTold", "MayKnow", "Met", "OfficerDay", "Outcome", "PlanPoint", "PlanState",
    "PointState", "ReleasePlan", "Roof", "Supervision", "Wants", "YesNo",
]  # fmt: skip
