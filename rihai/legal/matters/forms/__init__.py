"""The forms of matters."""

from __future__ import annotations

from rihai.legal.matters.forms.court import ListingForm, RecordForm
from rihai.legal.matters.forms.matter import (
    ClientForm,
    CloseForm,
    DecisionForm,
    MatterForm,
    MemberForm,
    OpenForm,
    PartyForm,
    PublicForm,
    ReopenForm,
)
from rihai.legal.matters.forms.money import BailForm, MoneyForm, PaymentForm, SuretyForm
from rihai.legal.matters.forms.papers import AskPaperForm, PaperForm, TimeForm, VakalatnamaForm

__all__ = [
    "AskPaperForm", "BailForm", "ClientForm", "CloseForm", "DecisionForm", "ListingForm", "MatterForm", "MemberForm",
    "MoneyForm", "OpenForm", "PaperForm", "PartyForm", "PaymentForm", "PublicForm", "RecordForm", "ReopenForm",
    "SuretyForm", "TimeForm", "VakalatnamaForm",
]  # fmt: skip
