"""The register of complaints, and complaints in numbers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rihai.kit.actor import Actor
from rihai.kit.audit.reads import listed
from rihai.kit.gate import signed_in
from rihai.kit.views.asked import actor_of
from rihai.monitoring.complaints.known import title_of
from rihai.monitoring.complaints.queries import COMPLAINTS, complaints_for, overdue, unanswered
from rihai.monitoring.complaints.queries.numbers import numbers
from rihai.monitoring.deaths.forms import PeriodForm
from rihai.monitoring.reach import ANSWER

MOST = 100


def entered(request: HttpRequest) -> Actor:
    """Who follows complaints, or answers for a prison; for others there is no such page."""
    actor = actor_of(request)
    if not (actor.may(COMPLAINTS) or actor.may(ANSWER)):
        raise Http404
    return actor


@signed_in
@require_http_methods(["GET"])
def index(request: HttpRequest) -> HttpResponse:
    """The register."""
    actor, tab, today = entered(request), request.GET.get("tab", "open"), timezone.localdate()
    rows = {
        "open": unanswered(actor), "late": overdue(actor, today), "done": complaints_for(actor).exclude(done_on=None),
    }.get(tab, complaints_for(actor))  # fmt: skip
    place = request.GET.get("place", "")
    if place.isascii() and place.isdigit() and len(place) < 10:
        rows = rows.filter(place=int(place))
    found = list(rows[:MOST])
    listed(request, "complaints", len(found), {"tab": tab})
    context = {
        "rows": [(one, title_of(one.kind)) for one in found], "tab": tab, "today": today, "place": place,
        "may_write": actor.may(COMPLAINTS), "may_export": actor.may("exports.make"),
    }  # fmt: skip
    return render(request, "monitoring/complaints/index.html", context)


@signed_in
@require_http_methods(["GET"])
def in_numbers(request: HttpRequest) -> HttpResponse:
    """How many, how soon, what share in time."""
    actor = entered(request)
    today = timezone.localdate()
    form = PeriodForm(request.GET or None, today=today)
    first, end = form.days()
    found = numbers(actor, first, end, on=today)
    kinds = [(title_of(row.key), row) for row in found.by_kind]
    context = {
        "form": form, "found": found, "first": first, "places": [(row.key, row) for row in found.by_place],
        "kinds": kinds,
    }  # fmt: skip
    return render(request, "monitoring/complaints/numbers.html", context)
