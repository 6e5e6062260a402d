"""A list of services is given in and looked at, counted, and undone while no locked period rests on it."""

from __future__ import annotations

import hashlib
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Min, QuerySet
from django.utils.translation import gettext as _

from rihai.census.served.read import refuse_without_headings
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import keep
from rihai.kit.jobs import Job, JobState, start
from rihai.paper.sheets import open_sheets
from rihai.results.errors import Locked, NoSuchProject, NotSo
from rihai.results.models import FileState, LockedPeriod, Project, ServedFile, ServiceRow, Verdict
from rihai.results.models.lists import TAKEN
from rihai.results.operations.reading import BATCH, READ, headings_of, keep_rows, mark_known, read_sheets
from rihai.results.reach import KEEP, project_for, projects_for

OWNER = "results.list"
SMALL, MOST = 5_000, 500_000
"""Rows of one list: up to the first it is read while the person waits, up to the second by a worker."""


@transaction.atomic
def give_list(*, project_id: UUID, content: bytes, name: str, actor: Actor, at: datetime) -> ServedFile:
    """Keep the file and read its rows; nothing of it counts yet. A long one is read by a worker: `job_id` is its work.

    Raises NoSuchProject, NotSo for a file given in before or too long, FileUnreadable, FileRefused.
    """
    project = project_for(project_id, actor=actor, capability=KEEP)
    sheets = open_sheets(content, name).sheets
    whole = sum(len(sheet.rows) for sheet in sheets)
    if whole > MOST:
        raise NotSo(_("The list has more than %(n)s rows. Give it in by months.") % {"n": f"{MOST:,}"})
    digest = hashlib.sha256(content).hexdigest()
    _refuse_known(project, digest, at)
    refuse_without_headings(sheets)
    read = read_sheets(project, sheets, at) if whole <= SMALL else None
    stored = keep(content, name=name, data_class=DataClass.PERSONAL, actor=actor, at=at, owner=OWNER)
    file = ServedFile.objects.create(
        project=project, name=(stored.name or name)[:120], stored=stored, digest=digest, given_by_name=actor.name[:120],
        given_at=at, headings=headings_of(read) if read else {},
        state=FileState.TO_REVIEW if read else FileState.READING,
    )  # fmt: skip
    if read:
        keep_rows(file, read.rows)
        mark_known(file)
    else:
        file.job_id = start(READ, arguments={"list": str(file.pk)}, actor=actor, at=at).pk
        file.save(update_fields=["job_id"])
    append("results.list.given", actor=actor, at=at, subject=file.pk, kind="list", detail={"rows": whole})
    return file


def _refuse_known(project: Project, digest: str, at: datetime) -> None:
    """Raises NotSo for a file that was given in already; one that nobody reads any more may come again in its place."""
    Project.objects.select_for_update().get(pk=project.pk)
    given = ServedFile.objects.filter(project=project, digest=digest)
    alive = Job.objects.filter(kind=READ, state__in=(JobState.WAITING, JobState.RUNNING)).values("pk")
    left = given.filter(state=FileState.READING).exclude(job_id__in=alive)
    left.update(state=FileState.UNDONE, undone_at=at)
    if given.exclude(state=FileState.UNDONE).exists():
        raise NotSo(_("This very file was given in already. Nothing of it was kept a second time."))


@transaction.atomic
def take_in(*, file_id: UUID, actor: Actor, at: datetime) -> ServedFile:
    """From now on its rows count, all that were accepted. Raises NoSuchProject, NotSo."""
    file = _file_for(file_id, FileState.TO_REVIEW, actor=actor)
    mark_known(file)
    taken = ServiceRow.objects.filter(file=file, verdict__in=TAKEN).update(is_counted=True)
    if not taken:
        raise NotSo(_("No row of this list would count. Mend the file and give it in again."))
    file.state, file.taken_in_at = FileState.TAKEN_IN, at
    file.save(update_fields=["state", "taken_in_at"])
    append("results.list.taken_in", actor=actor, at=at, subject=file.pk, kind="list", detail={"rows": taken})
    return file


@transaction.atomic
def undo(*, file_id: UUID, actor: Actor, at: datetime) -> ServedFile:
    """Its rows count no more. Raises NoSuchProject, NotSo, and Locked where a locked figure rests on it."""
    file = _file_for(file_id, FileState.TAKEN_IN, actor=actor)
    rows = ServiceRow.objects.filter(file=file, is_counted=True)
    days = rows.aggregate(first=Min("on"), last=Max("on"))
    built = LockedPeriod.objects.filter(
        project=file.project_id, locked_at__gte=file.taken_in_at, first__lte=days["last"], end__gt=days["first"]
    )
    if built.exists():
        raise Locked(_("A locked period rests on this list. Restate its figures, each with a reason, instead."))
    rows.update(is_counted=False)
    _count_again(file)
    file.state, file.undone_at = FileState.UNDONE, at
    file.save(update_fields=["state", "undone_at"])
    append("results.list.undone", actor=actor, at=at, subject=file.pk, kind="list")
    return file


def _count_again(file: ServedFile) -> None:
    """Sessions of other lists that were left out because this one had them count now."""
    others = ServiceRow.objects.filter(
        project=file.project_id, verdict=Verdict.DUPLICATE, of=None, file__state=FileState.TAKEN_IN
    ).exclude(file=file)
    seen = {_session(row) for row in ServiceRow.objects.filter(file=file, verdict__in=TAKEN)}
    again, keys = [], set()
    for row in others.order_by("file__taken_in_at", "row"):
        if _session(row) in seen and _session(row) not in keys:
            keys.add(_session(row))
            row.problems = [code for code in row.problems if code != "twice"]
            row.verdict, row.is_counted = Verdict.WARNED if row.problems else Verdict.ACCEPTED, True
            again.append(row)
    ServiceRow.objects.bulk_update(again, ["verdict", "is_counted", "problems"], batch_size=BATCH)


def _session(row: ServiceRow) -> tuple[object, ...]:
    return row.who, row.service, row.on, row.place.casefold()


def _file_for(file_id: UUID, state: FileState, *, actor: Actor) -> ServedFile:
    mine: QuerySet[Project] = projects_for(actor, KEEP)
    rows = ServedFile.objects.select_for_update(of=("self",)).select_related("project")
    file = rows.filter(pk=file_id, project__in=mine.values("pk")).first()
    if file is None:
        raise NoSuchProject(str(file_id))
    # One list of a project at a time: two with the same sessions shall not both count them.
    Project.objects.select_for_update().get(pk=file.project_id)
    if file.state != state:
        raise NotSo(_("This list is at another step by now: %(state)s.") % {"state": file.get_state_display()})
    return file
