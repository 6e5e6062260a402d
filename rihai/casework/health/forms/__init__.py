"""The forms of health."""

from __future__ import annotations

from rihai.casework.health.forms.care import AnswerForm, BookForm, NeedForm, OutcomeForm, ReferForm
from rihai.casework.health.forms.mother import BabyForm, BirthForm, DosesForm, LeftForm, PregnancyForm
from rihai.casework.health.forms.support import CloseForm, PlanForm, ReviewForm

__all__ = [
    "AnswerForm", "BabyForm", "BirthForm", "BookForm", "CloseForm", "DosesForm", "LeftForm", "NeedForm", "OutcomeForm",
    "PlanForm", "PregnancyForm", "ReferForm", "ReviewForm",
]  # fmt: skip
