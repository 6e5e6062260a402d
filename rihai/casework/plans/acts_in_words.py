"""What the acts of plans are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.casework.plans.operations.first_days import NOTICE
from rihai.kit.offers import ActWords, NoticeWords

ACTS = ActWords(
    words={
        "casework.assessment.taken": _("took an assessment of needs in"),
        "casework.call.answered": _("went to a person at once"),
        "casework.call.raised": _("asked that somebody go to a person at once"),
        "casework.first_days.asked": _("spoke with a person in the first days"),
        "casework.goal.added": _("wrote down what a person wants"),
        "casework.goal.changed": _("changed what a person wants"),
        "casework.goal.ended": _("said how far a goal is"),
        "casework.need.added": _("wrote down a need"),
        "casework.need.changed": _("changed a need"),
        "casework.needs.taken": _("took needs from an assessment into a plan"),
        "casework.paper.given": _("printed a plan for a person"),
        "casework.plan.begun": _("began a plan"),
        "casework.plan.changed": _("changed a plan"),
        "casework.plan.closed": _("closed a plan"),
        "casework.plans.left": _("gave on the plans of somebody who works here no more"),
        "casework.plan.reviewed": _("looked at a plan with the person"),
        "casework.step.added": _("wrote down a step"),
        "casework.step.changed": _("changed a step"),
        "casework.step.ended": _("said what came of a step"),
    }
)
NOTICES = NoticeWords(
    words={
        NOTICE: _("Somebody must go to a person now. Open it to see what is to be done."),
        "casework.plan_left": _("A plan has come to you: whoever kept it works here no more"),
    }
)
