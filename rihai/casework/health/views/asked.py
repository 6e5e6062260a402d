"""What the pages of health have in common: whose health an address names, and a form's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db import models
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rihai.accounts.queries.sight import sight_of
from rihai.casework.health.queries.care import seen_row
from rihai.kit.audit.reads import opened
from rihai.kit.classes import DataClass
from rihai.people.models import Person
from rihai.people.views.asked import actor_of, done, person_or_404

Row = TypeVar("Row", bound=models.Model)
MAY = "casework.health"


def patient_or_404(request: HttpRequest, pk: UUID) -> Person:
    """The person an address names, of whom the actor sees health."""
    person = person_or_404(request, pk)
    if DataClass.HEALTH not in sight_of(actor_of(request), person.pk).seen:
        raise Http404(str(pk))
    opened(request, person.pk)
    return person


def row_or_404(request: HttpRequest, model: type[Row], pk: UUID) -> Row:
    """A row of health an address names; one that is not seen is answered as if there were none."""
    found = seen_row(model, pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)  # type: ignore[attr-defined]
    return found


def form_page(
    request: HttpRequest, form: BaseForm, template: str, *, act: Callable[[], Any], says: Any, person: Person,
    **context: Any,
) -> HttpResponse:  # fmt: skip
    """A page with its form; once the act is done, the person's health with a word. 409 refused, 422 written wrongly."""
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, says)
        return redirect("casework:health", person.pk)
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 422
    given = {"form": form, "person": person, **context}
    return render(request, f"casework/health/{template}.html", given, status=status)
