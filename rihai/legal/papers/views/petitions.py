"""The pages of petitions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.editing import Changed
from rihai.kit.files import read
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download
from rihai.legal.matters.queries.reach import open_matters_of
from rihai.legal.papers.forms import BackForm, ConfirmForm, DrawForm, FiledForm, PrintForm, WordForm
from rihai.legal.papers.forms.petitions import here
from rihai.legal.papers.operations import (
    bring_back,
    confirm_facts,
    draw_up,
    drop_petition,
    file_paper,
    print_petition,
    word_petition,
)
from rihai.legal.papers.queries.petitions import drawn, fitting, listed
from rihai.legal.papers.views.asked import PETITIONS, page, petition_or_404
from rihai.legal.papers.wording import common, for_provision, templates
from rihai.people.queries.people import person_seen
from rihai.people.views.asked import done
from rihai.screening.queries.standing import finding_seen

MOST = 200


@needs(PETITIONS)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Petitions in hand and petitions filed: mine, or everybody's whom I see."""
    mine, actor = request.GET.get("whose") != "all", actor_of(request)
    rows = [(one, templates()[one.template].title[here()]) for one in listed(actor, mine=mine, filed=False, most=MOST)]
    filed = [(one, templates()[one.template].title[here()]) for one in listed(actor, mine=mine, filed=True, most=MOST)]
    return page(request, "index", rows=rows, filed=filed, mine=mine)


@needs(PETITIONS)
@require_http_methods(["GET", "POST"])
def draw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Draw a petition up: the address names a finding, or a person of whom nothing need be found."""
    actor, today = actor_of(request), timezone.localdate()
    finding = finding_seen(pk, actor=actor)
    person = person_seen(finding.person_id if finding else pk, actor=actor)
    if person is None:
        raise Http404(str(pk))
    provision, case_id = (finding.provision, finding.case_id) if finding else ("", "")
    offered = for_provision(provision)
    matters = open_matters_of(person.pk, actor=actor)
    first = {"template": offered[0].name, "language": "ur"}
    form = DrawForm(request.POST or None, offered=offered, matters=matters, initial=first)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        chosen = templates()[told["template"]]
        fits, case = fitting(person.pk, chosen, provision, case_id, actor=actor)
        petition = done(
            form,
            lambda: draw_up(
                person_id=person.pk, template=chosen.name, provision=fits, case_id=case, language=told["language"],
                on=today, actor=actor, at=timezone.now(), matter_id=form.matter_id,
            ),
        )  # fmt: skip
        if petition:
            return redirect("legal:petition", petition.pk)
    return page(request, "draw", form, person=person, provision=provision, matters=matters)


@needs(PETITIONS)
@require_GET
def petition(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A petition: what it says, the facts it stands on, its versions, and what to do next."""
    found = petition_or_404(request, pk)
    today = timezone.localdate()
    shown = drawn(found, language=here(), on=today)
    form = PrintForm(initial={"kind": "docx", "language": found.petition.language})
    lines = [(one, paper_text(one.row.paper) if one.row else "") for one in found.lines]
    return page(
        request, "petition", form, found=found, petition=found.petition, text=shown, page_class="legal", lines=lines,
        title=found.template.title[here()], is_open=not (found.petition.filed_on or found.petition.dropped_at),
        files=list(found.petition.files.all()),
    )  # fmt: skip


@needs(PETITIONS)
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Confirm facts against papers: what is left empty stays to be confirmed."""
    found = petition_or_404(request, pk)
    form = ConfirmForm(request.POST or None, lines=found.lines, annexes=found.template.annexes)
    if request.method == "POST" and form.is_valid():
        kept = done(form, lambda: confirm_facts(petition_id=pk, papers=form.papers, **_who(request)))
        if kept:
            return redirect("legal:petition", pk)
    return page(request, "confirm", form, found=found, petition=found.petition, page_class="legal")


@needs(PETITIONS)
@require_http_methods(["GET", "POST"])
def word(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write the court's heading, counsel and further grounds; who comes second is shown the difference."""
    found = petition_or_404(request, pk)
    form = WordForm(request.POST or None, petition=found.petition)
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("language", "court", "counsel", "added")}
        try:
            kept = done(
                form, lambda: word_petition(petition_id=pk, version=form.record_version, **told, **_who(request))
            )
        except Changed:
            return redirect("legal:petition-word", pk)
        if kept:
            return redirect("legal:petition", pk)
    return page(request, "word", form, found=found, petition=found.petition, page_class="legal")


@needs(PETITIONS)
@never_cache
@require_POST
def print_paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The petition as a file; it is kept as the next version."""
    petition_or_404(request, pk)
    form = PrintForm(request.POST)
    if not form.is_valid():
        return redirect("legal:petition", pk)
    told = form.cleaned_data
    kept = print_petition(petition_id=pk, kind=told["kind"], language=told["language"], **_who(request))
    content = read(kept.stored, actor=actor_of(request), at=timezone.now())
    return download(content, kept.stored.name or "petition", kept.stored.media_type)


@needs(PETITIONS)
@require_http_methods(["GET", "POST"])
def back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Bring back what a lawyer wrote on."""
    found = petition_or_404(request, pk)
    is_sent = request.method == "POST"
    form = BackForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    if is_sent and form.is_valid():
        given = form.cleaned_data["file"]
        kept = done(form, lambda: bring_back(petition_id=pk, content=given.read(), name=given.name, **_who(request)))
        if kept:
            messages.success(request, _("The file is kept as the next version."))
            return redirect("legal:petition", pk)
    return page(request, "back", form, found=found, petition=found.petition, page_class="legal")


@needs(PETITIONS)
@require_http_methods(["GET", "POST"])
def filed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was filed; a draft cannot be."""
    found = petition_or_404(request, pk)
    today = timezone.localdate()
    court = found.petition.court or found.record.text("court")
    form = FiledForm(request.POST or None, today=today, initial={"filed_on": today, "court": court})
    if request.method == "POST" and form.is_valid():
        kept = done(form, lambda: file_paper(petition_id=pk, **form.cleaned_data, **_who(request)))
        if kept:
            messages.success(request, _("Recorded as filed."))
            return redirect("legal:petition", pk)
    return page(request, "filed", form, found=found, petition=found.petition, page_class="legal")


@needs(PETITIONS)
@require_POST
def drop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It will not be filed."""
    petition_or_404(request, pk)
    drop_petition(petition_id=pk, **_who(request))
    messages.success(request, _("Dropped. What was kept of it stays."))
    return redirect("legal:papers")


def paper_text(paper: str) -> str:
    """A paper by its name in the reader's language; as it was written where it has none."""
    annexes = common()["annexes"]
    return str(annexes[paper][here()]) if paper in annexes else paper


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"actor": actor_of(request), "at": timezone.now(), "on": timezone.localdate()}
