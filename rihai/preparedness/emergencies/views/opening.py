"""All emergencies, what was offered, and opening one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.emergencies import operations
from rihai.preparedness.emergencies.forms import DeclineForm, OpenForm
from rihai.preparedness.emergencies.models import Emergency, Proposal, State
from rihai.preparedness.emergencies.queries import (
    declined_for,
    emergencies_for,
    likely_place,
    open_places,
    proposals_for,
    with_steps,
)
from rihai.preparedness.pages import act_page, page_of, who
from rihai.preparedness.reach import ACT, READ

ROWS = 50


def crumbs(emergency: Emergency | None = None) -> list[tuple[str, str]]:
    """Where a page of an emergency stands."""
    rows = [(reverse("preparedness:emergencies"), _("Emergencies"))]
    if emergency is None:
        return rows
    return [*rows, (to_emergency(emergency), f"{emergency.get_hazard_display()}, {emergency.where}")]


def to_emergency(emergency: Emergency) -> str:
    """The address of an emergency."""
    return reverse("preparedness:emergency", args=[emergency.pk])


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What goes on now, what waits for an answer, and what was."""
    actor, now = actor_of(request), timezone.now()
    rows = emergencies_for(actor)
    live = list(with_steps(rows.filter(state=State.OPEN), now))
    past, onwards = page_of(request, rows.exclude(state=State.OPEN), ROWS)
    listed(request, "preparedness.emergencies", len(live) + len(past), {})
    context = {
        "live": live, "past": past, "proposals": list(proposals_for(actor)), "may_act": actor.may(ACT),
        "declined": list(declined_for(actor)[:ROWS]), "page_class": "ordinary", **onwards,
    }  # fmt: skip
    return render(request, "preparedness/emergencies/index.html", context)


def _asked(request: HttpRequest) -> str:
    named = str(request.GET.get("place", ""))
    return named if named.isdecimal() and len(named) < 10 else ""


@needs(ACT)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open an emergency by hand."""
    places = open_places(actor_of(request))
    initial = {"place": _asked(request) or likely_place(places)}
    form = OpenForm(request.POST or None, places=places, initial=initial)
    return act_page(
        request, form, title=_("Open an emergency"), word=_("Open it"), crumbs=crumbs(), to=to_emergency,
        act=lambda: operations.open_emergency(said=form.cleaned_data, **who(request)), says=_opened,
        standfirst=_("The plan in force becomes the checklist, with its minutes; who acts there is told."),
    )  # fmt: skip


def _opened(made: Emergency) -> str:
    if made.plan is None:
        return _("It is open. No approved plan stood: it begins with the bare steps of this hazard, without minutes.")
    return _("It is open, and its plan is the checklist. The minutes run.")


def _proposal(request: HttpRequest, pk: UUID) -> Proposal | None:
    """What was offered; None, and said on the next page, where somebody has answered it."""
    found = proposals_for(actor_of(request)).filter(pk=pk).first()
    if found is None:
        messages.info(request, _("Somebody has answered this already, or it was taken back."))
    return found


@needs(ACT)
@require_http_methods(["GET", "POST"])
def proposal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Something offered an emergency: open it."""
    found = _proposal(request, pk)
    if found is None:
        return redirect("preparedness:emergencies")
    form = OpenForm(request.POST or None, places=None, initial={"hazard": found.hazard})
    return act_page(
        request, form, title=_("Is this an emergency?"), word=_("Open it"), crumbs=crumbs(), to=to_emergency,
        act=lambda: operations.open_emergency(said=form.cleaned_data, proposal_id=pk, **who(request)), says=_opened,
        template="preparedness/emergencies/proposal.html", one=found,
    )  # fmt: skip


@needs(ACT)
@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Something offered an emergency: say why none is opened."""
    found = _proposal(request, pk)
    if found is None:
        return redirect("preparedness:emergencies")
    form = DeclineForm(request.POST or None)
    return act_page(
        request, form, title=_("Open no emergency"), word=_("Keep it"), crumbs=crumbs(),
        act=lambda: operations.decline(proposal_id=pk, why=form.cleaned_data["why"], **who(request)),
        to=lambda _made: reverse("preparedness:emergencies"), says=_("It is written down why none is opened."),
        standfirst=f"{found.shown}, {found.where}: {found.get_source_display()}.",
    )  # fmt: skip
