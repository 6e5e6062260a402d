"""The list of projects, the whole of one, and the people of the organisation, each counted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from rihai.kit.actor import Actor
from rihai.results.counting import Span
from rihai.results.counting.marks import register_of
from rihai.results.counting.measures import contacts_of
from rihai.results.counting.rows import counted_rows, sums_of
from rihai.results.models import Basis, Indicator, Project, SameCode, ServedFile, ServiceRow, Unit
from rihai.results.reach import projects_for


@dataclass(frozen=True, slots=True)
class People:
    """People of a project, each once: by the codes of its lists, and by persons of the rooms' records.

    The two are never added: a code may be one of the persons, and nothing here says so.
    """

    by_code: int
    sessions: int
    by_person: int | None


def people_of(project: Project, span: Span) -> People:
    """Everybody served in these days, whatever and however often."""
    sums = sums_of(project, span)
    asked = Indicator.objects.filter(project=project, basis=Basis.MEASURE, unit=Unit.PEOPLE)
    measured = list(asked.select_related("project"))
    persons: set[UUID] = set()
    for one in measured:
        persons |= {contact.person_id for contact in contacts_of(one, span)}
    return People(sums.people[""], sums.sessions[""], len(persons) if measured else None)


@dataclass(frozen=True, slots=True)
class Register:
    """People counted by one register of codes, over every project that uses it; `added` is what projects add up to."""

    names: Sequence[str]
    people: int
    added: int


@dataclass(frozen=True, slots=True)
class Office:
    """The people of all projects the actor sees: by register of codes, and by person."""

    registers: Sequence[Register]
    persons: int
    persons_added: int


def office_of(actor: Actor, asked: Span) -> Office:
    """Everybody once, as far as codes and records can tell."""
    projects = list(projects_for(actor))
    groups: dict[str, list[Project]] = {}
    for one in projects:
        groups.setdefault(register_of(one), []).append(one)
    registers = []
    for group in groups.values():
        rows = ServiceRow.objects.filter(
            project__in=group, is_counted=True, on__gte=asked.first, on__lt=asked.end
        ).order_by()  # fmt: skip
        whole = rows.aggregate(people=Count("who", distinct=True))["people"]
        each = rows.values("project").annotate(people=Count("who", distinct=True)).values_list("people", flat=True)
        if whole:
            registers.append(Register([one.shown for one in group], whole, sum(each)))
    persons: set[UUID] = set()
    added = 0
    asked_of = Indicator.objects.filter(project__in=projects, basis=Basis.MEASURE, unit=Unit.PEOPLE)
    for indicator in asked_of.select_related("project"):
        mine = {contact.person_id for contact in contacts_of(indicator, asked)}
        added += len(mine)
        persons |= mine
    return Office(registers, len(persons), added)


def lists_of(project: Project) -> list[ServedFile]:
    """The lists given in, the newest first, with how many rows count."""
    return list(ServedFile.objects.filter(project=project).select_related("stored")[:40])


def joins_of(project: Project) -> list[SameCode]:
    """Codes that are counted as another."""
    return list(SameCode.objects.filter(project=project)[:100])


def near_codes(project: Project) -> list[list[str]]:
    """Codes that count and differ only in noughts and strokes: perhaps one person."""
    from rihai.census.served.words import core_of

    cores: dict[tuple[str, ...], set[str]] = {}
    rows = counted_rows(project, Span(project.started_on, project.started_on.replace(year=9999)))
    for code in rows.order_by().values_list("who", flat=True).distinct():
        cores.setdefault(core_of(code), set()).add(code)
    return sorted(sorted(codes) for codes in cores.values() if len(codes) > 1)[:50]
