"""Indicators: one with its definition, its figure and what is behind it; entering figures; samples of the evidence."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed
from rihai.kit.editing import Changed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.results import operations
from rihai.results.counting import detail_of
from rihai.results.counting.figures import figures_among
from rihai.results.counting.measures import measure_of
from rihai.results.forms import CheckForm, EntryForm, IndicatorForm, SampleForm, WhyForm
from rihai.results.models import Basis, Checked, Entry, Indicator, Outcome, Sample
from rihai.results.queries.evidence import PAGE, evidence_of, samples_of
from rihai.results.reach import KEEP, READ, projects_for
from rihai.results.shown import parts_of
from rihai.results.views.asked import asked_span, done, form_page, indicator_or_404, page_of, project_or_404


@needs(READ)
@require_GET
def indicator(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One indicator: what it means, its figure for the days asked, its parts, and everything behind it."""
    actor, one = actor_of(request), indicator_or_404(request, pk)
    span, page = asked_span(request, one.project), page_of(request)
    figure = figures_among(one.project, [one], span)[0]
    evidence = evidence_of(one, span, actor=actor, page=page)
    listed(request, "results.evidence", len(evidence.rows) + len(evidence.people), {"indicator": str(one.pk)})
    context: dict[str, Any] = {
        "one": one, "project": one.project, "span": span, "figure": figure, "evidence": evidence,
        "parts": parts_of(detail_of(one, span)),
        "measure": measure_of(one) if one.basis == Basis.MEASURE else None, "page": page,
        "more": evidence.whole > page * PAGE, "may_keep": actor.may(KEEP), "samples": samples_of(one),
        "page_class": "personal",
    }  # fmt: skip
    return render(request, "results/indicator.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write an indicator of a project down."""
    project = project_or_404(request, pk, KEEP)
    form = IndicatorForm(request.POST or None, project=project)

    def act() -> Indicator:
        return operations.keep_indicator(project_id=pk, said=form.said(), actor=actor_of(request), at=timezone.now())

    if request.method == "POST" and form.is_valid() and done(form, act) is not None:
        messages.success(request, _("The indicator is kept."))
        return redirect("results:project", pk)
    back = reverse("results:project", args=[pk])
    return form_page(request, form, title=_("A new indicator"), word=_("Write it down"), back=back, project=project)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend an indicator."""
    one = indicator_or_404(request, pk, KEEP)
    form = IndicatorForm(request.POST or None, project=one.project, indicator=one)

    def act() -> Indicator:
        return operations.keep_indicator(
            indicator_id=pk, version=form.record_version, said=form.said(), actor=actor_of(request), at=timezone.now()
        )

    if request.method == "POST" and form.is_valid():
        try:
            made = done(form, act)
        except Changed:
            return redirect("results:indicator-edit", pk)
        if made:
            messages.success(request, _("The indicator is kept."))
            return redirect("results:indicator", pk)
    back = reverse("results:indicator", args=[pk])
    return form_page(request, form, title=_("Change the indicator"), word=_("Keep it"), back=back, project=one.project)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Enter a figure with its evidence."""
    one = indicator_or_404(request, pk, KEEP)
    form = EntryForm(request.POST or None, request.FILES or None)

    def act() -> Entry:
        return operations.enter_figure(
            indicator_id=pk, said=form.said(), actor=actor_of(request), at=timezone.now()
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act) is not None:
        messages.success(request, _("The figure is kept, with how it was come by."))
        return redirect("results:indicator", pk)
    back = reverse("results:indicator", args=[pk])
    says = _("An estimate is marked wherever it is shown, and never added to people.")
    return form_page(
        request, form, title=_("Enter a figure: %(what)s") % {"what": one.shown}, word=_("Keep the figure"), back=back,
        project=one.project, says=says,
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an entered figure back."""
    mine = projects_for(actor_of(request), KEEP).values("pk")
    entry = Entry.objects.select_related("indicator__project").filter(pk=pk, indicator__project__in=mine).first()
    if entry is None:
        raise Http404(str(pk))
    form = WhyForm(request.POST or None)

    def act() -> Entry:
        return operations.withdraw_entry(
            entry_id=pk, why=form.cleaned_data["why"], actor=actor_of(request), at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and done(form, act) is not None:
        messages.success(request, _("It counts no more, and stays to be read."))
        return redirect("results:indicator", entry.indicator_id)
    back = reverse("results:indicator", args=[entry.indicator_id])
    title = _("Withdraw a figure")
    return form_page(request, form, title=title, word=title, back=back, project=entry.indicator.project)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def draw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Draw a sample of the rows behind a figure."""
    one = indicator_or_404(request, pk, KEEP)
    span = asked_span(request, one.project)
    form = SampleForm(request.POST or None, initial={"seed": timezone.localdate().isoformat(), "size": 20})

    def act() -> Sample:
        return operations.draw_sample(
            indicator_id=pk, span=span, size=form.cleaned_data["size"], seed=form.cleaned_data["seed"],
            actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and (made := done(form, act)):
        return redirect("results:sample", made.pk)
    back = reverse("results:indicator", args=[pk])
    says = _("Rows are drawn by lot from those counted in %(days)s.") % {"days": span.says}
    title = _("Check the evidence of some rows")
    return form_page(
        request, form, title=title, word=_("Draw the rows"), back=back, project=one.project, says=says
    )  # fmt: skip


@needs(READ)
@require_GET
def sample(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The drawn rows, what was found of each, and the rate."""
    actor = actor_of(request)
    mine = projects_for(actor).values("pk")
    found = Sample.objects.select_related("indicator__project").filter(pk=pk, indicator__project__in=mine).first()
    if found is None:
        raise Http404(str(pk))
    rows = list(Checked.objects.filter(sample=found).select_related("row__file"))
    listed(request, "results.sample", len(rows), {"sample": str(found.pk)})
    seen = [row for row in rows if row.outcome]
    good = sum(row.outcome == Outcome.SHOWN for row in seen)
    context = {
        "sample": found, "one": found.indicator, "project": found.indicator.project, "rows": rows, "seen": len(seen),
        "good": good, "share": good * 100 // len(seen) if seen else None, "may_keep": actor.may(KEEP),
        "page_class": "personal",
    }  # fmt: skip
    return render(request, "results/sample.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what was found of one drawn row."""
    mine = projects_for(actor_of(request), KEEP).values("pk")
    rows = Checked.objects.select_related("row", "sample__indicator__project")
    found = rows.filter(pk=pk, sample__indicator__project__in=mine).first()
    if found is None:
        raise Http404(str(pk))
    form = CheckForm(request.POST or None, initial={"outcome": found.outcome, "says": found.says})

    def act() -> Checked:
        return operations.record_check(
            checked_id=pk, outcome=form.cleaned_data["outcome"], says=form.cleaned_data["says"],
            actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act) is not None:
        messages.success(request, _("It is written down."))
        return redirect("results:sample", found.sample_id)
    return form_page(
        request, form, title=_("Row %(n)s of the sample") % {"n": found.number}, word=_("Write it down"),
        back=reverse("results:sample", args=[found.sample_id]), project=found.sample.indicator.project,
        says=f"{found.row.code}, {found.row.service_shown}, {found.row.on:%d/%m/%Y}, {found.row.place}",
    )  # fmt: skip
