"""The press fact sheet: one page of a release, in one language; every number is one that the release prints."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.advocacy.figures.models import FigureRelease
from rihai.advocacy.figures.shown import Page, Shown
from rihai.kit.templatetags.kit import day as day_text
from rihai.kit.templatetags.kit import moment as moment_text
from rihai.paper.blocks import Block, Bullets, Callout, Definitions, Heading, SideNote
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Table

CAUSES = 4
SCALES = {"en": 0.92, "ur": 0.8}
"""So that it stays one page: Urdu stands higher."""


def sheet_of(release: FigureRelease, language: str, at: datetime, after: FigureRelease | None = None) -> bytes:
    """The sheet as PDF. A release whose moment has not come says until when it is not to be used, one that was
    replaced (`after`) by what and why."""
    with override(language):
        title = _("Prisons in figures, %(day)s") % {"day": day_text(release.on)}
        return pdf_page(
            title, _blocks(Page(release), at, after), language, standfirst=settings.OFFICE, day=release.on,
            running=_("Release %(n)s") % {"n": release.number}, scale=SCALES[language],
        )  # fmt: skip


def _blocks(page: Page, at: datetime, after: FigureRelease | None) -> list[Block]:
    release, found = page.release, list[Block]()
    if release.public_at and release.public_at > at:
        says = _("Not to be used before %(when)s.") % {"when": moment_text(release.public_at)}
        found.append(Callout("warning", _("Embargo"), says))
    if after:
        told = _("Figures of %(day)s") % {"day": day_text(after.on)}
        found.append(Callout("warning", _("A later release replaces this one"), f"{after.replaces_says} {told}"))
    if settings.DEMO:
        found.append(Callout("info", _("Demonstration"), _("Every figure here is invented.")))
    found.append(
        Definitions(page.glance_texts)
    )  # fmt: skip
    if lost := page.tables.get("lost"):
        found.append(_causes(lost))
    found.append(Heading(_("How it was counted"), level=3))
    notes = [*(lost.text(name) for name in ("includes", "method") if lost), page.rule]
    found.append(Bullets([one for one in notes if one]))
    if standing := page.tables.get("standing"):
        found.append(SideNote(standing.text("source")))
    for one in release.notes.all():
        found.append(SideNote(f"{_('Correction of %(day)s') % {'day': day_text(one.at)}}: {one.says}"))
    return found


def _causes(lost: Shown) -> Table:
    """The first causes by name in the order of the release, never prisons."""
    table = lost.as_table()
    rows = [one for one in table.rows if isinstance(one[2], int)]
    rows.sort(key=lambda one: -one[2] if isinstance(one[2], int) else 0)
    return Table(table.title, table.columns, rows[:CAUSES])
