"""The pages of action plans: all of them, one with its activities, and what is done to them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.coordination.pages import act_page
from rihai.coordination.plans import operations
from rihai.coordination.plans.forms import ActivityForm, CloseForm, MoveForm, PlanForm
from rihai.coordination.plans.models import ActionPlan, Activity
from rihai.coordination.plans.queries import activities_for, late, plans_for
from rihai.coordination.scope import PLAN, READ, is_everywhere, places_for
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of


def _plan(request: HttpRequest, pk: UUID, capability: str = READ) -> ActionPlan:
    found = plans_for(actor_of(request), capability).filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return found


def _crumbs(plan: ActionPlan | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("coordination:plans"), _("Action plans"))]
    return [*rows, (reverse("coordination:plan", args=[plan.pk]), plan.goal)] if plan else rows


def _to_plan(made: ActionPlan | Activity) -> str:
    return reverse("coordination:plan", args=[made.plan_id if isinstance(made, Activity) else made.pk])


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every plan, with what is overdue before everything else."""
    actor, today = actor_of(request), timezone.localdate()
    rows = list(plans_for(actor).prefetch_related("activities")[:200])
    listed(request, "coordination.plans", len(rows), {})
    context = {
        "rows": [(one, *_standing(one)) for one in rows], "late": list(late(actor, today)[:30]), "today": today,
        "may_plan": actor.may(PLAN), "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "coordination/plans/index.html", context)


def _standing(plan: ActionPlan) -> tuple[int, int]:
    """How many activities are done, of how many that were not given up."""
    live = [one for one in plan.activities.all() if one.status != "given_up"]
    return sum(one.status == "done" for one in live), len(live)


@needs(READ)
@require_GET
def plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One plan with its activities and how each came to stand where it does."""
    one, today = _plan(request, pk), timezone.localdate()
    rows = list(one.activities.prefetch_related("steps__evidence"))
    context = {
        "one": one, "rows": [(row, row.is_late(today)) for row in rows], "page_class": "ordinary",
        "may_plan": actor_of(request).may(PLAN) and one.closed_on is None,
    }  # fmt: skip
    return render(request, "coordination/plans/plan.html", context)


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a plan down."""
    actor = actor_of(request)
    form = PlanForm(
        request.POST or None, places=places_for(actor, PLAN), whole=is_everywhere(actor, PLAN),
        initial={"started_on": timezone.localdate()},
    )  # fmt: skip
    return act_page(
        request, form, title=_("A new action plan"), word=_("Write it down"), crumbs=_crumbs(), to=_to_plan,
        act=lambda: operations.keep_plan(said=form.cleaned_data, actor=actor, at=timezone.now()),
        says=_("The plan is written down. What is done in it comes next."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend a plan."""
    one = _plan(request, pk, PLAN)
    form = PlanForm(request.POST or None, places=None, whole=True, record=one)
    return act_page(
        request, form, title=_("Change the plan"), word=_("Keep it"), crumbs=_crumbs(one), to=_to_plan,
        act=lambda: operations.keep_plan(
            plan_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        says=_("The plan is kept."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a plan."""
    one = _plan(request, pk, PLAN)
    form = CloseForm(request.POST or None)
    return act_page(
        request, form, title=_("Close the plan"), word=_("Close it"), crumbs=_crumbs(one), to=_to_plan,
        act=lambda: operations.close_plan(
            plan_id=pk, why=form.cleaned_data["why"], actor=actor_of(request), at=timezone.now()
        ),
        says=_("The plan is closed."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add an activity."""
    one = _plan(request, pk, PLAN)
    form = ActivityForm(request.POST or None)
    return act_page(
        request, form, title=_("Add an activity"), word=_("Add it"), crumbs=_crumbs(one), to=_to_plan,
        act=lambda: operations.add_activity(
            plan_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        says=_("The activity is added."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say where an activity stands."""
    found = activities_for(actor_of(request), PLAN).filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    form = MoveForm(request.POST or None, request.FILES or None, record=found)
    return act_page(
        request, form, title=_("Where does it stand?"), word=_("Write it down"), crumbs=_crumbs(found.plan),
        act=lambda: operations.move_activity(
            activity_id=pk, version=form.record_version, said=form.said(), actor=actor_of(request), at=timezone.now()
        ),
        to=_to_plan, before=found.says, before_title=found.responsible, says=_("It is written down."),
    )  # fmt: skip
