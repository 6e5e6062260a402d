"""The file of a death: opened, taken up, written, closed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rihai.errors import Refused
from rihai.kit.audit.reads import opened
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.deaths import operations
from rihai.monitoring.deaths.clocks import RULES
from rihai.monitoring.deaths.forms import CauseForm, DeathForm, FileForm, PaperForm, StepForm
from rihai.monitoring.deaths.models import Death, DeathStep
from rihai.monitoring.deaths.queries import death_seen, deaths_for, deceased_of
from rihai.monitoring.pages import Crumbs, act_page, person_asked
from rihai.monitoring.reach import INSPECT, places_for
from rihai.monitoring.views import found

FORM = require_http_methods(["GET", "POST"])


@needs(INSPECT)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Open a file."""
    actor, person = actor_of(request), person_asked(request)
    form = DeathForm(
        request.POST or None, places=places_for(actor, INSPECT), person=person, today=timezone.localdate()
    )  # fmt: skip
    says = _("Custody ends with it, in the record too.") if person and person.held_at_id else ""
    return act_page(
        request, form, title=_("A death in custody"), word=_("Open the file"), crumbs=_crumbs(), standfirst=says,
        says=_("The file is open and its clocks run. Write first whether the family was told."), to=_page,
        act=lambda: operations.record_death(
            said=form.cleaned_data, person_id=person.pk if person else None, actor=actor, at=timezone.now()
        ),
    )  # fmt: skip


@needs(INSPECT)
@require_http_methods(["GET"])
def death(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The file as it stands."""
    actor = actor_of(request)
    one = found(death_seen(pk, actor=actor), pk)
    whose = deceased_of([one], actor=actor).get(one.pk)
    if whose is not None and whose.person_id:
        opened(request, whose.person_id)
    order = list(RULES)
    steps = sorted(one.steps.all(), key=lambda step: order.index(step.kind))
    now = timezone.now()
    waiting = [step for step in steps if step.state == "waiting"]
    waiting.sort(key=lambda step: (step.due_at is None, step.due_at or now))
    context = {
        "one": one, "whose": whose, "steps": [_told(step, one, now) for step in steps], "causes": one.causes.all(),
        "papers": one.papers.select_related("stored"), "first": waiting[0] if waiting else None,
        "is_mine": one.owner_id == actor.pk, "may_close": not waiting and one.is_settled, "now": now,
        "may_examine": actor.may("monitoring.report"),
    }  # fmt: skip
    return render(request, "monitoring/deaths/death.html", context)


def _told(step: DeathStep, one: Death, now: Any) -> dict[str, Any]:
    """A step with its rule, whether it is late, and after how many hours it was done."""
    hours = None
    if step.done_at is not None:
        hours = max(int((step.done_at - (one.died_at or one.learned_at)).total_seconds() // 3600), 0)
    late = step.state == "waiting" and step.due_at is not None and step.due_at < now
    return {"step": step, "rule": RULES[step.kind], "late": late, "hours": hours, "from_death": one.died_at is not None}


@needs(INSPECT)
@FORM
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The words of the file."""
    one = found(death_seen(pk, actor=actor_of(request)), pk)
    form = FileForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("What is known"), word=_("Keep it"), crumbs=_crumbs(one), to=lambda _row: _page(one),
        act=lambda: operations.change_death(
            death_id=one.pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
    )  # fmt: skip


@needs(INSPECT)
@require_POST
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Work on the file."""
    try:
        operations.take_up(death_id=pk, actor=actor_of(request), at=timezone.now())
        messages.success(request, _("You work on this file. Write first whether the family was told."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("monitoring:death", pk)


@needs(INSPECT)
@FORM
def cause(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What somebody says of the cause."""
    one = found(death_seen(pk, actor=actor_of(request)), pk)
    form = CauseForm(request.POST or None, initial={"cause": one.cause})
    return act_page(
        request, form, title=_("The cause"), word=_("Keep it"), crumbs=_crumbs(one), to=lambda _row: _page(one),
        says=_("It is written down. What was said before stays."),
        act=lambda: operations.say_cause(
            death_id=one.pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
    )  # fmt: skip


@needs(INSPECT)
@FORM
def step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came of a step."""
    mine = deaths_for(actor_of(request)).select_related(None).order_by()
    rows = DeathStep.objects.filter(death__in=mine.values("pk"))
    row = found(rows.select_related("death__place").filter(pk=pk).first(), pk)
    form = StepForm(request.POST or None, record=row)
    return act_page(
        request, form, title=str(row.get_kind_display()).capitalize(), word=_("Keep it"), crumbs=_crumbs(row.death),
        to=lambda _row: _page(row.death), standfirst=RULES[row.kind], says=_("It is written down."),
        act=lambda: operations.write_step(
            step_id=row.pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
    )  # fmt: skip


@needs(INSPECT)
@FORM
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a paper."""
    one = found(death_seen(pk, actor=actor_of(request)), pk)
    form = PaperForm(request.POST or None, request.FILES or None)

    def act() -> Any:
        given = form.cleaned_data["paper"]
        return operations.add_paper(
            death_id=one.pk, title=form.cleaned_data["title"], name=given.name, content=given.read(),
            actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return act_page(
        request, form, title=_("A paper of the file"), word=_("Keep it"), crumbs=_crumbs(one), act=act,
        to=lambda _row: _page(one), says=_("The paper is kept, sealed."),
    )  # fmt: skip


@needs(INSPECT)
@require_POST
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Nothing waits any more."""
    try:
        operations.close_death(death_id=pk, actor=actor_of(request), at=timezone.now())
        messages.success(request, _("The file is closed."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("monitoring:death", pk)


def _page(one: Death) -> str:
    return reverse("monitoring:death", args=[one.pk])


def _crumbs(one: Death | None = None) -> Crumbs:
    lists = [(reverse("monitoring:deaths"), _("Deaths in custody"))]
    return [*lists, (_page(one), _("Death no. %(number)s") % {"number": one.number})] if one else lists
