"""What the pages of this part have in common: what an address names, and a form's page."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from rihai.casework.aftercare.models import ReleasePlan
from rihai.casework.aftercare.queries.plans import plan_seen
from rihai.kit.audit.reads import opened
from rihai.people.models import Person
from rihai.people.views.asked import actor_of

T = TypeVar("T")
FOLDER = "casework/aftercare/"


def plan_or_404(request: HttpRequest, pk: UUID) -> ReleasePlan:
    """The plan an address names; who may not be seen is answered as if there were none."""
    plan = found(plan_seen(pk, actor=actor_of(request)), pk)
    opened(request, plan.person_id)
    return plan


def found(row: T | None, pk: UUID) -> T:
    """What an address names. Raises Http404 for nothing that the actor sees."""
    if row is None:
        raise Http404(str(pk))
    return row


def form_page(
    request: HttpRequest, form: BaseForm, *, person: Person, title: Any, word: Any, back: str, says: Any = "",
    **more: Any,
) -> HttpResponse:  # fmt: skip
    """A page with its form; 409 when the act was refused, 422 when something written was wrong."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 422
    context = {"form": form, "person": person, "title": title, "word": word, "back": back, "says": says, **more}
    return render(request, f"{FOLDER}form.html", context, status=status)
