"""What is kept of preparedness; each part of the room keeps its own."""

from __future__ import annotations

from rihai.preparedness.drills.models import AfterAction, Drill, DrillRule, DrillTime
from rihai.preparedness.emergencies.models import Emergency, EmergencyStep, LogLine, Proposal, SituationReport, Taking
from rihai.preparedness.materials.models import Material, Posted, Sending, Text
from rihai.preparedness.money.models import Line, Request, Spending
from rihai.preparedness.plans.models import ContingencyPlan, PlanEntry, PlanRole, PlanStep, PlanVersion
from rihai.preparedness.posts.models import PostHolder
from rihai.preparedness.procedures.models import Acknowledgement, PostLink, Procedure, ProcedureVersion
from rihai.preparedness.stores.models import Item, Lot, Movement, Store

__all__ = [
    "Acknowledgement", "AfterAction", "ContingencyPlan", "Drill", "DrillRule", "DrillTime", "Emergency",
    "EmergencyStep", "Item", "Line", "LogLine", "Lot", "Material", "Movement", "PlanEntry", "PlanRole", "PlanStep",
    "PlanVersion", "PostHolder", "PostLink", "Posted", "Procedure", "ProcedureVersion", "Proposal", "Request",
    "Sending", "SituationReport", "Spending", "Store", "Taking", "Text",
]  # fmt: skip
