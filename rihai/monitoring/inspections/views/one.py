"""One inspection: how far it is, what it found area by area, who judged how; and the acts on it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.errors import Refused
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.inspections import operations
from rihai.monitoring.inspections.forms import (
    DecideForm,
    DrawForm,
    GiveUpForm,
    MandateForm,
    MemberForm,
    PlanForm,
    SelfForm,
    VisitForm,
)  # fmt: skip
from rihai.monitoring.inspections.forms_known import HANDLER
from rihai.monitoring.inspections.indicators import indicators
from rihai.monitoring.inspections.models import Inspection
from rihai.monitoring.inspections.queries.agreement import ratings_of
from rihai.monitoring.inspections.queries.page import page_of
from rihai.monitoring.offered import kept_of, panels_of
from rihai.monitoring.reach import ANSWER, INSPECT, READ, may_work, places_for
from rihai.monitoring.views import done, form_page, inspection_or_404


@needs(READ)
@require_GET
def inspection(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One inspection."""
    one, actor = inspection_or_404(request, pk), actor_of(request)
    page = page_of(one, actor=actor)
    context = {
        "one": one, "page": page, "may": may_work(actor, one), "panels": panels_of(one, actor=actor),
        "handler": HANDLER, "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "monitoring/inspections/inspection.html", context)


@needs(READ)
@require_GET
def figures(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The indicators of an inspection, each with its formula."""
    one = inspection_or_404(request, pk)
    context = {"one": one, "rows": indicators(one.measures, kept=kept_of(one))}
    return render(request, "monitoring/inspections/figures.html", context)


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def mandate(request: HttpRequest) -> HttpResponse:
    """A mandate."""
    form = MandateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = lambda: operations.keep_mandate(said=form.cleaned_data, actor=actor_of(request), at=timezone.now())  # noqa: E731
        if done(form, act):
            messages.success(request, _("The mandate is written down."))
            return redirect("monitoring:plan")
    return form_page(
        request, form, title=_("A mandate"), word=_("Keep the mandate"), back=reverse("monitoring:plan"),
        says=_("Under what right a team asks to be let in; the report names it."),
    )  # fmt: skip


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    """Plan an inspection."""
    form = PlanForm(
        request.POST or None, places=places_for(actor_of(request), INSPECT), initial={"place": request.GET.get("place")}
    )
    if request.method == "POST" and form.is_valid():
        made = done(
            form,
            lambda: operations.plan_inspection(said=form.cleaned_data, actor=actor_of(request), at=timezone.now()),
        )
        if made:
            messages.success(request, _("The inspection is planned. Put the team together."))
            return redirect("monitoring:inspection", made.pk)
    return form_page(
        request, form, title=_("Plan an inspection"), word=_("Plan it"), back=reverse("monitoring:index"),
        says=_("Whoever plans it leads it and judges too."), mandate_url=reverse("monitoring:mandate"),
    )  # fmt: skip


@needs(ANSWER)
@require_http_methods(["GET", "POST"])
def assess(request: HttpRequest) -> HttpResponse:
    """A prison begins to assess itself."""
    form = SelfForm(request.POST or None, places=places_for(actor_of(request), ANSWER))
    if request.method == "POST" and form.is_valid():
        made = done(
            form,
            lambda: operations.start_self_assessment(
                said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
            ),
        )
        if made:
            return redirect("monitoring:inspection", made.pk)
    return form_page(
        request, form, title=_("Assess your own prison"), word=_("Begin"), back=reverse("monitoring:index"),
        says=_("With the same form as inspectors use. It stays apart from inspections; the difference is shown."),
    )  # fmt: skip


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def team(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put somebody into the team."""
    one = inspection_or_404(request, pk, works=True)
    form = MemberForm(request.POST or None, on=timezone.localdate())

    def act() -> Any:
        return operations.add_member(
            inspection_id=one.pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("They are in the team."))
        return redirect("monitoring:inspection", one.pk)
    return form_page(request, form, title=_("Into the team"), word=_("Put into the team"), back=_back(one), one=one)


@needs(INSPECT)
@require_POST
def out(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take somebody out of the team."""
    try:
        one = operations.remove_member(member_id=pk, actor=actor_of(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("monitoring:index")
    return redirect("monitoring:inspection", one.pk)


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def visit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """When the team came, was let in and left."""
    one = inspection_or_404(request, pk, works=True)
    form = VisitForm(request.POST or None, record=one)

    def act() -> Any:
        return operations.record_visit(
            inspection_id=one.pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("The visit is written down."))
        return redirect("monitoring:inspection", one.pk)
    return form_page(request, form, title=_("The visit"), word=_("Keep it"), back=_back(one), one=one)


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def lot(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Draw numbers by lot."""
    one = inspection_or_404(request, pk, works=True)
    form = DrawForm(request.POST or None)

    def act() -> Any:
        said = form.cleaned_data
        return operations.draw(
            inspection_id=one.pk, what=said["what"], list_size=said["list_size"], wanted=said["wanted"],
            actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect("monitoring:lot", one.pk)
    return form_page(
        request, form, title=_("Draw by lot"), word=_("Draw"), back=_back(one), one=one, draws=list(one.draws.all()),
        says=_("Nobody chooses which files are read; the numbers and their seed are kept."),
    )  # fmt: skip


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It does not take place."""
    one = inspection_or_404(request, pk, works=True)
    form = GiveUpForm(request.POST or None)

    def act() -> Any:
        return operations.give_up(
            inspection_id=one.pk, why=form.cleaned_data["why"], actor=actor_of(request), at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect("monitoring:inspection", one.pk)
    return form_page(request, form, title=_("Give it up"), word=_("Give it up"), back=_back(one), one=one)


@needs(READ)
@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far the inspectors agree; then each item on which they differ is decided; then the answers stand."""
    one, actor = inspection_or_404(request, pk, works=True), actor_of(request)
    ratings = ratings_of(one, actor=actor)
    before = {row.item: (row.code, row.decided_why) for row in one.settled.filter(was_agreed=False)}
    form = DecideForm(request.POST or None, apart=ratings.apart, decided=before)

    def act() -> bool:
        if form.decisions:
            operations.decide(
                inspection_id=one.pk, decisions=form.decisions, why=form.reasons, actor=actor, at=timezone.now()
            )
        if "settle" in request.POST:
            operations.settle(inspection_id=one.pk, actor=actor, at=timezone.now())
        return True

    if request.method == "POST" and form.is_valid() and done(form, act):
        if "settle" in request.POST:
            messages.success(request, _("The answers are settled. What they come to stands below."))
            return redirect("monitoring:inspection", one.pk)
        messages.success(request, _("Kept."))
        return redirect("monitoring:settle", one.pk)
    context = {"one": one, "ratings": ratings, "form": form, "decided": len(before)}
    status = 409 if form.is_bound and form.errors else 200
    return render(request, "monitoring/inspections/settle.html", context, status=status)


def _back(one: Inspection) -> str:
    return reverse("monitoring:inspection", args=[one.pk])
