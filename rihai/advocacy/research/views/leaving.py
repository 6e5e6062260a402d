"""How an extract leaves: by hand, by a link that the researcher opens; and whose copy a table is."""

from __future__ import annotations

import csv
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rihai.advocacy.errors import NotThere
from rihai.advocacy.pages import act_page
from rihai.advocacy.research import handing
from rihai.advocacy.research.copies import copy_of
from rihai.advocacy.research.forms import FetchForm, HandOverForm, LinkForm, WhoseForm
from rihai.advocacy.research.handing import Handed, fetch_by_link, live_link
from rihai.advocacy.research.models import ResearchLink
from rihai.advocacy.research.paper import bundle_of
from rihai.advocacy.research.views.shared import crumbs, extract_or_404, to_request
from rihai.advocacy.scope import RESEARCH
from rihai.errors import Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs, public
from rihai.kit.links import HEADERS
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download


def _bundle(handed: Handed) -> HttpResponse:
    content, name = bundle_of(handed, (get_language() or "en")[:2])
    return download(content, name, "application/zip")


@needs(RESEARCH)
@require_http_methods(["GET", "POST"])
def fetch(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an extract out for the researcher: a numbered copy with its paper, and a line under it for good."""
    extract = extract_or_404(request, pk)
    one = extract.request
    form = HandOverForm(request.POST or None, initial={"receiver": one.researcher})
    if request.method == "POST" and form.is_valid():
        try:
            return _bundle(handing.hand_over(
                extract_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
            ))  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return act_page(
        request, form, title=_("Hand the extract over"), word=_("Download it for them"), crumbs=crumbs(one),
        act=lambda: one, to=to_request, before_title=_("They agreed"), before=" ".join(one.agreement.splitlines()),
        standfirst=_("What is downloaded is written down with the agreement. Give it sealed, and to nobody else."),
    )  # fmt: skip


@needs(RESEARCH)
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A link by which the researcher fetches it; shown once, with its code."""
    extract = extract_or_404(request, pk)
    one = extract.request
    form, given, status = LinkForm(request.POST or None, initial={"receiver": one.researcher}), None, 200
    if request.method == "POST" and form.is_valid():
        try:
            given = handing.make_link(extract_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = 409
    status = 422 if form.errors and status == 200 else status
    address = request.build_absolute_uri(reverse("advocacy:research-shared", args=[given.secret])) if given else ""
    context = {
        "one": one, "extract": extract, "form": form, "address": address, "pin": given.pin if given else "",
        "page_class": "ordinary", "crumbs": crumbs(one),
    }  # fmt: skip
    return render(request, "advocacy/research/link.html", context, status=status)


@needs(RESEARCH)
@require_POST
def end_link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a link."""
    try:
        closed = handing.close_link(link_id=pk, actor=actor_of(request), at=timezone.now())
    except NotThere as missing:
        raise Http404(str(pk)) from missing
    return redirect("advocacy:research", closed.extract.request_id)


@public
@never_cache
@require_http_methods(["GET", "POST"])
def shared(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks for the code, and that the agreement is kept; then gives the copy. A link that is over shows nothing."""
    now, form = timezone.now(), FetchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        fetched = fetch_by_link(secret=secret, pin=form.cleaned_data["pin"], at=now)
        if fetched.handed is not None:
            return _headed(_bundle(fetched.handed))
        if fetched.state == "wrong":
            return _answer(request, "wrong", 403, form=FetchForm(), agreement=_agreed(live_link(secret, at=now)))
    if (live := live_link(secret, at=now)) is None:
        return _answer(request, "gone", 404)
    return _answer(request, "ask", 400 if form.is_bound else 200, form=form, agreement=_agreed(live))


def _agreed(link: ResearchLink | None) -> list[str]:
    """What the researcher signed, as it was then, sentence by sentence; nothing of a link that is over."""
    return link.extract.request.agreement.splitlines() if link else []


def _answer(request: HttpRequest, state: str, status: int, **context: object) -> HttpResponse:
    context |= {"state": state, "languages": settings.LANGUAGES}
    return _headed(render(request, "advocacy/research/shared.html", context, status=status))


def _headed(page: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        page.headers[name] = value
    return page


@needs(RESEARCH)
@require_http_methods(["GET", "POST"])
def whose(request: HttpRequest) -> HttpResponse:
    """Whose copy a table is that came into other hands."""
    form, found, is_asked = WhoseForm(request.POST or None, request.FILES or None), None, False
    if request.method == "POST" and form.is_valid():
        try:
            found, is_asked = copy_of(form.cleaned_data["file"].read()), True
        except (UnicodeDecodeError, csv.Error):
            form.add_error("file", _("The file is no table in UTF-8 (CSV)."))
        listed(request, "advocacy.research.copies", 1 if found else 0, {})
    context = {"form": form, "found": found, "is_asked": is_asked, "page_class": "ordinary", "crumbs": crumbs()}
    return render(request, "advocacy/research/whose.html", context, status=422 if form.errors else 200)
