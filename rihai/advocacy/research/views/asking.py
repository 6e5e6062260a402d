"""The pages of research: applications, one with its extracts, what is done to it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.pages import act_page
from rihai.advocacy.research import operations
from rihai.advocacy.research.agreement import agreement_text
from rihai.advocacy.research.extract import DIVERSITY, K
from rihai.advocacy.research.forms import AgreeForm, AskForm, DecideForm
from rihai.advocacy.research.jobs import ask_for_job
from rihai.advocacy.research.models import Standing
from rihai.advocacy.research.outside import measurer
from rihai.advocacy.research.paper import risk_table
from rihai.advocacy.research.queries import is_open, may_see, requests_for
from rihai.advocacy.research.views.shared import crumbs, request_or_404, to_request
from rihai.advocacy.scope import READ, RESEARCH, SIGN
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every application."""
    actor = actor_of(request)
    if not may_see(actor):
        raise Http404
    rows = list(requests_for(actor)[:200])
    listed(request, "advocacy.research", len(rows), {})
    context = {
        "rows": rows, "may_make": actor.may(RESEARCH), "page_class": "ordinary", "k": K, "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "advocacy/research/index.html", context)


@needs(RESEARCH)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write an application down."""
    form = AskForm(request.POST or None, request.FILES or None)
    return act_page(
        request, form, title=_("Write an application down"), word=_("Keep it"), crumbs=crumbs(), to=to_request,
        act=lambda: operations.ask_for_extract(said=form.said(), actor=actor_of(request), at=timezone.now()),
        says=_("The application is kept. Somebody else approves it."),
        standfirst=_("Who asks, for which question, cleared by which ethics committee."),
    )  # fmt: skip


@needs(READ)
@require_GET
def research(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One application: what was decided, agreed, made and handed over."""
    actor, one, now = actor_of(request), request_or_404(request, pk), timezone.now()
    extracts = list(one.extracts.all())
    context = {
        "one": one, "extracts": extracts, "page_class": "ordinary", "k": K, "diversity": DIVERSITY,
        "table": risk_table(extracts[0]) if extracts else None, "measured_here": measurer() is not None,
        "copies": [copy for each in extracts for copy in each.downloads.all()],
        "links": [(link, link.is_live(now)) for each in extracts for link in each.links.all()],
        "is_open": is_open(one, timezone.localdate()), "may_make": actor.may(RESEARCH), "approved": Standing.APPROVED,
        "may_decide": actor.may(SIGN) and one.standing == Standing.ASKED and one.asked_by != actor.pk,
        "ended": one.standing in {Standing.ENDED, Standing.REFUSED}, "agreement": one.agreement.splitlines(),
    }  # fmt: skip
    return render(request, "advocacy/research/research.html", context)


@needs(SIGN)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Approve or refuse it."""
    one, form = request_or_404(request, pk), DecideForm(request.POST or None)
    return act_page(
        request, form, title=_("Decide the application"), word=_("Keep the decision"), crumbs=crumbs(one),
        to=to_request,
        act=lambda: operations.decide_request(
            request_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        standfirst=one.question,
    )  # fmt: skip


@needs(RESEARCH)
@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down that the agreement was signed."""
    one, form = request_or_404(request, pk), AgreeForm(request.POST or None)
    return act_page(
        request, form, title=_("The agreement is signed"), word=_("Keep it"), crumbs=crumbs(one), to=to_request,
        act=lambda: operations.keep_agreement(
            request_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        before_title=_("What was signed"), before=agreement_text().replace("\n", " "),
    )  # fmt: skip


@needs(RESEARCH)
@require_POST
def make(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have an extract made."""
    one = request_or_404(request, pk)
    try:
        job = ask_for_job(request_id=one.pk, actor=actor_of(request), at=timezone.now())
    except NotThere as missing:
        raise Http404(str(pk)) from missing
    except NotSo as refusal:
        return _refused(request, pk, refusal)
    return redirect("kit_job", job.pk)


@needs(READ)
@require_POST
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End it now; its files are erased."""
    one = request_or_404(request, pk)
    try:
        operations.end_request(request_id=one.pk, actor=actor_of(request), at=timezone.now())
    except NotThere as missing:
        raise Http404(str(pk)) from missing
    except NotSo as refusal:
        return _refused(request, pk, refusal)
    return redirect("advocacy:research", pk)


def _refused(request: HttpRequest, pk: UUID, refusal: NotSo) -> HttpResponse:
    """Back to the application with the reason: an old page or a second tab asked for it."""
    messages.error(request, str(refusal))
    return redirect("advocacy:research", pk)
