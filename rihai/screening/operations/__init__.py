"""Changes: people are screened, or marked to be."""

from __future__ import annotations

from rihai.screening.operations.answering import TakenIn, take_answers
from rihai.screening.operations.screening import Batch, forget_people, keep, prepare, screen_people
from rihai.screening.operations.stale import (
    mark_all,
    mark_by_law,
    mark_guarded,
    mark_stale,
    mark_turning,
    start_screening,
)

__all__ = [
    "Batch",
    "TakenIn",
    "forget_people",
    "keep",
    "mark_all",
    "mark_by_law",
    "mark_guarded",
    "mark_stale",
    "mark_turning",
    "prepare",
    "screen_people",
    "start_screening",
    "take_answers",
]
