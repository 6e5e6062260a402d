"""The forms of sessions."""

from __future__ import annotations

from rihai.casework.sessions.forms.apart import ApartForm, EndApartForm, ReviewForm
from rihai.casework.sessions.forms.session import (
    CancelForm,
    CertificateForm,
    GroupForm,
    JoinForm,
    PlanForm,
    RemarkForm,
)

__all__ = [
    "ApartForm", "CancelForm", "CertificateForm", "EndApartForm", "GroupForm", "JoinForm", "PlanForm", "RemarkForm",
    "ReviewForm",
]  # fmt: skip
