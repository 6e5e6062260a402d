"""The lines of a briefing in words for a page: figures as printed, what changed since the one before, who answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from rihai.coordination.briefing.models import BriefingAnswer, BriefingLine, Rests
from rihai.coordination.briefing.paper import asks, says, source_of
from rihai.coordination.briefing.queries import Line, Section

WHY_TEXTS = {
    "inside": gettext_noop("still inside although the gate should have opened"),
    "shall": gettext_noop("the law says shall"),
    "must_look": gettext_noop("somebody must look"),
    "may": gettext_noop("the law says may"),
}
"""Why a line of the law stands where it does."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line: its figure, what it says and asks, why it stands there, what became of it."""

    line: BriefingLine
    figure: str
    says: str
    asks: str
    source: str
    why: str
    since: str
    answer: BriefingAnswer | None


@dataclass(frozen=True, slots=True)
class ShownSection:
    """The part of one actor: what comes first, and the rest."""

    section: Section
    first: tuple[ShownLine, ...]
    rest: tuple[ShownLine, ...]


def shown(section: Section, first: int) -> ShownSection:
    """The part in words."""
    lines = tuple(_shown(one) for one in section.lines)
    return ShownSection(section, lines[:first], lines[first:])


def line_shown(line: BriefingLine) -> ShownLine:
    """One line alone, as whoever answers by a link sees it."""
    return _shown(Line(line, None, None, tuple(line.answers.all())))


def _shown(one: Line) -> ShownLine:
    language, line = get_language() or "en", one.line
    why = " · ".join(str(_(WHY_TEXTS[code])) for code in line.why if code in WHY_TEXTS and line.rests == Rests.LAW)
    return ShownLine(
        line, figure_text(line), says(line, language), asks(line, language), source_of(line), why, _since(one),
        one.answer,
    )  # fmt: skip


def figure_text(line: BriefingLine) -> str:
    """The figures of a line in one phrase."""
    if line.rests == Rests.HAND:
        return ""
    met = _number(line.printed_met)
    if not line.is_people or (line.printed_open == 0 and line.rests != Rests.LAW):
        return met
    if line.printed_open == 0:
        return _("%(met)s met") % {"met": met}
    if line.printed_met == 0:
        return _("%(open)s for the court to judge") % {"open": _number(line.printed_open)}
    return _("%(met)s met, %(open)s for the court to judge") % {"met": met, "open": _number(line.printed_open)}


def _number(number: int | None) -> str:
    return _("few") if number is None else f"{number:,}"


def _since(one: Line) -> str:
    """The same figure in the briefing before, and in the one after."""
    told = []
    if one.before is not None:
        told.append(_("last time: %(figure)s") % {"figure": figure_text(one.before)})
    if one.after is not None:
        told.append(_("next time: %(figure)s") % {"figure": figure_text(one.after)})
    return " · ".join(told)
