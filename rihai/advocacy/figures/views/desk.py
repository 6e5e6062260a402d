"""The desk of public figures: prepare, read as it will stand, sign off, correct, withdraw."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.advocacy.errors import NotThere
from rihai.advocacy.figures import operations
from rihai.advocacy.figures.forms import PrepareForm, SaysForm, SignForm
from rihai.advocacy.figures.jobs import ask_for_release
from rihai.advocacy.figures.models import FigureRelease, State
from rihai.advocacy.figures.queries import release_seen, releases_for, replaced_by
from rihai.advocacy.figures.sheet import sheet_of
from rihai.advocacy.figures.shown import Page
from rihai.advocacy.pages import act_page
from rihai.advocacy.scope import KEEP, READ, RESEARCH, SIGN
from rihai.errors import Refused
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download
from rihai.paper.page import figures as drawn
from rihai.profile.disclosure import Reason
from rihai.words import LANGUAGES, say


def _one(request: HttpRequest, pk: UUID) -> FigureRelease:
    found = release_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    return found


def _to(release: FigureRelease) -> str:
    return reverse("advocacy:release", args=[release.pk])


def _crumbs(release: FigureRelease | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("advocacy:releases"), _("Public figures"))]
    return [*rows, (_to(release), _("Release %(n)s") % {"n": release.number})] if release else rows


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every release, the newest first."""
    actor = actor_of(request)
    context = {
        "rows": list(releases_for(actor)[:200]), "may_keep": actor.may(KEEP), "now": timezone.now(),
        "page_class": "ordinary", "may_research": actor.may(RESEARCH) or actor.may(SIGN),
    }  # fmt: skip
    return render(request, "advocacy/figures/index.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Ask for a release of today."""
    actor = actor_of(request)
    signed = releases_for(actor).exclude(state=State.DRAFT)
    form = PrepareForm(request.POST or None, releases=signed)
    return act_page(
        request, form, title=_("Prepare figures"), word=_("Count and control"), crumbs=_crumbs(),
        act=lambda: ask_for_release(
            said={**form.cleaned_data, "replaces": getattr(form.cleaned_data["replaces"], "pk", None)}, actor=actor,
            at=timezone.now(),
        ),
        to=lambda job: reverse("kit_job", args=[job.pk]),
        standfirst=_(
            "Everybody on record as held in a prison today, in the same tables every time. Small counts are withheld, "
            "beside everything that was published before. Somebody else signs before anybody outside sees it."
        ),
    )  # fmt: skip


@needs(READ)
@require_GET
def release(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One release as it will stand, with the log for who works on it, and what can be done to it."""
    actor, one = actor_of(request), _one(request, pk)
    page, language, may_sign = Page(one), get_language() or "en", actor.may(SIGN)
    log = []
    if actor.may(KEEP) or may_sign:
        log = [(row.series, say(Reason[row.reason].value, language)) for row in one.withheld.all()]
    context = {
        "one": one, "page": page, "log": log, "now": timezone.now(), "page_class": "ordinary", "languages": LANGUAGES,
        "tables": [(each.code, drawn.table(each.as_table(), language)) for each in page.tables.values()],
        "is_draft": one.state == State.DRAFT, "is_signed": one.state == State.SIGNED, "may_keep": actor.may(KEEP),
        "may_sign": may_sign, "may_sign_this": may_sign and one.state == State.DRAFT and one.made_by != actor.pk,
        "is_open": one.is_public(timezone.now()),
    }  # fmt: skip
    return render(request, "advocacy/figures/release_desk.html", context)


@needs(SIGN)
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Sign it off, for now or for a later moment."""
    one, form = _one(request, pk), SignForm(request.POST or None)
    return act_page(
        request, form, title=_("Sign the figures off"), word=_("Sign off"), crumbs=_crumbs(one), to=_to,
        act=lambda: operations.sign_release(
            release_id=pk, actor=actor_of(request), at=timezone.now(), public_at=form.cleaned_data["public_at"]
        ),
        says=_("Signed. Anybody reads it from the moment you gave."),
        standfirst=_("What is published can be read by everybody for good. Read every table first."),
    )  # fmt: skip


@needs(SIGN)
@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a correction beside it."""
    one, form = _one(request, pk), SaysForm(request.POST or None)
    return act_page(
        request, form, title=_("Write a correction"), word=_("Publish the correction"), crumbs=_crumbs(one),
        act=lambda: operations.note_correction(
            release_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        to=lambda _made: _to(one), says=_("The correction stands on the public page."),
        standfirst=_("For what was wrong in words. Wrong figures are mended by a release that replaces this one."),
    )  # fmt: skip


@needs(SIGN)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take it back, with a reason."""
    one, form = _one(request, pk), SaysForm(request.POST or None)
    return act_page(
        request, form, title=_("Withdraw the figures"), word=_("Withdraw"), crumbs=_crumbs(one), to=_to,
        act=lambda: operations.withdraw_release(
            release_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        says=_("Withdrawn. Its page says why; copies that others keep are beyond us."),
        standfirst=_("Say why. The page stays, without figures."),
    )  # fmt: skip


@needs(READ)
@require_POST
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Throw a draft away."""
    _one(request, pk)
    try:
        number = operations.discard_release(release_id=pk, actor=actor_of(request), at=timezone.now())
    except NotThere as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("advocacy:release", pk)
    messages.success(request, _("The draft of release %(n)s is thrown away.") % {"n": number})
    return redirect("advocacy:releases")


@needs(READ)
@require_GET
def sheet(request: HttpRequest, pk: UUID, language: str) -> HttpResponse:
    """The press sheet of a signed release, also before its moment, when it says so."""
    one = _one(request, pk)
    if one.state != State.SIGNED or language not in LANGUAGES:
        raise Http404(str(pk))
    content: Any = sheet_of(one, language, timezone.now(), replaced_by(one, timezone.now()))
    return download(content, f"figures-{one.number}-{language}.pdf", "application/pdf")
