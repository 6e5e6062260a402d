"""The pages of reports to international bodies: all of them, one with what the body recommended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.advocacy.pages import act_page, one_of
from rihai.advocacy.papers import given
from rihai.advocacy.reports import operations
from rihai.advocacy.reports.forms import HandInForm, ReportForm
from rihai.advocacy.reports.models import Report
from rihai.advocacy.reports.queries import reports_for
from rihai.advocacy.scope import KEEP, READ
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of

MOST = 200


def _crumbs(one: Report | None = None) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [(reverse("advocacy:reports"), _("Reports to bodies"))]
    return [*rows, (reverse("advocacy:report", args=[one.pk]), one.title)] if one else rows


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every report: what is to be handed in first, then what was."""
    actor = actor_of(request)
    kept = Count("recommendations", filter=Q(recommendations__state="kept"))
    rows = list(reports_for(actor).annotate(n=Count("recommendations"), kept=kept)[:MOST])
    listed(request, "advocacy.reports", len(rows), {})
    context = {
        "waiting": sorted((one for one in rows if one.done_on is None), key=lambda one: str(one.due_on)),
        "done": [one for one in rows if one.done_on], "may_keep": actor.may(KEEP), "today": timezone.localdate(),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "advocacy/reports/index.html", context)


@needs(READ)
@require_GET
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One report and what the body recommended after it."""
    actor = actor_of(request)
    one = one_of(reports_for(actor), pk)
    context = {
        "one": one, "recommendations": list(one.recommendations.all()[:MOST]), "may_keep": actor.may(KEEP),
        "today": timezone.localdate(), "is_late": one.is_overdue(timezone.localdate()), "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "advocacy/reports/report.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Plan a report."""
    form = ReportForm(request.POST or None)
    return act_page(
        request, form, title=_("A new report to a body"), word=_("Plan it"), crumbs=_crumbs(),
        act=lambda: operations.keep_report(said=form.cleaned_data, actor=actor_of(request), at=timezone.now()),
        to=lambda made: reverse("advocacy:report", args=[made.pk]),
        says=_("The report is planned. Its deadline stands in My work."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend a report."""
    one = one_of(reports_for(actor_of(request), KEEP), pk)
    form = ReportForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change the report"), word=_("Keep it"), crumbs=_crumbs(one), says=_("It is kept."),
        act=lambda: operations.keep_report(
            report_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda made: reverse("advocacy:report", args=[made.pk]),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def hand_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was handed in."""
    one = one_of(reports_for(actor_of(request), KEEP), pk)
    form = HandInForm(request.POST or None, request.FILES or None, initial={"on": timezone.localdate()})
    return act_page(
        request, form, title=_("It was handed in"), word=_("Write it down"), crumbs=_crumbs(one),
        act=lambda: operations.hand_in(
            report_id=pk, on=form.cleaned_data["on"], file=given(form.cleaned_data), actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda made: reverse("advocacy:report", args=[made.pk]),
        says=_("It is written down. What the body recommends is followed from here."),
    )  # fmt: skip
