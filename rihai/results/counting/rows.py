"""Counts the sessions of a project's lists: people by code, once; as few questions as there are services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When, Window
from django.db.models.expressions import BaseExpression
from django.db.models.functions import FirstValue

from rihai.kit.once import once
from rihai.results.counting.spans import Span
from rihai.results.models import Project, ServiceRow


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


def sums_of(project: Project, span: Span) -> Sums:
    """In two queries and one for each service, however many rows; once for a page."""
    return once(("results.sums", project.pk, span), lambda: _sums(project, span))


def _sums(project: Project, span: Span) -> Sums:
    """Distinct people are counted from their distinct codes: to count within groups PostgreSQL sorts every row."""
    sessions = dict(counted_rows(project, span).order_by().values_list("service").annotate(n=Count("pk")))
    people = {
        service: counted_rows(project, span, service).order_by().values("who").distinct().count()
        for service in ("", *sessions)
    }
    return Sums(people, {"": sum(sessions.values()), **sessions})


def someones(project: Project, span: Span, service: str = "") -> list[Someone]:
    """Everybody behind a figure, once each. The district is that of her first session of any service in these days,
    so that the districts of each figure add up to it, and those of two figures are of one kind."""
    first: list[BaseExpression | F | str] = [
        F("on"),
        Case(When(district="", then=Value(1)), default=Value(0), output_field=IntegerField()),
        "district",
    ]
    rows = counted_rows(project, span).order_by()
    homes = rows.annotate(
        home=Window(FirstValue("district"), partition_by="who", order_by=first),
        said_sex=Window(FirstValue("sex"), partition_by="who", order_by=[F("sex").desc(), "on"]),
        said_age=Window(FirstValue("age"), partition_by="who", order_by=[F("age").desc(nulls_last=True)]),
    ).values_list("who", "home", "said_sex", "said_age").distinct()  # fmt: skip
    wanted = set(counted_rows(project, span, service).order_by().values_list("who", flat=True)) if service else None
    return [Someone(*one) for one in homes if wanted is None or one[0] in wanted]
