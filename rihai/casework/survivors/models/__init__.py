"""What is kept of survivors: sealed throughout; who it is about stands under the seal too."""

from __future__ import annotations

from rihai.casework.survivors.models.record import (
    Passing,
    PassingState,
    RecordState,
    SurvivorRecord,
    TakingOver,
)
from rihai.casework.survivors.models.work import (
    Chosen,
    Heard,
    How,
    Kind,
    SurvivorReferral,
    SurvivorSession,
    Watched,
)

__all__ = [
    "Chosen", "Heard", "How", "Kind", "Passing", "PassingState", "RecordState", "SurvivorRecord", "SurvivorReferral",
    "SurvivorSession", "TakingOver", "Watched",
]  # fmt: skip
