"""One list as it was given in: its sums, its rows with a problem, what it would count, and the file back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.casework.services.catalogue import title_of
from rihai.census.served import PROBLEMS, says_of
from rihai.kit.actor import Actor
from rihai.kit.files import read
from rihai.kit.jobs import Job
from rihai.paper.returned import Note, give_back
from rihai.paper.sheets import open_sheets
from rihai.results.models import FileState, ServedFile, ServiceRow, Verdict
from rihai.results.models.lists import TAKEN

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Preview:
    """What a list would count: sessions, people, how many of them are new to the project."""

    sessions: int
    people: int
    new: int
    services: Mapping[str, int]
    districts: int


def sums_of(file: ServedFile) -> list[tuple[str, str, int]]:
    """How many rows have each verdict: its code, its word, the number. Together they are all rows of the file."""
    rows = ServiceRow.objects.filter(file=file).order_by()
    counted = dict(rows.values_list("verdict").annotate(n=Count("pk")))
    return [(str(code), str(word), counted.get(code, 0)) for code, word in Verdict.choices]


def reading_of(file: ServedFile) -> Job | None:
    """The work that reads a long list; None where nothing is being read."""
    if file.job_id is None or file.state != FileState.READING:
        return None
    return Job.objects.filter(pk=file.job_id).first()


def preview_of(file: ServedFile) -> Preview:
    """In a few queries, however long the list."""
    rows = ServiceRow.objects.filter(file=file, verdict__in=TAKEN).order_by()
    people = rows.values("who").distinct()
    each = rows.values_list("service").annotate(n=Count("who", distinct=True))
    known = ServiceRow.objects.filter(project=file.project_id, is_counted=True).exclude(file=file).values("who")
    return Preview(
        sessions=rows.count(), people=people.count(), new=people.exclude(who__in=known).count(),
        services={title_of(service): people for service, people in each.order_by("service")},
        districts=rows.exclude(district="").values("district").distinct().count(),
    )  # fmt: skip


def wrong_rows(file: ServedFile, language: str) -> list[tuple[ServiceRow, list[str]]]:
    """The first rows with a problem, each in words: those that are left out first."""
    wrong = ServiceRow.objects.filter(file=file).exclude(problems=[]).order_by("row")
    rows = list(wrong.filter(verdict=Verdict.REJECTED)[:SHOWN])
    rows += wrong.exclude(verdict=Verdict.REJECTED)[: SHOWN - len(rows)]
    return [(row, [says_of(code, language) for code in row.problems if code in PROBLEMS]) for row in rows]


def file_back(file: ServedFile, *, actor: Actor, at: datetime, language: str) -> tuple[str, bytes]:
    """The user's own file with a column that says row by row what to mend."""
    content = read(file.stored, actor=actor, at=at)
    book = open_sheets(content, file.name)
    rows = ServiceRow.objects.filter(file=file).exclude(problems=[])
    with override(language):
        heading, left = _("What to mend"), _("Not counted.")
        notes = {(row.sheet or None, row.row): _note(row, left, language) for row in rows}
    headings = {name or None: row for name, row in file.headings.items()}
    return give_back(content, file.name, book, notes, heading=heading, language=language, heading_rows=headings)


def _note(row: ServiceRow, left: str, language: str) -> Note:
    told = " ".join(says_of(code, language) for code in row.problems if code in PROBLEMS)
    return Note(f"{left} {told}", "reject") if row.verdict == Verdict.REJECTED else Note(told, "warn")
