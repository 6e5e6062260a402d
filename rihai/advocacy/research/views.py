"""The pages of research: applications, one with its extracts, what is done to it, the file handed over."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.advocacy.errors import NotThere
from rihai.advocacy.pages import act_page
from rihai.advocacy.research import operations
from rihai.advocacy.research.agreement import agreement_text
from rihai.advocacy.research.extract import DIVERSITY, K
from rihai.advocacy.research.forms import AgreeForm, AskForm, DecideForm, HandOverForm
from rihai.advocacy.research.jobs import ask_for_job
from rihai.advocacy.research.models import ResearchRequest, Standing
from rihai.advocacy.research.queries import extract_seen, is_open, may_see, request_seen, requests_for
from rihai.advocacy.scope import READ, RESEARCH, SIGN
from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download


def _one(request: HttpRequest, pk: UUID) -> ResearchRequest:
    found = request_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    return found


def _to(one: ResearchRequest) -> str:
    return reverse("advocacy:research", args=[one.pk])


def _crumbs(one: ResearchRequest | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("advocacy:research-index"), _("Research extracts"))]
    return [*rows, (_to(one), one.researcher)] if one else rows


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
        request, form, title=_("Write an application down"), word=_("Keep it"), crumbs=_crumbs(), to=_to,
        act=lambda: operations.ask_for_extract(said=form.said(), actor=actor_of(request), at=timezone.now()),
        says=_("The application is kept. Somebody else approves it."),
        standfirst=_("Who asks, for which question, cleared by which ethics committee."),
    )  # fmt: skip


@needs(READ)
@require_GET
def research(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One application: what was decided, agreed, made and handed over."""
    actor, one = actor_of(request), _one(request, pk)
    context = {
        "one": one, "extracts": list(one.extracts.all()), "page_class": "ordinary", "k": K, "diversity": DIVERSITY,
        "is_open": is_open(one, timezone.localdate()), "may_make": actor.may(RESEARCH), "approved": Standing.APPROVED,
        "may_decide": actor.may(SIGN) and one.standing == Standing.ASKED and one.asked_by != actor.pk,
        "ended": one.standing in {Standing.ENDED, Standing.REFUSED}, "agreement": one.agreement.splitlines(),
    }  # fmt: skip
    return render(request, "advocacy/research/research.html", context)


@needs(SIGN)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Approve or refuse it."""
    one, form = _one(request, pk), DecideForm(request.POST or None)
    return act_page(
        request, form, title=_("Decide the application"), word=_("Keep the decision"), crumbs=_crumbs(one), to=_to,
        act=lambda: operations.decide_request(
            request_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        standfirst=one.question,
    )  # fmt: skip


@needs(RESEARCH)
@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down that the agreement was signed."""
    one, form = _one(request, pk), AgreeForm(request.POST or None)
    return act_page(
        request, form, title=_("The agreement is signed"), word=_("Keep it"), crumbs=_crumbs(one), to=_to,
        act=lambda: operations.keep_agreement(
            request_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        before_title=_("What was signed"), before=agreement_text().replace("\n", " "),
    )  # fmt: skip


@needs(RESEARCH)
@require_POST
def make(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have an extract made."""
    one = _one(request, pk)
    try:
        job = ask_for_job(request_id=one.pk, actor=actor_of(request), at=timezone.now())
    except NotThere as missing:
        raise Http404(str(pk)) from missing
    return redirect("kit_job", job.pk)


@needs(RESEARCH)
@require_http_methods(["GET", "POST"])
def fetch(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an extract out for the researcher: the file, and a line under it for good."""
    extract = extract_seen(pk, actor=actor_of(request))
    if extract is None:
        raise Http404(str(pk))
    one = _one(request, extract.request_id)
    form = HandOverForm(request.POST or None, initial={"receiver": one.researcher})
    if request.method == "POST" and form.is_valid():
        try:
            _made, content = operations.hand_over(
                extract_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
            )
            return download(content, f"extract-{extract.on:%Y-%m-%d}.csv", "text/csv; charset=utf-8")
        except NotFound as missing:
            raise Http404(str(missing)) from missing
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return act_page(
        request, form, title=_("Hand the extract over"), word=_("Download it for them"), crumbs=_crumbs(one),
        act=lambda: one, to=_to, before_title=_("They agreed"), before=" ".join(one.agreement.splitlines()),
        standfirst=_("What is downloaded is written down with the agreement. Give it sealed, and to nobody else."),
    )  # fmt: skip


@needs(READ)
@require_POST
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End it now; its files are erased."""
    one = _one(request, pk)
    try:
        operations.end_request(request_id=one.pk, actor=actor_of(request), at=timezone.now())
    except NotThere as missing:
        raise Http404(str(pk)) from missing
    return redirect("advocacy:research", pk)
