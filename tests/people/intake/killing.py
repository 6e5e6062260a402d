"""A real process that does a census's work and is killed (kill -9) at a point of it; and the worker that follows."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.utils import timezone

from rihai.kit.jobs.run import do, take_up
from rihai.people.intake.jobs import LONG
from tests.people.killing import AFTER, BEFORE, killed_after, killed_in

__all__ = ["AFTER", "BEFORE", "followed", "killed_at", "killed_sometime"]


def killed_at(job_id: UUID, point: str, when: str, turn: int = 1) -> None:
    """Do the job in a child of this process, which dies at the point ("module:function") without a word."""
    killed_in(partial(do, job_id, timezone.now), point, when, turn)


def killed_sometime(job_id: UUID, seconds: float) -> bool:
    """Do the job in a child that is killed after a time; says whether it was still at work."""
    return killed_after(partial(do, job_id, timezone.now), seconds)


def followed(job_id: UUID) -> None:
    """Another worker finds the job left behind and does it."""
    assert take_up(timezone.now() + LONG * 2) == 1
    do(job_id, timezone.now)
