"""The forms of mentoring."""

from __future__ import annotations

from rihai.casework.mentoring.forms.match import (
    AnswerForm,
    CallForm,
    ConcernForm,
    CorrectMeetingForm,
    EndForm,
    MeetingForm,
    PauseForm,
    SettleForm,
    WishForm,
)
from rihai.casework.mentoring.forms.volunteer import (
    AccountForm,
    AgreementForm,
    CheckForm,
    DeclineForm,
    LeaveForm,
    OwnForm,
    RecordForm,
    ReferenceAnswerForm,
    ReferenceForm,
    SupervisionForm,
    TrainingForm,
    VolunteerForm,
)

__all__ = [
    "AccountForm", "AgreementForm", "AnswerForm", "CallForm", "CheckForm", "ConcernForm", "CorrectMeetingForm",
    "DeclineForm", "EndForm",
    "LeaveForm", "MeetingForm", "OwnForm", "PauseForm", "RecordForm", "ReferenceAnswerForm", "ReferenceForm",
    "SettleForm", "SupervisionForm", "TrainingForm", "VolunteerForm", "WishForm",
]  # fmt: skip
