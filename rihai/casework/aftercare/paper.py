"""The page she takes along, one sheet, both languages: what to do first, her papers, the next days, whom to call.

It names no offence, no case and no prison, because somebody at home may read it; nor where she lives, nor who waits.
"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.casework.aftercare.models import Contact
from rihai.casework.aftercare.queries.plans import PlanPage
from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.blocks import Block, Bullets, Callout, Definitions, Heading, Inline, Paragraph, Passage, Strong
from rihai.paper.pdf import pdf_page

SCALES = (1.15, 1.0, 0.9, 0.8, 0.7, 0.62)
"""From large to small; the page is as large as one sheet allows."""
ONE_PAGE = b"/Type/Pages/Count 1/"


def today_pdf(page: PlanPage, *, day: date, next_hearing: date | None) -> bytes:
    """The page as PDF, Urdu first."""
    person = page.plan.person
    with override("ur"):
        urdu, title = _blocks(page, person.other_script or person.full_name, next_hearing), _("Your first days")
    with override("en"):
        english: list[Block] = [Heading(_("Your first days")), *_blocks(page, person.full_name, next_hearing)]
    blocks = [*urdu, Passage("en", english)]
    made = b""
    for scale in SCALES:
        made = pdf_page(title, blocks, "ur", day=day, running=settings.OFFICE, scale=scale)
        if ONE_PAGE in made:
            break
    return made


def _blocks(page: PlanPage, name: str, next_hearing: date | None) -> list[Block]:
    free = _("Our help is free. If anybody asks you for money for it, do not pay, and tell us.")
    return [
        Paragraph([Strong(name)]),
        Bullets([
            _("Go where you are safe. If no place is safe tonight, call us; there are shelter homes."),
            _("Keep your papers with you: the paper of your release, your identity card. Have them copied."),
            _("If you take medicine, do not stop. Any government hospital goes on with it."),
            _("Go to every day in court. If you cannot, let your lawyer know before."),
        ]),
        Definitions(_days(page, next_hearing)),
        Callout("done", _("Help is free"), free),
    ]  # fmt: skip


def _days(page: PlanPage, next_hearing: date | None) -> list[tuple[str, Inline]]:
    """The next days and numbers, those that are known."""
    plan, waiting = page.plan, page.next_followup
    court: Inline = [Strong(day_text(next_hearing))] if next_hearing else _("Ask your lawyer or at the court.")
    rows: list[tuple[str, Inline]] = [(_("Next day in court"), court)]
    for one in page.days:
        if not one.kept and one.due_on is not None:
            rows += [(capfirst(one.get_kind_display()), [Strong(day_text(one.due_on))]), (_("Where"), one.where)]
            break
    if waiting is not None and waiting.due_on is not None and plan.contact == Contact.YES:
        rows.append((_("We ask how you are by"), [Strong(day_text(waiting.due_on))]))
    if plan.call_number:
        rows.append((_("Call us"), [Strong(plan.call_number)]))
    if plan.come_to:
        rows.append((_("Come to us"), plan.come_to))
    rows.append((_("In danger"), [Strong("15"), " " + _("police"), ", ", Strong("1122"), " " + _("rescue")]))
    return rows
