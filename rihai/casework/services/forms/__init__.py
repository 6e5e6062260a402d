"""The forms of services."""

from __future__ import annotations

from rihai.casework.services.forms.directory import EmployerForm, PartnerForm
from rihai.casework.services.forms.enrolment import EndForm, EnrolForm, RemissionForm, StageForm
from rihai.casework.services.forms.given import AnswerForm, EndJobForm, HelpForm, JobForm, ReceivedForm, ReferForm

__all__ = [
    "AnswerForm", "EmployerForm", "EndForm", "EndJobForm", "EnrolForm", "HelpForm", "JobForm", "PartnerForm",
    "ReceivedForm", "ReferForm", "RemissionForm", "StageForm",
]  # fmt: skip
