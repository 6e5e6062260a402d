"""One emergency while it goes on, and what is done in it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.emergencies import operations
from rihai.preparedness.emergencies.forms import (
    LABELS,
    BackForm,
    CloseForm,
    LogForm,
    ReportForm,
    ReviewForm,
    StepForm,
    StockForm,
)
from rihai.preparedness.emergencies.models import COUNTS, Emergency, EmergencyStep, SituationReport, State
from rihai.preparedness.emergencies.operations.ending import REVIEWS
from rihai.preparedness.emergencies.operations.taking import TAKES
from rihai.preparedness.emergencies.paper import report_pdf
from rihai.preparedness.emergencies.queries import (
    checklist,
    cost,
    emergencies_for,
    issued_in,
    prison_of,
    reports_for,
    steps_for,
    to_mend_after,
    usable_items,
)
from rihai.preparedness.emergencies.views.opening import crumbs, to_emergency
from rihai.preparedness.money.forms import AskForEmergencyForm
from rihai.preparedness.money.queries import open_lines
from rihai.preparedness.pages import act_page, as_file, one_of, told, who
from rihai.preparedness.plans.models import EntrySort
from rihai.preparedness.reach import ACT, READ

LANGUAGES = ("en", "ur")


def _emergency(request: HttpRequest, pk: UUID, *capabilities: str) -> Emergency:
    return one_of(emergencies_for(actor_of(request), *capabilities), pk)


@needs(READ)
@require_GET
def emergency(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The live checklist, the log, reports, what was issued and what it cost."""
    actor, now = actor_of(request), timezone.now()
    one = _emergency(request, pk)
    steps = checklist(one, now)
    given, paid = cost(one)
    context = {
        "one": one, "steps": steps, "to_do": sum(row.step.state == "to_do" for row in steps), "now": now,
        "late": sum(row.is_late and row.step.state == "to_do" for row in steps), "issued": issued_in(one.pk),
        "log": list(one.log.select_related("step")), "reports": list(one.reports.all()), "given": given,
        "paid": paid, "items": to_mend_after(one), "may_act": actor.may(ACT) and one.is_open, "page_class": "ordinary",
        "prison": prison_of(one), "may_take": actor.may(TAKES),
        "may_review": one.state == State.CLOSED and any(actor.may(each) for each in REVIEWS),
    }  # fmt: skip
    lasted = (one.closed_at or now) - one.opened_at
    entries = list(one.plan.entries.all()) if one.plan else []
    context["calls"] = [entry for entry in entries if entry.sort == EntrySort.AGENCY]
    context["assembly"] = [entry for entry in entries if entry.sort == EntrySort.ASSEMBLY]
    context["hours"], context["minutes"] = divmod(int(lasted / timedelta(minutes=1)), 60)
    return render(request, "preparedness/emergencies/emergency.html", context)


