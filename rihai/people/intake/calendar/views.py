"""The pages of the calendar: every prison, one prison, and what is written down of a list that is expected."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed
from rihai.kit.editing import Changed
from rihai.kit.gate import needs
from rihai.people.intake.calendar.forms import AskedForm, RefusedForm, RhythmForm, WithinForm
from rihai.people.intake.calendar.models import CensusRhythm, ExpectedCensus
from rihai.people.intake.calendar.operations import expect, note_asked, note_refused
from rihai.people.intake.calendar.queries import (
    around,
    expected_for,
    expected_seen,
    lines,
    place_seen,
    rhythm_of,
)
from rihai.people.intake.queries.censuses import MAY
from rihai.people.intake.views.asked import links, page_in, paged
from rihai.people.views.asked import actor_of, places_of
from rihai.places.kinds import Kind
from rihai.places.models import Place

PAGE = 24
SENDING = frozenset({Kind.PRISON, Kind.LOCK_UP})
"""Places that send lists of their own; a barrack stands in its prison's."""
NEW = 0
"""The version of a rhythm that nobody has set."""


@needs(MAY)
@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """Every prison on the calendar where the actor works."""
    actor, today = actor_of(request), timezone.localdate()
    mine = list(places_of(request))
    form = WithinForm(request.GET, places=around(mine))
    rows = lines(actor, today, within=form.place)
    listed(request, "people.expected_censuses", len(rows), {"place": form.place or ""})
    counts = {state: sum(row.state == state for row in rows) for state in ("late", "refused", "soon")}
    there = {row.place.pk for row in rows}
    context = {
        "form": form,
        "rows": rows,
        "counts": counts,
        "today": today,
        "others": [one for one in mine if one.pk not in there and one.kind in SENDING] if form.place is None else [],
    }
    return render(request, "people/intake/calendar/index.html", context)


@needs(MAY)
@require_GET
def of_place(request: HttpRequest, place: int) -> HttpResponse:
    """One prison's lists, the newest first."""
    held = _place(request, place)
    page = page_in(request)
    rows, more = paged(expected_for(actor_of(request)).filter(place=held).select_related("census"), page, PAGE)
    today = timezone.localdate()
    context = {"place": held, "rhythm": rhythm_of(held), "rows": rows, "today": today, **links(request, page, more)}
    return render(request, "people/intake/calendar/place.html", context)


@needs(MAY)
@require_http_methods(["GET", "POST"])
def rhythm(request: HttpRequest, place: int) -> HttpResponse:
    """Set how often a prison's list is expected."""
    held = _place(request, place)
    found = rhythm_of(held) or CensusRhythm(place=held, version=NEW)
    form = RhythmForm(request.POST or None, instance=found)

    def act() -> Any:
        said = form.cleaned_data
        version = form.record_version or None
        return expect(
            place=held, every=said["every"], day=said["day"], version=version, actor=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip

    return _written(request, form, act, held, "rhythm", {"place": held})


@needs(MAY)
@require_http_methods(["GET", "POST"])
def asked(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down that the prison was asked."""
    one = _expected(request, pk)
    form = AskedForm(request.POST or None, one=one, today=timezone.localdate())

    def act() -> Any:
        said = form.cleaned_data
        return note_asked(
            expected_id=one.pk, version=form.record_version, on=said["asked_on"], how=said["asked_how"],
            whom=said["asked_whom"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _written(request, form, act, one.place, "asked", {"one": one, "place": one.place})


@needs(MAY)
@require_http_methods(["GET", "POST"])
def refused(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down that the prison refused."""
    one = _expected(request, pk)
    form = RefusedForm(request.POST or None, one=one, today=timezone.localdate())

    def act() -> Any:
        said = form.cleaned_data
        return note_refused(
            expected_id=one.pk, version=form.record_version, on=said["refused_on"], by=said["refused_by"],
            reason=said["refusal"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _written(request, form, act, one.place, "refused", {"one": one, "place": one.place})


def _written(
    request: HttpRequest, form: Any, act: Any, place: Place, template: str, context: dict[str, Any]
) -> HttpResponse:
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                act()
                messages.success(request, _("Written down."))
                return redirect("people:calendar-place", place.pk)
            except NotFound as missing:
                raise Http404(str(missing)) from missing
            except (Changed, Refused) as refusal:
                form.add_error(None, str(refusal))
                status = 409
    return render(request, f"people/intake/calendar/{template}.html", {"form": form, **context}, status=status)


def _place(request: HttpRequest, pk: int) -> Place:
    found = place_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    return found


def _expected(request: HttpRequest, pk: UUID) -> ExpectedCensus:
    found = expected_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    return found
