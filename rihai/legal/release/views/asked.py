"""What the pages of this part have in common: a form's page, and a number in an address."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_page(request: HttpRequest, form: BaseForm, template: str, **context: Any) -> HttpResponse:
    """A page with its form; 409 when the act was refused, 422 when something written was wrong."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 422
    return render(request, f"legal/release/{template}.html", {"form": form, **context}, status=status)


def number_in(request: HttpRequest, name: str) -> int | None:
    """A number in the address's question; None for none, or for what is no number of a row."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
