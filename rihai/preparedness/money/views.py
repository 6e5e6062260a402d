"""The pages of crisis money: all lines, one with its requests, and what is asked, decided, spent and settled."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.money import operations
from rihai.preparedness.money.forms import AskForm, DecideForm, LineForm, SpendForm
from rihai.preparedness.money.models import Line, Request, Spending, State
from rihai.preparedness.money.queries import left_of, lines_for, requests_for, standings, waiting
from rihai.preparedness.pages import act_page, one_of, page_of
from rihai.preparedness.reach import APPROVE, KEEP, READ
from rihai.preparedness.stores.queries import MOVES, store_places

ROWS = 50


def _to_line(line: Line) -> str:
    return reverse("preparedness:line", args=[line.pk])


def _to_request(one: Request | Spending) -> str:
    return reverse("preparedness:money-request", args=[one.request_id if isinstance(one, Spending) else one.pk])


def _crumbs(line: Line | None = None, request: Request | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("preparedness:money"), _("Crisis money"))]
    rows += [(_to_line(line), line.name)] if line else []
    return [*rows, (_to_request(request), _("The request"))] if request else rows


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every line with what is left, and requests that wait for a decision before everything else."""
    actor, today = actor_of(request), timezone.localdate()
    lines, onwards = page_of(request, lines_for(actor), ROWS)
    rows = standings(lines)
    listed(request, "preparedness.money", len(rows), {})
    context = {
        "rows": rows, "waiting": list(waiting(actor)), "today": today, "may_keep": actor.may(KEEP),
        "may_approve": actor.may(APPROVE), "may_export": actor.may("exports.make"), "page_class": "ordinary",
        **onwards,
    }  # fmt: skip
    return render(request, "preparedness/money/index.html", context)


@needs(READ)
@require_GET
def line(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One line with everything asked of it."""
    actor, today = actor_of(request), timezone.localdate()
    one = one_of(lines_for(actor), pk)
    runs = one.started_on <= today < one.ended_on
    rows, onwards = page_of(request, requests_for(actor).filter(line=one), ROWS)
    context = {
        "one": one, "stands": standings([one])[0], "rows": rows, **onwards,
        "may_keep": lines_for(actor, KEEP).filter(pk=pk).exists(), "runs": runs, "page_class": "ordinary",
        "may_ask": runs and lines_for(actor, *MOVES).filter(pk=pk).exists(),
    }  # fmt: skip
    return render(request, "preparedness/money/line.html", context)


@needs(READ)
@require_GET
def one_request(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One request: who asked, who decided, what was paid."""
    actor = actor_of(request)
    one = one_of(requests_for(actor), pk)
    decides, moves = (requests_for(actor, *may).filter(pk=pk).exists() for may in ((APPROVE,), MOVES))
    context = {
        "one": one, "left": one.amount - one.paid, "line_left": left_of(one.line), "page_class": "ordinary",
        "rows": list(one.spendings.select_related("receipt")),
        "may_decide": decides and one.state == State.ASKED and one.asked_by_id != actor.pk,
        "may_spend": moves and one.state == State.APPROVED,
    }  # fmt: skip
    return render(request, "preparedness/money/request.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def line_new(request: HttpRequest) -> HttpResponse:
    """Write a line down."""
    actor = actor_of(request)
    form = LineForm(request.POST or None, places=store_places(actor, KEEP))
    return act_page(
        request, form, title=_("Write crisis money down"), word=_("Write it down"), crumbs=_crumbs(), to=_to_line,
        act=lambda: operations.keep_line(said=form.cleaned_data, actor=actor, at=timezone.now()),
        says=_("The line is written down. Money can be asked from it."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def line_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend a line."""
    actor = actor_of(request)
    one = one_of(lines_for(actor, KEEP), pk)
    form = LineForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change the line"), word=_("Keep it"), crumbs=_crumbs(one), to=_to_line,
        act=lambda: operations.keep_line(
            line_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor, at=timezone.now()
        ),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for money."""
    actor = actor_of(request)
    one = one_of(lines_for(actor, *MOVES), pk)
    form = AskForm(request.POST or None)
    return act_page(
        request, form, title=_("Ask for money"), word=_("Ask"), crumbs=_crumbs(one), to=_to_request,
        act=lambda: operations.ask(line_id=pk, said=form.cleaned_data, actor=actor, at=timezone.now()),
        standfirst=_("%(left)s are left on this line. Somebody else decides.") % {"left": f"{left_of(one):,.2f}"},
        says=_("It is asked for. Somebody else decides."),
    )  # fmt: skip


@needs(APPROVE)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Approve or refuse what somebody else asked for."""
    actor = actor_of(request)
    one = one_of(requests_for(actor, APPROVE), pk)
    form = DecideForm(request.POST or None)
    words = {"amount": f"{one.amount:,.2f}", "left": f"{left_of(one.line):,.2f}"}
    return act_page(
        request, form, title=_("Decide on a request"), word=_("Decide"), crumbs=_crumbs(one.line, one), to=_to_request,
        act=lambda: operations.decide(request_id=pk, said=form.cleaned_data, actor=actor, at=timezone.now()),
        standfirst=_("%(amount)s are asked for; %(left)s are left on the line.") % words,
        before=one.what, before_title=one.asked_by_name, says=_("It is decided."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def spend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what was paid."""
    actor = actor_of(request)
    one = one_of(requests_for(actor, *MOVES), pk)
    form = SpendForm(request.POST or None, request.FILES or None, initial={"on": timezone.localdate()})
    return act_page(
        request, form, title=_("Write down what was paid"), word=_("Write it down"), crumbs=_crumbs(one.line, one),
        act=lambda: operations.spend(request_id=pk, said=form.said(), actor=actor, at=timezone.now()), to=_to_request,
        standfirst=_("%(left)s of this request are left.") % {"left": f"{one.amount - one.paid:,.2f}"},
        says=_("It is written down."),
    )  # fmt: skip


@needs(READ)
@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Settle a request: what is left goes back to its line."""
    actor = actor_of(request)
    one = one_of(requests_for(actor, *MOVES), pk)
    form = Form(request.POST if request.method == "POST" else None)
    return act_page(
        request, form, title=_("Settle the request"), word=_("Settle it"), crumbs=_crumbs(one.line, one),
        act=lambda: operations.settle(request_id=pk, actor=actor, at=timezone.now()), to=_to_request,
        standfirst=_("Nothing more is paid from it; %(left)s go back to the line.")
        % {"left": f"{one.amount - one.paid:,.2f}"},
        says=_("It is settled."),
    )  # fmt: skip
