"""The list of plans, one plan, and what is done with it as a whole."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.casework.plans.forms import BeginForm, CloseForm, PlanForm, ReviewForm
from rihai.casework.plans.models import Plan
from rihai.casework.plans.operations import begin_plan, change_plan, close_plan, review_plan
from rihai.casework.plans.queries.assessed import assessments_of
from rihai.casework.plans.queries.first_days import open_call_of
from rihai.casework.plans.queries.plans import PlanFilters, history_of, list_plans, plans_of, shown
from rihai.casework.plans.queries.sight import may_read, may_write
from rihai.casework.plans.views.asked import (
    MONTH,
    READ,
    acted,
    keepers_of,
    person_of_plans,
    plan_or_404,
    row_or_404,
    writer_only,
)
from rihai.errors import NotAllowed
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of, uuid_in


@needs(READ)
@require_GET
def plans(request: HttpRequest) -> HttpResponse:
    """Open plans, mine or all that are seen, what is looked at next first."""
    actor, today = actor_of(request), timezone.localdate()
    if not may_read(actor):
        raise NotAllowed(_("Plans are for those who work in cases."))
    filters = PlanFilters(mine=request.GET.get("whose") != "all", late=request.GET.get("late") == "yes")
    found = list_plans(filters, actor=actor, on=today, after=uuid_in(request, "after"))
    listed(request, "casework.plans", len(found.rows), {"mine": filters.mine, "late": filters.late})
    context = {"found": found, "filters": filters, "today": today, "may_export": actor.may("exports.make")}
    return render(request, "casework/plans/list.html", context)


@needs(READ)
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A person's plan: the open one, or the page on which one is begun."""
    person, actor, today = person_of_plans(request, pk), actor_of(request), timezone.localdate()
    kept = plans_of(person.pk, actor=actor)
    case_id = uuid_in(request, "case")
    if request.method == "GET" and kept and kept[0].done_on is None and case_id in (None, kept[0].case_id):
        return redirect("casework:plan", kept[0].pk)
    writer_only(request)
    start = {"begun_on": today, "review_on": today + MONTH}
    form = BeginForm(request.POST or None, today=today, initial=start)
    made: list[Plan] = []

    def act() -> Plan:
        said = form.cleaned_data
        made.append(begin_plan(person_id=person.pk, case_id=case_id, actor=actor, at=timezone.now(), **said))
        return made[0]

    answer = acted(
        request, form, act, _("The plan is begun. Write down what they want."), ("people:person", person.pk),
        template="begin", person=person, kept=kept, assessments=assessments_of(person.pk, actor=actor)[:1],
    )  # fmt: skip
    return redirect("casework:plan", made[0].pk) if made else answer


@needs(READ)
@require_GET
def plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One plan: what is needed, what they want, who does what by when, and what came of it."""
    found, actor = plan_or_404(request, pk), actor_of(request)
    assessments = assessments_of(found.person_id, actor=actor) if may_write(actor) else []
    context = {
        "plan": found, "person": found.person, "page": shown(found, actor=actor), "today": timezone.localdate(),
        "may_write": may_write(actor) and found.done_on is None, "assessments": assessments[:1],
        "call": open_call_of(found.person_id, actor=actor), "page_class": found.data_class,
    }  # fmt: skip
    return render(request, "casework/plans/plan.html", context)


@needs(READ)
@require_GET
def history(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was changed in a plan, by whom and when, as far as it is seen."""
    found = plan_or_404(request, pk)
    context = {"plan": found, "person": found.person, "history": history_of(found, actor=actor_of(request))}
    return render(request, "casework/plans/history.html", context)


@needs(READ)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another keeps the plan, or it is looked at on another day."""
    found = row_or_404(request, Plan, pk)
    keepers = keepers_of(request, found.person, [found.owner_id])
    form = PlanForm(request.POST or None, record=found, keepers=keepers, today=timezone.localdate())

    def act() -> Plan:
        chosen = form.cleaned_data["owner_id"]
        return change_plan(
            plan_id=found.pk, version=form.record_version, owner_id=UUID(chosen), owner_name=form.names[chosen],
            review_on=form.cleaned_data["due_on"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return acted(
        request, form, act, _("The plan is changed."), ("casework:plan", found.pk), title=_("Change the plan"),
        word=_("Keep it"), plan=found,
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Both have looked at the plan."""
    found, today = row_or_404(request, Plan, pk), timezone.localdate()
    start = {"on": today, "next_on": today + 3 * MONTH, "version": found.version}
    form = ReviewForm(request.POST or None, today=today, initial=start)

    def act() -> object:
        return review_plan(plan_id=found.pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data)

    return acted(
        request, form, act, _("It is written down."), ("casework:plan", found.pk), title=_("Look at the plan together"),
        word=_("Keep it"), plan=found, says=_("End the steps that are done first; then write down how it goes."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The plan is closed."""
    found, today = row_or_404(request, Plan, pk), timezone.localdate()
    form = CloseForm(request.POST or None, today=today, initial={"on": today, "version": found.version})

    def act() -> Plan:
        return close_plan(plan_id=found.pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data)

    return acted(
        request, form, act, _("The plan is closed."), ("casework:plan", found.pk), title=_("Close the plan"),
        word=_("Close it"), plan=found, says=_("Nothing of it is due any more; everything stays to be read."),
    )  # fmt: skip
