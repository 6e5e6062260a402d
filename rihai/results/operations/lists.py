"""A list of services is given in and looked at, counted, and undone while no locked period rests on it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Max, Min, OuterRef, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.casework.services.catalogue import catalogue
from rihai.census.served import SERVICES, ServedRow, read_served, service_table
from rihai.census.served.read import Asked
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import keep
from rihai.paper.sheets import open_sheets
from rihai.results.errors import Locked, NoSuchProject, NotSo
from rihai.results.models import FileState, LockedPeriod, Project, SameCode, ServedFile, ServiceRow, Verdict
from rihai.results.models.lists import TAKEN
from rihai.results.reach import KEEP, project_for, projects_for

OWNER = "results.list"
MOST = 20_000
"""Rows of one list, which are read while the person waits: a longer one is given in by months."""
BATCH = 1_000


@transaction.atomic
def give_list(*, project_id: UUID, content: bytes, name: str, actor: Actor, at: datetime) -> ServedFile:
    """Keep the file and read its rows; nothing of it counts yet. Raises NoSuchProject, NotSo for a file given in before
    or too long, FileUnreadable, FileRefused."""
    project = project_for(project_id, actor=actor, capability=KEEP)
    sheets = open_sheets(content, name).sheets
    if sum(len(sheet.rows) for sheet in sheets) > MOST:
        raise NotSo(_("The list has more than %(n)s rows. Give it in by months.") % {"n": f"{MOST:,}"})
    digest = hashlib.sha256(content).hexdigest()
    if ServedFile.objects.filter(project=project, digest=digest).exclude(state=FileState.UNDONE).exists():
        raise NotSo(_("This very file was given in already. Nothing of it was kept a second time."))
    read = read_served(
        sheets,
        Asked(
            local_day(at), services=services_of(project), project=(project.code, project.name, project.name_ur),
            first=project.started_on, end=project.ended_on, women_only=project.women_only,
        ),
    )  # fmt: skip
    # Codes are joined under the same lock, so that no row is read under a code that is joined meanwhile.
    Project.objects.select_for_update().get(pk=project.pk)
    stored = keep(content, name=name, data_class=DataClass.PERSONAL, actor=actor, at=at, owner=OWNER)
    file = ServedFile.objects.create(
        project=project, name=(stored.name or name)[:120], stored=stored, digest=digest, given_by_name=actor.name[:120],
        given_at=at, headings={name or "": row for name, row in read.headings.items()},
    )  # fmt: skip
    same = dict(SameCode.objects.filter(project=project, parted_at=None).values_list("code", "same_as"))
    rows = (_row(project, file, row, same) for row in read.rows)
    ServiceRow.objects.bulk_create(rows, batch_size=BATCH)
    _mark_known(file)
    append("results.list.given", actor=actor, at=at, subject=file.pk, kind="list", detail={"rows": len(read.rows)})
    return file


def services_of(project: Project) -> Mapping[str, str]:
    """What each word means among the services of a project; all of the catalogue where it names none."""
    named: dict[str, list[str]] = {
        slug: [one.title.en, one.title.ur] for slug, one in catalogue().items() if slug in project.services
    } or {slug: [one.title.en, one.title.ur] for slug, one in catalogue().items()}
    for slug, words in SERVICES.items():
        if slug in named:
            named[slug] += words
    return service_table(named)


def _row(project: Project, file: ServedFile, row: ServedRow, same: Mapping[str, str]) -> ServiceRow:
    """A row as it is kept; a day outside the project's is none of its days, and stays to be read as it was written."""
    outside = {"date_ahead", "date_outside"} & set(row.problems)
    return ServiceRow(
        project=project, file=file, sheet=row.sheet[:80], row=row.row, verdict=row.verdict, code=row.code,
        who=same.get(row.code, row.code), service=row.service, district=row.district, place=row.place,
        on=None if outside else row.on,
        sex=row.sex, age=row.age, of=row.of, problems=row.problems, said=row.raw,
    )  # fmt: skip


def _mark_known(file: ServedFile) -> int:
    """Rows whose session is counted already by another list are duplicates; says how many."""
    counted = ServiceRow.objects.filter(
        project=file.project_id, is_counted=True, who=OuterRef("who"), service=OuterRef("service"), on=OuterRef("on"),
        place__iexact=OuterRef("place"),
    )  # fmt: skip
    rows = ServiceRow.objects.filter(file=file, verdict__in=TAKEN).filter(Exists(counted))
    known = list(rows)
    for row in known:
        row.verdict, row.problems = Verdict.DUPLICATE, [*row.problems, "twice"]
    ServiceRow.objects.bulk_update(known, ["verdict", "problems"], batch_size=BATCH)
    return len(known)


@transaction.atomic
def take_in(*, file_id: UUID, actor: Actor, at: datetime) -> ServedFile:
    """From now on its rows count, all that were accepted. Raises NoSuchProject, NotSo."""
    file = _file_for(file_id, FileState.TO_REVIEW, actor=actor)
    _mark_known(file)
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
