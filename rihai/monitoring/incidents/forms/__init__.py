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
    AgreeForm,
    ChangeForm,
    CloseForm,
    EraseForm,
    KeepForm,
    NewForm,
    QuestionsForm,
    TwiceForm,
)

__all__ = [
    "ActForm", "AgreeForm", "ChangeForm", "ClockForm", "CloseForm", "ConsentForm", "EraseForm", "KeepForm",
    "MemberForm", "NewForm", "PerpetratorForm", "QuestionsForm", "RecommendForm", "RiskForm", "SettleForm",
    "SourceForm", "StepForm", "TwiceForm", "VictimForm",
]  # fmt: skip
