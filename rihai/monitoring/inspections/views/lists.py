"""Lists: all inspections, one prison over time, prisons beside each other without a rank."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.inspections.models import Kind, State
from rihai.monitoring.inspections.queries.lists import beside_each_other, over_time
from rihai.monitoring.reach import ANSWER, INSPECT, READ, inspections_for, places_for
from rihai.places.models import Place

PAGE = 50
TABS = ("open", "done", "self")


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Inspections that are at work, those that are done, and what prisons say of themselves."""
    actor = actor_of(request)
    tab = request.GET.get("tab", "")
    tab = tab if tab in TABS else "open" if actor.may(INSPECT) else "done"
    rows = inspections_for(actor).filter(kind=Kind.SELF if tab == "self" else Kind.INSPECTION)
    closed = (State.FINAL, State.GIVEN_UP)
    rows = rows.exclude(state__in=closed) if tab == "open" else rows.filter(state__in=closed) if tab == "done" else rows
    shown = list(rows[:PAGE])
    listed(request, "monitoring.inspections", len(shown), {"tab": tab})
    context = {
        "rows": shown, "tab": tab, "may_inspect": actor.may(INSPECT), "today": timezone.localdate(),
        "may_assess": actor.may(ANSWER) and places_for(actor, ANSWER).exists(),
    }  # fmt: skip
    return render(request, "monitoring/inspections/index.html", context)


@needs(READ)
@require_GET
def prison(request: HttpRequest, pk: int) -> HttpResponse:
    """One place over time: each area's finding at each settled visit, and what became better or worse."""
    place = Place.objects.filter(pk=pk).first()
    shown = over_time(place, actor=actor_of(request)) if place is not None else None
    if place is None or shown is None:
        raise Http404(str(pk))
    return render(request, "monitoring/inspections/prison.html", {"place": place, "shown": shown})


@needs(READ)
@require_GET
def compare(request: HttpRequest) -> HttpResponse:
    """The newest inspection of each prison, area by area; by name, never by rank."""
    shown = beside_each_other(actor=actor_of(request))
    listed(request, "monitoring.compared", len(shown.results), {})
    context: dict[str, Any] = {"shown": shown}
    return render(request, "monitoring/inspections/compare.html", context)
