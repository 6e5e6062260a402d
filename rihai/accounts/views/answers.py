"""What the pages of the room have in common: a refusal said beside the form, and the page with its form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from rihai.errors import Refused

T = TypeVar("T")


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, be it nothing; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def done(form: BaseForm, act: Callable[[], T]) -> tuple[T | None, bool]:
    """The act's result and True; or nothing and False when it was refused, which the form then says."""
    try:
        return act(), True
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None, False


def form_page(request: HttpRequest, form: BaseForm, template: str, **context: Any) -> HttpResponse:
    """A page with its form; 409 when the act was refused, 400 when something written was wrong."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 400
    return render(request, f"accounts/{template}.html", {"form": form, **context}, status=status)
