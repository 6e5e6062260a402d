"""The first days inside: who was not asked yet, the talks with one person, and whom somebody must go to now."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.casework.plans.forms import CallForm
from rihai.casework.plans.handlers import FIRST_DAYS, FIRST_DAYS_FORM, ask_url
from rihai.casework.plans.models import AtOnce
from rihai.casework.plans.operations import answer_call
from rihai.casework.plans.queries.first_days import (
    asked_lately,
    call_seen,
    calls_open,
    due_of,
    is_to_ask,
    open_call_of,
    talks_of,
    to_ask,
)
from rihai.casework.plans.queries.sight import classes_seen, may_write
from rihai.casework.plans.views.asked import READ, acted, person_of_plans, writer_only
from rihai.kit.audit.reads import listed, opened
from rihai.kit.classes import DataClass
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of

MOST = 50


@needs("casework.keep")
@require_GET
def first_days(request: HttpRequest) -> HttpResponse:
    """Who came lately where the actor works and was not spoken with, and the last talks."""
    actor, today = actor_of(request), timezone.localdate()
    wanted = [(one, due_of(one)) for one in to_ask(actor, on=today, most=MOST)]
    asked = asked_lately(actor, on=today, most=MOST)
    listed(request, "casework.first_days", len(wanted), {})
    context = {"wanted": wanted, "asked": asked, "calls": calls_open(actor, most=MOST), "today": today}
    return render(request, "casework/plans/first_days.html", context)


@needs(READ)
@require_GET
def of_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What a person said in the first days, and what was done about it."""
    person, actor, today = person_of_plans(request, pk), actor_of(request), timezone.localdate()
    writer_only(request)
    context = {
        "person": person, "talks": talks_of(person.pk, actor=actor), "today": today, "may_write": True,
        "call": open_call_of(person.pk, actor=actor), "is_wanted": is_to_ask(person, actor=actor, on=today),
        "sees_health": DataClass.HEALTH in classes_seen(actor, person.pk),
        "ask_url": ask_url(FIRST_DAYS, FIRST_DAYS_FORM, person.pk),
    }  # fmt: skip
    return render(request, "casework/plans/talks.html", context)


@needs(READ)
@require_http_methods(["GET", "POST"])
def call(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What whoever is on duty does now; and that somebody has been there."""
    found, today = call_seen(pk, actor=actor_of(request)), timezone.localdate()
    if found is None or not may_write(actor_of(request)):
        raise Http404(str(pk))
    opened(request, found.person_id)
    form = CallForm(request.POST or None, today=today, initial={"version": found.version, "next_on": today})

    def act() -> AtOnce:
        return answer_call(call_id=found.pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data)

    return acted(
        request, form, act, _("It is written down that you were there."), ("casework:first-days-of", found.person_id),
        template="call", call=found, person=found.person,
    )  # fmt: skip
