"""What is kept of concerns."""

from __future__ import annotations

from rihai.helpline.concerns.models.concern import (
    LIVE,
    SEAL,
    SUBJECT_SEAL,
    Aim,
    Concern,
    Kind,
    Outcome,
    Said,
    State,
    Way,
)
from rihai.helpline.concerns.models.parts import (
    Bar,
    ConcernAbout,
    ConcernBarred,
    ConcernClock,
    ConcernHolder,
    ConcernStep,
    ConcernWord,
    StepKind,
    StepState,
    Whose,
)

__all__ = [
    "LIVE",
    "SEAL",
    "SUBJECT_SEAL",
    "Aim",
    "Bar",
    "Concern",
    "ConcernAbout",
    "ConcernBarred",
    "ConcernClock",
    "ConcernHolder",
    "ConcernStep",
    "ConcernWord",
    "Kind",
    "Outcome",
    "Said",
    "State",
    "StepKind",
    "StepState",
    "Way",
    "Whose",
]
