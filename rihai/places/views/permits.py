"""Our leave to work: the list, one leave, and the forms that ask, answer and renew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from rihai.kit.actor import Actor
from rihai.kit.gate import needs, signed_in
from rihai.kit.views.asked import actor_of
from rihai.places.forms import AnswerForm, AskForm, RenewForm
from rihai.places.models import Permit
from rihai.places.operations import Paper, ask_leave, give_leave, refuse_leave, renew_leave
from rihai.places.queries import permits_due
from rihai.places.views.asked import done, form_page, permit_or_404, place_or_404


@signed_in
@require_safe
def permit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One leave to work: what was asked, the answer, until when."""
    held = permit_or_404(pk)
    today = timezone.localdate()
    renewal = held.renewals.order_by("-asked_on").first()
    due = [one for one in permits_due(actor=actor_of(request), on=today, place_id=held.place_id) if one.permit.pk == pk]
    return render(
        request,
        "places/permit.html",
        {
            "permit": held, "place": held.place, "state": held.state_on(today), "today": today, "renewal": renewal,
            "due": due[0] if due else None, "may_permits": actor_of(request).may("places.permits"),
        },
    )  # fmt: skip


@needs("places.permits")
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that we asked for leave."""
    place = place_or_404(pk)
    form = AskForm(request.POST or None, initial={"asked_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        made = done(
            form, lambda: ask_leave(place=place, actor=actor_of(request), at=timezone.now(), **form.cleaned_data)
        )
        if made:
            return redirect("places:permit", made.pk)
    return form_page(request, form, "ask", place=place)


@needs("places.permits")
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record the answer."""
    held = permit_or_404(pk)
    initial = {"on": timezone.localdate(), "version": held.version}
    form = AnswerForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        answered = done(form, lambda: _answer(held, form, actor_of(request)))
        if answered:
            return redirect("places:permit", pk)
    return form_page(request, form, "answer", permit=held, place=held.place)


@needs("places.permits")
@require_http_methods(["GET", "POST"])
def renew(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record that the renewal was asked for."""
    held = permit_or_404(pk)
    form = RenewForm(request.POST or None, initial={"asked_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["asked_on"]
        made = done(form, lambda: renew_leave(permit=held, asked_on=day, actor=actor_of(request), at=timezone.now()))
        if made:
            return redirect("places:permit", made.pk)
    return form_page(request, form, "renew", permit=held, place=held.place)


def _answer(held: Permit, form: AnswerForm, actor: Actor) -> Permit:
    said: dict[str, Any] = form.cleaned_data
    at = timezone.now()
    common = {"permit": held, "version": said["version"], "on": said["on"], "actor": actor, "at": at}
    if said["answer"] == "refused":
        return refuse_leave(reason=said["reason"], **common)
    paper = Paper(said["paper"].name or "", said["paper"].read()) if said.get("paper") else None
    return give_leave(expires_on=said["expires_on"], reference=said["reference"], paper=paper, **common)
