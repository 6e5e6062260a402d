"""A plan on paper, large, in a language: what to do stands first, because the network will be down.

Nobody who is held is named on it; who needs help stands on a page of its own, printed apart for who may see them.
"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from rihai.kit.actor import Actor
from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.blocks import Block, Callout, Definitions, Heading, Paragraph, SideNote
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Column, Table
from rihai.people.shown.rows import who_text
from rihai.places.models import Place
from rihai.preparedness.editions import EditionState
from rihai.preparedness.plans.helped import Need
from rihai.preparedness.plans.models import EntrySort, PlanEntry, PlanVersion
from rihai.preparedness.posts.models import PostHolder, PostOf
from rihai.preparedness.posts.queries import Held, held_at

LARGE = 1.2
UNBROKEN, LTR, END = "\u00a0", "\u2066", "\u2069"
WRITE = f"{UNBROKEN}\n{UNBROKEN}"
"""Two lines of nothing: room for a hand."""


def plan_pdf(edition: PlanVersion, language: str, *, actor: Actor, on: date) -> bytes:
    """The whole plan, with who holds each post today."""
    plan = edition.plan
    held = held_at([plan.place_id], on, actor=actor)
    with override(language):
        title = f"{str(plan.get_hazard_display()).capitalize()}: {plan.place.shown}"
        return pdf_page(
            title, _blocks(edition, held), language, standfirst=_state(edition), day=on,
            running=f"{settings.OFFICE} · {title}", scale=LARGE,
        )  # fmt: skip


def _state(edition: PlanVersion) -> str:
    if edition.state != EditionState.IN_FORCE or edition.started_on is None or edition.review_on is None:
        return _("Version %(number)s. NOT APPROVED: this plan is not in force.") % {"number": edition.number}
    words = {
        "number": edition.number, "since": day_text(edition.started_on), "who": edition.approved_by_name,
        "until": day_text(edition.review_on),
    }  # fmt: skip
    return _("Version %(number)s, in force since %(since)s, approved by %(who)s. To be looked at by %(until)s.") % words


def _blocks(edition: PlanVersion, held: Held) -> list[Block]:
    entries = list(edition.entries.all())
    place = edition.plan.place_id
    blocks: list[Block] = [
        Callout("warning", _("This plan begins when"), edition.triggers_shown),
        _steps(edition), _agencies([one for one in entries if one.sort == EntrySort.AGENCY]),
        _roles(edition, held, place),
        Heading(_("Ways out")), Paragraph(edition.evacuation_shown),
        *_entries(_("Where people assemble"), entries, EntrySort.ASSEMBLY),
        Heading(_("Those who need help")), Paragraph(edition.vulnerable_shown),
        SideNote(_("Who they are today stands on a page of its own, which is printed apart.")),
        *_entries(_("Resources"), entries, EntrySort.RESOURCE), _log(),
    ]  # fmt: skip
    return [*blocks, *(SideNote(one) for one in edition.sources.splitlines() if one.strip())]


def _steps(edition: PlanVersion) -> Table:
    columns = (
        Column(_("No."), "number", 5), Column(_("What is done"), "text", 50), Column(_("Who"), "text", 22),
        Column(_("Minutes"), "number", 9), Column(_("Done at"), "text", 14),
    )  # fmt: skip
    rows = [
        (n, one.shown, str(PostOf(one.post).label) if one.post else "", one.minutes, "")
        for n, one in enumerate(edition.steps.all(), 1)
    ]
    return Table(_("The steps, in this order"), columns, rows, _("Minutes count from the alarm."))


def _agencies(rows: list[PlanEntry]) -> Table:
    columns = (
        Column(_("Whom to call"), "text", 30), Column(_("Number"), "text", 20), Column(_("What for"), "text", 36),
        Column(_("Answered"), "text", 14),
    )  # fmt: skip
    return Table(_("Whom to call"), columns, [(one.shown, _number(one.phone), one.more, "") for one in rows])


def _roles(edition: PlanVersion, held: Held, place: int) -> Table:
    columns = (
        Column(_("Post"), "text", 22), Column(_("What it does"), "text", 36), Column(_("Who holds it"), "text", 24),
        Column(_("Deputy"), "text", 24),
    )  # fmt: skip
    rows = [
        (
            str(PostOf(one.post).label), one.shown, _reached(held.get((place, one.post))),
            f"{PostOf(one.deputy).label}: {_reached(held.get((place, one.deputy)))}" if one.deputy else "",
        )
        for one in edition.roles.all()
    ]  # fmt: skip
    return Table(_("Which post does what"), columns, rows)


def _reached(holder: PostHolder | None) -> str:
    if holder is None:
        return _("not written down")
    return f"{holder.name}\n{_number(holder.phone)}" if holder.phone else holder.name


def _number(phone: str) -> str:
    """A number to call as one piece: never broken over two lines, and read from the left in Urdu too."""
    return f"{LTR}{phone.replace(' ', UNBROKEN)}{END}" if phone else ""


def _entries(title: str, entries: list[PlanEntry], sort: str) -> list[Block]:
    rows = [(one.shown, one.more or "–") for one in entries if one.sort == sort]
    return [Heading(title), Definitions(rows)] if rows else []


def _log() -> Table:
    """Empty lines to be written by hand."""
    columns = (Column(_("At"), "text", 14), Column(_("What happened"), "text", 60), Column(_("By"), "text", 26))
    return Table(_("Log"), columns, [(WRITE, "", "")] * 10)


def helped_pdf(place: Place, needs: list[Need], language: str, *, on: date) -> bytes:
    """Who needs help, by need, with where they are held: for who may see them, and burnt when the day is over."""
    with override(language):
        title = _("Who needs help: %(prison)s") % {"prison": place.shown}
        old = _("As of %(day)s. Destroy it when it is old.") % {"day": day_text(on)}
        blocks: list[Block] = [Callout("warning", _("Only for who leads people out"), old)]
        for need in needs:
            blocks += _need(need, on)
        return pdf_page(title, blocks, language, day=on, running=settings.OFFICE, scale=LARGE)


def _need(need: Need, on: date) -> list[Block]:
    if need.is_empty:
        return []
    columns = (
        Column(_("Name"), "text", 34), Column(_("Who"), "text", 18), Column(_("Where"), "text", 30),
        Column(_("Helper"), "text", 18),
    )  # fmt: skip
    rows = [(one.full_name, who_text(one, on), one.held_at.shown if one.held_at else "", "") for one in need.people]
    found: list[Block] = [Table(need.title, columns, rows)] if rows else [Heading(need.title)]
    return [*found, *([Paragraph(says)] if (says := others_say(need)) else [])]


def others_say(need: Need) -> str:
    """How many more have a need, whose names the reader may not see; empty where there are none."""
    if need.others is None:
        return _("A few more, whose names you may not see; so few that their number is not told.")
    if not need.others:
        return ""
    return ngettext(
        "%(n)s person more, whose name you may not see.", "%(n)s people more, whose names you may not see.", need.others
    ) % {"n": need.others}
