"""What the pages of the room have in common: finding what an address names, and answering a refusal beside the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from rihai.errors import NotFound, Refused, Unreadable
from rihai.places.models import Permit, Place
from rihai.places.queries import permit_for, place_for

T = TypeVar("T")


def place_or_404(pk: int) -> Place:
    """The place an address names."""
    try:
        return place_for(pk)
    except NotFound as error:
        raise Http404(str(error)) from error


def permit_or_404(pk: UUID) -> Permit:
    """The leave to work an address names."""
    try:
        return permit_for(pk)
    except NotFound as error:
        raise Http404(str(error)) from error


def done(form: BaseForm, act: Callable[[], T]) -> T | None:
    """The act's result; None when it was refused, which the form then says above its fields."""
    try:
        return act()
    except (Refused, Unreadable) as refusal:
        form.add_error(None, str(refusal))
        return None


def form_page(request: HttpRequest, form: BaseForm, template: str, **context: Any) -> HttpResponse:
    """A page with its form; 409 when the act was refused, 400 when something written was wrong."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 400
    return render(request, f"places/{template}.html", {"form": form, **context}, status=status)
