"""From a figure to what is behind it: rows of lists by code, persons as far as the reader sees them, entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile
from rihai.people.models import Person
from rihai.people.queries.people import people_for
from rihai.results.counting import Span
from rihai.results.counting.measures import contacts_of
from rihai.results.counting.rows import counted_rows
from rihai.results.models import Basis, Entry, Indicator, Sample, ServedFile, ServiceRow
from rihai.results.reach import KEEP, READ, projects_for

PAGE = 50
PEOPLE = "people.see"


@dataclass(frozen=True, slots=True)
class Known:
    """A person behind a figure whom the reader sees, and the first day in these days."""

    person: Person
    on: date


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind a figure; `hidden` is how many persons the reader does not see: no more is told of them."""

    rows: Sequence[ServiceRow] = ()
    people: Sequence[Known] = ()
    entries: Sequence[Entry] = ()
    hidden: int = 0
    whole: int = 0


def rows_behind(indicator: Indicator, span: Span) -> QuerySet[ServiceRow]:
    """The rows behind a figure that comes from lists, by day."""
    rows = counted_rows(indicator.project, span, indicator.service).select_related("file")
    return rows.order_by("on", "who", "pk")


def evidence_of(indicator: Indicator, span: Span, *, actor: Actor, page: int = 1) -> Evidence:
    """A page of what is behind a figure."""
    at = slice((page - 1) * PAGE, page * PAGE)
    if indicator.basis == Basis.ENTERED:
        rows = list(Entry.objects.filter(indicator=indicator).select_related("evidence").order_by("-first", "-at"))
        return Evidence(entries=rows[at], whole=len(rows))
    if indicator.basis == Basis.ROWS:
        found = rows_behind(indicator, span)
        return Evidence(rows=list(found[at]), whole=found.count())
    first: dict[UUID, date] = {}
    for one in contacts_of(indicator, span):
        first[one.person_id] = min(first.get(one.person_id, one.on), one.on)
    seen = _seen(list(first), actor)
    known = sorted((Known(person, first[pk]) for pk, person in seen.items()), key=lambda one: (one.on, one.person.pk))
    return Evidence(people=known[at], hidden=len(first) - len(seen), whole=len(known))


def _seen(persons: list[UUID], actor: Actor) -> dict[UUID, Person]:
    if not actor.may(PEOPLE):
        return {}
    return {one.pk: one for one in people_for(actor).filter(pk__in=persons).select_related("held_at")}


def samples_of(indicator: Indicator) -> list[Sample]:
    """The samples drawn from the rows behind a figure, with their rows."""
    return list(Sample.objects.filter(indicator=indicator).prefetch_related("rows"))


def may_read_list(actor: Actor, stored: StoredFile) -> bool:
    """Whether the file is a list of a project that the actor keeps."""
    return ServedFile.objects.filter(stored=stored.pk, project__in=projects_for(actor, KEEP).values("pk")).exists()


def may_read_evidence(actor: Actor, stored: StoredFile) -> bool:
    """Whether the file shows a figure of a project that the actor reads."""
    mine = projects_for(actor, READ).values("pk")
    return Entry.objects.filter(evidence=stored.pk, indicator__project__in=mine).exists()
