"""Who is overdue: counts by prison, course and rank; by name for who judges the place."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.overdue.queries import by_place, named
from rihai.training.overdue.shown import words
from rihai.training.reach import JUDGE, KEEP, READ, places_for


@needs(READ)
@require_GET
def overdue(request: HttpRequest) -> HttpResponse:
    """Counts, which name nobody; a place opens for who judges there."""
    actor = actor_of(request)
    rows = by_place(actor, timezone.localdate())
    judged = set(places_for(actor, JUDGE).values_list("pk", flat=True)) if actor.may(JUDGE) else set()
    context = {
        "rows": rows[:300], "judged": judged, "may_keep": actor.may(KEEP), "may_export": bool(judged) and
        actor.may("exports.make"), "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "training/overdue/index.html", context)


@needs(JUDGE)
@require_GET
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """By name, who of a place is overdue or soon will be."""
    actor = actor_of(request)
    one = places_for(actor, JUDGE).filter(pk=pk).first() if pk < 2**31 else None
    if one is None:
        raise Http404(str(pk))
    rows = named(actor, timezone.localdate(), place_id=one.pk)
    listed(request, "training.overdue", len(rows), {"place": one.pk})
    context = {
        "one": one, "rows": rows[:500], "words": words(), "may_export": actor.may("exports.make"),
        "page_class": "personal",
    }  # fmt: skip
    return render(request, "training/overdue/place.html", context)
