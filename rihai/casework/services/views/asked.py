"""What the pages of services and sessions have in common."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from rihai.casework.cases.capabilities import kept_by
from rihai.casework.services.operations import Given
from rihai.kit.actor import Actor
from rihai.people.views.asked import actor_of

SEES = "people.see"


def keeper_of(request: HttpRequest) -> Actor:
    """Who asks, and keeps work of some class. Raises Http404 for the others."""
    actor = actor_of(request)
    if not kept_by(actor):
        raise Http404
    return actor


def form_page(request: HttpRequest, form: BaseForm, template: str, **context: Any) -> HttpResponse:
    """A page with its form; 409 when the act was refused, 422 when something written was wrong."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 422
    return render(request, f"casework/{template}.html", {"form": form, **context}, status=status)


def given_in(form: BaseForm) -> Given | None:
    """The file that came with a form."""
    file = form.cleaned_data.get("file")
    return Given(file.name, file.read()) if file else None


def posted(request: HttpRequest) -> tuple[Any, Any]:
    """What a form is bound to: nothing when the page is only opened."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
