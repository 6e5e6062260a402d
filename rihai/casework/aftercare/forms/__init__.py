"""The forms of release plans, of what comes after, and of the family."""

from __future__ import annotations

from rihai.casework.aftercare.forms.after import FollowUpForm, OfficerDayForm, RecordDayForm
from rihai.casework.aftercare.forms.family import ChildForm, ContactForm, MadeForm, TieForm
from rihai.casework.aftercare.forms.plan import (
    EndForm,
    GateForm,
    GiveForm,
    MeetingForm,
    MetForm,
    PointForm,
    TellForm,
)

__all__ = [
    "ChildForm", "ContactForm", "EndForm", "FollowUpForm", "GateForm", "GiveForm", "MadeForm", "MeetingForm",
    "MetForm", "OfficerDayForm", "PointForm", "RecordDayForm", "TellForm", "TieForm",
]  # fmt: skip