@needs(ACT)
@require_POST
def done(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Tick a step with one touch; if somebody was quicker, theirs stands and the page says so."""
    step = one_of(steps_for(actor_of(request)), pk)
    told(request, lambda: operations.tick(step_id=pk, **who(request)), _("Ticked: %(step)s") % {"step": step.shown})
    return redirect(_to_step(step))


def _to_step(step: EmergencyStep) -> str:
    """Back to where the thumb was: the step that was ticked, with the next one under it."""
    return f"{to_emergency(step.emergency)}#step-{step.order}"


@needs(ACT)
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Tick a step with a note, or say that it is not needed; of one that is ticked, take the tick back."""
    one = one_of(steps_for(actor_of(request)), pk)
    if one.state == "to_do":
        form = StepForm(request.POST or None, initial={"state": "done"})
        return act_page(
            request, form, title=one.shown, word=_("Write it down"), crumbs=crumbs(one.emergency),
            act=lambda: operations.tick(step_id=pk, **form.cleaned_data, **who(request)), to=_to_step,
        )  # fmt: skip
    back = BackForm(request.POST or None)
    return act_page(
        request, back, title=_("Take the tick back"), word=_("Take it back"), crumbs=crumbs(one.emergency),
        act=lambda: operations.take_back(step_id=pk, why=back.cleaned_data["why"], **who(request)), to=_to_step,
        before=one.shown, before_title=one.done_by_name,
    )  # fmt: skip


@needs(ACT)
@require_http_methods(["GET", "POST"])
def log(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write in the log."""
    one = _emergency(request, pk, ACT)
    form = LogForm(request.POST or None)
    return act_page(
        request, form, title=_("Write in the log"), word=_("Write it down"), crumbs=crumbs(one),
        act=lambda: operations.write_log(emergency_id=pk, **form.cleaned_data, **who(request)),
        to=lambda _made: f"{to_emergency(one)}#log", says=_("It stands in the log."),
    )  # fmt: skip


@needs(ACT)
@require_http_methods(["GET", "POST"])
def stock(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Issue from a store."""
    one = _emergency(request, pk, ACT)
    form = StockForm(request.POST or None, items=usable_items(actor_of(request), one))
    return act_page(
        request, form, title=_("Issue from a store"), word=_("Issued"), crumbs=crumbs(one),
        act=lambda: operations.issue_stock(emergency_id=pk, said=form.cleaned_data, **who(request)),
        says=_("It is written down."),
        to=lambda _made: f"{to_emergency(one)}#issued",
    )  # fmt: skip


@needs(ACT)
@require_http_methods(["GET", "POST"])
def money(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for money."""
    one = _emergency(request, pk, ACT)
    form = AskForEmergencyForm(request.POST or None, lines=open_lines(one.place_id, timezone.localdate()))
    return act_page(
        request, form, title=_("Ask for money"), word=_("Ask"), crumbs=crumbs(one),
        act=lambda: operations.ask_money(emergency_id=pk, said=form.cleaned_data, **who(request)),
        to=lambda _made: f"{to_emergency(one)}#cost", says=_("It is asked for. Somebody else decides."),
    )  # fmt: skip


@needs(ACT)
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Issue a situation report."""
    one = _emergency(request, pk, ACT)
    last = one.reports.first()
    form = ReportForm(request.POST or None, initial={name: getattr(last, name) for name in COUNTS} if last else None)
    return act_page(
        request, form, title=_("Issue a situation report"), word=_("Issue it"), crumbs=crumbs(one), to=_to_report,
        act=lambda: operations.issue_report(emergency_id=pk, said=form.cleaned_data, **who(request)),
        standfirst=_("Figures as known at one moment; one that nobody knows is left empty. It is never changed."),
        says=_("The report is issued."),
    )  # fmt: skip


def _to_report(made: SituationReport) -> str:
    return reverse("preparedness:situation", args=[made.pk])


@needs(READ)
@require_GET
def situation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A situation report as it was issued."""
    one = one_of(reports_for(actor_of(request)), pk)
    context = {
        "one": one, "counts": [(LABELS[name], getattr(one, name)) for name in COUNTS], "crumbs": crumbs(one.emergency),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "preparedness/emergencies/situation.html", context)


@needs(READ)
@require_GET
def situation_pdf(request: HttpRequest, pk: UUID, language: str) -> HttpResponse:
    """The same on paper, in a language."""
    if language not in LANGUAGES:
        raise Http404(language)
    one = one_of(reports_for(actor_of(request)), pk)
    made = report_pdf(one, language, running=settings.OFFICE)
    return as_file(made, "application/pdf", f"situation-report-{one.number}-{language}.pdf")


@needs(ACT)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close an emergency."""
    one = _emergency(request, pk, ACT)
    form = CloseForm(request.POST or None)
    return act_page(
        request, form, title=_("Close the emergency"), word=_("Close it"), crumbs=crumbs(one), to=to_emergency,
        act=lambda: operations.close_emergency(emergency_id=pk, closing=form.cleaned_data["closing"], **who(request)),
        standfirst=_("What was not ticked stays unticked. It waits for its review."),
        says=_("It is closed. Review it while it is fresh."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Review an emergency that is over."""
    one = _emergency(request, pk, *REVIEWS)
    form = ReviewForm(request.POST or None)
    return act_page(
        request, form, title=_("Review the emergency"), word=_("Keep the review"), crumbs=crumbs(one), to=to_emergency,
        act=lambda: operations.review_emergency(
            emergency_id=pk, went_well=form.cleaned_data["went_well"], to_mend=form.cleaned_data["to_mend"],
            items=form.items, **who(request),
        ),
        standfirst=_("Each item is followed until it is done and somebody else has verified it."),
        says=_("The review is kept."),
    )  # fmt: skip
