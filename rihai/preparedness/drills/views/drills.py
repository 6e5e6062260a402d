"""Drills: those ahead and those held, the rules by which they fall due, and how each went."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.instruments.queries import AnswerRead, answers_about
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.drills import operations, scheduling
from rihai.preparedness.drills.forms import HeldForm, PlanForm, RuleForm, WhyForm
from rihai.preparedness.drills.handler import FORM, NAME, name_of
from rihai.preparedness.drills.models import Drill, DrillState
from rihai.preparedness.drills.queries import drills_for, rules_for
from rihai.preparedness.pages import act_page, found, page_of, told, who
from rihai.preparedness.plans.queries import in_force
from rihai.preparedness.reach import ACT, AREAS, KEEP, READ, places_for

PAGE = 40


def _address(one: Drill) -> str:
    return reverse("preparedness:drill", args=[one.pk])


def _crumbs(one: Drill | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("preparedness:drills"), _("Drills"))]
    return [*rows, (_address(one), name_of(one))] if one else rows


def _drill(request: HttpRequest, pk: UUID) -> Drill:
    """A drill, for who keeps or acts there."""
    return found(drills_for(actor_of(request), KEEP, ACT).filter(pk=pk).first(), pk)


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Drills ahead, those due first, and those held, the newest first; the rules beside them."""
    actor = actor_of(request)
    held, pages = page_of(
        request, drills_for(actor).exclude(state=DrillState.PLANNED).order_by("-done_on", "-due_on", "-pk"), PAGE
    )
    ahead = list(drills_for(actor).filter(state=DrillState.PLANNED).order_by("due_on", "pk")[: PAGE + 1])
    listed(request, "preparedness.drills", len(ahead) + len(held), {})
    context = {
        "ahead": ahead[:PAGE], "has_more": len(ahead) > PAGE, "held": held, "today": timezone.localdate(),
        "rules": list(rules_for(actor).filter(ended_on=None)[:PAGE]), "may_keep": actor.may(KEEP),
        "may_act": actor.may(KEEP) or actor.may(ACT), "may_export": actor.may("exports.make"),
        "page_class": "ordinary", **pages,
    }  # fmt: skip
    return render(request, "preparedness/drills/index.html", context)


@needs(READ)
@require_GET
def drill(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One drill: what was played, its times beside the plan's, what was found and is to be mended."""
    actor = actor_of(request)
    one = found(drills_for(actor).select_related("edition__plan", "rule").filter(pk=pk).first(), pk)
    times = list(one.times.select_related("step"))
    context = {
        "one": one, "times": times, "items": list(one.items.all()), "today": timezone.localdate(), "form_id": FORM,
        "handler": NAME, "answer": _answer(one, request),
        "may_act": drills_for(actor, KEEP, ACT).filter(pk=pk).exists(), "may_fill": actor.may("instruments.fill"),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "preparedness/drills/drill.html", context)


def _answer(one: Drill, request: HttpRequest) -> AnswerRead | None:
    """The form by which it was evaluated."""
    if one.answer_id is None:
        return None
    return next(iter(answers_about(NAME, str(one.pk), FORM, actor=actor_of(request))), None)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def rule(request: HttpRequest) -> HttpResponse:
    """Set how often a drill is held; each prison has its next one planned at once."""
    actor = actor_of(request)
    form = RuleForm(
        request.POST or None, places=places_for(actor, KEEP, *AREAS), initial={"started_on": timezone.localdate()}
    )
    return act_page(
        request, form, title=_("How often a drill is held"), word=_("Set it"), crumbs=_crumbs(),
        act=lambda: scheduling.set_rule(said=form.cleaned_data, **who(request)),
        to=lambda _made: reverse("preparedness:drills"), says=_("The rule is set; its drills are planned."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def end_rule(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A rule plans no more."""
    told(request, lambda: scheduling.end_rule(rule_id=pk, **who(request)), _("The rule plans no more drills."))
    return redirect("preparedness:drills")


@needs(READ)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Plan a drill beside the rules."""
    actor = actor_of(request)
    places = places_for(actor, KEEP) | places_for(actor, ACT)
    form = PlanForm(request.POST or None, places=places)
    return act_page(
        request, form, title=_("Plan a drill"), word=_("Plan it"), crumbs=_crumbs(), to=_address,
        act=lambda: scheduling.plan_drill(said=form.cleaned_data, **who(request)), says=_("The drill is planned."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def set_day(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set the day of a drill that fell due by rule."""
    one = _drill(request, pk)
    form = PlanForm(request.POST or None, initial={"planned_on": one.planned_on, "how": one.how, "led_by": one.led_by})
    return act_page(
        request, form, title=_("The day of the drill"), word=_("Set it"), crumbs=_crumbs(one), to=_address,
        act=lambda: scheduling.plan_drill(drill_id=pk, said=form.cleaned_data, **who(request)),
        says=_("The drill is planned."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down that a drill was held, and its times."""
    one = _drill(request, pk)
    edition = in_force(one.place_id, one.hazard, actor=actor_of(request))
    steps = list(edition.steps.all()) if edition else []
    form = HeldForm(request.POST or None, steps=steps, today=timezone.localdate(), led_by=one.led_by)
    standfirst = "" if edition else _("No plan for this is in force: the drill shows what happens without one.")
    return act_page(
        request, form, title=_("How the drill went"), word=_("Write it down"), crumbs=_crumbs(one), to=_address,
        act=lambda: operations.hold(drill_id=pk, said=form.cleaned_data, times=form.times(), **who(request)),
        says=_("The drill is written down. Evaluate it next."), standfirst=standfirst,
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def not_held(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down that a drill was not held."""
    one = _drill(request, pk)
    form = WhyForm(request.POST or None)
    return act_page(
        request, form, title=_("The drill was not held"), word=_("Write it down"), crumbs=_crumbs(one), to=_address,
        act=lambda: operations.not_held(drill_id=pk, why=form.cleaned_data["why"], **who(request)),
        says=_("It is written down; its rule plans the next one."),
    )  # fmt: skip
