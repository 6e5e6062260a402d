"""The pages of steps and clocks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rihai.errors import Refused
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.incidents import operations
from rihai.monitoring.incidents.forms import ClockForm, RecommendForm, RiskForm, SettleForm, StepForm
from rihai.monitoring.incidents.models import Clock, Incident, Intervention, Outcome, StepKind
from rihai.monitoring.incidents.views.asked import FORM, MAY, incident_or_404, tapped, under
from rihai.monitoring.inspections.models import State
from rihai.monitoring.reach import INSPECT, inspections_for


@needs(MAY)
@FORM
def plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is to be done."""
    one, actor = incident_or_404(request, pk), actor_of(request)
    form = StepForm(request.POST or None, incident=one, today=timezone.localdate(), me=actor.pk)
    return under(
        request, one, form, title=_("A step"), word=_("Plan it"), anchor="#steps",
        says=_("It is planned; nothing has gone yet. Ask about reprisal before it goes."),
        standfirst=_("Of extortion and corruption the prison itself is never told first.") if _is_paid(one) else "",
        act=lambda: operations.plan_step(incident_id=one.pk, said=form.said, actor=actor, at=timezone.now()),
    )  # fmt: skip


def _is_paid(one: Incident) -> bool:
    """Whether it is about extortion or corruption."""
    return one.said.sub.startswith("X1")


def step_or_404(request: HttpRequest, pk: UUID) -> tuple[Incident, Intervention]:
    """A step with its incident, for the team."""
    found = Intervention.objects.filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return incident_or_404(request, found.incident_id), found


@needs(MAY)
@FORM
def risk(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whether reprisal is to be feared from this step."""
    one, step = step_or_404(request, pk)
    form = RiskForm(request.POST or None, initial={
        "version": step.version, "risk": step.risk, "risk_says": step.risk_says, "risk_done": step.risk_done,
    })  # fmt: skip
    return under(
        request, one, form, title=_("Before it goes"), word=_("That is the answer"), anchor="#steps",
        before=f"{step.kind_word}: {step.receiver}", before_title=_("The step"),
        act=lambda: operations.answer_risk(
            step_id=step.pk, version=form.cleaned_data["version"], said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@require_POST
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The second person agrees."""
    one, step = step_or_404(request, pk)
    return _tap(request, one, lambda: operations.agree_to_step(
        step_id=step.pk, actor=actor_of(request), at=timezone.now()
    ))  # fmt: skip


@needs(MAY)
@require_POST
def send(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It has gone."""
    one, step = step_or_404(request, pk)
    return _tap(request, one, lambda: operations.send_step(
        step_id=step.pk, version=step.version, actor=actor_of(request), at=timezone.now()
    ))  # fmt: skip


def _tap(request: HttpRequest, one: Incident, act: Any) -> HttpResponse:
    """An act of one tap; a refusal is said above the incident."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
    return tapped(lambda: one, lambda made: made.pk, "#steps")


@needs(MAY)
@FORM
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came of it."""
    one, step = step_or_404(request, pk)
    form = SettleForm(request.POST or None, sent=step.state == Outcome.SENT, initial={"version": step.version})
    return under(
        request, one, form, title=_("What came of it"), word=_("Write it down"), anchor="#steps",
        before=f"{step.kind_word}: {step.receiver}", before_title=_("The step"),
        act=lambda: operations.settle_step(
            step_id=step.pk, version=form.cleaned_data["version"], state=form.cleaned_data["state"],
            answer=form.cleaned_data["answer"], actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def recommend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It becomes a finding and a recommendation of a visit."""
    one, step = step_or_404(request, pk)
    actor = actor_of(request)
    if step.kind != StepKind.RECOMMEND or one.is_sealed or not actor.may(INSPECT):
        raise Http404(str(pk))
    visits = inspections_for(actor).filter(place=one.place_id, state=State.SETTLED)
    first = {"version": step.version, "says": step.told, "due_on": step.due_on, "inspection": visits.first()}
    form = RecommendForm(request.POST or None, inspections=visits, initial=first)

    def act() -> Intervention:
        said = form.cleaned_data
        return operations.recommend_it(
            step_id=step.pk, version=said["version"], inspection_id=said["inspection"].pk, said=said, actor=actor,
            at=timezone.now(),
        )  # fmt: skip

    return under(
        request, one, form, act, title=_("Recommend it"), word=_("Recommend it"), anchor="#steps",
        standfirst=_("It stands in the report of a visit, names nobody, and is verified at the next."),
    )  # fmt: skip


@needs(MAY)
@FORM
def clock(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was done in time, or late."""
    found = Clock.objects.filter(pk=pk, stopped_at=None).first()
    if found is None:
        raise Http404(str(pk))
    one = incident_or_404(request, found.incident_id)
    form = ClockForm(request.POST or None, clock=found)
    return under(
        request, one, form, title=found.word, word=_("Write it down"), anchor="#clocks",
        standfirst=_("That an authority did not answer stops no clock: go one rung up."),
        act=lambda: operations.stop_clock(
            clock_id=found.pk, how=form.cleaned_data["how"], says=form.cleaned_data["says"], is_safe=form.is_safe,
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip
