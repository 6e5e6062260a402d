"""Needs, goals and steps: written down, changed, ended."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.casework.plans.forms import EndGoalForm, EndStepForm, GoalForm, NeedForm, StepForm
from rihai.casework.plans.models import Goal, GoalState, Need, Plan, Step
from rihai.casework.plans.operations import (
    add_goal,
    add_need,
    add_step,
    change_goal,
    change_need,
    change_step,
    end_goal,
    end_step,
)
from rihai.casework.plans.queries.plans import shown
from rihai.casework.plans.queries.sight import classes_seen
from rihai.casework.plans.tables import class_of
from rihai.casework.plans.views.asked import READ, acted, keepers_of, leaves_of, row_or_404
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of, done

BOTH = ["GET", "POST"]


@needs(READ)
@require_http_methods(BOTH)
def need_new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a need down."""
    plan, actor = row_or_404(request, Plan, pk), actor_of(request)
    may = classes_seen(actor, plan.person_id)
    form = NeedForm(request.POST or None, today=timezone.localdate(), may=may)
    kept = _("The need is written down.")
    if form.is_bound and class_of(form.data.get("domain", "")) not in may:
        kept = _("The need is written down for those who see what is of health; here it is shown in outline.")

    def act() -> Need:
        said = dict(form.cleaned_data)
        return add_need(plan_id=plan.pk, domain=said.pop("domain"), said=said, actor=actor, at=timezone.now())

    return acted(
        request, form, act, kept, ("casework:plan", plan.pk), title=_("A need"), word=_("Write it down"), plan=plan
    )


@needs(READ)
@require_http_methods(BOTH)
def need(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a need anew, or say that it stands no more."""
    found = row_or_404(request, Need, pk)
    form = NeedForm(request.POST or None, today=timezone.localdate(), record=found)

    def act() -> Need:
        return change_need(
            need_id=found.pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip

    return acted(
        request, form, act, _("The need is changed."), ("casework:plan", found.plan_id), title=found.domain_says,
        word=_("Keep it"), plan=found.plan,
    )  # fmt: skip


@needs(READ)
@require_http_methods(BOTH)
def goal_new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what she wants."""
    plan, actor = row_or_404(request, Plan, pk), actor_of(request)
    standing = shown(plan, actor=actor).open_needs
    form = GoalForm(
        request.POST or None, today=timezone.localdate(), needs=standing, initial={"need": request.GET.get("need", "")}
    )

    def act() -> Goal:
        said = form.cleaned_data
        return add_goal(
            plan_id=plan.pk, words=said["words"], need_id=form.need_id, wanted_by=said["wanted_by"], actor=actor,
            at=timezone.now(),
        )  # fmt: skip

    return acted(
        request, form, act, _("It is written down. Now the first step."), ("casework:plan", plan.pk),
        title=_("What they want"), word=_("Write it down"), plan=plan,
    )  # fmt: skip


@needs(READ)
@require_http_methods(BOTH)
def goal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a goal anew."""
    found = row_or_404(request, Goal, pk)
    form = GoalForm(request.POST or None, today=timezone.localdate(), record=found)

    def act() -> Goal:
        return change_goal(
            goal_id=found.pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip

    return acted(
        request, form, act, _("It is changed."), ("casework:plan", found.plan_id), title=_("What they want"),
        word=_("Keep it"), plan=found.plan,
    )  # fmt: skip


@needs(READ)
@require_http_methods(BOTH)
def goal_end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Reached, partly reached, or let go."""
    found, today = row_or_404(request, Goal, pk), timezone.localdate()
    form = EndGoalForm(request.POST or None, today=today, initial={"on": today, "version": found.version})

    def act() -> Goal:
        return end_goal(goal_id=found.pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data)

    return acted(
        request, form, act, _("It is written down how far it is."), ("casework:plan", found.plan_id),
        title=_("How far it is"), word=_("Write it down"), plan=found.plan, says=found.words,
    )  # fmt: skip


@needs(READ)
@require_http_methods(["POST"])
def goal_open(request: HttpRequest, pk: UUID) -> HttpResponse:
    """On the way again."""
    found, form = row_or_404(request, Goal, pk), Form()
    opened_again = done(
        form,
        lambda: end_goal(
            goal_id=found.pk, version=found.version, state=GoalState.OPEN, on=None, actor=actor_of(request),
            at=timezone.now(),
        ),
    )  # fmt: skip
    if opened_again:
        messages.success(request, _("It is on the way again."))
    else:
        messages.error(request, " ".join(str(one) for one in form.errors.get("__all__", ())))
    return redirect("casework:plan", found.plan_id)


@needs(READ)
@require_http_methods(BOTH)
def step_new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a step down for a goal."""
    found, actor = row_or_404(request, Goal, pk), actor_of(request)
    form = StepForm(
        request.POST or None, today=timezone.localdate(),
        keepers=keepers_of(request, found.person, [found.plan.owner_id]), consents=leaves_of(found.person),
        mine=actor.pk,
    )  # fmt: skip

    def act() -> Step:
        return add_step(goal_id=found.pk, said=form.said, actor=actor, at=timezone.now())

    return acted(
        request, form, act, _("The step is written down."), ("casework:plan", found.plan_id), title=_("A step"),
        word=_("Write it down"), plan=found.plan, says=found.words,
    )  # fmt: skip


@needs(READ)
@require_http_methods(BOTH)
def step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a step anew."""
    found, actor = row_or_404(request, Step, pk), actor_of(request)
    form = StepForm(
        request.POST or None, today=timezone.localdate(), keepers=keepers_of(request, found.person, [found.owner_id]),
        consents=leaves_of(found.person), record=found, mine=actor.pk,
    )  # fmt: skip

    def act() -> Step:
        return change_step(
            step_id=found.pk, version=form.record_version, said=form.said, actor=actor, at=timezone.now()
        )

    return acted(
        request, form, act, _("The step is changed."), _home(found), title=_("A step"), word=_("Keep it"),
        plan=found.plan,
    )  # fmt: skip


@needs(READ)
@require_http_methods(BOTH)
def step_end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came of a step."""
    found, today = row_or_404(request, Step, pk), timezone.localdate()
    start = {"on": today, "version": found.version, "outcome": "done"}
    form = EndStepForm(request.POST or None, today=today, initial=start)

    def act() -> Step:
        return end_step(step_id=found.pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data)

    return acted(
        request, form, act, _("It is written down what came of it."), _home(found), title=_("What came of it"),
        word=_("Write it down"), plan=found.plan, says=found.shown,
    )  # fmt: skip


def _home(step: Step) -> tuple[str, UUID]:
    """The page a step belongs to: its plan, or the first days of its person."""
    return ("casework:plan", step.plan_id) if step.plan_id else ("casework:first-days-of", step.person_id)
