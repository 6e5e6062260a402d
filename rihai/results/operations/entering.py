"""A figure is entered with how it was come by and what shows it; a wrong one is withdrawn, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import keep
from rihai.results.errors import NoSuchProject, NotSo
from rihai.results.models import Entry
from rihai.results.reach import KEEP, indicator_for, projects_for

OWNER = "results.evidence"


@transaction.atomic
def enter_figure(*, indicator_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Entry:
    """Write a figure in for some days. `said`: first, last (included), value, method, says, and perhaps a file as
    (name, bytes). Raises NoSuchProject, NotSo, FileRefused."""
    one = indicator_for(indicator_id, actor=actor, capability=KEEP)
    first, last, project = said["first"], said["last"], one.project
    if not one.is_entered:
        raise NotSo(_("This figure is counted; nobody enters it."))
    if last < first or last > local_day(at):
        raise NotSo(_("These days cannot be: the last lies before the first, or ahead."))
    if first < project.started_on or (project.ended_on and last >= project.ended_on):
        raise NotSo(_("These days lie outside the project’s."))
    stored = None
    if said.get("file"):
        name, content = said["file"]
        stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
    entry = Entry.objects.create(
        indicator=one, first=first, end=last + timedelta(days=1), value=said["value"], method=said["method"],
        evidence=stored, says=said.get("says", ""), by_name=actor.name[:120], at=at,
    )  # fmt: skip
    append("results.figure.entered", actor=actor, at=at, subject=one.pk, kind="indicator", detail={"entry": entry.pk})
    return entry


@transaction.atomic
def withdraw_entry(*, entry_id: UUID, why: str, actor: Actor, at: datetime) -> Entry:
    """Take an entered figure back; it stays to be read. Raises NoSuchProject, NotSo."""
    mine = projects_for(actor, KEEP).values("pk")
    rows = Entry.objects.select_for_update(of=("self",)).filter(indicator__project__in=mine)
    entry = rows.filter(pk=entry_id).first()
    if entry is None:
        raise NoSuchProject(str(entry_id))
    if entry.withdrawn_at is not None:
        raise NotSo(_("It was withdrawn already."))
    if not why.strip():
        raise NotSo(_("Say why it is withdrawn."))
    entry.withdrawn_at, entry.withdrawn_why = at, why[:400]
    entry.save(update_fields=["withdrawn_at", "withdrawn_why"])
    append(
        "results.figure.withdrawn", actor=actor, at=at, subject=entry.indicator_id, kind="indicator",
        detail={"entry": entry.pk},
    )  # fmt: skip
    return entry
