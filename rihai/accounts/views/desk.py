"""The data protection desk: what waits there, the access log, and the register of demands."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from rihai.accounts.asked import Asked
from rihai.accounts.forms.desk import AnswerForm, DemandForm, LogForm
from rihai.accounts.operations import decide_demand, propose_answer, record_demand, send_back
from rihai.accounts.queries.demands import demand_for, demands_for, demands_open
from rihai.accounts.queries.glass import is_overdue, to_review
from rihai.accounts.queries.log import Sought, in_words, leaves_for, log_head, log_lines
from rihai.accounts.views.answers import done, form_page, posted
from rihai.kit.audit.chain import verify
from rihai.kit.audit.reads import listed
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.offers import Retention, offered

PAGE = 50
FEW = 10


@needs("desk.keep")
@require_safe
def desk(request: Asked) -> HttpResponse:
    """The desk: what waits."""
    today = timezone.localdate()
    context = {
        "waiting": [(one, is_overdue(one, today)) for one in to_review(request.user)[:FEW]],
        "demands": [(one, bool(one.due_on and one.due_on < today)) for one in demands_open(request.user)[:FEW]],
        "head": log_head(),
        "kept": [(one, one.due(request.user, today)[:FEW]) for one in offered(Retention)],
    }
    return render(request, "accounts/desk.html", context)


@needs("audit.read")
@require_safe
def log(request: Asked) -> HttpResponse:
    """The access log, narrowed by account, act, day, person or matter."""
    form = LogForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    sought = Sought(
        actor_id=asked.get("actor"),
        act=asked.get("act", ""),
        on=asked.get("on"),
        subject=asked.get("subject"),
        before=asked.get("before"),
    )
    lines, more = log_lines(request.user, sought)
    listed(request, "accounts.log", len(lines), {"actor": sought.actor_id, "subject": sought.subject, "on": sought.on})
    earlier = request.GET.copy()
    earlier["before"] = str(lines[-1].number) if lines else ""
    context = {
        "form": form,
        "lines": [(line, in_words(line.act)) for line in lines],
        "earlier": f"?{earlier.urlencode()}" if more else "",
        "leaves": leaves_for(request.user, sought.subject, at=timezone.now()) if sought.subject else [],
        "head": log_head(),
        "verdict": verify() if "check" in request.GET else None,
    }
    return render(request, "accounts/log.html", context)


@needs("demands.decide")
@require_safe
def demands(request: Asked) -> HttpResponse:
    """The register of demands."""
    today = timezone.localdate()
    rows = [
        (one, bool(one.due_on and one.due_on < today and not one.decided_at))
        for one in demands_for(request.user)[:PAGE]
    ]
    return render(request, "accounts/demands.html", {"demands": rows, "may_record": request.user.may("demands.record")})


@needs("demands.record")
@sensitive_post_parameters("asked")
@require_http_methods(["GET", "POST"])
def new_demand(request: Asked) -> HttpResponse:
    """Write down a demand."""
    form = DemandForm(posted(request), initial={"received_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        made = record_demand(actor=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The demand is in the register. Nothing is given by that."))
        return redirect("accounts:demand", made.pk)
    return form_page(request, form, "new_demand")


@needs("demands.decide")
@sensitive_post_parameters("given", "grounds")
@require_http_methods(["GET", "POST"])
def demand(request: Asked, pk: UUID) -> HttpResponse:
    """One demand: propose the answer, or decide on the one proposed."""
    found = demand_for(request.user, pk)
    if found.state == "open":
        return _propose(request, pk)
    form = Form(posted(request))
    if request.method == "POST" and form.is_valid():
        act = decide_demand if "decide" in request.POST else send_back
        _nothing, kept = done(form, lambda: act(demand=found, actor=request.user, at=timezone.now()))
        if kept:
            messages.success(request, _("Your decision is kept."))
            return redirect("accounts:demand", pk)
    return form_page(request, form, "demand", demand=found, is_own=found.proposed_by_id == request.user.pk)


def _propose(request: Asked, pk: UUID) -> HttpResponse:
    found = demand_for(request.user, pk)
    form = AnswerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        act = lambda: propose_answer(demand=found, actor=request.user, at=timezone.now(), **form.cleaned_data)  # noqa: E731
        _nothing, kept = done(form, act)
        if kept:
            messages.success(request, _("Your proposal is kept; a second named person decides."))
            return redirect("accounts:demand", pk)
    return form_page(request, form, "demand", demand=found, is_own=False)
