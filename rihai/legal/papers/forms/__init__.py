"""The forms of petitions, packs and links."""

from __future__ import annotations

from rihai.legal.papers.forms.packs import BasesForm, Candidate, LinkForm, PackForm
from rihai.legal.papers.forms.petitions import BackForm, ConfirmForm, DrawForm, FiledForm, PrintForm, WordForm

__all__ = [
    "BackForm", "BasesForm", "Candidate", "ConfirmForm", "DrawForm", "FiledForm", "LinkForm", "PackForm",
    "PrintForm", "WordForm",
]  # fmt: skip
