"""Assessments beside each other, and needs taken from one of them into the plan."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.casework.plans.forms.taken import TakenForm
from rihai.casework.plans.handlers import NEEDS, NEEDS_FORM, ask_url
from rihai.casework.plans.operations import take_needs
from rihai.casework.plans.queries.assessed import COLUMNS, assessment_seen, assessments_of, compared, proposed
from rihai.casework.plans.queries.plans import plans_of
from rihai.casework.plans.queries.sight import may_write
from rihai.casework.plans.views.asked import READ, acted, person_of_plans, writer_only
from rihai.kit.audit.reads import opened
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of


@needs(READ)
@require_GET
def assessments(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was needed, domain by domain, over the last assessments."""
    person, actor = person_of_plans(request, pk), actor_of(request)
    writer_only(request)
    found = assessments_of(person.pk, actor=actor)
    columns = found[:COLUMNS][::-1]
    context = {
        "person": person, "columns": columns, "rows": compared(columns, actor=actor), "more": len(found) > COLUMNS,
        "may_write": True, "newest": found[0] if found else None,
        "ask_url": ask_url(NEEDS, NEEDS_FORM, person.pk),
    }  # fmt: skip
    return render(request, "casework/plans/assessments.html", context)


@needs(READ)
@require_http_methods(["GET", "POST"])
def assessment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What of an assessment could become needs of the plan: the worker ticks."""
    actor = actor_of(request)
    found = assessment_seen(pk, actor=actor)
    if found is None or not may_write(actor):
        raise Http404(str(pk))
    opened(request, found.person_id)
    plan = next((one for one in plans_of(found.person_id, actor=actor) if one.done_on is None), None)
    if plan is None:
        return redirect("casework:plan-begin", found.person_id)
    rows = proposed(found, plan, actor=actor)
    form = TakenForm(request.POST or None, rows=rows)

    def act() -> object:
        chosen = form.cleaned_data["slugs"]
        return take_needs(assessment_id=found.pk, plan_id=plan.pk, slugs=chosen, actor=actor, at=timezone.now())

    return acted(
        request, form, act, _("The needs are in the plan. Write down what they want."), ("casework:plan", plan.pk),
        template="proposed", assessment=found, person=found.person, rows=rows, plan=plan,
    )  # fmt: skip
