"""The history of a plan, and the papers she was given of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.casework.plans.models.base import Kept
from rihai.casework.plans.models.plan import Plan
from rihai.kit.sealed import SealedText

WHAT = {
    "plan.begun": _("The plan was begun"),
    "plan.changed": _("The plan was changed"),
    "plan.reviewed": _("The plan was looked at together"),
    "plan.closed": _("The plan was closed"),
    "need.added": _("A need was written down"),
    "need.changed": _("A need was changed"),
    "goal.added": _("A goal was written down"),
    "goal.changed": _("A goal was changed"),
    "goal.ended": _("A goal was ended"),
    "step.added": _("A step was written down"),
    "step.changed": _("A step was changed"),
    "step.done": _("A step was ended"),
    "step.stopped": _("A step was stopped"),
    "paper.given": _("The plan was printed for them"),
}
"""What may have happened to a plan."""


class PlanChange(Kept):
    """One change of a plan: what happened, and of each field what stood there before and after.

    A row has the class of what was changed. `said` is JSON, {field: [before, after]}, sealed as the texts are.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=16, choices=list(WHAT.items()))
    subject_id = models.UUIDField()
    said = SealedText(seal="casework.change.said", null=True)

    class Meta:
        ordering = ("-made_at", "-id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["plan", "made_at"], name="casework_change_plan")]


class PlanPaper(Kept):
    """The plan as she was given it: in which language, and what she wanted on it besides. Its class is the gravest."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="papers")
    language = models.CharField(max_length=8)
    classes = models.CharField(max_length=40)
    her_word = SealedText(seal="casework.paper.her_word", null=True)

    class Meta:
        ordering = ("-made_at", "-id")
