"""Preparing a release as long work: the records of everybody are read outside the transaction, then it is kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rihai.accounts.standing import local_day
from rihai.advocacy.errors import NotThere
from rihai.advocacy.figures.counted import Counted
from rihai.advocacy.figures.counting import count_for_release
from rihai.advocacy.figures.operations import prepare_release
from rihai.advocacy.scope import KEEP
from rihai.kit.actor import Actor
from rihai.kit.jobs import Job, Progress, Work, start

JOB = "advocacy.figures"


def ask_for_release(*, said: dict[str, Any], actor: Actor, at: datetime) -> Job:
    """Ask for a release to be prepared by a worker: `replaces` with `why_en` and `why_ur`, or nothing."""
    if not actor.may(KEEP):
        raise NotThere(JOB)
    old = said.get("replaces")
    why = {language: str(said.get(f"why_{language}") or "") for language in ("en", "ur")} if old else {}
    return start(JOB, arguments={"replaces": str(old) if old else None, "why": why}, actor=actor, at=at)


def prepare(work: Work) -> Counted:
    """Count; nothing is written."""
    return count_for_release(local_day(work.at), work.at)


def step(work: Work) -> Progress:
    """Keep it as a draft. Raises what prepare_release raises."""
    if work.actor is None:
        raise NotThere(JOB)
    old = work.arguments.get("replaces")
    release = prepare_release(
        counted=work.prepared, actor=work.actor, at=work.at, replaces=UUID(old) if old else None,
        why=work.arguments.get("why"),
    )  # fmt: skip
    return Progress(1, 1, result={"release": str(release.pk)})


def link(job: Job) -> tuple[Any, str] | None:
    """Where the draft is read and signed."""
    key = job.result.get("release")
    return (_("Read the figures"), reverse("advocacy:release", args=[key])) if key else None
