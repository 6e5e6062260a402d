"""What is printed: the instrument and its guide for anybody, the report of an inspection for who sees it."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET

from rihai.kit.audit import append
from rihai.kit.gate import needs, public
from rihai.kit.letters.make import WORD
from rihai.kit.views.asked import actor_of
from rihai.monitoring.inspections.guide import guide_blocks, sources
from rihai.monitoring.inspections.report import blocks_of, title_of
from rihai.monitoring.instrument import mandela
from rihai.monitoring.instrument.form import workbook
from rihai.monitoring.instrument.items import LAST_RULE, said
from rihai.monitoring.reach import INSPECT, READ
from rihai.monitoring.views import inspection_or_404
from rihai.paper.pdf import pdf_page
from rihai.paper.word import word_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LANGUAGES = ("en", "ur")


@public
@require_GET
def instrument(request: HttpRequest) -> HttpResponse:
    """The instrument, to be read and taken by anybody; from each rule to the items that cover it."""
    whole = mandela()
    areas = [(one.code, said(one.title), whole.of(one.code)) for one in whole.areas]
    rules = [(rule, whole.covering(rule)) for rule in range(1, LAST_RULE + 1)]
    context = {
        "areas": areas, "rules": rules, "count": len(whole.items), "version": whole.version, "kinds": sources(),
        "critical": sum(one.is_critical for one in whole.items.values()),
        "rapid": sum(one.is_rapid for one in whole.items.values()),
    }  # fmt: skip
    return render(request, "monitoring/inspections/instrument.html", context)


@public
@require_GET
def blank(_request: HttpRequest) -> HttpResponse:
    """The blank instrument as an XLSForm."""
    return _file(_workbook(), XLSX, "mandela-inspection.xlsx")


@public
@require_GET
def guide(_request: HttpRequest, language: str) -> HttpResponse:
    """The guide as PDF."""
    if language not in LANGUAGES:
        raise Http404(language)
    return _file(_guide(language), "application/pdf", f"mandela-inspection-{language}.pdf")


@needs(READ)
@require_GET
def report(request: HttpRequest, pk: UUID, language: str, kind: str) -> HttpResponse:
    """The report of an inspection, as PDF or Word, in either language."""
    one, actor = inspection_or_404(request, pk), actor_of(request)
    if language not in LANGUAGES or kind not in {"pdf", "docx"} or not one.is_settled:
        raise Http404(kind)
    with override(language):
        blocks, title = blocks_of(one, actor=actor, own=actor.may(INSPECT)), title_of(one)
        standing = capfirst(str(one.get_state_display()))
        says = _("No. %(number)s. %(state)s.") % {"number": one.number, "state": standing}
        make = pdf_page if kind == "pdf" else word_page
        made = make(title, blocks, language, standfirst=says, day=timezone.localdate(), running=settings.OFFICE)
    with transaction.atomic():
        append(
            "monitoring.report.made", actor=actor, at=timezone.now(), subject=one.pk, kind="inspection",
            detail={"format": kind, "language": language},
        )  # fmt: skip
    return _file(made, "application/pdf" if kind == "pdf" else WORD, f"inspection-{one.number}-{language}.{kind}")


@lru_cache(maxsize=1)
def _workbook() -> bytes:
    return workbook()


@lru_cache(maxsize=len(LANGUAGES))
def _guide(language: str) -> bytes:
    """Always the same, and anybody may ask: made once a process."""
    with override(language):
        title = said(mandela().title)
        return pdf_page(title, guide_blocks(), language, running=settings.OFFICE)


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
