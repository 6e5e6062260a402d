"""The forms of the response loop: what happened on a line, on many lines, and whether she was told."""

from __future__ import annotations

from rihai.legal.response.forms.answer import AnswerForm
from rihai.legal.response.forms.narrow import NarrowForm, UntouchedForm
from rihai.legal.response.forms.telling import ClockForm, TellingForm

__all__ = ["AnswerForm", "ClockForm", "NarrowForm", "TellingForm", "UntouchedForm"]
