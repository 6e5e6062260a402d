"""The page of a place, and the forms that add, change, close and reopen one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rihai.errors import Refused
from rihai.kit.gate import needs, signed_in
from rihai.kit.offers import PlacePanel, offered
from rihai.kit.views.asked import actor_of
from rihai.places.forms import CloseForm, PlaceForm
from rihai.places.kinds import ADDED, HOLDING, NEEDS_LEAVE, Kind
from rihai.places.models import Place
from rihai.places.operations import add_place, change_place, close_place, reopen_place
from rihai.places.queries import page_of, permits_due, place_for
from rihai.places.trend import trend_chart
from rihai.places.views.asked import done, form_page, place_or_404

LARGEST_KEY = 9


@signed_in
@require_safe
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """One place: where it is, its figures, our leave to work there, what is due, and what other rooms say of it."""
    page = page_of(place_or_404(pk))
    today = timezone.localdate()
    panels = [
        (panel, context)
        for panel in offered(PlacePanel)
        if (context := panel.context(actor_of(request), pk, today)) is not None
    ]
    kind = Kind(page.place.kind)
    return render(
        request,
        "places/place.html",
        {
            "page": page, "place": page.place, "panels": panels, "today": today,
            "permits": [(permit, permit.state_on(today)) for permit in page.permits],
            "due": permits_due(actor=actor_of(request), on=today, place_id=pk),
            "chart": trend_chart(page.figures.trend), "holds": kind in HOLDING or bool(page.figures.counts),
            "is_holding": kind in HOLDING, "needs_leave": kind in NEEDS_LEAVE or bool(page.permits),
            "has_caseload": kind in {Kind.PROBATION_OFFICE, Kind.PAROLE_OFFICE},
            "has_list": any(panel.name == "people.held" for panel, _context in panels),
            "may_edit": actor_of(request).may("places.edit"), "may_close": kind in ADDED and kind != Kind.TEHSIL,
            "may_permits": actor_of(request).may("places.permits"),
        },
    )  # fmt: skip


@needs("places.edit")
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """Add a place of a kind."""
    if kind not in ADDED:
        raise Http404(kind)
    of_kind = Kind(kind)
    form = PlaceForm(request.POST or None, kind=of_kind, within=_within(request))
    if request.method == "POST" and form.is_valid():
        made = done(
            form,
            lambda: add_place(
                kind=of_kind, within=place_for(form.cleaned_data["within"]), values=form.values(),
                actor=actor_of(request), at=timezone.now(), **form.details(),
            ),
        )  # fmt: skip
        if made:
            return redirect("places:place", made.pk)
    return form_page(request, form, "add", kind=of_kind)


@needs("places.edit")
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said of a place."""
    held = place_or_404(pk)
    form = PlaceForm(request.POST or None, kind=Kind(held.kind), place=held)
    if request.method == "POST" and form.is_valid():
        within = form.cleaned_data.get("within")
        kept = done(
            form,
            lambda: change_place(
                place=held, version=form.cleaned_data["version"], within=place_for(within) if within else None,
                values=form.values(), actor=actor_of(request), at=timezone.now(), **form.details(),
            ),
        )  # fmt: skip
        if kept:
            return redirect("places:place", pk)
    return form_page(request, form, "change", place=held)


@needs("places.edit")
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a place."""
    held = place_or_404(pk)
    form = CloseForm(request.POST or None, initial={"on": timezone.localdate(), "version": held.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        kept = done(
            form,
            lambda: close_place(
                place=held, version=said["version"], on=said["on"], actor=actor_of(request), at=timezone.now()
            ),
        )
        if kept:
            return redirect("places:place", pk)
    return form_page(request, form, "close", place=held)


@needs("places.edit")
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a closing."""
    held = place_or_404(pk)
    try:
        reopen_place(place=held, version=held.version, actor=actor_of(request), at=timezone.now())
    except Refused as refusal:
        return render(request, "places/refused.html", {"place": held, "refusal": refusal}, status=409)
    return redirect("places:place", pk)


def _within(request: HttpRequest) -> Place | None:
    text = request.GET.get("within", "")
    if not (text.isascii() and text.isdigit() and len(text) <= LARGEST_KEY):
        return None
    return Place.objects.filter(pk=int(text), closed_on=None).first()
