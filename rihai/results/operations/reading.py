"""Reads a list of services given into rows: at once, or a long one as work that shows its progress and can be left.

What takes long is done outside the transaction and kept in the worker's memory; rows come in a few thousand at a time,
and a worker that follows one that died reads the file again and goes on where the last row stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from rihai.accounts.standing import local_day
from rihai.casework.services.catalogue import catalogue
from rihai.census.served import SERVICES, ServedList, ServedRow, read_served, service_table
from rihai.census.served.read import Asked
from rihai.kit.files import read
from rihai.kit.jobs import Job, Progress, Work
from rihai.kit.offers import JobKind
from rihai.paper.cell import Sheet
from rihai.paper.sheets import open_sheets
from rihai.results.errors import NotSo
from rihai.results.models import FileState, Project, SameCode, ServedFile, ServiceRow, Verdict
from rihai.results.models.lists import TAKEN

READ = "results.list.read"
BATCH = 1_000
STEP = 5_000
"""Rows of one step, which is one transaction of a second or two."""
STOPPED = gettext_noop("Reading it stopped. Give the same file in again; nothing of it counts.")
_held: dict[UUID, ServedList] = {}
"""What the worker of this process has read for the job it is doing; one at a time."""


def read_sheets(project: Project, sheets: Sequence[Sheet], at: Any) -> ServedList:
    """Every row of the sheets as the project asks for them. Raises FileUnreadable."""
    asked = Asked(
        local_day(at), services=services_of(project), project=(project.code, project.name, project.name_ur),
        first=project.started_on, end=project.ended_on, women_only=project.women_only,
    )  # fmt: skip
    return read_served(sheets, asked)


def services_of(project: Project) -> Mapping[str, str]:
    """What each word means among the services of a project; all of the catalogue where it names none."""
    named: dict[str, list[str]] = {
        slug: [one.title.en, one.title.ur] for slug, one in catalogue().items() if slug in project.services
    } or {slug: [one.title.en, one.title.ur] for slug, one in catalogue().items()}
    for slug, words in SERVICES.items():
        if slug in named:
            named[slug] += words
    return service_table(named)


def keep_rows(file: ServedFile, rows: Sequence[ServedRow]) -> None:
    """Keep rows of a list, within the act that reads them.

    Codes are joined under the same lock, so that no row is read under a code that is joined meanwhile.
    """
    project = Project.objects.select_for_update().get(pk=file.project_id)
    same = dict(SameCode.objects.filter(project=project, parted_at=None).values_list("code", "same_as"))
    ServiceRow.objects.bulk_create((_row(project, file, row, same) for row in rows), batch_size=BATCH)


def _row(project: Project, file: ServedFile, row: ServedRow, same: Mapping[str, str]) -> ServiceRow:
    """A row as it is kept; a day outside the project's is none of its days, and stays to be read as it was written."""
    outside = {"date_ahead", "date_outside"} & set(row.problems)
    return ServiceRow(
        project=project, file=file, sheet=row.sheet[:80], row=row.row, verdict=row.verdict, code=row.code,
        who=same.get(row.code, row.code), service=row.service, district=row.district, place=row.place,
        on=None if outside else row.on,
        sex=row.sex, age=row.age, of=row.of, problems=row.problems, said=row.raw,
    )  # fmt: skip


def mark_known(file: ServedFile) -> int:
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


def prepare(work: Work) -> ServedList:
    """The file read, which writes nothing. Raises NotSo where the list waits for this work no more, or whoever gave it
    in may not read it any more: work that ended well would leave it waiting for ever."""
    file = _file_of(work)
    if file is None or work.actor is None:
        raise NotSo(STOPPED)
    if work.job_id not in _held:
        _held.clear()
        content = read(file.stored, actor=work.actor, at=work.at)
        _held[work.job_id] = read_sheets(file.project, open_sheets(content, file.name).sheets, file.given_at)
    return _held[work.job_id]


def step(work: Work) -> Progress:
    """Some thousands of rows more; after the last the list can be looked at. Raises NotSo as `prepare` does."""
    file, found = _file_of(work, lock=True), work.prepared
    if file is None or not isinstance(found, ServedList):
        raise NotSo(STOPPED)
    start = int(work.cursor.get("row", 0))
    part = found.rows[start : start + STEP]
    keep_rows(file, part)
    done, whole = start + len(part), len(found.rows)
    if done < whole:
        return Progress(done, whole, cursor={"row": done})
    mark_known(file)
    file.state, file.headings = FileState.TO_REVIEW, headings_of(found)
    file.save(update_fields=["state", "headings"])
    _held.pop(work.job_id, None)
    return Progress(whole, whole, result={"rows": whole})


def headings_of(found: ServedList) -> dict[str, int]:
    """On which row of each sheet the headings stand."""
    return {name or "": row for name, row in found.headings.items()}


def _file_of(work: Work, *, lock: bool = False) -> ServedFile | None:
    """The list, as long as it waits for this very work."""
    rows = ServedFile.objects.select_related("project", "stored")
    rows = rows.select_for_update(of=("self",)) if lock else rows
    return rows.filter(pk=work.arguments["list"], state=FileState.READING, job_id=work.job_id).first()


def _page(job: Job) -> tuple[Any, str]:
    return _("Look at the list"), reverse("results:list", args=[job.arguments["list"]])


KIND = JobKind(
    name=READ, title=_("Reading a list of sessions"), step=step, prepare=prepare, link=_page,
    silent=timedelta(minutes=10),
)  # fmt: skip
