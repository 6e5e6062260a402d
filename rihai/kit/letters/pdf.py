"""A letter as PDF, by the house's own printing."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from rihai.kit.letters.text import LetterText
from rihai.paper.blocks import Block, Bullets, Definitions, Heading, Paragraph
from rihai.paper.pdf import pdf_page


def as_pdf(text: LetterText, language: str) -> bytes:
    """The letter on A4; right to left in Urdu."""
    blocks: list[Block] = [Paragraph(line) for line in text.to]
    facts = ([(_("Our reference"), text.reference)] if text.reference else []) + list(text.facts)
    if facts:
        blocks.append(Definitions(facts))
    blocks += [Paragraph(line) for line in (text.salutation, *text.paragraphs, text.closing) if line]
    blocks += [Paragraph(line) for line in text.signed]
    if text.enclosures:
        blocks += [Heading(_("Enclosed"), level=3), Bullets(text.enclosures)]
    return pdf_page(text.subject, blocks, language, day=text.day, running=settings.OFFICE)
