"""What is kept of preparedness; each part of the room keeps its own."""

from __future__ import annotations

from rihai.preparedness.drills.models import AfterAction, Drill, DrillRule, DrillTime
from rihai.preparedness.plans.models import ContingencyPlan, PlanEntry, PlanRole, PlanStep, PlanVersion
from rihai.preparedness.posts.models import PostHolder
from rihai.preparedness.procedures.models import Acknowledgement, Procedure, ProcedureVersion

__all__ = [
    "Acknowledgement", "AfterAction", "ContingencyPlan", "Drill", "DrillRule", "DrillTime", "PlanEntry", "PlanRole",
    "PlanStep", "PlanVersion", "PostHolder", "Procedure", "ProcedureVersion",
]  # fmt: skip
