"""The count sheet of a store: every lot with room for what is counted; what the paper says is not told beforehand."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.paper.blocks import Block, Paragraph, SideNote
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Column, Table
from rihai.preparedness.stores.models import Store
from rihai.preparedness.stores.queries import kept_in


def count_sheet(store: Store, language: str, *, on: date, running: str) -> bytes:
    """The sheet as PDF."""
    with override(language):
        columns = (
            Column(_("Stock item"), "text", 32), Column(_("Unit of count"), "text", 14),
            Column(_("Lot or batch"), "text", 14), Column(_("Good until"), "date", 12),
            Column(_("Counted"), "text", 12), Column(_("Why it differs"), "text", 24),
        )  # fmt: skip
        rows = [
            (one.item.name, one.item.unit, lot.mark, lot.expires_on, "", "")
            for one in kept_in(store, on)
            for lot in one.lots
        ]
        blocks: list[Block] = [
            Paragraph(_("Two count together. Write what is there before anybody says what should be.")),
            Table(_("What the store keeps"), columns, rows),
            Paragraph(_("Counted by: ________________   Seen by: ________________   Day and hour: __________")),
            SideNote(_("Then write the count into the page of the store; each difference with its reason.")),
        ]
        title = _("Count sheet: %(store)s") % {"store": store.name}
        return pdf_page(title, blocks, language, standfirst=store.place.shown, day=on, running=running)
