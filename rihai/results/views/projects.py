"""Projects: the list, one with its figures, the people of the whole office, what is not counted, codes that are one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.census.served import says_of
from rihai.kit.audit.reads import listed
from rihai.kit.editing import Changed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.results import operations
from rihai.results.counting import Span, figures_of, span_of
from rihai.results.forms import JoinForm, ProjectForm
from rihai.results.models import Basis, Project, SameCode
from rihai.results.queries.left_out import left_out, reason_of, reasons_in_words, rows_left_out
from rihai.results.queries.locked import period_rows
from rihai.results.queries.projects import joins_of, lists_of, near_codes, office_of, people_of
from rihai.results.reach import KEEP, READ, SIGN, projects_for
from rihai.results.shown import people_chart
from rihai.results.views.asked import asked_span, done, form_page, page_of, project_or_404, told

ROWS = 50


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The projects that the reader sees."""
    actor = actor_of(request)
    rows = list(projects_for(actor).prefetch_related("places")[:200])
    context = {"rows": rows, "may_keep": actor.may(KEEP), "page_class": "ordinary"}
    return render(request, "results/index.html", context)


@needs(READ)
@require_GET
def office(request: HttpRequest) -> HttpResponse:
    """The people of all projects, each once."""
    actor, today = actor_of(request), timezone.localdate()
    spans = [span_of(one, today) for one in projects_for(actor)]
    whole = Span(min(one.first for one in spans), max(one.end for one in spans)) if spans else None
    found = office_of(actor, whole) if whole else None
    return render(request, "results/office.html", {"office": found, "span": whole, "page_class": "ordinary"})


@needs(READ)
@require_GET
def project(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One project: its figures for the days asked, people once, sessions apart, periods, lists."""
    actor, one, today = actor_of(request), project_or_404(request, pk), timezone.localdate()
    span = asked_span(request, one)
    figures = figures_of(one, span)
    counted = [row for row in figures if not row.indicator.is_entered]
    reasons = reasons_in_words(left_out(one, span), get_language() or "en")
    listed(request, "results.project", len(figures), {"project": one.code})
    context = {
        "project": one, "span": span, "whole": span == span_of(one, today), "counted": counted,
        "entered": [row for row in figures if row.indicator.is_entered], "people": people_of(one, span),
        "chart": people_chart(counted), "periods": period_rows(one, today), "lists": lists_of(one),
        "reasons": reasons, "left": sum(n for _code, _says, n in reasons), "may_keep": actor.may(KEEP),
        "may_sign": actor.may(SIGN), "has_lists": any(row.indicator.basis == Basis.ROWS for row in figures),
        "unknown": any(row.indicator.target is None for row in figures), "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "results/project.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a project down."""
    form = ProjectForm(request.POST or None)

    def act() -> Project:
        return operations.keep_project(said=form.said(), actor=actor_of(request), at=timezone.now())

    if request.method == "POST" and form.is_valid() and (made := done(form, act)):
        messages.success(request, _("The project is written down. Its indicators come next."))
        return redirect("results:project", made.pk)
    return form_page(
        request, form, title=_("A new project"), word=_("Write it down"), back=reverse("results:index")
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend a project."""
    one = project_or_404(request, pk, KEEP)
    form = ProjectForm(request.POST or None, project=one)

    def act() -> Project:
        return operations.keep_project(
            project_id=pk, version=form.record_version, said=form.said(), actor=actor_of(request), at=timezone.now()
        )

    if request.method == "POST" and form.is_valid():
        try:
            made = done(form, act)
        except Changed:
            return redirect("results:project-edit", pk)
        if made:
            messages.success(request, _("The project is kept."))
            return redirect("results:project", pk)
    back = reverse("results:project", args=[pk])
    return form_page(request, form, title=_("Change the project"), word=_("Keep it"), back=back, project=one)


@needs(READ)
@require_GET
def not_counted(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The rows that are not counted, by reason."""
    one = project_or_404(request, pk)
    span, language, page = asked_span(request, one), get_language() or "en", page_of(request)
    reason = request.GET.get("reason", "")[:40]
    counted = left_out(one, span)
    rows = rows_left_out(one, span).select_related("file").order_by("file__given_at", "row")
    shown = [row for row in rows if not reason or reason_of(row.problems) == reason]
    at = slice((page - 1) * ROWS, page * ROWS)
    listed(request, "results.left_out", len(shown[at]), {"project": one.code, "reason": reason})
    context: dict[str, Any] = {
        "project": one, "span": span, "reasons": reasons_in_words(counted, language), "reason": reason,
        "rows": [(row, [says_of(code, language) for code in row.problems]) for row in shown[at]],
        "whole": len(shown), "page": page, "more": len(shown) > page * ROWS, "page_class": "personal",
    }  # fmt: skip
    return render(request, "results/left_out.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def codes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Codes that may be one person, those that are counted as one, and a form to join two."""
    one = project_or_404(request, pk, KEEP)
    fills = "fill" in request.POST  # two codes that are alike were pressed: the form is filled with them, no more
    asked = {name: request.POST.get(name, "")[:80] for name in ("code", "same_as")} if fills else None
    form = JoinForm(None if fills else request.POST or None, initial=asked)

    def act() -> SameCode:
        return operations.join_codes(
            project_id=pk, code=form.cleaned_data["code"], same_as=form.cleaned_data["same_as"],
            reason=form.cleaned_data["reason"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act) is not None:
        messages.success(request, _("They are counted as one person from now on; totals follow."))
        return redirect("results:codes", pk)
    status = 200 if not (form.is_bound and form.errors) else 409 if form.non_field_errors() else 422
    context = {"project": one, "form": form, "joins": joins_of(one), "near": near_codes(one), "page_class": "personal"}
    return render(request, "results/codes.html", context, status=status)


@needs(KEEP)
@require_POST
def part(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Two codes are two persons after all."""
    found = SameCode.objects.filter(pk=pk, project__in=projects_for(actor_of(request), KEEP).values("pk")).first()
    told(
        request, lambda: operations.part_codes(same_id=pk, actor=actor_of(request), at=timezone.now()),
        _("They are counted as two again."),
    )  # fmt: skip
    return redirect("results:codes", found.project_id if found else pk)
