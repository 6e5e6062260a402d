"""The forms of cases."""

from __future__ import annotations

from rihai.casework.cases.forms.case import (
    CaseForm,
    CloseForm,
    ContactForm,
    DecideForm,
    GiveForm,
    OfferForm,
    RefuseForm,
    ReopenForm,
)
from rihai.casework.cases.forms.intake import AnswerForm, FindForm, IntakeForm, NewcomerForm

__all__ = [
    "AnswerForm", "CaseForm", "CloseForm", "ContactForm", "DecideForm", "FindForm", "GiveForm", "IntakeForm",
    "NewcomerForm", "OfferForm", "RefuseForm", "ReopenForm",
]  # fmt: skip
