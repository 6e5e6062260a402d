"""Handing a record on, and taking over one whose counsellor has left."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.accounts.queries.here import accounts_who_may
from rihai.casework.survivors.forms import OfferForm, TakeForm
from rihai.casework.survivors.operations import (
    answer_offer,
    answer_taking_over,
    ask_to_take_over,
    offer_record,
    take_offer_back,
)
from rihai.casework.survivors.queries.records import MAY, orphans, to_confirm
from rihai.casework.survivors.views.pages import form_page, record_or_404
from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of, done

FORM = require_http_methods(["GET", "POST"])


@needs(MAY)
@FORM
def offer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Offer a record to another counsellor."""
    found, actor = record_or_404(request, pk), actor_of(request)
    others = accounts_who_may(MAY, on=timezone.localdate()).exclude(pk=actor.pk)
    form = OfferForm(request.POST or None, counsellors=others)
    return form_page(
        request, form, title=_("Hand the record on"), word=_("Offer it"), found=found,
        standfirst=_("Ask her first. It stays yours until they accept."), says=_("It is offered."),
        act=lambda: offer_record(
            record_id=found.pk, receiver_id=form.cleaned_data["receiver"].pk, says=form.cleaned_data.get("says", ""),
            actor=actor, at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@require_POST
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Accept a record that was offered, refuse it, or, as its giver, keep it after all."""
    actor, said = actor_of(request), request.POST.get("answer", "")
    try:
        if said == "back":
            take_offer_back(passing_id=pk, actor=actor, at=timezone.now())
        else:
            answer_offer(passing_id=pk, accepts=said == "yes", actor=actor, at=timezone.now())
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("casework:sealed")


@needs(MAY)
@FORM
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for a record whose counsellor has left."""
    actor, today = actor_of(request), timezone.localdate()
    found = next((one for one in orphans(actor, on=today) if one.pk == pk), None)
    if found is None:
        raise Http404(str(pk))
    form = TakeForm(request.POST or None, seconds=accounts_who_may("glass.second", on=today).exclude(pk=actor.pk))
    if request.method == "POST" and form.is_valid():
        made = done(
            form,
            lambda: ask_to_take_over(
                record_id=pk, second_id=form.cleaned_data["second"].pk, reason=form.cleaned_data["reason"],
                actor=actor, at=timezone.now(),
            ),
        )  # fmt: skip
        if made:
            messages.success(request, _("Asked. It is yours when the second person agrees."))
            return redirect("casework:sealed")
    status = 422 if form.is_bound and form.errors else 200
    context = {
        "form": form, "record": None, "title": found.code, "word": _("Ask for it"),
        "standfirst": _("Its counsellor works here no more. Somebody has to go on with her."),
    }  # fmt: skip
    return render(request, "casework/survivors/form.html", context, status=status)


@needs("glass.second")
@require_GET
def beside(request: HttpRequest) -> HttpResponse:
    """Takings-over that wait for the actor's word: a code, who asks, and why."""
    rows = list(to_confirm(actor_of(request)))
    listed(request, "casework.sealed.beside", len(rows), {})
    return render(request, "casework/survivors/beside.html", {"rows": rows})


@needs("glass.second")
@require_POST
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Agree that a record is taken over, or not."""
    grants = request.POST.get("answer") == "yes"
    try:
        answer_taking_over(taking_id=pk, grants=grants, actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Written down."))
    return redirect("casework:sealed-beside")
