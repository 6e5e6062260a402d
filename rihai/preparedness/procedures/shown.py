"""Procedures as a table that leaves, and who may read their files."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.kit.files.models import StoredFile
from rihai.paper.table import Column
from rihai.preparedness.procedures.queries import procedures_for, texts_for, with_versions


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """Whoever reads the procedure whose version it is."""
    return texts_for(actor).filter(Q(file_en=stored.pk) | Q(file_ur=stored.pk)).exists()


def count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many procedures."""
    return procedures_for(actor).count()


def sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """One row for each version that is in force or on its way."""
    columns = (
        Column(_("Number"), "text", 12), Column(_("Title"), "text", 40), Column(_("What it is"), "text", 22),
        Column(_("Where it holds"), "text", 24), Column(_("Version"), "number", 8), Column(_("State"), "text", 18),
        Column(_("In force since"), "date", 14), Column(_("Approved by"), "text", 24),
        Column(_("To be looked at by"), "date", 14), Column(_("Posts that acknowledge it"), "text", 40),
    )  # fmt: skip
    rows = [
        (one.code, one.shown, str(one.get_sort_display()), one.place.shown if one.place else _("the whole office"),
         text.number, str(text.get_state_display()), text.started_on, text.approved_by_name, text.review_on,
         _(", ").join(one.posts_shown))
        for one in with_versions(procedures_for(actor))
        for text in getattr(one, "now", ())
    ]  # fmt: skip
    return ExportSheet(_("Procedures and policies"), columns, rows)
