"""The forms that record figures and contacts of a place."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.places.forms import CapacityForm, CaseloadForm, ContactForm, CountForm
from rihai.places.kinds import Kind
from rihai.places.models import PlaceContact
from rihai.places.operations import add_contact, change_contact, record_capacity, record_caseload, record_count
from rihai.places.views.asked import done, form_page, place_or_404


@needs("places.edit")
@require_http_methods(["GET", "POST"])
def capacity(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a capacity."""
    place = place_or_404(pk)
    form = CapacityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kept = done(
            form,
            lambda: record_capacity(
                place=place, places=form.cleaned_data["places"], standard=form.cleaned_data["standard"],
                said=form.said(), actor=actor_of(request), at=timezone.now(),
            ),
        )  # fmt: skip
        if kept:
            return redirect("places:place", pk)
    return form_page(request, form, "capacity", place=place)


@needs("places.edit")
@require_http_methods(["GET", "POST"])
def count(request: HttpRequest, pk: int) -> HttpResponse:
    """Record how many people are held."""
    place = place_or_404(pk)
    form = CountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kept = done(
            form,
            lambda: record_count(
                place=place, total=form.cleaned_data["total"], parts=form.parts(), said=form.said(),
                actor=actor_of(request), at=timezone.now(),
            ),
        )  # fmt: skip
        if kept:
            return redirect("places:place", pk)
    return form_page(request, form, "count", place=place)


@needs("places.edit")
@require_http_methods(["GET", "POST"])
def caseload(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the caseload of a probation or parole office."""
    place = place_or_404(pk)
    if place.kind not in {Kind.PROBATION_OFFICE, Kind.PAROLE_OFFICE}:
        raise Http404(place.kind)
    form = CaseloadForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        kept = done(
            form,
            lambda: record_caseload(
                place=place, officers=said["officers"], people=said["people"], said=form.said(),
                actor=actor_of(request), at=timezone.now(),
            ),
        )  # fmt: skip
        if kept:
            return redirect("places:place", pk)
    return form_page(request, form, "caseload", place=place)


@needs("places.edit")
@require_http_methods(["GET", "POST"])
def new_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a contact to a place."""
    place = place_or_404(pk)
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_contact(place=place, values=form.values(), actor=actor_of(request), at=timezone.now())
        return redirect("places:place", pk)
    return form_page(request, form, "contact", place=place)


@needs("places.edit")
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a contact."""
    held = get_object_or_404(PlaceContact.objects.select_related("place"), pk=pk)
    form = ContactForm(request.POST or None, contact=held)
    if request.method == "POST" and form.is_valid():
        kept = done(
            form,
            lambda: change_contact(
                contact=held, version=form.cleaned_data["version"], values=form.values(), actor=actor_of(request),
                at=timezone.now(),
            ),
        )  # fmt: skip
        if kept:
            return redirect("places:place", held.place_id)
    return form_page(request, form, "contact", place=held.place, contact=held)
