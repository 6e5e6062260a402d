"""The cause list on paper: a day or a week of hearings by court, in either language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from rihai.legal.matters.models import MatterHearing
from rihai.legal.matters.queries.diary import DiaryDay
from rihai.paper.blocks import Block, Heading, Paragraph
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Column, Table
from rihai.words import day_text


def cause_list(days: Sequence[DiaryDay], *, title: str, language: str, day: date, office: str) -> bytes:
    """The list as PDF. It names the clients: it is for the team's own hands, and says so on every page."""
    with translation.override(language):
        blocks: list[Block] = []
        for one in days:
            blocks.append(Heading(day_text(one.on, language), count=str(len(one.hearings))))
            blocks.append(_table(one.hearings))
        if not blocks:
            blocks.append(Paragraph(_("No hearing is listed.")))
        privileged = _("Privileged: for the team alone. Leave it with nobody; shred it when the day is over.")
        running = f"{office} · {privileged}"
        return pdf_page(title, blocks, language, day=day, running=running)


def _table(hearings: Sequence[MatterHearing]) -> Table:
    columns = (
        Column(_("Time"), "text", 7),
        Column(_("Matter"), "text", 13),
        Column(_("Client"), "text", 22),
        Column(_("Court"), "text", 26),
        Column(_("Number in that court"), "text", 14),
        Column(_("For what"), "text", 14),
        Column(_("Came to what"), "text", 24),
    )
    return Table("", columns, [_row(one) for one in hearings])


def _row(one: MatterHearing) -> tuple[str, ...]:
    names = "، ".join(client.shown for client in getattr(one.matter, "clients", ()))
    result = one.get_outcome_display() if one.outcome else ""
    time = one.listed_at.strftime("%H:%M") if one.listed_at else ""
    return (
        time, one.matter.code, names, one.court_text, one.matter.number_in_court, one.get_purpose_display(), result,
    )  # fmt: skip
