"""What the pages of plans have in common: finding what an address names, and the page of a form."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from rihai.accounts.models import Account
from rihai.casework.plans.models import Plan
from rihai.casework.plans.models.base import Kept
from rihai.casework.plans.queries.duty import on_duty
from rihai.casework.plans.queries.plans import plan_seen
from rihai.casework.plans.queries.sight import may_read, may_write, rows_for
from rihai.kit.audit.reads import opened
from rihai.people.models import Consent, Person
from rihai.people.views.asked import actor_of, done, person_or_404

Row = TypeVar("Row", bound=Kept)
READ = "people.see"
"""Whoever sees people may come to a plan's page; what they see of it, and whether anything, is for the filter."""
MONTH = timedelta(days=30)


def person_of_plans(request: HttpRequest, pk: UUID) -> Person:
    """The person an address names, for whom plans are part of the work."""
    if not may_read(actor_of(request)):
        raise Http404(str(pk))
    person = person_or_404(request, pk)
    opened(request, person.pk)
    return person


def plan_or_404(request: HttpRequest, pk: UUID) -> Plan:
    """The plan an address names."""
    plan = plan_seen(pk, actor=actor_of(request))
    if plan is None:
        raise Http404(str(pk))
    opened(request, plan.person_id)
    return plan


def row_or_404(request: HttpRequest, model: type[Row], pk: UUID) -> Row:
    """The row an address names, with its person; for whoever writes in plans."""
    actor = actor_of(request)
    found = rows_for(model, actor).select_related("person", "person__held_at").filter(pk=pk).first()
    if found is None or not may_write(actor):
        raise Http404(str(pk))
    opened(request, found.person_id)
    return found


def writer_only(request: HttpRequest) -> None:
    """Raises Http404 for who reads plans and does not write in them."""
    if not may_write(actor_of(request)):
        raise Http404


def keepers_of(request: HttpRequest, person: Person, also: Collection[UUID | None] = ()) -> QuerySet[Account]:
    """The accounts that may keep a plan of a person or do a step of it: who works there, the actor, and who has it."""
    keys = {*on_duty(person, at=timezone.now()), actor_of(request).pk, *(one for one in also if one)}
    return Account.objects.filter(pk__in=keys, is_active=True).order_by("name", "pk")


def leaves_of(person: Person) -> list[Consent]:
    """The leaves of a person that hold today."""
    today, now = timezone.localdate(), timezone.now()
    return [one for one in Consent.objects.filter(person=person, withdrawn_at=None) if one.holds(today, now)]


def form_page(request: HttpRequest, form: BaseForm, template: str = "form", **context: Any) -> HttpResponse:
    """A page with its form; 409 when the act was refused, 422 when something written was wrong."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 422
    return render(request, f"casework/plans/{template}.html", {"form": form, **context}, status=status)


def acted(
    request: HttpRequest, form: Any, act: Callable[[], Any], said: str, to: tuple[str, UUID], **context: Any
) -> HttpResponse:
    """The page of a form; once it is sent and right, the act, a word, and the page it leads to."""
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, said)
        return redirect(to[0], to[1])
    template = context.pop("template", "form")
    return form_page(request, form, template, back=to, **context)
