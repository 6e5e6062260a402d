"""Periods: the figures of one, locking, signing off, restating, and the report that leaves."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download
from rihai.results import operations
from rihai.results.counting import Span, figures_of, period_at
from rihai.results.forms import ReportForm, WhyForm
from rihai.results.leaving import make_report
from rihai.results.leaving.make import EXPORTS
from rihai.results.models import LockedFigure, LockedPeriod, Restatement
from rihai.results.queries.left_out import left_out, reasons_in_words
from rihai.results.queries.locked import locked_at, standing_figures
from rihai.results.reach import KEEP, READ, SIGN, projects_for
from rihai.results.views.asked import done, form_page, project_or_404, told


@needs(READ)
@require_GET
def period(request: HttpRequest, pk: UUID, first: str) -> HttpResponse:
    """One period: what is counted, or what is locked and what would be different today."""
    actor, project, today = actor_of(request), project_or_404(request, pk), timezone.localdate()
    found = period_at(project, first, today)
    if found is None:
        raise Http404(first)
    locked, language = locked_at(project, found.span), get_language() or "en"
    standing = standing_figures(locked) if locked else []
    to_date = [] if locked else figures_of(project, Span(project.started_on, found.span.end))
    signs = actor.may(SIGN) and locked is not None and locked.locked_by_id != actor.pk
    context = {
        "project": project, "period": found, "span": found.span, "locked": locked, "standing": standing,
        "differs": [one for one in standing if one.since], "is_over": found.span.end <= today,
        "figures": [] if locked else list(zip(figures_of(project, found.span), to_date, strict=True)),
        "reasons": reasons_in_words(locked.left_out if locked else left_out(project, found.span), language),
        "may_keep": actor.may(KEEP), "may_sign": signs,
        "may_export": actor.may(EXPORTS), "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "results/period.html", context)


@needs(KEEP)
@require_POST
def lock(request: HttpRequest, pk: UUID, first: str) -> HttpResponse:
    """The figures of a period stand from now on."""
    project_or_404(request, pk, KEEP)
    kept = _("The period is locked. Somebody else signs it off.")
    actor = actor_of(request)
    told(request, lambda: operations.lock_period(project_id=pk, first=first, actor=actor, at=timezone.now()), kept)
    return redirect("results:period", pk, first)


@needs(SIGN)
@require_POST
def sign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer for the figures of a locked period."""
    one = _locked(request, pk, SIGN)
    kept = _("The period is signed off. Its report may leave.")
    told(request, lambda: operations.sign_off(period_id=pk, actor=actor_of(request), at=timezone.now()), kept)
    return redirect("results:period", one.project_id, one.first.isoformat())


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def restate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put what is counted today in the place of a locked figure, with a reason."""
    rows = LockedFigure.objects.select_related("period__project", "indicator")
    found = rows.filter(pk=pk, period__project__in=projects_for(actor_of(request), KEEP).values("pk")).first()
    if found is None:
        raise Http404(str(pk))
    form = WhyForm(request.POST or None)
    where = ("results:period", found.period.project_id, found.period.first.isoformat())

    def act() -> Restatement:
        return operations.restate(
            figure_id=pk, reason=form.cleaned_data["why"], actor=actor_of(request), at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and done(form, act) is not None:
        messages.success(
            request, _("The figure is restated; what it was stays beside it. Somebody signs it off again.")
        )
        return redirect(*where)
    return form_page(
        request, form, title=_("Restate: %(what)s") % {"what": found.indicator.shown}, word=_("Restate it"),
        back=reverse(where[0], args=where[1:]), project=found.period.project,
        says=_("The locked figure stays to be read, with your reason, wherever the new one is shown."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The report of a locked period, in a form and a language."""
    actor = actor_of(request)
    one = _locked(request, pk, READ)
    if not actor.may(EXPORTS):
        raise Http404(str(pk))
    form = ReportForm(request.POST or None, initial={"kind": "pdf", "language": get_language()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = done(
            form,
            lambda: make_report(
                period_id=pk, kind=said["kind"], language=said["language"], office=said["office"], actor=actor,
                at=timezone.now(),
            ),
        )  # fmt: skip
        if made:
            return download(made.content, made.name, made.media_type)
    back = reverse("results:period", args=[one.project_id, one.first.isoformat()])
    says = _("What leaves is controlled beside every report before it, and is a line in the log.")
    title = _("The report of %(days)s") % {"days": Span(one.first, one.end).says}
    return form_page(request, form, title=title, word=_("Make it"), back=back, project=one.project, says=says)


def _locked(request: HttpRequest, pk: UUID, capability: str) -> LockedPeriod:
    mine = projects_for(actor_of(request), capability).values("pk")
    found = LockedPeriod.objects.select_related("project").filter(pk=pk, project__in=mine).first()
    if found is None:
        raise Http404(str(pk))
    return found
