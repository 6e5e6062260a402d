"""The prison's own file with what to mend, made by a worker where it is long, and kept for a week."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.errors import NotAllowed
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.files import StoredFile, keep
from rihai.kit.jobs import Job, Progress, Work, start
from rihai.kit.offers import JobKind
from rihai.people.intake.errors import NoSuchCensus
from rihai.people.intake.mended import mended_file
from rihai.people.intake.models import CensusFile
from rihai.people.intake.queries.censuses import MAY

MEND = MENDED = "people.census.mended"


@transaction.atomic
def ask_for_mended(*, file_id: UUID, actor: Actor, at: datetime, language: str) -> Job:
    """Ask for the file to be made in a language. Raises NoSuchCensus for another author's."""
    file = _file_for(file_id, actor)
    job = start(MEND, arguments={"file": str(file.pk), "language": language}, actor=actor, at=at)
    append("people.file.mended", actor=actor, at=at, subject=file.census_id, kind="census")
    return job


def step(work: Work) -> Progress:
    """Make the file and keep it for whoever asked."""
    if work.actor is None:
        raise NotAllowed(_("Such a file is made for somebody."))
    file = _file_for(UUID(work.arguments["file"]), work.actor)
    name, content = work.prepared
    stored = keep(
        content, name=name, data_class="personal", actor=work.actor, at=work.at, owner=MENDED, is_ours=True
    )  # fmt: skip
    return Progress(1, 1, result={"file": str(stored.pk), "census": str(file.census_id)})


def prepare(work: Work) -> tuple[str, bytes]:
    """The name and the bytes, made before the transaction."""
    if work.actor is None:
        raise NotAllowed(_("Such a file is made for somebody."))
    file = _file_for(UUID(work.arguments["file"]), work.actor)
    return mended_file(file, actor=work.actor, at=work.at, language=work.arguments["language"])


def link(job: Job) -> tuple[Any, str] | None:
    """Where the finished file is fetched, while it is kept."""
    key = job.result.get("file")
    kept = key and StoredFile.objects.filter(pk=key).exists()
    return (_("Download the file"), reverse("kit_file", args=[key])) if kept else None


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """Whoever it was made for, as long as they take in censuses."""
    return stored.kept_by == actor.pk and actor.may(MAY)


def _file_for(file_id: UUID, actor: Actor) -> CensusFile:
    file = CensusFile.objects.select_related("census", "stored").filter(pk=file_id).first()
    if file is None or file.census.author_id != actor.pk or file.census.rows_cleared_at is not None:
        raise NoSuchCensus(_("There is no such census."))
    return file


KIND = JobKind(
    name=MEND, title=gettext_lazy("Your file, with what to mend"), step=step, prepare=prepare, link=link
)  # fmt: skip
