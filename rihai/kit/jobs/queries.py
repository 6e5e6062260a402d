"""Asks about jobs; a job is seen by who asked for it alone."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from rihai.errors import NotFound
from rihai.kit.actor import Actor
from rihai.kit.jobs.models import Job


def job_asked_for_by(actor: Actor, job_id: UUID) -> Job:
    """The job. Raises NotFound when there is none, or another asked for it."""
    found = Job.objects.filter(pk=job_id, actor_id=actor.pk).first()
    if found is None:
        raise NotFound(_("There is no such work."))
    return found
