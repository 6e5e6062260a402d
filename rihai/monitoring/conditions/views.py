"""The conditions of prisons over time: which are chronic, each series with its chart and table, figures by hand."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.conditions import operations
from rihai.monitoring.conditions.forms import BackForm, PointForm
from rihai.monitoring.conditions.queries import courses_at, point_seen
from rihai.monitoring.conditions.shown import chart_of
from rihai.monitoring.pages import act_page
from rihai.monitoring.reach import INSPECT, READ, places_for
from rihai.monitoring.views import found

FORM = require_http_methods(["GET", "POST"])


@needs(READ)
@require_http_methods(["GET"])
def index(request: HttpRequest) -> HttpResponse:
    """Every prison with what is chronic there, the most first; no rank is given."""
    actor = actor_of(request)
    places = list(places_for(actor, READ))
    courses = courses_at([one.pk for one in places], actor=actor)
    rows = []
    for place in places:
        known = [course for course in courses[place.pk] if course.newest is not None]
        rows.append((place, [c for c in known if c.is_chronic], [c for c in known if c.is_broken and not c.is_chronic],
                     len(known)))  # fmt: skip
    rows.sort(key=lambda row: (-len(row[1]), -len(row[2]), row[0].name))
    return render(request, "monitoring/conditions/index.html", {"rows": rows})


@needs(READ)
@require_http_methods(["GET"])
def prison(request: HttpRequest, pk: int) -> HttpResponse:
    """One prison: every series."""
    actor = actor_of(request)
    place = found(places_for(actor, READ).filter(pk=pk).first(), pk)
    all_of_it = courses_at([place.pk], actor=actor)[place.pk]
    known = [(course, chart_of(course)) for course in all_of_it if course.newest is not None]
    known.sort(key=lambda pair: (not pair[0].is_chronic, not pair[0].is_broken))
    context = {
        "place": place, "courses": known, "missing": [course.series for course in all_of_it if not course.points],
        "may": actor.may(INSPECT), "chronic": [course for course, _chart in known if course.is_chronic],
        "may_export": actor.may("exports.make"),
    }  # fmt: skip
    return render(request, "monitoring/conditions/prison.html", context)


@needs(INSPECT)
@FORM
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a figure by hand."""
    actor = actor_of(request)
    place = found(places_for(actor, INSPECT).filter(pk=pk).first(), pk)
    form = PointForm(request.POST or None, today=timezone.localdate(), first=request.GET.get("series", ""))
    back = reverse("monitoring:conditions-of", args=[place.pk])
    return act_page(
        request, form, title=_("A figure"), word=_("Write it down"), standfirst=place.shown,
        crumbs=[(reverse("monitoring:conditions"), _("Conditions over time")), (back, place.shown)],
        to=lambda _row: back, says=_("It stands in its series, with its source."),
        act=lambda: operations.write_point(place=place, said=form.cleaned_data, actor=actor, at=timezone.now()),
    )  # fmt: skip


@needs(INSPECT)
@FORM
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a figure back."""
    actor = actor_of(request)
    row = found(point_seen(pk, actor=actor), pk)
    form = BackForm(request.POST or None)
    back = reverse("monitoring:conditions-of", args=[row.place_id])
    return act_page(
        request, form, title=_("Take a figure back"), word=_("Take it back"), crumbs=[(back, row.place.shown)],
        to=lambda _row: back, says=_("It stands there no more. It is kept."),
        act=lambda: operations.take_back_point(
            point_id=row.pk, why=form.cleaned_data["why"], actor=actor, at=timezone.now()
        ),
    )  # fmt: skip
