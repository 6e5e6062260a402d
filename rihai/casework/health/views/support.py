"""The support plan, and the page of those on duty: what to do, and one tap that they were seen."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.casework.health.forms import CloseForm, PlanForm, ReviewForm
from rihai.casework.health.models import DutyLine, Looked, SupportPlan
from rihai.casework.health.operations import close_plan, open_plan, review_plan, write_look
from rihai.casework.health.queries.care import is_late, lines_for
from rihai.casework.health.views.asked import MAY, form_page, patient_or_404, row_or_404
from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of

FORM = require_http_methods(["GET", "POST"])
MOST = 100


@needs("people.see")
@require_GET
def duty(request: HttpRequest) -> HttpResponse:
    """Whom those on duty see to today, and how often; who waits longest stands first."""
    now = timezone.now()
    rows = list(lines_for(actor_of(request)).select_related("person", "person__held_at")[:MOST])
    rows.sort(key=lambda one: (not is_late(one, now), one.last_seen_at or one.started_at))
    listed(request, "casework.duty", len(rows), {})
    context = {"rows": [(one, is_late(one, now)) for one in rows], "ways": Looked.choices}
    return render(request, "casework/health/duty.html", context)


@needs("people.see")
@require_POST
def look(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She was seen."""
    try:
        write_look(line_id=pk, how=request.POST.get("how", ""), actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Written down that they were seen."))
    return redirect("casework:duty")


@needs(MAY)
@FORM
def new_plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open a support plan, made with her."""
    person = patient_or_404(request, pk)
    form = PlanForm(request.POST or None, today=timezone.localdate())
    return form_page(
        request, form, "plan", person=person, says=_("The plan is open. Those on duty see what to do, not why."),
        act=lambda: open_plan(person_id=person.pk, text=form.text, actor=actor_of(request), at=timezone.now()),
    )  # fmt: skip


@needs(MAY)
@FORM
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look at a plan again."""
    found = row_or_404(request, SupportPlan, pk)
    line = DutyLine.objects.filter(plan_id=found.pk, ended_at=None).first()
    form = ReviewForm(request.POST or None, today=timezone.localdate(), plan=found, line=line)
    return form_page(
        request, form, "plan", person=found.person, plan=found, says=_("The plan is reviewed."),
        act=lambda: review_plan(
            plan_id=found.pk, version=form.record_version, text=form.text, actor=actor_of(request), at=timezone.now()
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a plan."""
    found = row_or_404(request, SupportPlan, pk)
    form = CloseForm(request.POST or None, initial={"version": found.version})
    return form_page(
        request, form, "close", person=found.person, plan=found,
        says=_("The plan is closed, and those on duty are told nothing more to do."),
        act=lambda: close_plan(
            plan_id=found.pk, version=form.cleaned_data["version"], why=form.cleaned_data["why"],
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip
