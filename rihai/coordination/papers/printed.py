"""Papers and minutes on paper and as a table: a numbered copy as PDF and Excel, minutes as PDF and Word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from rihai.accounts.operations.house import as_house
from rihai.coordination.agenda.became import WORDS
from rihai.coordination.decisions.models import Action, Decision
from rihai.coordination.meetings.models import Attendance, Meeting
from rihai.coordination.papers.content import Content, Named, Part, columns, content_of, decisions_of, said_of
from rihai.coordination.papers.models import PaperCopy
from rihai.kit.templatetags.kit import day as day_text
from rihai.legal.papers.handed import help_is_free
from rihai.paper.blocks import Block, Bullets, Callout, Definitions, Heading, Paragraph, SideNote
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Column, Table, Value
from rihai.paper.word import word_page
from rihai.paper.workbook import SheetSpec, write_workbook


def copy_pdf(copy: PaperCopy, language: str, *, at: datetime) -> bytes:
    """A numbered copy to be printed."""
    meeting = copy.papers.meeting
    with override(language):
        content = content_of(meeting, language, at=at)
        blocks: list[Block] = [Definitions(_about(copy)), Callout("warning", _("Only for this meeting"), _rule(copy))]
        blocks += _approving(content)
        blocks += _became(content)
        for part in content.parts:
            blocks += _list(part)
        blocks.append(SideNote(help_is_free()))
        running = f"{settings.OFFICE} · {_copy_says(copy)}"
        return pdf_page(title_of(meeting), blocks, language, day=localdate(at), running=running)


def copy_sheet(copy: PaperCopy, language: str, *, at: datetime) -> bytes:
    """The same as a workbook: the people who are named on one sheet, the matters on another."""
    meeting = copy.papers.meeting
    with override(language):
        content = content_of(meeting, language, at=at)
        above = [*(f"{term}: {value}" for term, value in _about(copy)), _rule(copy), help_is_free()]
        people, matters = _people(content), _matters(content)
        sheets = [
            SheetSpec.of(_("People"), people, above=above, language=language),
            SheetSpec.of(_("Matters on the agenda"), matters, above=above[:2], language=language),
        ]
        return write_workbook(sheets, language=language)


def title_of(meeting: Meeting) -> str:
    """What the papers are called."""
    words = {"body": meeting.body.shown, "number": meeting.number}
    return _("%(body)s: papers of meeting %(number)s") % words


def _about(copy: PaperCopy) -> list[tuple[str, str]]:
    meeting = copy.papers.meeting
    when = day_text(meeting.on) + (f", {meeting.starts_at:%H:%M}" if meeting.starts_at else "")
    return [
        (_("Numbered copy"), _copy_says(copy)),
        (_("The meeting"), f"{when}{f', {meeting.venue}' if meeting.venue else ''}"),
        (_("Sent by"), f"{settings.OFFICE}, {copy.papers.sent_by_name}"),
        (_("By which law or order"), meeting.body.order or meeting.body.by_law.cite or _("not written down")),
        (_("May be used until"), day_text(copy.papers.use_until)),
    ]


def _copy_says(copy: PaperCopy) -> str:
    with as_house():
        words = {"n": copy.number, "of": copy.papers.copies.count(), "who": copy.post.shown}
    return _("copy %(n)s of %(of)s, for: %(who)s") % words


def _rule(copy: PaperCopy) -> str:
    says = _("Given for this meeting, until %(day)s. Do not copy it or pass it on. Bring it back or destroy it after.")
    return says % {"day": day_text(copy.papers.use_until)}


def _approving(content: Content) -> list[Block]:
    if not content.to_approve:
        return []
    says = _("Minutes of meeting %(number)s, %(day)s")
    lines = [says % {"number": one.number, "day": day_text(one.on)} for one in content.to_approve]
    return [Heading(_("Minutes to approve")), Bullets(lines)]


def _became(content: Content) -> list[Block]:
    if not content.became or content.before is None:
        return []
    title = _("What became of those on the agenda of %(day)s") % {"day": day_text(content.before.on)}
    counts = Table(
        title, (Column(_("What became of them"), "text", 40), Column(_("People"), "number", 10)),
        [(str(word), n) for _status, word, n in content.became],
    )  # fmt: skip
    told = [(one.name, f"{_word(one)}{_since(one)}") for one in content.became_named]
    return [Heading(title), counts, *([Definitions(told)] if told else [])]


def _word(named: Named) -> str:
    return str(WORDS[named.item.became][1])


def _since(named: Named) -> str:
    return f", {day_text(named.item.became_on)}" if named.item.became_on else ""


def _list(part: Part) -> list[Block]:
    blocks: list[Block] = [Heading(part.title, count=str(part.count))]
    for at, one in enumerate(part.named, 1):
        blocks.append(Heading(f"{at}. {one.name}", level=3, count=one.basis))
        blocks.append(Definitions(one.told))
    if part.unnamed:
        blocks.append(Paragraph(unnamed_says(part.unnamed)))
    if part.matters:
        found = [(f"{one.title}{f' ({one.place.shown})' if one.place else ''}", one.says) for one in part.matters]
        blocks.append(Definitions(found))
    if part.beyond:
        blocks.append(Paragraph(beyond_says(part.beyond)))
    return blocks


def beyond_says(n: int) -> str:
    """How many more a list holds than stand on the agenda."""
    return ngettext(
        "%(n)s more stands on this list and not on this agenda.",
        "%(n)s more stand on this list and not on this agenda.", n,
    ) % {"n": n}  # fmt: skip


def unnamed_says(n: int) -> str:
    """How many stand on a list whose names are not given."""
    return ngettext(
        "%(n)s person more, whose name is not given: no consent, and no other ground.",
        "%(n)s people more, whose names are not given: no consent, and no other ground.", n,
    ) % {"n": n}  # fmt: skip


def _people(content: Content) -> Table:
    names = columns()
    heads = (Column(_("List"), "text", 26), *(Column(label, "text", 22) for _name, label in names),
             Column(_("Basis"), "text", 24))  # fmt: skip
    rows: list[list[Value]] = [
        [part.title, *(one.given.get(name, "") for name, _label in names), one.basis]
        for part in content.parts
        for one in part.named
    ]
    notes = [f"{part.title}: {unnamed_says(part.unnamed)}" for part in content.parts if part.unnamed]
    notes += [f"{part.title}: {beyond_says(part.beyond)}" for part in content.parts if part.beyond]
    return Table(_("People"), heads, rows, " ".join(notes))


def _matters(content: Content) -> Table:
    heads = (
        Column(_("List"), "text", 26), Column(_("What it is about"), "text", 40), Column(_("Place"), "text", 24),
        Column(_("Why"), "text", 40), Column(_("Since"), "date", 12),
    )  # fmt: skip
    rows = [
        (part.title, one.title, one.place.shown if one.place else "", one.says, one.since)
        for part in content.parts
        for one in part.matters
    ]
    return Table(_("Matters on the agenda"), heads, rows)


def minutes(meeting: Meeting, kind: str, language: str, *, at: datetime) -> bytes:
    """The minutes as `pdf` or `docx`: who was there, what was said and decided, who does what by when."""
    with override(language):
        title = _("%(body)s: minutes of meeting %(number)s") % {"body": meeting.body.shown, "number": meeting.number}
        make = pdf_page if kind == "pdf" else word_page
        blocks, says = _minutes(meeting, language, at=at), state_says(meeting)
        return make(title, blocks, language, standfirst=says, day=localdate(at), running=settings.OFFICE)


def state_says(meeting: Meeting) -> str:
    """How far the minutes are."""
    if meeting.approved_in is not None:
        words = {"number": meeting.approved_in.number, "day": day_text(meeting.approved_in.on)}
        return _("Approved by meeting %(number)s, %(day)s.") % words
    return _("Not approved yet.") if meeting.minutes_ready_at else _("Draft.")


def quorum_says(meeting: Meeting) -> str:
    """Whether enough were there, with the numbers."""
    if meeting.there is None:
        return ""
    if meeting.quorum is None:
        return _("Posts there: %(n)s. No quorum is laid down.") % {"n": meeting.there}
    says = _("Posts there: %(n)s, needed: %(q)s. There is a quorum.") if meeting.is_quorate else _(
        "Posts there: %(n)s, needed: %(q)s. There is no quorum."
    )  # fmt: skip
    return says % {"n": meeting.there, "q": meeting.quorum}


def _minutes(meeting: Meeting, language: str, *, at: datetime) -> list[Block]:
    with as_house(at):
        there = list(Attendance.objects.filter(meeting=meeting).select_related("post"))
        approved = list(Meeting.objects.filter(approved_in=meeting).order_by("on"))
    heads = (Column(_("Post"), "text", 30), Column(_("Name"), "text", 24), Column(_("There"), "text", 30))
    rows = [(one.post.shown, one.name, _came(one)) for one in there]
    blocks: list[Block] = [Table(_("Who was there"), heads, rows, quorum_says(meeting))]
    if meeting.opening:
        blocks.append(Paragraph(meeting.opening))
    blocks += [
        Paragraph(_("The minutes of meeting %(number)s were approved.") % {"number": one.number}) for one in approved
    ]
    said = said_of(meeting, language, at=at)
    if said:
        blocks += [Heading(_("What was said")), Definitions(said)]
    blocks.append(Heading(_("Decisions")))
    decided = decisions_of(meeting, language, at=at)
    for decision, who in decided:
        blocks.append(Heading(f"{decision.number}. {who}".rstrip(". ") or str(decision.number), level=3))
        blocks.append(Paragraph(decision.says))
        blocks += _actions(decision)
    return blocks if decided else [*blocks, Paragraph(_("Nothing was decided."))]


def _actions(decision: Decision) -> Sequence[Block]:
    found: list[Action] = list(decision.actions.all())
    says = _("%(who)s: %(what)s, by %(day)s")
    lines = [says % {"who": one.whose, "what": one.says, "day": day_text(one.due_on)} for one in found]
    return [Bullets(lines)] if lines else []


def _came(one: Attendance) -> str:
    more = one.deputy or one.because
    return f"{one.get_came_display()}: {more}" if more else str(one.get_came_display())
