"""The forms of plans: each says in a sentence beside the field what it cannot take."""

from __future__ import annotations

from rihai.casework.plans.forms.parts import EndGoalForm, EndStepForm, GoalForm, NeedForm, StepForm
from rihai.casework.plans.forms.plan import BeginForm, CallForm, CloseForm, PaperForm, PlanForm, ReviewForm

__all__ = [
    "BeginForm", "CallForm", "CloseForm", "EndGoalForm", "EndStepForm", "GoalForm", "NeedForm", "PaperForm", "PlanForm",
    "ReviewForm", "StepForm",
]  # fmt: skip
