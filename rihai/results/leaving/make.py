"""Makes the report of a locked period in a form and a language, and says so in the trail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.standing import local_day
from rihai.errors import NotAllowed
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.paper.blocks import Block
from rihai.paper.charts import BarChart
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Table
from rihai.paper.word import word_page
from rihai.paper.workbook import SheetSpec, write_workbook
from rihai.results.errors import NoSuchProject, NotSo
from rihai.results.leaving.control import release_of
from rihai.results.leaving.machines import dhis2_of, hxl_of
from rihai.results.leaving.tables import blocks, days_of
from rihai.results.models import LockedPeriod
from rihai.results.queries.locked import standing_figures
from rihai.results.reach import READ, projects_for

EXPORTS = "exports.make"
KINDS: Mapping[str, tuple[Any, str]] = {
    "pdf": (gettext_lazy("PDF, to print"), "application/pdf"),
    "docx": (
        gettext_lazy("Word file, to edit"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": (
        gettext_lazy("Excel workbook"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "json": (gettext_lazy("DHIS2 data value set (JSON)"), "application/json"),
    "csv": (gettext_lazy("Table with HXL hashtags (CSV)"), "text/csv; charset=utf-8"),
}  # fmt: skip
ON_PAPER = ("pdf", "docx", "xlsx")


@dataclass(frozen=True, slots=True)
class Made:
    """A finished report: its bytes, a file name, what it is."""

    content: bytes
    name: str
    media_type: str


@transaction.atomic
def make_report(*, period_id: UUID, kind: str, language: str, office: bool = False, actor: Actor, at: datetime) -> Made:
    """The report of a locked period. `office`: the exact figures, on paper alone, marked as not to leave.

    Raises NoSuchProject, NotAllowed without leave to take tables out, NotSo for a period nobody has signed off, and
    Refused where the figures do not agree with what has left before.
    """
    if not actor.may(EXPORTS):
        raise NotAllowed(_("Your postings do not let you take this export."))
    period = (
        LockedPeriod.objects.select_related("project")
        .filter(pk=period_id, project__in=projects_for(actor, READ).values("pk"))
        .first()
    )
    if period is None or kind not in KINDS:
        raise NoSuchProject(str(period_id))
    if period.signed_at is None and not office:
        raise NotSo(_("Nobody has signed this period off yet. What leaves, leaves signed."))
    office = office and kind in ON_PAPER
    rows = standing_figures(period, compared=kind in ON_PAPER)
    with translation.override(language):
        release = None if office else release_of(period, rows, at)
        if kind == "json" and release is not None:
            content = dhis2_of(period, rows, release)
        elif kind == "csv" and release is not None:
            content = hxl_of(period, rows, release)
        else:
            content = _on_paper(period, blocks(period, rows, release), kind, language, at)
    detail = {"format": kind, "office": office, "figures": len(rows)}
    append("results.report.made", actor=actor, at=at, subject=period.pk, kind="period", detail=detail)
    return Made(content, f"{period.project.code}-{period.first:%Y-%m-%d}.{kind}", KINDS[kind][1])


def _on_paper(period: LockedPeriod, made: list[Block], kind: str, language: str, at: datetime) -> bytes:
    title = _("Report of %(project)s") % {"project": period.project.shown}
    standfirst = _("%(first)s to %(last)s") % days_of(period)
    on = local_day(at)
    if kind == "pdf":
        return pdf_page(title, made, language, standfirst=standfirst, day=on, running=settings.OFFICE)
    if kind == "docx":
        return word_page(title, made, language, standfirst=standfirst, day=on, running=settings.OFFICE)
    above = [title, standfirst, settings.OFFICE]
    tables = {one.title: (one, isinstance(block, BarChart)) for block in made if (one := _table_of(block)) is not None}
    sheets = [
        SheetSpec.of(name[:31], one, above=above, language=language, is_charted=is_charted)
        for name, (one, is_charted) in tables.items()
    ]
    return write_workbook(sheets, language=language)


def _table_of(block: Block) -> Table | None:
    """What of a block stands in a workbook: tables, and the figures of charts."""
    if isinstance(block, Table):
        return block
    return block.as_table() if isinstance(block, BarChart) else None
