"""The forms of this part of the room."""

from __future__ import annotations

from rihai.legal.release.forms.releases import (
    CorrectForm,
    ErrorForm,
    NarrowForm,
    PeriodForm,
    RecallForm,
    ReleaseForm,
    UnlawfulForm,
    WhyForm,
)
from rihai.legal.release.forms.slips import LookedAtForm, SlipForm, ToldForm, WrittenForm
from rihai.legal.release.forms.words import SettleForm, WordForm

__all__ = [
    "CorrectForm", "ErrorForm", "LookedAtForm", "NarrowForm", "PeriodForm", "RecallForm", "ReleaseForm", "SettleForm",
    "SlipForm", "ToldForm", "UnlawfulForm", "WhyForm", "WordForm", "WrittenForm",
]  # fmt: skip
