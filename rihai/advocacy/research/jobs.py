"""Making an extract as long work: records are read outside the transaction, then the file is kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.advocacy.errors import NotThere
from rihai.advocacy.research.extract import Made, made_extract
from rihai.advocacy.research.models import ResearchRequest
from rihai.advocacy.research.operations import keep_extract, refuse_unless_open
from rihai.advocacy.research.rows import rows_for_research
from rihai.advocacy.scope import RESEARCH
from rihai.kit.actor import Actor
from rihai.kit.jobs import Job, Progress, Work, start

JOB = "advocacy.research"


def ask_for_job(*, request_id: UUID, actor: Actor, at: datetime) -> Job:
    """Ask for an extract to be made by a worker. Raises NotThere, NotSo."""
    with as_house(at):
        found = ResearchRequest.objects.filter(pk=request_id).first()
    if found is None or not actor.may(RESEARCH):
        raise NotThere(str(request_id))
    refuse_unless_open(found, at)
    return start(JOB, arguments={"request": str(request_id)}, actor=actor, at=at)


def prepare(work: Work) -> Made:
    """Read, make and measure; nothing is written."""
    return made_extract(rows_for_research(local_day(work.at), work.at))


def step(work: Work) -> Progress:
    """Keep it. Raises what keep_extract raises."""
    if work.actor is None:
        raise NotThere(JOB)
    request = UUID(work.arguments["request"])
    keep_extract(request_id=request, made=work.prepared, actor=work.actor, at=work.at)
    return Progress(1, 1, result={"request": str(request)})


def link(job: Job) -> tuple[Any, str] | None:
    """Where it is handed over from."""
    key = job.result.get("request")
    return (_("The application"), reverse("advocacy:research", args=[key])) if key else None
