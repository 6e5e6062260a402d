"""What can be done with plans: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.casework.plans.operations.assessing import take_assessment, take_needs
from rihai.casework.plans.operations.first_days import FirstSaid, answer_call, record_first_days
from rihai.casework.plans.operations.needs import add_goal, add_need, change_goal, change_need, end_goal
from rihai.casework.plans.operations.papers import give_paper
from rihai.casework.plans.operations.planning import begin_plan, change_plan, close_plan, review_plan
from rihai.casework.plans.operations.steps import StepSaid, add_step, change_step, end_step

__all__ = [
    "FirstSaid", "StepSaid", "add_goal", "add_need", "add_step", "answer_call", "begin_plan", "change_goal",
    "change_need", "change_plan", "change_step", "close_plan", "end_goal", "end_step", "give_paper",
    "record_first_days", "review_plan", "take_assessment", "take_needs",
]  # fmt: skip
