"""Makes an export: asks the room for its rows, controls its figures, writes the file, and says so in the trail."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import Literal, get_args

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from rihai.errors import NotAllowed, NotFound
from rihai.kit.actor import Actor
from rihai.kit.audit.chain import append
from rihai.kit.classes import DataClass
from rihai.kit.exports.models import PublishedFigures
from rihai.kit.exports.sheet import ExportSheet
from rihai.kit.offers import Export, offered
from rihai.paper.pdf import pdf_page
from rihai.paper.safe import safe_text
from rihai.paper.table import Kind, Table, Value, cell_text
from rihai.paper.workbook import SheetSpec, write_workbook
from rihai.profile.disclosure import Release, as_json, control, from_json

Format = Literal["xlsx", "csv", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)
MEDIA_TYPES: Mapping[Format, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
}
SMALL: Mapping[Format, int] = {"xlsx": 5_000, "csv": 20_000, "pdf": 300}
"""Rows up to which a file is made while the person waits: about a second. More is made as a job."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished export: its bytes, a file name without personal data, and how many rows it has."""

    content: bytes
    name: str
    media_type: str
    rows: int


def export_named(name: str, actor: Actor) -> Export:
    """The export the actor may take. Raises NotFound when nobody offers it, NotAllowed without the capability."""
    for export in offered(Export):
        if export.name == name:
            if not actor.may(export.capability):
                raise NotAllowed(_("Your postings do not let you take this export."))
            return export
    raise NotFound(_("There is no such export."))


def is_small(export: Export, actor: Actor, filters: Mapping[str, str], kind: Format) -> bool:
    """Whether the export is made while the person waits."""
    return export.count(actor, filters) <= SMALL[kind]


def make(
    export: Export, *, actor: Actor, at: datetime, filters: Mapping[str, str], kind: Format, language: str
) -> Made:
    """The file, and one line in the trail: who, what, how many, by which filter.

    Raises NotAllowed without the capability, Refused when figures cannot be released safely beside earlier ones.
    """
    if not actor.may(export.capability):
        raise NotAllowed(_("Your postings do not let you take this export."))
    with translation.override(language), transaction.atomic():
        sheet = export.sheet(actor, filters, language)
        table = sheet.as_table(_released(export, sheet, at))
        on = day_of(at)
        content = _written(table, _above(export, on), kind, language, on)
        detail = {
            "rows": len(table.rows), "format": kind, "filters": dict(filters), "data_class": export.data_class,
            "figures": len(sheet.figures.counts),
        }  # fmt: skip
        append("kit.export.made", actor=actor, at=at, subject=export.name, kind="kit.export", detail=detail)
    name = f"{export.name.replace('.', '-')}-{on:%Y-%m-%d}.{kind}"
    return Made(content, name, MEDIA_TYPES[kind], len(table.rows))


def _released(export: Export, sheet: ExportSheet, at: datetime) -> Release | None:
    """The figures as they may leave after all that left by this export before; kept for the next."""
    if not sheet.figures.counts:
        return None
    kept = PublishedFigures.objects.filter(export=export.name).order_by("released_at")
    earlier = [from_json(one.release) for one in kept]
    release = control(sheet.figures, earlier=earlier).release
    written = as_json(release)
    if written not in [one.release for one in kept]:
        PublishedFigures.objects.create(export=export.name, release=written, released_at=at)
    return release


def day_of(at: datetime) -> date:
    """The day of a moment by the office's clock."""
    return at.astimezone(timezone.get_current_timezone()).date()


def _above(export: Export, on: date) -> list[str]:
    lines = [_("%(office)s, made on %(day)s") % {"office": settings.OFFICE, "day": on.isoformat()}]
    if export.data_class != DataClass.ORDINARY:
        says = _("Class of data: %(class)s. Whoever holds this file answers for it; delete it when it has served.")
        lines.append(says % {"class": DataClass(export.data_class).label})
    return lines


def _written(table: Table, above: list[str], kind: Format, language: str, on: date) -> bytes:
    if kind == "xlsx":
        return write_workbook([SheetSpec.of(table.title, table, above=above, language=language)], language=language)
    if kind == "pdf":
        return pdf_page(table.title, [table], language, standfirst=" ".join(above), day=on, running=settings.OFFICE)
    return _csv(table, language)


def _csv(table: Table, language: str) -> bytes:
    """Rows under their headings alone, with the mark by which spreadsheet programs know UTF-8."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([safe_text(column.title) for column in table.columns])
    kinds = [column.kind for column in table.columns]
    for row in table.rows:
        writer.writerow([_field(value, kind, language) for value, kind in zip(row, kinds, strict=True)])
    return out.getvalue().encode("utf-8-sig")


def _field(value: Value, kind: Kind, language: str) -> str:
    """A number or a day as machines read them, everything else as text that is never evaluated."""
    if isinstance(value, bool) or not isinstance(value, int | float | date):
        return safe_text(cell_text(value, kind, language))
    return value.isoformat() if isinstance(value, date) else str(value)
