"""What is kept of assessments, plans, what is asked in the first days, and papers given to people."""

from __future__ import annotations

from rihai.casework.plans.models.assessed import Assessed, Assessment, Level
from rihai.casework.plans.models.first_days import (
    AtOnce,
    CallHome,
    Enough,
    FirstDays,
    FirstDaysHealth,
    Medicine,
    SelfHarm,
    Tonight,
)
from rihai.casework.plans.models.kept import PlanChange, PlanPaper
from rihai.casework.plans.models.plan import (
    Closed,
    Goal,
    GoalState,
    Need,
    NeedState,
    Outcome,
    OwnedBy,
    Plan,
    PlanReview,
    Step,
)

__all__ = [
    "Assessed",
    "Assessment",
    "AtOnce",
    "CallHome",
    "Closed",
    "Enough",
    "FirstDays",
    "FirstDaysHealth",
    "Goal",
    "GoalState",
    "Level",
    "Medicine",
    "Need",
    "NeedState",
    "Outcome",
    "OwnedBy",
    "Plan",
    "PlanChange",
    "PlanPaper",
    "PlanReview",
    "SelfHarm",
    "Step",
    "Tonight",
]  # fmt: skip
