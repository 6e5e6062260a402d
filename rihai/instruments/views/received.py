"""An answer from a phone that waits: what came, why it waits, about whom it is; or it is put aside."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rihai.errors import NotFound, Refused
from rihai.instruments.errors import Incomplete
from rihai.instruments.handling import FILLS
from rihai.instruments.models import Received
from rihai.instruments.openrosa.asked import filled_from, received_seen
from rihai.instruments.operations.codes import meant_by
from rihai.instruments.operations.mending import lay_open
from rihai.instruments.operations.receiving import give_waiting, put_received_aside
from rihai.instruments.queries import answers_in
from rihai.instruments.words import WHY
from rihai.kit.audit.reads import listed
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of


class AboutForm(Form):
    """The code of whom or what it is about."""

    code = forms.CharField(
        label=gettext_lazy("Code"), max_length=20, widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
        help_text=gettext_lazy("It stands where you fill the form in: on the page of the person, case or visit."),
    )  # fmt: skip


@needs(FILLS)
@never_cache
@require_http_methods(["GET", "POST"])
def received(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came and waits; with its code it is given, or laid open where something is missing."""
    found = _found(request, pk)
    form = AboutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        meant = meant_by(form.cleaned_data["code"], actor=actor_of(request))
        if meant is None:
            form.add_error("code", _("This is no code of yours. Look for a slip of the pen."))
        else:
            return _join(request, found, meant, form)
    return _shown(request, found, form)


@needs(FILLS)
@require_POST
def join(request: HttpRequest, pk: UUID, handler: str, subject: str) -> HttpResponse:
    """It is about this: asked where the form is filled in about somebody."""
    return _join(request, _found(request, pk), (handler, subject), AboutForm())


@needs(FILLS)
@require_POST
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give it over a correction made since, or put it aside."""
    found, actor, now = _found(request, pk), actor_of(request), timezone.now()
    if request.POST.get("act") == "aside":
        put_received_aside(received=found, actor=actor, at=now)
        messages.success(request, _("What came from your phone was thrown away."))
        return redirect("instruments:mine")
    try:
        answer = give_waiting(received=found, about=("", ""), actor=actor, at=now, anyhow=True)
    except (Refused, NotFound) as refusal:
        messages.error(request, str(refusal))
        return redirect("instruments:received", pk)
    messages.success(request, _("Given. What was corrected meanwhile stays beside it."))
    return redirect("instruments:answer", answer.pk)


def _join(request: HttpRequest, found: Received, meant: tuple[str, str], form: AboutForm) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    handler, subject = meant
    try:
        answer = give_waiting(received=found, about=meant, actor=actor, at=now)
    except Incomplete:
        try:
            lay_open(received=found, about=meant, actor=actor, at=now)
        except Refused as refusal:
            form.add_error(None, str(refusal)) if form.is_bound else messages.error(request, str(refusal))
            return _shown(request, found, form, status=409)
        messages.warning(request, _("Something in it is missing or wrong. It is laid open here: mend it and give it."))
        return redirect("instruments:fill", handler, found.version.instrument.form_id, subject)
    except Refused as refusal:
        form.add_error(None, str(refusal)) if form.is_bound else messages.error(request, str(refusal))
        return _shown(request, found, form, status=409)
    messages.success(request, _("%(form)s is given.") % {"form": found.version.title})
    return redirect("instruments:answer", answer.pk)


def _shown(request: HttpRequest, found: Received, form: AboutForm, *, status: int = 0) -> HttpResponse:
    listed(request, "instruments.received", 1, {"received": found.pk})
    why = found.says or WHY.get(found.why, "")
    context = {
        "found": found, "form": form, "said": answers_in(filled_from(found)), "why": why,
        "files": found.files.all(), "page_class": "personal",
    }  # fmt: skip
    status = status or (400 if form.is_bound and form.errors else 200)
    return render(request, "instruments/received.html", context, status=status)


def _found(request: HttpRequest, pk: UUID) -> Received:
    found = received_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    return found
