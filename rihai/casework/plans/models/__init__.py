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

OF_PERSON = (
    Assessment, Assessed, Plan, Need, Goal, Step, PlanReview, PlanChange, PlanPaper, FirstDays, FirstDaysHealth, AtOnce,
)  # fmt: skip
"""Every table of this part: its rows are about a person, and follow when two persons turn out to be one."""

__all__ = [
    "OF_PERSON",
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
