"""Paper: blanks to print, and what was written on one typed back in, question after question, by keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rihai.errors import NotFound, Refused
from rihai.instruments.errors import Incomplete
from rihai.instruments.filling import SAYS, name_of, texts_posted
from rihai.instruments.form import Filled
from rihai.instruments.handling import FILLS, about
from rihai.instruments.models import InstrumentVersion, VersionState
from rihai.instruments.openrosa.codes import shown as code_shown
from rihai.instruments.operations.codes import code_for
from rihai.instruments.operations.papers import MOST, paper_meant, print_blanks, type_in
from rihai.instruments.queries import form_of, published, version_of
from rihai.instruments.sheets import numbers
from rihai.instruments.sheets.lines import Asked, sheet_of
from rihai.instruments.sheets.printed import printed
from rihai.instruments.sheets.typing import texts_typed
from rihai.instruments.views.reads import shown
from rihai.kit.gate import needs, signed_in
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download


@signed_in
@require_POST
def blanks(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Blanks of a version, each with a number of its own."""
    actor, version = actor_of(request), version_of(pk)
    may = actor.may(FILLS) or actor.may("instruments.publish")
    if version is None or version.state == VersionState.DRAFT or not may:
        raise Http404(str(pk))
    asked = request.POST.get("count", "1")
    count = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1
    return _printed(request, version, max(1, min(count, MOST)))


@needs(FILLS)
@require_POST
def blank(request: HttpRequest, handler: str, form_id: str, subject: str) -> HttpResponse:
    """One blank about a subject, with the code that says about what it is and names nobody."""
    actor, version = actor_of(request), published(form_id)
    offer, asked = about(handler, form_id, subject, actor=actor)
    if version is None:
        raise Http404(form_id)
    shown(request, person_id=asked.person_id, data_class=offer.data_class, handler=handler, subject=subject)
    code = code_for(form_id=form_id, handler=handler, subject=subject, actor=actor, at=timezone.now())
    return _printed(request, version, 1, code=code_shown(code.code))


def _printed(request: HttpRequest, version: InstrumentVersion, count: int, *, code: str = "") -> HttpResponse:
    made = print_blanks(version=version, count=count, actor=actor_of(request), at=timezone.now())
    content = printed(version, [numbers.shown(one.number) for one in made], code=code)
    return download(content, f"{version.instrument.form_id}-{numbers.shown(made[0].number)}.pdf", "application/pdf")


@needs(FILLS)
@never_cache
@require_http_methods(["GET", "POST"])
def typed(request: HttpRequest, handler: str, form_id: str, subject: str) -> HttpResponse:
    """Type a sheet in: its number first, then its answers by their numbers."""
    actor = actor_of(request)
    offer, asked = about(handler, form_id, subject, actor=actor)
    shown(request, person_id=asked.person_id, data_class=offer.data_class, handler=handler, subject=subject)
    number = (request.POST if request.method == "POST" else request.GET).get("paper", "")[:20].replace("\0", "")
    version, wrong = published(form_id), ""
    if number:
        try:
            version = paper_meant(number, form_id).version
        except Refused as refusal:
            wrong = str(refusal)
    if version is None:
        raise Http404(form_id)
    page = {"about": asked, "version": version, "number": number, "wrong": wrong, "page_class": offer.data_class}
    if request.method != "POST" or wrong or not number:
        wrong = wrong or (_("Type the number of the sheet.") if request.method == "POST" else "")
        return _page(request, {**page, "wrong": wrong}, status=400 if wrong and request.method == "POST" else 200)
    return _typed_in(request, page, {"form_id": form_id, "handler": handler, "subject": subject})


def _typed_in(request: HttpRequest, page: dict[str, Any], where: Mapping[str, str]) -> HttpResponse:
    posted = texts_posted(request.POST)
    texts = texts_typed(sheet_of(form_of(page["version"].pk)), posted)
    try:
        type_in(number=page["number"], texts=texts, actor=actor_of(request), at=timezone.now(), **where)
    except Incomplete as incomplete:
        return _page(request, page, problems=incomplete.problems, texts=texts, status=400)
    except NotFound:
        raise
    except Refused as refusal:
        return _page(request, {**page, "wrong": str(refusal)}, status=409)
    messages.success(request, _("Sheet %(number)s is typed in and given.") % {"number": page["number"]})
    return redirect(page["about"].url)


def _page(
    request: HttpRequest, page: dict[str, Any], *, problems: Mapping[str, str] | None = None,
    texts: Mapping[str, str] | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    form = form_of(page["version"].pk)
    sheet, posted = sheet_of(form), texts_posted(request.POST)
    language = (get_language() or "en")[:2]
    filled = Filled(form, texts or {}, now=timezone.localtime().replace(tzinfo=None), language=language)
    lines = {line.key: line for line in filled.every()}
    found = problems or {}

    def said(one: Asked) -> str:
        code, line = found.get(one.key, ""), lines.get(one.key)
        return (filled.complaint(line, code) if line is not None and code else "") or str(SAYS.get(code, ""))

    rows = [
        {
            "number": one.number, "name": name_of(one.key), "label": filled.says(one.question.label),
            "options": [(at, getattr(says, language, "") or says.en) for at, (_c, says) in enumerate(one.options, 1)],
            "value": posted.get(one.key, ""), "wrong": said(one), "long": one.question.kind == "text",
        }
        for one in sheet.asked
    ]  # fmt: skip
    where = request.resolver_match.kwargs if request.resolver_match else {}
    context = {
        **page, "rows": rows, "problems": [row for row in rows if row["wrong"]],
        "fill": reverse("instruments:fill", args=[where["handler"], where["form_id"], where["subject"]]),
    }  # fmt: skip
    return render(request, "instruments/typed.html", context, status=status)
