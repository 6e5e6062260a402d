"""A large export as a job: made by a worker as the one who asked, kept sealed for a week, then taken away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rihai.errors import NotAllowed
from rihai.kit.actor import Actor
from rihai.kit.exports.make import Format, export_named, make
from rihai.kit.files.models import StoredFile
from rihai.kit.files.store import erase, keep
from rihai.kit.jobs.models import Job
from rihai.kit.jobs.run import start
from rihai.kit.jobs.step import Progress, Work

JOB = OWNER = "kit.export"
KEPT = timedelta(days=7)


def ask_for(name: str, *, actor: Actor, at: datetime, filters: Mapping[str, str], kind: Format, language: str) -> Job:
    """Ask for an export to be made by a worker. Raises NotFound and NotAllowed as export_named does."""
    export_named(name, actor)
    arguments = {"export": name, "filters": dict(filters), "format": kind, "language": language}
    return start(JOB, arguments=arguments, actor=actor, at=at)


def step(work: Work) -> Progress:
    """Make the file in one step and keep it for the one who asked. Raises what make raises."""
    if work.actor is None:
        raise NotAllowed(_("An export is made for somebody."))
    asked = work.arguments
    made = make(
        export_named(asked["export"], work.actor), actor=work.actor, at=work.at, filters=asked["filters"],
        kind=asked["format"], language=asked["language"],
    )  # fmt: skip
    stored = keep(
        made.content, name=made.name, data_class=_class_of(asked["export"], work.actor), actor=work.actor, at=work.at,
        owner=OWNER, is_ours=True,
    )  # fmt: skip
    return Progress(made.rows or 1, made.rows or 1, result={"file": str(stored.pk)})


def link(job: Job) -> tuple[Any, str] | None:
    """Where the finished file is fetched, while it is kept."""
    key = job.result.get("file")
    kept = key and StoredFile.objects.filter(pk=key).exists()
    return (_("Download the file"), reverse("kit_file", args=[key])) if kept else None


def sweep_exports(at: datetime) -> int:
    """Erase the files of exports made a week ago; says how many."""
    old = list(StoredFile.objects.filter(owner=OWNER, kept_at__lt=at - KEPT))
    for stored in old:
        erase(stored, actor=None, at=at, reason="an export is kept for seven days")
    return len(old)


def _class_of(name: str, actor: Actor) -> str:
    return export_named(name, actor).data_class
