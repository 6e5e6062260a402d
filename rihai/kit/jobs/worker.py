"""The task that django-tasks' worker runs: it reads the clock and does one job."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from rihai.kit.jobs.run import do


@task()
def work(job_id: str) -> None:
    """Do the job of this id; what came of it stands in its row."""
    do(UUID(job_id), timezone.now)
