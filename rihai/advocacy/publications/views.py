"""The pages of publications: all of them, one with its files, its signature and its notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.advocacy.pages import act_page, one_of
from rihai.advocacy.papers import given
from rihai.advocacy.publications import operations
from rihai.advocacy.publications.forms import CorrectionForm, FileForm, PublicationForm, SentForm, WhyForm
from rihai.advocacy.publications.models import NoteKind, Publication
from rihai.advocacy.publications.queries import publications_for
from rihai.advocacy.scope import KEEP, READ, SIGN
from rihai.kit.audit.reads import listed
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of

MOST = 200


def _crumbs(one: Publication | None = None) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [(reverse("advocacy:publications"), _("Publications"))]
    return [*rows, (_page(one.pk), one.shown)] if one else rows


def _page(pk: UUID) -> str:
    return reverse("advocacy:publication", args=[pk])


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every publication: what waits for a signature first."""
    actor, now = actor_of(request), timezone.now()
    rows = list(publications_for(actor).prefetch_related("files")[:MOST])
    listed(request, "advocacy.publications", len(rows), {})
    rows.sort(key=lambda one: one.state != "asked")
    context = {
        "rows": [(one, one.is_out(now)) for one in rows], "may_keep": actor.may(KEEP), "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "advocacy/publications/index.html", context)


@needs(READ)
@require_GET
def publication(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One publication."""
    actor, now = actor_of(request), timezone.now()
    one = one_of(publications_for(actor), pk)
    files = list(one.files.select_related("file"))
    context = {
        "one": one, "files": files, "is_out": one.is_out(now), "may_keep": actor.may(KEEP),
        "may_sign": actor.may(SIGN), "is_mine": one.prepared_by == actor.pk or any(row.by == actor.pk for row in files),
        "notes": list(one.notes.all()[:MOST]), "uses": list(one.stories.select_related("story")[:MOST]),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "advocacy/publications/publication.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a publication."""
    form = PublicationForm(request.POST or None)
    return act_page(
        request, form, title=_("A new publication"), word=_("Begin it"), crumbs=_crumbs(),
        act=lambda: operations.keep_publication(said=form.cleaned_data, actor=actor_of(request), at=timezone.now()),
        to=lambda made: _page(made.pk), says=_("It is begun. Its file comes next."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend a publication in preparation."""
    one = one_of(publications_for(actor_of(request), KEEP), pk)
    form = PublicationForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change the publication"), word=_("Keep it"), crumbs=_crumbs(one),
        act=lambda: operations.keep_publication(
            publication_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda made: _page(made.pk), says=_("It is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add the publication in a language."""
    one = one_of(publications_for(actor_of(request), KEEP), pk)
    form = FileForm(request.POST or None, request.FILES or None)
    return act_page(
        request, form, title=_("The publication itself"), word=_("Add it"), crumbs=_crumbs(one),
        act=lambda: operations.add_file(
            publication_id=pk, language=form.cleaned_data["language"], file=given(form.cleaned_data),
            actor=actor_of(request), at=timezone.now(),
        ),
        to=lambda _made: _page(pk), says=_("The file is added."),
    )  # fmt: skip


def _act(
    request: HttpRequest, pk: UUID, form: Form, act: Callable[..., Any], capability: str, *, title: Any, word: Any,
    says: Any, standfirst: Any = "",
) -> HttpResponse:  # fmt: skip
    """One act on a publication, with what its form says."""
    one = one_of(publications_for(actor_of(request), capability), pk)
    return act_page(
        request, form, title=title, word=word, says=says, standfirst=standfirst, crumbs=_crumbs(one),
        act=lambda: act(publication_id=pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data),
        to=lambda _made: _page(pk),
    )  # fmt: skip


class _Nothing(Form):
    """A form without a field: its button is the act."""


def _pressed(request: HttpRequest) -> _Nothing:
    return _Nothing(request.POST if request.method == "POST" else None)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is ready for a signature."""
    return _act(
        request, pk, _pressed(request), operations.ask_to_sign, KEEP, title=_("It is ready"),
        word=_("Ask for the signature"), says=_("Somebody else signs it off now."),
        standfirst=_("From now on it cannot be changed; whoever signs may send it back."),
    )  # fmt: skip


@needs(SIGN)
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Sign it off."""
    return _act(
        request, pk, _pressed(request), operations.sign, SIGN, title=_("Sign it off"), word=_("Sign it off"),
        says=_("It is signed off."),
        standfirst=_("You have read it; it names nobody who did not allow it, and its figures are those published."),
    )  # fmt: skip


@needs(SIGN)
@require_http_methods(["GET", "POST"])
def back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send it back."""
    return _act(
        request, pk, WhyForm(request.POST or None), operations.send_back, SIGN, title=_("Send it back"),
        word=_("Send it back"), says=_("It is back with whoever prepares it."),
    )  # fmt: skip


@needs(SIGN)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Withdraw it."""
    return _act(
        request, pk, WhyForm(request.POST or None), operations.withdraw, SIGN, title=_("Withdraw it"),
        word=_("Withdraw it"), says=_("It is withdrawn; that and why stay to be read."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """To whom it was sent, or what was wrong in it."""
    if kind not in {NoteKind.SENT, NoteKind.CORRECTION}:
        raise Http404(kind)
    one = one_of(publications_for(actor_of(request), KEEP), pk)
    begins = {"on": timezone.localdate()}
    sent = kind == NoteKind.SENT
    form = SentForm(request.POST or None, initial=begins) if sent else CorrectionForm(
        request.POST or None, initial=begins
    )  # fmt: skip
    return act_page(
        request, form, title=_("Where it was sent") if sent else _("A correction"), word=_("Write it down"),
        crumbs=_crumbs(one), to=lambda _made: _page(pk), says=_("It is written down."),
        act=lambda: operations.note(
            publication_id=pk, kind=kind, actor=actor_of(request), at=timezone.now(),
            **{"who": "", **form.cleaned_data},
        ),
    )  # fmt: skip
