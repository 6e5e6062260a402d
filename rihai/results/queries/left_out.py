"""Rows that are not counted, and why: how many by reason, and the rows themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.db.models import Q, QuerySet

from rihai.census.served import PROBLEMS, says_of
from rihai.results.counting.spans import Span
from rihai.results.models import FileState, Project, ServiceRow, Verdict

LEFT = (Verdict.REJECTED, Verdict.DUPLICATE)


def rows_left_out(project: Project, span: Span) -> QuerySet[ServiceRow]:
    """The rows of lists that are taken in and do not count. Those without a day belong to the whole project alone."""
    days = Q(on__gte=span.first, on__lt=span.end)
    if span.first == project.started_on:
        days |= Q(on=None)  # what has no day within the project's would stand in no period
    rows = ServiceRow.objects.filter(project=project, is_counted=False, verdict__in=LEFT)
    return rows.filter(file__state=FileState.TAKEN_IN).filter(days)


def left_out(project: Project, span: Span) -> dict[str, int]:
    """How many rows are left out for each reason; a row with two reasons stands under the first."""
    kinds: Counter[str] = Counter()
    for problems in rows_left_out(project, span).values_list("problems", flat=True):
        kinds[reason_of(problems)] += 1
    return dict(kinds.most_common())


def reason_of(problems: list[str]) -> str:
    """The problem for which a row is left out."""
    return next((code for code in problems if code in PROBLEMS and (PROBLEMS[code].rejects or code == "twice")), "")


def reasons_in_words(counted: Mapping[str, int], language: str) -> list[tuple[str, str, int]]:
    """Code, words, number of each reason, most first."""
    return [(code, says_of(code, language), number) for code, number in counted.items() if code in PROBLEMS]
