"""The slip for the person herself: one page, both languages, large; it names no offence and no case."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.kit.templatetags.kit import day as day_text
from rihai.legal.release.models import Asked, Slip, SlipText
from rihai.paper.blocks import Block, Callout, Definitions, Paragraph, Passage, Strong
from rihai.paper.pdf import pdf_page

LARGE = 1.35


def slip_pdf(slip: Slip, *, name: str, day: date) -> bytes:
    """The slip as PDF, Urdu first. The name is hers; nothing tells why she is held."""
    with override("ur"):
        urdu, title = _blocks(slip.text, name), _("A paper for you")
    with override("en"):
        english: list[Block] = [Paragraph([Strong(_("A paper for you"))]), *_blocks(slip.text, name)]
    return pdf_page(title, [*urdu, Passage("en", english)], "ur", day=day, running=settings.OFFICE, scale=LARGE)


def _blocks(text: SlipText, name: str) -> list[Block]:
    pairs = [
        (_("For"), [Strong(name)]),
        (_("Asked for you"), [Strong(str(Asked(text.asked).label))]),
        (_("Asked by"), text.by_whom),
    ]
    if text.next_on:
        pairs.append((_("The next day"), [Strong(day_text(text.next_on))]))
    free = _("If anybody asks you or your family for money, do not pay. Tell: %(whom)s") % {"whom": text.whom_to_tell}
    return [
        Definitions(pairs),
        *([Paragraph(text.more)] if text.more else []),
        Callout("done", _("This help is free. Nobody may take money for it."), free),
        Paragraph(_("You may keep this paper or give it back. If something is not right, say so; it will be written.")),
    ]
