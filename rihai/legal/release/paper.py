"""The slip for the person herself: one page, both languages, large; it names no offence and no case."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.kit.templatetags.kit import day as day_text
from rihai.legal.release.models import Asked, Slip, SlipText
from rihai.paper.blocks import Block, Callout, Definitions, Inline, Paragraph, Passage, Strong
from rihai.paper.pdf import pdf_page

SCALES = (1.4, 1.25, 1.1, 0.95, 0.8)
"""From large to small; a slip is as large as one page allows."""
ONE_PAGE = b"/Type/Pages/Count 1/"


def slip_pdf(slip: Slip, *, day: date) -> bytes:
    """The slip as PDF, Urdu first. The name is hers; nothing tells why she is held."""
    person = slip.person
    with override("ur"):
        urdu, title = _blocks(slip.text, person.other_script or person.full_name), _("A paper for you")
    with override("en"):
        english: list[Block] = [Paragraph([Strong(_("A paper for you"))]), *_blocks(slip.text, person.full_name)]
    blocks = [*urdu, Passage("en", english)]
    made = b""
    for scale in SCALES:
        made = pdf_page(title, blocks, "ur", day=day, running=settings.OFFICE, scale=scale)
        if ONE_PAGE in made:
            break
    return made


def _blocks(text: SlipText, name: str) -> list[Block]:
    pairs: list[tuple[str, Inline]] = [
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
