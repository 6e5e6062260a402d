"""The forms of incidents: what happened, its parts, consents, steps, clocks."""

from __future__ import annotations

from rihai.monitoring.incidents.forms.parts import (
    ActForm,
    ConsentForm,
    MemberForm,
    PerpetratorForm,
    SourceForm,
    VictimForm,
)
from rihai.monitoring.incidents.forms.steps import ClockForm, RecommendForm, RiskForm, SettleForm, StepForm
from rihai.monitoring.incidents.forms.writing import (
    ChangeForm,
    CloseForm,
    KeepForm,
    NewForm,
    QuestionsForm,
    TwiceForm,
)

__all__ = [
    "ActForm", "ChangeForm", "ClockForm", "CloseForm", "ConsentForm", "KeepForm", "MemberForm", "NewForm",
    "PerpetratorForm", "QuestionsForm", "RecommendForm", "RiskForm", "SettleForm", "SourceForm", "StepForm",
    "TwiceForm", "VictimForm",
]  # fmt: skip
