"""A version on paper for those who have no account: what it says, and a line to sign for each post that is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.blocks import Block, Callout, Paragraph, SideNote
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Column, Table
from rihai.places.models import Place
from rihai.preparedness.procedures.models import ProcedureVersion
from rihai.preparedness.procedures.queries import Asked, acknowledge_by

UNBROKEN = "\u00a0"
SIGN = f"{UNBROKEN}\n{UNBROKEN}\n{UNBROKEN}"
"""Three lines of nothing: room for a name that is signed."""
LARGE = 1.2


def sheet_to_sign(
    text: ProcedureVersion, place: Place, asked: Sequence[Asked], language: str, *, on: date, running: str
) -> bytes:
    """The sheet as PDF, in a language; who has said that they have read it stands on it no more."""
    with override(language):
        by = acknowledge_by(text)
        words = {"n": text.number, "day": day_text(text.started_on) if text.started_on else ""}
        until = _("Sign by %(day)s, and give the sheet back.") % {"day": day_text(by) if by else ""}
        blocks: list[Block] = [
            Callout("info", _("Version %(n)s, in force since %(day)s") % words, until), *_words(text, language),
            _lines(asked),
            SideNote(_("Then write down on the page of the procedure who signed, and on which day. Keep the sheet.")),
        ]  # fmt: skip
        title = f"{text.procedure.code}: {text.procedure.shown}"
        return pdf_page(title, blocks, language, standfirst=place.shown, day=on, running=running, scale=LARGE)


def _words(text: ProcedureVersion, language: str) -> list[Block]:
    says = getattr(text, f"text_{language}") or text.text_ur or text.text_en
    if not says:
        return [Paragraph(_("The text is a file of its own. Print it, and put it with this sheet."))]
    return [Paragraph(one.strip()) for one in says.splitlines() if one.strip()]


def _lines(asked: Sequence[Asked]) -> Table:
    columns = (
        Column(_("Post"), "text", 26), Column(_("Who holds it"), "text", 26), Column(_("I have read it"), "text", 30),
        Column(_("Day"), "text", 16),
    )  # fmt: skip
    rows = [(one.title, one.holder.name if one.holder else "", SIGN, "") for one in asked if one.said is None]
    return Table(_("To sign"), columns, rows)
