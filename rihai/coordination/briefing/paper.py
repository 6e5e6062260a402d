"""A briefing on paper, whole or one actor's part, in a language: what comes first, every figure, how it was counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.coordination.briefing.compose import OURS
from rihai.coordination.briefing.models import Briefing, BriefingLine, To
from rihai.coordination.briefing.queries import FIRST, Line, Section, sections
from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.blocks import Block, Bullets, Heading, Paragraph, SideNote
from rihai.paper.pdf import pdf_page
from rihai.paper.table import SUPPRESSED, Column, Table, Value
from rihai.paper.word import word_page
from rihai.profile.disclosure import RULE, Release
from rihai.profile.disclosure.tables import rule_text

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def as_file(briefing: Briefing, *, kind: str, language: str, on: date, to: str = "") -> bytes:
    """The briefing, or the part of one actor, as pdf or docx. Raises KeyError for another kind."""
    written = {"pdf": pdf_page, "docx": word_page}[kind]
    with override(language):
        title = _("Briefing after the census of %(day)s") % {"day": day_text(briefing.census_on)}
        return written(
            title, blocks(briefing, language, to=to), language, standfirst=briefing.place.shown, day=on,
            running=settings.OFFICE,
        )  # fmt: skip


def blocks(briefing: Briefing, language: str, *, to: str = "") -> list[Block]:
    """What stands on the paper, in the active language."""
    held = {"n": briefing.printed} if briefing.printed is not None else None
    found: list[Block] = []
    if briefing.signed_at is not None:
        who = {"who": briefing.signed_by_name, "day": day_text(briefing.signed_at)}
        found.append(Paragraph(_("Signed by %(who)s, %(day)s.") % who))
    if held:
        found.append(Paragraph(_("%(n)s people were held there when the lists were looked at.") % held))
    for section in sections(briefing):
        if not to or section.to == to:
            found += _section(section, language)
    rule = rule_text(Release({}), RULE, language)
    return [*found, Heading(_("How it was counted"), level=3), *(SideNote(one) for one in (*method(), rule))]


def method() -> list[str]:
    """How lines are counted and ordered, in sentences."""
    return [
        _("People held there are counted, each once in a line, as the record is believed; no name is told."),
        _("“Met”: everything the law asks is there. “For the court to judge”: only what the court must decide is open. "
          "Whether anybody is released is for the court or the authority that the law names."),
        _("What comes first: people still inside although the gate should have opened; then what the law says shall be "
          "done; then what somebody must look at; then what may be done; among equals, more people first. This order "
          "is the office’s own; the source of each line stands beside it."),
    ]  # fmt: skip


def _section(section: Section, language: str) -> list[Block]:
    asked = [
        f"{says(one.line, language)}: {asks(one.line, language)}" for one in section.lines if asks(one.line, language)
    ][:FIRST]
    found: list[Block] = [Heading(str(To(section.to).label).capitalize())]
    if asked:
        found += [Heading(_("What comes first"), level=3), Bullets(asked)]
    return [*found, _table(section.lines, language)]


def _table(lines: Sequence[Line], language: str) -> Table:
    columns = [
        Column(_("What was found"), "text", 44), Column(_("Met"), "number", 9),
        Column(_("For the court to judge"), "number", 11), Column(_("Source"), "text", 30),
    ]  # fmt: skip
    has_before = any(one.before for one in lines)
    if has_before:
        columns.insert(3, Column(_("Met last time"), "number", 9))
    rows: list[list[Value]] = []
    for one in lines:
        line = one.line
        row: list[Value] = [says(line, language), *numbers(line), source_of(line)]
        if has_before:
            row.insert(3, numbers(one.before)[0] if one.before else None)
        rows.append(row)
    return Table(_("Figures"), columns, rows)


def numbers(line: BriefingLine) -> tuple[Value, Value]:
    """The figures of a line as they print; what stands by hand has none."""
    if line.rests == "hand":
        return None, None
    met = SUPPRESSED if line.printed_met is None else line.printed_met
    if not line.is_people:
        return met, None
    return met, SUPPRESSED if line.printed_open is None else line.printed_open


def says(line: BriefingLine, language: str) -> str:
    """What a line found, in a language."""
    return (line.says_ur if language == "ur" else line.says_en) or line.says_en


def asks(line: BriefingLine, language: str) -> str:
    """What a line asks, in a language."""
    return (line.asks_ur if language == "ur" else line.asks_en) or line.asks_en or line.asks_ur


def source_of(line: BriefingLine) -> str:
    """What a line rests on; and that the request is ours, where no law was found that asks it of its receiver."""
    source = line.cite or str(line.get_rests_display())
    return _("%(source)s; the request is the office’s own") % {"source": source} if OURS in line.why else source
