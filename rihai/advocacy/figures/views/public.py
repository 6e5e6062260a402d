"""What anybody may read: the newest figures, earlier ones, one table as CSV, a release as JSON, the press sheet."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rihai.accounts.operations.house import as_house
from rihai.advocacy.figures.machine import csv_of, json_of
from rihai.advocacy.figures.map import cleared, map_of
from rihai.advocacy.figures.models import FigureRelease, State
from rihai.advocacy.figures.queries import Open, over_time, public_list, public_release, whole
from rihai.advocacy.figures.sheet import sheet_of
from rihai.advocacy.figures.shown import Page, Shown
from rihai.advocacy.figures.views.cached import SPOKEN, cached, page
from rihai.kit.gate import public
from rihai.paper.charts import LineChart, Point
from rihai.paper.page import figures as drawn
from rihai.paper.table import SUPPRESSED


@public
@require_safe
def front(_request: HttpRequest) -> HttpResponse:
    """The address that is told: it leads to the page in the language of this browser or this office."""
    language = get_language() or "en"
    return redirect("advocacy:figures-newest", language=language if language in SPOKEN else "en")


@public
@cached
def newest(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001 - `cached` speaks it
    """The newest figures; where nothing was published yet, that."""
    found = public_release(None, timezone.now())
    return (
        _release(request, found)
        if found
        else page(request, "advocacy/figures/none.html", {"is_first": not public_list(timezone.now())})
    )


@public
@cached
def release(request: HttpRequest, language: str, number: int) -> HttpResponse:  # noqa: ARG001
    """One release, as long as anybody may read it."""
    return _release(request, _open(number))


@public
@cached
def every(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001
    """Every release, the newest first."""
    return page(request, "advocacy/figures/all.html", {"rows": public_list(timezone.now())})


@public
@cached
def table_csv(_request: HttpRequest, number: int, table: str) -> HttpResponse:
    """One table as CSV."""
    found, _after = _figures(number)
    one = next((each for each in found.tables.all() if each.code == table), None)
    if one is None:
        raise Http404(table)
    return _file(csv_of(one), f"figures-{number}-{table}.csv", "text/csv; charset=utf-8")


@public
@cached
def whole_json(_request: HttpRequest, number: int) -> HttpResponse:
    """A release as JSON; of a withdrawn one why it was withdrawn."""
    found = _open(number)
    answer = JsonResponse(json_of(found.release, found.replaced_by), json_dumps_params={"ensure_ascii": False})
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


@public
@cached
def sheet(_request: HttpRequest, number: int, language: str) -> HttpResponse:
    """The press sheet as PDF, made once."""
    found, after = _figures(number)
    content = _sheet(found.pk, found.version, language, after.pk if after else None)
    return _file(content, f"figures-{number}-{language}.pdf", "application/pdf")


@lru_cache(maxsize=8)
def _sheet(key: UUID, _version: int, language: str, after: UUID | None) -> bytes:
    with as_house():
        later = FigureRelease.objects.get(pk=after) if after else None
        return sheet_of(whole(FigureRelease.objects.filter(pk=key)).get(), language, timezone.now(), later)


def _open(number: int) -> Open:
    found = public_release(number, timezone.now())
    if found is None:
        raise Http404(str(number))
    return found


def _figures(number: int) -> tuple[FigureRelease, FigureRelease | None]:
    """A release whose figures may be read, and what replaced it. Raises Http404 for one that is withdrawn."""
    found = _open(number)
    if found.release.state == State.WITHDRAWN:
        raise Http404(str(number))
    return found.release, found.replaced_by


def _release(request: HttpRequest, found: Open) -> HttpResponse:
    shown = Page(found.release)
    if found.release.state == State.WITHDRAWN:
        return page(request, "advocacy/figures/withdrawn.html", {"open": found, "one": found.release}, status=410)
    context = {
        "open": found, "one": found.release, "page": shown, "cleared": cleared(), "trend": _trend(found),
        "parts": [_part(table, found.release.number) for table in shown.tables.values()],
    }  # fmt: skip
    return page(request, "advocacy/figures/release.html", context)


def _part(table: Shown, number: int) -> dict[str, object]:
    """One table with its drawings, in HTML."""
    language = get_language() or "en"
    charts = [(each.title, each.as_svg(language, key=f"{table.code}-{n}")) for n, each in enumerate(table.charts())]
    district = map_of(table) if table.code == "home_district" else None
    return {
        "shown": table, "charts": charts, "number": number, "table": drawn.table(table.as_table(), language),
        "long": len(table.rows) > LONG, "map": district, "svg": district.as_svg("map") if district else "",
    }  # fmt: skip


LONG = 12
"""Rows from which a table is folded under its drawing."""


def _trend(found: Open) -> str:
    """People under trial through the releases, drawn; empty with fewer than two, and on an earlier release."""
    days = over_time(timezone.now(), "standing", "under_trial", "persons") if found.is_newest else []
    if len(days) < 2:
        return ""
    points = [Point(day, SUPPRESSED if number is None else number) for day, number in days]
    title = _("Held before a first decision, release by release")
    chart = LineChart(title, _("From release to release, as printed."), _("Day"), _("Persons"), points)
    return drawn.chart(chart, get_language() or "en", "trend")


def _file(content: bytes, name: str, media_type: str) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*",
    }  # fmt: skip
    return HttpResponse(content, content_type=media_type, headers=headers)
