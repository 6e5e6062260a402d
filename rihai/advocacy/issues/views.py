"""The pages of policy issues: all of them, one with all that belongs to it, and what is added."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.advocacy.commitments.models import OVER
from rihai.advocacy.issues import operations
from rihai.advocacy.issues.forms import CaseForm, FigureForm, IssueForm, PositionForm, StepForm, TrialForm
from rihai.advocacy.issues.models import ENDED, Issue, StepKind
from rihai.advocacy.issues.queries import issues_for
from rihai.advocacy.issues.shown import figures_told, trial_rows
from rihai.advocacy.pages import act_page, one_of
from rihai.advocacy.papers import given
from rihai.advocacy.scope import KEEP, READ
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of

MOST = 200


def _crumbs(one: Issue | None = None) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [(reverse("advocacy:issues"), _("Policy issues"))]
    return [*rows, (reverse("advocacy:issue", args=[one.pk]), one.title)] if one else rows


def _kept(request: HttpRequest, pk: UUID) -> Issue:
    return one_of(issues_for(actor_of(request), KEEP), pk)


def _page(pk: UUID) -> str:
    return reverse("advocacy:issue", args=[pk])


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every issue: how far it has come, when to look at it next."""
    actor = actor_of(request)
    rows = issues_for(actor).annotate(
        open_promises=Count("commitments", filter=~Q(commitments__state__in=OVER), distinct=True)
    )
    found = sorted(rows[:MOST], key=lambda one: (one.has_ended, one.next_on or date.max, one.title))
    listed(request, "advocacy.issues", len(found), {})
    context = {
        "rows": found, "may_keep": actor.may(KEEP), "page_class": "ordinary", "today": timezone.localdate(),
        "ended": [str(one) for one in ENDED],
    }  # fmt: skip
    return render(request, "advocacy/issues/index.html", context)


@needs(READ)
@require_GET
def issue(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One issue: position, steps, figures, trials, cases, commitments."""
    actor = actor_of(request)
    one = one_of(issues_for(actor), pk)
    positions = list(one.positions.all()[:MOST])
    context = {
        "one": one, "position": positions[0] if positions else None, "earlier": positions[1:],
        "steps": list(one.steps.select_related("file")[:MOST]), "figures": figures_told(one.figures.all()[:MOST]),
        "trials": [(row, trial_rows(row)) for row in one.trials.all()[:MOST]],
        "cases": list(one.cases.select_related("facts")[:MOST]), "commitments": list(one.commitments.all()[:MOST]),
        "may_keep": actor.may(KEEP), "page_class": "ordinary", "today": timezone.localdate(),
        "tries_law": actor.may("law.review"),
    }  # fmt: skip
    return render(request, "advocacy/issues/issue.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write an issue down."""
    form = IssueForm(request.POST or None)
    return act_page(
        request, form, title=_("A new policy issue"), word=_("Write it down"), crumbs=_crumbs(),
        act=lambda: operations.keep_issue(said=form.cleaned_data, actor=actor_of(request), at=timezone.now()),
        to=lambda made: _page(made.pk), says=_("The issue is written down. What we hold comes next."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend an issue."""
    one = _kept(request, pk)
    form = IssueForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change the issue"), word=_("Keep it"), crumbs=_crumbs(one), says=_("It is kept."),
        act=lambda: operations.keep_issue(
            issue_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda made: _page(made.pk),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def position(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a position; the one before stays to be read."""
    one = _kept(request, pk)
    stands = one.positions.first()
    begins = {"number": stands.number if stands else 0, "says": stands.says if stands else ""}
    form = PositionForm(request.POST or None, initial=begins)
    return act_page(
        request, form, title=_("What do we hold?"), word=_("Hold it from now on"), crumbs=_crumbs(one),
        before=stands.says if stands else "", before_title=_("What we hold now"),
        act=lambda: operations.take_position(
            issue_id=pk, number=form.cleaned_data["number"], says=form.cleaned_data["says"], actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda _made: _page(pk), says=_("The position is kept as a new version."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """Write a step of one kind."""
    if kind not in StepKind.values:
        raise Http404(kind)
    one = _kept(request, pk)
    form = StepForm(
        request.POST or None, request.FILES or None, kind=kind,
        initial={"on": timezone.localdate(), "stage": one.stage},
    )  # fmt: skip
    return act_page(
        request, form, title=str(StepKind(kind).label).capitalize(), word=_("Write it down"), crumbs=_crumbs(one),
        act=lambda: operations.add_step(
            issue_id=pk, said={**form.cleaned_data, "kind": kind, "file": given(form.cleaned_data)},
            actor=actor_of(request), at=timezone.now(),
        ),
        to=lambda _made: _page(pk), says=_("It is written down."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def figure(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep a count of our own records as evidence."""
    one = _kept(request, pk)
    form = FigureForm(request.POST or None, on=timezone.localdate())
    return act_page(
        request, form, title=_("A figure of our own records"), word=_("Count it and keep it"), crumbs=_crumbs(one),
        act=lambda: operations.add_figure(
            issue_id=pk, measure=form.cleaned_data["measure"], first=date.fromisoformat(form.cleaned_data["first"]),
            actor=actor_of(request), at=timezone.now(),
        ),
        to=lambda _made: _page(pk), says=_("The figure is kept as it was counted today."),
        standfirst=_("A whole quarter, counted by the house. A count of so few that they could be known is withheld."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def trial(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep with the issue whom a draft would reach."""
    one = _kept(request, pk)
    form = TrialForm(request.POST or None)
    return act_page(
        request, form, title=_("Whom would it reach?"), word=_("Keep the counts"), crumbs=_crumbs(one),
        act=lambda: operations.keep_trial(
            issue_id=pk, trial_id=UUID(form.cleaned_data["trial"]), actor=actor_of(request), at=timezone.now()
        ),
        to=lambda _made: _page(pk), says=_("The counts are kept as they are today."),
        standfirst=_("A bill or order, tried as a draft pack over everybody held: counts alone, small ones withheld."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def case(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Link a case brought for many."""
    one = _kept(request, pk)
    form = CaseForm(request.POST or None, issue=one)
    return act_page(
        request, form, title=_("A case brought for many"), word=_("Link it"), crumbs=_crumbs(one),
        act=lambda: operations.link_case(
            issue_id=pk, facts_id=form.cleaned_data["facts"].pk, says=form.cleaned_data["says"],
            actor=actor_of(request), at=timezone.now(),
        ),
        to=lambda _made: _page(pk), says=_("The case is linked by its public facts."),
    )  # fmt: skip
