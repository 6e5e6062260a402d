"""The readiness of prisons: each with what it lacks, what is grave first; one prison in whole."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.pages import found, page_of
from rihai.preparedness.reach import KEEP, READ, places_for
from rihai.preparedness.readiness.queries import begun_first, readiness

PAGE = 30


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Prisons that have a plan, then those where nothing was begun, each by name: it is no ranking."""
    actor = actor_of(request)
    places, pages = page_of(request, begun_first(places_for(actor, READ)), PAGE)
    listed(request, "preparedness.readiness", len(places), {})
    context = {
        "rows": readiness(places, actor=actor, on=timezone.localdate()), "may_export": actor.may("exports.make"),
        "page_class": "ordinary", **pages,
    }  # fmt: skip
    return render(request, "preparedness/readiness/index.html", context)


@needs(READ)
@require_GET
def prison(request: HttpRequest, place_id: int) -> HttpResponse:
    """One prison: what was looked at, and what it lacks of each."""
    actor = actor_of(request)
    place = found(places_for(actor, READ).filter(pk=place_id).first(), place_id)
    (row,) = readiness([place], actor=actor, on=timezone.localdate())
    context = {
        "row": row, "place": place, "may_keep": places_for(actor, KEEP).filter(pk=place_id).exists(),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "preparedness/readiness/prison.html", context)
