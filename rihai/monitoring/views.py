"""What the pages of the room have in common: what an address names, an act's refusal beside its form, a form's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from rihai.errors import NotFound, Refused
from rihai.kit.views.asked import actor_of
from rihai.monitoring.inspections.models import Inspection
from rihai.monitoring.reach import inspection_seen, may_work

T = TypeVar("T")


def found(row: T | None, pk: object) -> T:
    """What an address names. Raises Http404 for nothing that the actor sees."""
    if row is None:
        raise Http404(str(pk))
    return row


def inspection_or_404(request: HttpRequest, pk: UUID, *, works: bool = False) -> Inspection:
    """The inspection an address names; with `works`, for those who may act on it."""
    inspection = found(inspection_seen(pk, actor=actor_of(request)), pk)
    if works and not may_work(actor_of(request), inspection):
        raise Http404(str(pk))
    return inspection


def done(form: BaseForm, act: Callable[[], T]) -> T | None:
    """The act's result; None when it was refused, which the form then says above its fields."""
    try:
        return act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return None


def form_page(request: HttpRequest, form: BaseForm, *, title: Any, word: Any, back: str, **more: Any) -> HttpResponse:
    """A page with its form; 409 when the act was refused, 422 when something written was wrong."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 422
    context = {"form": form, "title": title, "word": word, "back": back, **more}
    return render(request, "monitoring/form.html", context, status=status)
