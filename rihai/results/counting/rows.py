"""Counts the sessions of a project's lists: people by code, once; as few questions as there are services."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Case, Count, Max, Min, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat

from rihai.kit.once import once
from rihai.results.counting.spans import Span
from rihai.results.models import Project, ServiceRow

MEMORY = "128MB"
"""What one count may hold in PostgreSQL's memory; with its usual 4 MB it goes through a million rows by an index, each
row's page fetched anew, which takes three times as long."""
DAY = len("2026-11-26")


@dataclass(frozen=True, slots=True)
class Sums:
    """People and sessions of any service (the empty one) and of each."""

    people: Mapping[str, int]
    sessions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Someone:
    """One person behind a figure: under which code, in which district (of her first session), sex and age as said."""

    who: str
    district: str
    sex: str
    age: int | None


def counted_rows(project: Project, span: Span, service: str = "") -> QuerySet[ServiceRow]:
    """The rows that count."""
    rows = ServiceRow.objects.filter(project=project, is_counted=True, on__gte=span.first, on__lt=span.end)
    return rows.filter(service=service) if service else rows


@contextmanager
def _with_memory() -> Iterator[None]:
    """Within it PostgreSQL counts in memory; elsewhere nothing changes."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('work_mem')")
        (usual,) = cursor.fetchone()
        cursor.execute("SELECT set_config('work_mem', %s, true)", [MEMORY])
        yield
        cursor.execute("SELECT set_config('work_mem', %s, true)", [usual])


def sums_of(project: Project, span: Span) -> Sums:
    """In two queries and one for each service, however many rows; once for a page."""
    return once(("results.sums", project.pk, span), lambda: _sums(project, span))


def _sums(project: Project, span: Span) -> Sums:
    """Distinct people are counted from their distinct codes: to count within groups PostgreSQL sorts every row."""
    with _with_memory():
        sessions = dict(counted_rows(project, span).order_by().values_list("service").annotate(n=Count("pk")))
        people = {
            service: counted_rows(project, span, service).order_by().values("who").distinct().count()
            for service in ("", *sessions)
        }
    return Sums(people, {"": sum(sessions.values()), **sessions})


def someones(project: Project, span: Span, service: str = "") -> list[Someone]:
    """Everybody behind a figure, once each. The district is that of her first session of any service in these days,
    so that the districts of each figure add up to it, and those of two figures are of one kind."""
    first = Concat(
        Cast("on", TextField()), Case(When(district="", then=Value("1")), default=Value("0")), "district",
        output_field=TextField(),
    )  # fmt: skip
    homes = (
        counted_rows(project, span).order_by().values("who")
        .annotate(first=Min(first), said_sex=Max("sex"), said_age=Max("age"))
        .values_list("who", "first", "said_sex", "said_age")
    )  # fmt: skip
    with _with_memory():
        wanted = set(counted_rows(project, span, service).order_by().values_list("who", flat=True)) if service else None
        return [
            Someone(who, day_and_home[DAY + 1 :], sex, age)
            for who, day_and_home, sex, age in homes
            if wanted is None or who in wanted
        ]
